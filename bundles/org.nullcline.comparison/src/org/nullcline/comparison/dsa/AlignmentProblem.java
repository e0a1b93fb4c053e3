// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.compute.linalg.Matrix;

/**
 * To maximise f(C) = tr(Aᵀ C B Cᵀ) = ⟨Ã, B⟩ with Ã = CᵀAC over the orthogonal group, B being given in its {@link EigenFrame}.
 *
 * @param a first operator, n × n
 * @param frame of the second operator
 * @param curvature of the second operator
 * @param scale ‖A‖‖B‖, which bounds |f|
 */
record AlignmentProblem(Matrix a, EigenFrame frame, BlockCurvature curvature, double scale) {

    static AlignmentProblem of(Matrix a, EigenFrame frame) {
        return new AlignmentProblem(a, frame, BlockCurvature.of(frame), a.norm() * frame.operator().norm());
    }

    Matrix b() {
        return frame.operator();
    }

    int size() {
        return a.rows();
    }

    /** ∂f/∂ω at Ã for C exp(Ω), Ω = Σ_{i<j} ω_ij (e_i e_jᵀ − e_j e_iᵀ): the skew part of ÃᵀB − BÃᵀ. */
    double[] gradient(Matrix turned) {
        int n = size();
        double[] l = turned.transposeTimes(b()).data();
        double[] r = b().timesTranspose(turned).data();
        double[] gradient = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                gradient[k++] = l[i * n + j] - r[i * n + j] - l[j * n + i] + r[j * n + i];
            }
        }
        return gradient;
    }
}
