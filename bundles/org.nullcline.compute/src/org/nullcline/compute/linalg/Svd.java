// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import org.bytedeco.openblas.global.openblas;

/**
 * The economy-size singular value decomposition A = U diag(s) Vᵀ of an m × n matrix, k = min(m, n).
 *
 * @param u m × k, orthonormal columns
 * @param values k singular values, descending
 * @param vt k × n, orthonormal rows
 */
public record Svd(Matrix u, double[] values, Matrix vt) {

    /**
     * Decomposes by divide and conquer (dgesdd), or by QR iteration (dgesvd) in the rare case that the former does not converge.
     *
     * @throws LinearAlgebraException when elements are not finite or neither method converges
     */
    public static Svd of(Matrix a) {
        OpenBlas.start("singular value decomposition", a);
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        Matrix u = new Matrix(m, k);
        Matrix vt = new Matrix(k, n);
        double[] values = new double[k];
        if (k == 0) {
            return new Svd(u, values, vt);
        }
        // Row-major A is column-major Aᵀ = V S Uᵀ, so that swapping U and V saves two transpositions of tall matrices.
        int info = openblas.LAPACKE_dgesdd(OpenBlas.COLUMN_MAJOR, (byte) 'S', n, m, a.data().clone(), n, values, vt.data(), n, u.data(), k);
        if (info > 0) {
            info = openblas.LAPACKE_dgesvd(OpenBlas.COLUMN_MAJOR, (byte) 'S', (byte) 'S', n, m, a.data().clone(), n, values, vt.data(), n, u.data(), k,
                    new double[k]);
        }
        OpenBlas.check(info, "singular value decomposition", "it did not converge");
        return new Svd(u, values, vt);
    }

    /** Only the singular values, descending. */
    public static double[] values(Matrix a) {
        OpenBlas.start("singular value decomposition", a);
        int k = Math.min(a.rows(), a.columns());
        double[] values = new double[k];
        if (k > 0) {
            int n = a.columns();
            int info = openblas.LAPACKE_dgesdd(OpenBlas.COLUMN_MAJOR, (byte) 'N', n, a.rows(), a.data().clone(), n, values, new double[1], n, new double[1],
                    k);
            OpenBlas.check(info, "singular value decomposition", "it did not converge");
        }
        return values;
    }

    /** The orthogonal polar factor U Vᵀ, the closest matrix with orthonormal columns (or rows). */
    public Matrix polar() {
        return u.times(vt);
    }

    /** The number of singular values above {@code relative} times the largest. */
    public int rank(double relative) {
        int rank = 0;
        while (rank < values.length && values[rank] > relative * values[0]) {
            rank++;
        }
        return rank;
    }
}
