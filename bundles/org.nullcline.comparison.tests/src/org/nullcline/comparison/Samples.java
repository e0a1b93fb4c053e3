// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Qr;
import org.nullcline.compute.linalg.Svd;

/** Random matrices and systems to test with; the same for the same seed. */
public final class Samples {

    private Samples() {
    }

    /** A source of numbers that is the same on every platform. */
    public static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Standard normal elements. */
    public static Matrix normal(int rows, int columns, long seed) {
        RandomGenerator random = generator(seed);
        Matrix matrix = new Matrix(rows, columns);
        for (int i = 0; i < matrix.data().length; i++) {
            matrix.data()[i] = random.nextGaussian();
        }
        return matrix;
    }

    /** An orthogonal matrix of the given determinant, uniformly distributed. */
    public static Matrix orthogonal(int n, int determinant, long seed) {
        Matrix q = Qr.of(normal(n, n, seed)).q();
        if (determinant(q) * determinant < 0) {
            for (int i = 0; i < n; i++) {
                q.set(i, 0, -q.get(i, 0));
            }
        }
        return q;
    }

    /** The determinant by elimination with partial pivoting. */
    public static double determinant(Matrix a) {
        Matrix m = a.copy();
        double determinant = 1;
        int n = m.rows();
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(m.get(i, k)) > Math.abs(m.get(pivot, k)) ? i : pivot;
            }
            determinant *= pivot == k ? m.get(k, k) : -m.get(pivot, k);
            for (int j = 0; j < n; j++) {
                double swap = m.get(k, j);
                m.set(k, j, m.get(pivot, j));
                m.set(pivot, j, swap);
            }
            for (int i = k + 1; i < n; i++) {
                double factor = m.get(i, k) / m.get(k, k);
                for (int j = k; j < n; j++) {
                    m.set(i, j, m.get(i, j) - factor * m.get(k, j));
                }
            }
        }
        return determinant;
    }

    /** A random operator of spectral norm {@code gain}. */
    public static Matrix operator(int n, double gain, long seed) {
        Matrix a = normal(n, n, seed);
        return a.times(gain / Svd.values(a)[0]);
    }

    /** Trials of a noisy linear system seen through a random readout: time × channels each. */
    public static List<Matrix> trials(Matrix a, int channels, int[] lengths, double noise, long seed) {
        int n = a.rows();
        Matrix readout = normal(n, channels, seed + 1);
        RandomGenerator random = generator(seed);
        List<Matrix> trials = new ArrayList<>();
        for (int length : lengths) {
            Matrix states = new Matrix(length, n);
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                x[i] = random.nextGaussian();
            }
            for (int t = 0; t < length; t++) {
                System.arraycopy(x, 0, states.data(), t * n, n);
                x = a.times(x);
                for (int i = 0; i < n; i++) {
                    x[i] += noise * random.nextGaussian();
                }
            }
            trials.add(states.times(readout));
        }
        return trials;
    }
}
