// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.SymmetricEigen;
import org.nullcline.compute.random.RandomStream;

/**
 * Eigenpairs of the symmetric form of a Laplacian, ascending: all of them, or the lowest few without any dense matrix.
 */
public final class LaplacianSpectrum {

    /** Largest number of unknowns for which all eigenpairs are computed densely. */
    private static final int DENSE = 4000;
    private static final double CONVERGED = 1e-10;
    private static final int RESTARTS = 300;

    private final double[] values;
    private final double[][] vectors;

    private LaplacianSpectrum(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** All eigenpairs, from a dense matrix. */
    public static LaplacianSpectrum full(Laplacian laplacian) {
        int n = laplacian.size();
        if (n > DENSE) {
            throw NullclineException.invalid("A full spectrum of " + n + " unknowns needs a dense matrix; ask for the lowest eigenpairs or use the"
                    + " matrix-free heat flow (at most " + DENSE + " unknowns are solved densely).");
        }
        double[] dense = new double[n * n];
        double[] unit = new double[n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            laplacian.applySymmetric(unit, column, Work.ALONE);
            unit[j] = 0;
            System.arraycopy(column, 0, dense, j * n, n);
        }
        SymmetricEigen eigen = SymmetricEigen.of(new Matrix(n, n, dense));
        return ascending(eigen, n);
    }

    private static LaplacianSpectrum ascending(SymmetricEigen eigen, int n) {
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        for (int k = 0; k < n; k++) {
            values[k] = eigen.values()[n - 1 - k];
            vectors[k] = eigen.vectors().column(n - 1 - k);
        }
        return new LaplacianSpectrum(values, vectors);
    }

    /**
     * The {@code count} lowest eigenpairs by the thick-restart Lanczos method with full reorthogonalisation (Wu and Simon 2000,
     * doi 10.1137/S0895479898334605), applied to 2 − S, whose largest eigenvalues they are. Residuals are below 1e-10.
     */
    public static LaplacianSpectrum lowest(Laplacian laplacian, int count, Work work) {
        int n = laplacian.size();
        if (count < 1 || count > n) {
            throw NullclineException.invalid("Between 1 and " + n + " eigenpairs can be computed here, not " + count + ".");
        }
        int basis = Math.min(n, Math.max(2 * count + 20, 40));
        if (basis >= n || n <= 400) {
            LaplacianSpectrum all = full(laplacian);
            return new LaplacianSpectrum(Arrays.copyOf(all.values, count), Arrays.copyOf(all.vectors, count));
        }
        return new Lanczos(laplacian, count, basis, work).run();
    }

    /** Number of eigenpairs. */
    public int count() {
        return values.length;
    }

    /** The k-th smallest eigenvalue. */
    public double value(int k) {
        return values[k];
    }

    /** The unit eigenvector of the symmetric form that belongs to the k-th smallest eigenvalue: node × component. Not to be changed. */
    public double[] vector(int k) {
        return vectors[k];
    }

    private static final class Lanczos {

        private final Laplacian laplacian;
        private final int count;
        private final int size;
        private final Work work;
        private final int n;
        private final double[][] q;
        private final double[] projected;
        private final RandomStream random = RandomStream.of(0).child("lanczos");

        Lanczos(Laplacian laplacian, int count, int size, Work work) {
            this.laplacian = laplacian;
            this.count = count;
            this.size = size;
            this.work = work;
            n = laplacian.size();
            q = new double[size + 1][];
            projected = new double[size * size];
        }

        LaplacianSpectrum run() {
            q[0] = random.normals(n);
            normalise(q[0]);
            int kept = 0;
            for (int restart = 0; restart < RESTARTS; restart++) {
                double residual = expand(kept);
                SymmetricEigen ritz = SymmetricEigen.of(new Matrix(size, size, projected.clone()));
                LaplacianSpectrum sorted = ascending(ritz, size);
                boolean converged = true;
                for (int k = 0; k < count; k++) {
                    converged &= Math.abs(residual * sorted.vectors[size - 1 - k][size - 1]) < CONVERGED;
                }
                int keep = converged ? count : Math.min(size - 1, count + (size - count) / 2);
                double[][] ritzVectors = combine(sorted, keep);
                if (converged) {
                    double[] values = new double[count];
                    for (int k = 0; k < count; k++) {
                        values[k] = 2 - sorted.values[size - 1 - k];
                    }
                    return new LaplacianSpectrum(values, ritzVectors);
                }
                Arrays.fill(projected, 0);
                for (int k = 0; k < keep; k++) {
                    q[k] = ritzVectors[k];
                    projected[k * size + k] = sorted.values[size - 1 - k];
                    double coupling = residual * sorted.vectors[size - 1 - k][size - 1];
                    projected[k * size + keep] = coupling;
                    projected[keep * size + k] = coupling;
                }
                q[keep] = q[size];
                kept = keep;
            }
            throw NullclineException.task("The lowest " + count + " eigenvalues of the Laplacian did not converge; ask for fewer or use the matrix-free"
                    + " heat flow.");
        }

        /** Completes the basis from {@code kept + 1} vectors on and returns the norm of the last residual. */
        private double expand(int kept) {
            double beta = 0;
            for (int j = kept; j < size; j++) {
                work.progress().check();
                double[] w = new double[n];
                laplacian.applySymmetric(q[j], w, work);
                for (int i = 0; i < n; i++) {
                    w[i] = 2 * q[j][i] - w[i];
                }
                projected[j * size + j] = dot(w, q[j]);
                orthogonalise(w, j);
                beta = normalise(w);
                if (beta < 1e-13) {
                    w = random.normals(n);
                    orthogonalise(w, j);
                    normalise(w);
                    beta = 0;
                }
                q[j + 1] = w;
                if (j + 1 < size) {
                    projected[j * size + j + 1] = beta;
                    projected[(j + 1) * size + j] = beta;
                }
            }
            return beta;
        }

        private void orthogonalise(double[] w, int last) {
            // Twice is enough (Kahan and Parlett).
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k <= last; k++) {
                    double along = dot(w, q[k]);
                    for (int i = 0; i < n; i++) {
                        w[i] -= along * q[k][i];
                    }
                }
            }
        }

        private double[][] combine(LaplacianSpectrum sorted, int keep) {
            double[][] combined = new double[keep][n];
            for (int k = 0; k < keep; k++) {
                double[] weights = sorted.vectors[size - 1 - k];
                for (int j = 0; j < size; j++) {
                    for (int i = 0; i < n; i++) {
                        combined[k][i] += weights[j] * q[j][i];
                    }
                }
            }
            return combined;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }

        private static double normalise(double[] w) {
            double norm = Math.sqrt(dot(w, w));
            for (int i = 0; i < w.length && norm > 0; i++) {
                w[i] /= norm;
            }
            return norm;
        }
    }
}
