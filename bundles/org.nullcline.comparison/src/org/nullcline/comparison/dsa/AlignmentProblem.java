// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.compute.kernel.Kernels;
import org.nullcline.compute.linalg.Matrix;

/**
 * To maximise f(C) = tr(Aᵀ C B Cᵀ) = ⟨Ã, B⟩ with Ã = CᵀAC over the orthogonal group, B being given in its {@link EigenFrame}. The numbers of Ã, B
 * and C that change often lie row by row with zeros behind each row, up to {@code stride}, as vector units like it.
 *
 * @param a first operator, n × n
 * @param frame of the second operator
 * @param curvature of the second operator
 * @param scale ‖A‖‖B‖, which bounds |f|
 * @param stride elements from row to row
 * @param b the second operator, padded
 * @param bTransposed Bᵀ, padded
 */
record AlignmentProblem(Matrix a, EigenFrame frame, BlockCurvature curvature, double scale, int stride, double[] b, double[] bTransposed) {

    static AlignmentProblem of(Matrix a, EigenFrame frame) {
        int stride = Kernels.stride(a.rows());
        Matrix b = frame.operator();
        return new AlignmentProblem(a, frame, BlockCurvature.of(frame), a.norm() * b.norm(), stride, padded(b, stride), padded(b.transpose(), stride));
    }

    int size() {
        return a.rows();
    }

    /** With zeros behind each row. */
    double[] padded(Matrix matrix) {
        return padded(matrix, stride);
    }

    private static double[] padded(Matrix matrix, int stride) {
        int n = matrix.columns();
        double[] padded = new double[matrix.rows() * stride];
        for (int i = 0; i < matrix.rows(); i++) {
            System.arraycopy(matrix.data(), i * n, padded, i * stride, n);
        }
        return padded;
    }

    /** Without them, transposed. */
    Matrix transposed(double[] padded) {
        int n = size();
        Matrix matrix = new Matrix(n, n);
        double[] to = matrix.data();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                to[j * n + i] = padded[i * stride + j];
            }
        }
        return matrix;
    }

    /** Σ x y, in four partial sums, which processors add at the same time. */
    static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            s0 += x[i] * y[i];
        }
        return s0 + s1 + (s2 + s3);
    }
}
