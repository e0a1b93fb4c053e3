// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import org.bytedeco.openblas.global.openblas;

/**
 * Eigenvalues and right eigenvectors of a general real matrix, A (x + iy) = (λ_re + iλ_im)(x + iy).
 *
 * @param re real parts of the eigenvalues; a complex pair stands side by side, the positive imaginary part first
 * @param im imaginary parts
 * @param vectorsRe n × n, real parts of the eigenvectors, one per column, each of unit Euclidean length
 * @param vectorsIm n × n, imaginary parts
 */
public record Eigen(double[] re, double[] im, Matrix vectorsRe, Matrix vectorsIm) {

    /**
     * Eigenvalues without vectors.
     *
     * @param re real parts
     * @param im imaginary parts
     */
    public record Values(double[] re, double[] im) {

        /** Number of eigenvalues. */
        public int count() {
            return re.length;
        }

        /** The modulus of eigenvalue {@code i}. */
        public double modulus(int i) {
            return Math.hypot(re[i], im[i]);
        }

        /** As points in the plane: eigenvalue × (real, imaginary). */
        public double[][] points() {
            double[][] points = new double[re.length][];
            for (int i = 0; i < re.length; i++) {
                points[i] = new double[] {re[i], im[i]};
            }
            return points;
        }
    }

    /** The eigenvalues alone (dgeev). */
    public static Values values(Matrix a) {
        int n = prepare(a);
        double[] re = new double[n];
        double[] im = new double[n];
        if (n > 0) {
            // The transpose that column order sees has the same eigenvalues.
            int info = openblas.LAPACKE_dgeev(OpenBlas.COLUMN_MAJOR, (byte) 'N', (byte) 'N', n, a.data().clone(), n, re, im, new double[1], n,
                    new double[1], n);
            OpenBlas.check(info, "eigendecomposition", "it did not converge");
        }
        return new Values(re, im);
    }

    /** Eigenvalues and right eigenvectors (dgeev). */
    public static Eigen of(Matrix a) {
        int n = prepare(a);
        double[] re = new double[n];
        double[] im = new double[n];
        Matrix vectorsRe = new Matrix(n, n);
        Matrix vectorsIm = new Matrix(n, n);
        if (n > 0) {
            double[] right = new double[n * n];
            int info = openblas.LAPACKE_dgeev(OpenBlas.COLUMN_MAJOR, (byte) 'N', (byte) 'V', n, a.transpose().data(), n, re, im, new double[1], n, right, n);
            OpenBlas.check(info, "eigendecomposition", "it did not converge");
            unpack(n, im, right, vectorsRe, vectorsIm);
        }
        return new Eigen(re, im, vectorsRe, vectorsIm);
    }

    /** The eigenvalues. */
    public Values values() {
        return new Values(re, im);
    }

    /** LAPACK stores a complex pair as its real and its imaginary column. */
    private static void unpack(int n, double[] im, double[] right, Matrix vectorsRe, Matrix vectorsIm) {
        for (int k = 0; k < n; k++) {
            boolean pair = im[k] > 0 && k + 1 < n;
            for (int i = 0; i < n; i++) {
                vectorsRe.set(i, k, right[k * n + i]);
                if (pair) {
                    double imaginary = right[(k + 1) * n + i];
                    vectorsIm.set(i, k, imaginary);
                    vectorsRe.set(i, k + 1, right[k * n + i]);
                    vectorsIm.set(i, k + 1, -imaginary);
                }
            }
            if (pair) {
                k++;
            }
        }
    }

    private static int prepare(Matrix a) {
        OpenBlas.requireSquare("eigendecomposition", a);
        OpenBlas.start("eigendecomposition", a);
        return a.rows();
    }
}
