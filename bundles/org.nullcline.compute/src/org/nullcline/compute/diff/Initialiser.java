// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.util.Arrays;

import org.nullcline.compute.random.RandomStream;

/** Gives a weight matrix its first values. */
@FunctionalInterface
public interface Initialiser {

    /** Values in row-major order. For the weights of a layer, rows are outputs and columns are inputs. */
    double[] values(RandomStream random, int rows, int columns);

    /** All zero. */
    static Initialiser zeros() {
        return constant(0);
    }

    /** All equal. */
    static Initialiser constant(double value) {
        return (random, rows, columns) -> {
            double[] v = new double[rows * columns];
            Arrays.fill(v, value);
            return v;
        };
    }

    /** Uniform in ±bound. */
    static Initialiser uniform(double bound) {
        return (random, rows, columns) -> random.uniforms(rows * columns, -bound, bound);
    }

    /** Normal with mean 0. */
    static Initialiser normal(double standardDeviation) {
        return (random, rows, columns) -> {
            double[] v = random.normals(rows * columns);
            for (int i = 0; i < v.length; i++) {
                v[i] *= standardDeviation;
            }
            return v;
        };
    }

    /** Uniform in ±√(6/(inputs + outputs)) (Glorot and Bengio 2010). */
    static Initialiser glorot() {
        return (random, rows, columns) -> uniform(Math.sqrt(6.0 / (rows + columns))).values(random, rows, columns);
    }

    /** Ones on the diagonal, times {@code scale}. */
    static Initialiser identity(double scale) {
        return (random, rows, columns) -> {
            double[] v = new double[rows * columns];
            for (int i = 0; i < Math.min(rows, columns); i++) {
                v[i * columns + i] = scale;
            }
            return v;
        };
    }

    /** Orthonormal rows or columns, whichever are fewer, times {@code gain}; uniformly distributed (Saxe et al. 2014). */
    static Initialiser orthogonal(double gain) {
        return (random, rows, columns) -> {
            int count = Math.min(rows, columns);
            int length = Math.max(rows, columns);
            double[][] q = new double[count][];
            for (int i = 0; i < count; i++) {
                q[i] = random.normals(length);
                // twice is enough for orthogonality to rounding error (Kahan, Parlett)
                for (int pass = 0; pass < 2; pass++) {
                    for (int j = 0; j < i; j++) {
                        double s = 0;
                        for (int l = 0; l < length; l++) {
                            s += q[i][l] * q[j][l];
                        }
                        for (int l = 0; l < length; l++) {
                            q[i][l] -= s * q[j][l];
                        }
                    }
                }
                double norm = Math.sqrt(Arrays.stream(q[i]).map(v -> v * v).sum());
                for (int l = 0; l < length; l++) {
                    q[i][l] /= norm;
                }
            }
            double[] v = new double[rows * columns];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    v[r * columns + c] = gain * (rows <= columns ? q[r][c] : q[c][r]);
                }
            }
            return v;
        };
    }
}
