// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import org.bytedeco.openblas.global.openblas;

/** Matrix products: small ones in Java, where the way to native code would cost more than the product, others in OpenBLAS. */
final class Products {

    /** Multiplications up to which plain loops win (measured; the choice depends on sizes alone, so results are reproducible). */
    private static final long SMALL = 100;

    private Products() {
    }

    static Matrix multiply(Matrix a, boolean transposeA, Matrix b, boolean transposeB) {
        int m = transposeA ? a.columns() : a.rows();
        int k = transposeA ? a.rows() : a.columns();
        int n = transposeB ? b.rows() : b.columns();
        if (k != (transposeB ? b.columns() : b.rows())) {
            throw new IllegalArgumentException("A matrix of " + m + " × " + k + " cannot be multiplied by one of "
                    + (transposeB ? b.columns() : b.rows()) + " × " + n + ".");
        }
        Matrix c = new Matrix(m, n);
        if (m == 0 || n == 0 || k == 0) {
            return c;
        }
        if ((long) m * n * k <= SMALL) {
            Matrix left = transposeA ? a.transpose() : a;
            Matrix right = transposeB ? b.transpose() : b;
            small(m, n, k, left.data(), right.data(), c.data());
            return c;
        }
        OpenBlas.start();
        openblas.cblas_dgemm(OpenBlas.ROW_MAJOR, transposeA ? OpenBlas.TRANSPOSE : OpenBlas.NO_TRANSPOSE,
                transposeB ? OpenBlas.TRANSPOSE : OpenBlas.NO_TRANSPOSE, m, n, k, 1, a.data(), a.columns(), b.data(), b.columns(), 0, c.data(), n);
        return c;
    }

    private static void small(int m, int n, int k, double[] a, double[] b, double[] c) {
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < k; l++) {
                double factor = a[i * k + l];
                for (int j = 0; j < n; j++) {
                    c[i * n + j] += factor * b[l * n + j];
                }
            }
        }
    }

    static Matrix gram(Matrix a) {
        int n = a.columns();
        Matrix gram = new Matrix(n, n);
        if (n == 0 || a.rows() == 0) {
            return gram;
        }
        OpenBlas.start();
        openblas.cblas_dsyrk(OpenBlas.ROW_MAJOR, OpenBlas.UPPER, OpenBlas.TRANSPOSE, n, a.rows(), 1, a.data(), n, 0, gram.data(), n);
        double[] g = gram.data();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                g[i * n + j] = g[j * n + i];
            }
        }
        return gram;
    }
}
