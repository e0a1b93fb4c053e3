// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;

/**
 * The inverse of the Gauss–Newton curvature M of ½‖A − C B Cᵀ‖² in the Lie algebra: M(Ω, Ξ) = ⟨[B, Ω], [B, Ξ]⟩ for skew Ω, Ξ. It depends on B alone
 * and equals the true curvature where the operators agree, so that it serves all starts of a search as a preconditioner.
 */
final class GaussNewton {

    /** Operators up to this size; the matrix has n²(n − 1)²/4 elements. */
    static final int LARGEST = 40;
    /** Share of the mean curvature that is added to each, for directions in which B is invariant. */
    private static final double FLOOR = 1e-4;

    private final double[][] inverse;

    private GaussNewton(double[][] inverse) {
        this.inverse = inverse;
    }

    static GaussNewton of(Matrix b) {
        Matrix curvature = curvature(b);
        int m = curvature.rows();
        double floor = FLOOR * (curvature.trace() / Math.max(1, m) + 1e-3 * b.dot(b));
        for (int k = 0; k < m; k++) {
            curvature.set(k, k, curvature.get(k, k) + floor);
        }
        return new GaussNewton(Solve.inverseOfPositive(curvature).toRows());
    }

    /** M in the basis e_i e_jᵀ − e_j e_iᵀ, i &lt; j. With S = BᵀB + BBᵀ each element takes a few products of elements of B and S. */
    static Matrix curvature(Matrix b) {
        int n = b.rows();
        double[] x = b.data();
        double[] s = b.gram().plus(b.timesTranspose(b)).data();
        int size = n * (n - 1) / 2;
        Matrix m = new Matrix(size, size);
        int row = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                int column = row;
                for (int k = i; k < n; k++) {
                    for (int l = k == i ? j : k + 1; l < n; l++) {
                        double element = 2 * (x[j * n + k] * x[i * n + l] - x[j * n + l] * x[i * n + k] + x[l * n + i] * x[k * n + j] - x[l * n + j] * x[k * n + i]);
                        element -= j == k ? s[l * n + i] : 0;
                        element += j == l ? s[k * n + i] : 0;
                        element += i == k ? s[l * n + j] : 0;
                        element -= i == l ? s[k * n + j] : 0;
                        m.data()[row * size + column] = element;
                        m.data()[column * size + row] = element;
                        column++;
                    }
                }
                row++;
            }
        }
        return m;
    }

    /** M⁻¹ g. */
    double[] apply(double[] g) {
        int m = g.length;
        double[] result = new double[m];
        int k = 0;
        for (; k + 4 <= m; k += 4) {
            addFour(inverse[k], inverse[k + 1], inverse[k + 2], inverse[k + 3], g[k], g[k + 1], g[k + 2], g[k + 3], result);
        }
        for (; k < m; k++) {
            double[] row = inverse[k];
            for (int i = 0; i < m; i++) {
                result[i] += g[k] * row[i];
            }
        }
        return result;
    }

    private static void addFour(double[] r0, double[] r1, double[] r2, double[] r3, double g0, double g1, double g2, double g3, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += g0 * r0[i] + g1 * r1[i] + (g2 * r2[i] + g3 * r3[i]);
        }
    }
}
