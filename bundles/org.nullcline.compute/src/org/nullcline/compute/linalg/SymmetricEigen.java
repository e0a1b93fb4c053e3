// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.bytedeco.openblas.global.openblas;

/**
 * The eigendecomposition A = V diag(λ) Vᵀ of a symmetric matrix.
 *
 * @param values eigenvalues, descending
 * @param vectors n × n, one orthonormal eigenvector per column in the order of the values
 */
public record SymmetricEigen(double[] values, Matrix vectors) {

    /**
     * Decomposes by divide and conquer (dsyevd). Only the upper triangle is read.
     *
     * @throws LinearAlgebraException when the matrix is not square or not finite
     */
    public static SymmetricEigen of(Matrix a) {
        OpenBlas.requireSquare("symmetric eigendecomposition", a);
        OpenBlas.start("symmetric eigendecomposition", a);
        int n = a.rows();
        double[] work = a.data().clone();
        double[] ascending = new double[n];
        if (n > 0) {
            // The upper triangle by rows is the lower triangle by columns; afterwards each row holds one eigenvector.
            int info = openblas.LAPACKE_dsyevd(OpenBlas.COLUMN_MAJOR, (byte) 'V', (byte) 'L', n, work, n, ascending);
            OpenBlas.check(info, "symmetric eigendecomposition", "it did not converge");
        }
        double[] values = new double[n];
        Matrix vectors = new Matrix(n, n);
        for (int k = 0; k < n; k++) {
            int from = n - 1 - k;
            values[k] = ascending[from];
            for (int i = 0; i < n; i++) {
                vectors.set(i, k, work[from * n + i]);
            }
        }
        return new SymmetricEigen(values, vectors);
    }

    /** V diag(f(λ)) Vᵀ for any function of the eigenvalues. */
    public Matrix apply(DoubleUnaryOperator f) {
        double[] mapped = Arrays.stream(values).map(f).toArray();
        return vectors.scaleColumns(mapped).timesTranspose(vectors);
    }
}
