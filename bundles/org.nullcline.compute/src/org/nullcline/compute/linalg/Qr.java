// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import org.bytedeco.openblas.global.openblas;

/**
 * The economy-size QR factorisation A = QR of an m × n matrix, k = min(m, n), with a diagonal of R that is never negative, which makes it
 * unique for matrices of full column rank.
 *
 * @param q m × k, orthonormal columns
 * @param r k × n, upper triangular
 */
public record Qr(Matrix q, Matrix r) {

    /** Factorises by Householder reflections (dgeqrf, dorgqr). */
    public static Qr of(Matrix a) {
        OpenBlas.start("QR factorisation", a);
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        Matrix q = new Matrix(m, k);
        Matrix r = new Matrix(k, n);
        if (k == 0) {
            return new Qr(q, r);
        }
        double[] byColumns = a.transpose().data();
        double[] tau = new double[k];
        OpenBlas.check(openblas.LAPACKE_dgeqrf(OpenBlas.COLUMN_MAJOR, m, n, byColumns, m, tau), "QR factorisation", "LAPACK reports an error");
        double[] sign = new double[k];
        for (int i = 0; i < k; i++) {
            sign[i] = byColumns[i * m + i] < 0 ? -1 : 1;
            for (int j = i; j < n; j++) {
                r.set(i, j, sign[i] * byColumns[j * m + i]);
            }
        }
        OpenBlas.check(openblas.LAPACKE_dorgqr(OpenBlas.COLUMN_MAJOR, m, k, k, byColumns, m, tau), "QR factorisation", "LAPACK reports an error");
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < m; i++) {
                q.set(i, j, sign[j] * byColumns[j * m + i]);
            }
        }
        return new Qr(q, r);
    }
}
