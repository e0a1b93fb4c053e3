// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import org.bytedeco.openblas.global.openblas;

/**
 * The real Schur form A = Q T Qᵀ of a square matrix.
 *
 * @param q orthogonal
 * @param t upper triangular but for 2 × 2 blocks on the diagonal that hold complex pairs of eigenvalues
 */
public record Schur(Matrix q, Matrix t) {

    /** Decomposes by the QR algorithm (dgees). */
    public static Schur of(Matrix a) {
        OpenBlas.requireSquare("Schur decomposition", a);
        OpenBlas.start("Schur decomposition", a);
        int n = a.rows();
        Matrix t = a.transpose();
        Matrix q = new Matrix(n, n);
        if (n > 0) {
            int info = openblas.LAPACKE_dgees(OpenBlas.COLUMN_MAJOR, (byte) 'V', (byte) 'N', null, n, t.data(), n, new int[1], new double[n], new double[n],
                    q.data(), n);
            OpenBlas.check(info, "Schur decomposition", "it did not converge");
        }
        return new Schur(q.transpose(), t.transpose());
    }
}
