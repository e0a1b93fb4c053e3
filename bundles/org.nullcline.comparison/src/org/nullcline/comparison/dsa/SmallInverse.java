// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

/** Inverses of matrices of a few rows, for which the way to LAPACK would cost more than the work. */
final class SmallInverse {

    private SmallInverse() {
    }

    /**
     * Inverts in place by elimination without pivoting, which is stable where the symmetric part is positive definite.
     *
     * @param m size × size, row by row
     */
    static void inPlace(double[] m, int size) {
        for (int p = 0; p < size; p++) {
            double pivot = 1 / m[p * size + p];
            m[p * size + p] = 1;
            for (int j = 0; j < size; j++) {
                m[p * size + j] *= pivot;
            }
            for (int i = 0; i < size; i++) {
                if (i != p) {
                    double factor = m[i * size + p];
                    m[i * size + p] = 0;
                    for (int j = 0; j < size; j++) {
                        m[i * size + j] -= factor * m[p * size + j];
                    }
                }
            }
        }
    }
}
