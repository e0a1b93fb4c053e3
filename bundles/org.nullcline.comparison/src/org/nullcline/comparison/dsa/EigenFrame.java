// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;

/**
 * An operator in orthonormal coordinates as close as possible to its eigenvectors (their polar factor, Löwdin 1950): real eigenvectors, and the real
 * and imaginary parts of complex ones side by side. A normal operator becomes diagonal but for one 2 × 2 block for each complex pair.
 *
 * @param axes orthogonal
 * @param operator axesᵀ · B · axes
 * @param block for each coordinate 1 if it stands for a real eigenvector, 2 if it is the first of a pair, 0 if it is the second
 */
record EigenFrame(Matrix axes, Matrix operator, int[] block) {

    /**
     * The frame of an operator.
     *
     * @param b n × n
     * @param eigen its eigenvectors
     */
    static EigenFrame of(Matrix b, Eigen eigen) {
        int n = b.rows();
        int[] block = new int[n];
        Matrix vectors = new Matrix(n, n);
        for (int k = 0; k < n; k++) {
            boolean second = k > 0 && block[k - 1] == 2;
            block[k] = second ? 0 : eigen.im()[k] != 0 && k + 1 < n ? 2 : 1;
            Matrix part = second ? eigen.vectorsIm() : eigen.vectorsRe();
            double length = 0;
            for (int i = 0; i < n; i++) {
                length += part.get(i, k) * part.get(i, k);
            }
            double scale = length > 0 ? 1 / Math.sqrt(length) : 0;
            for (int i = 0; i < n; i++) {
                vectors.set(i, k, scale * part.get(i, k));
            }
        }
        Matrix axes = Svd.of(vectors).polar();
        return new EigenFrame(axes, axes.transposeTimes(b.times(axes)), block);
    }
}
