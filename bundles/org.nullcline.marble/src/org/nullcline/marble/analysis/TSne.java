// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.SymmetricEigen;
import org.nullcline.marble.geometry.Work;

/**
 * t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008, JMLR 9, 2579), with all pairs of points.
 *
 * <p>Each point i takes the others for neighbours with probability p_(j|i) ∝ exp(−β_i |x_i − x_j|²), where β_i gives the wanted perplexity;
 * P = (p_(j|i) + p_(i|j)) / 2n. The map minimises Σ P log(P / Q) with Q_ij ∝ 1 / (1 + |y_i − y_j|²). It begins at the first principal components
 * (Kobak and Berens 2019, doi 10.1038/s41467-019-13056-x), so that nothing about it is random and large distances mean something.
 */
public final class TSne {

    /** Most points: the matrix P of so many takes 100 MB. */
    public static final int MOST = 5000;
    private static final int BLOCK = 64;
    private static final double EXAGGERATION = 12;
    private static final int EXAGGERATED = 250;
    private static final double FIRST_SPREAD = 1e-4;
    private static final double SMALLEST_GAIN = 0.01;
    private static final int BISECTIONS = 60;

    private final int n;
    private final int dimensions;
    private final Work work;
    /** P, row by row. */
    private final float[] p;
    /** point × dimension. */
    private final double[] y;

    private TSne(double[][] points, double perplexity, int dimensions, Work work) {
        n = points.length;
        this.dimensions = dimensions;
        this.work = work;
        p = probabilities(points, perplexity);
        y = principal(points);
    }

    /**
     * The map.
     *
     * @param points point × dimension; at most {@value #MOST}
     * @param perplexity effective number of neighbours, below a third of the number of points
     * @param dimensions of the map
     * @param iterations steps of gradient descent, of which the first {@value #EXAGGERATED} exaggerate P
     * @return point × dimension
     */
    public static double[][] map(double[][] points, double perplexity, int dimensions, int iterations, Work work) {
        int n = points.length;
        if (n > MOST) {
            throw NullclineException.invalid("A map by t-SNE of " + n + " points would compare all with all; choose at most " + MOST + " of them.");
        }
        if (!(perplexity >= 1) || 3 * perplexity >= n) {
            throw NullclineException.invalid("The perplexity must be at least 1 and below a third of the " + n + " points, not " + perplexity + ".");
        }
        if (points[0].length < dimensions) {
            throw NullclineException.invalid("Points of " + points[0].length + " dimensions cannot be mapped to " + dimensions + ".");
        }
        TSne tsne = new TSne(points, perplexity, dimensions, work);
        tsne.descend(iterations);
        return tsne.rows();
    }

    /** Point × dimension of y. */
    private double[][] rows() {
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(y, i * dimensions, (i + 1) * dimensions));
        return rows;
    }

    private float[] probabilities(double[][] x, double perplexity) {
        float[] conditional = new float[Math.multiplyExact(n, n)];
        work.blocks(n, BLOCK, (from, to) -> {
            double[] squared = new double[n];
            double[] row = new double[n];
            for (int i = from; i < to; i++) {
                for (int j = 0; j < n; j++) {
                    squared[j] = squaredDistance(x[i], x[j]);
                }
                neighbours(squared, i, Math.log(perplexity), row);
                for (int j = 0; j < n; j++) {
                    conditional[i * n + j] = (float) row[j];
                }
            }
        });
        float[] joint = new float[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                joint[i * n + j] = (conditional[i * n + j] + conditional[j * n + i]) / (2 * n);
            }
        }
        return joint;
    }

    /** p_(j|i) of one row: bisection for the β at which its entropy is that wanted. */
    private static void neighbours(double[] squared, int self, double entropy, double[] row) {
        double nearest = Double.POSITIVE_INFINITY;
        double mean = 0;
        for (int j = 0; j < row.length; j++) {
            nearest = j == self ? nearest : Math.min(nearest, squared[j]);
            mean += squared[j] / row.length;
        }
        double beta = mean > 0 ? 1 / mean : 1;
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        for (int step = 0; step < BISECTIONS; step++) {
            double sum = 0;
            double weighted = 0;
            for (int j = 0; j < row.length; j++) {
                row[j] = j == self ? 0 : Math.exp(-beta * (squared[j] - nearest));
                sum += row[j];
                weighted += row[j] * (squared[j] - nearest);
            }
            double excess = Math.log(sum) + beta * weighted / sum - entropy;
            for (int j = 0; j < row.length; j++) {
                row[j] /= sum;
            }
            if (Math.abs(excess) < 1e-7) {
                return;
            }
            low = excess > 0 ? beta : low;
            high = excess > 0 ? high : beta;
            beta = Double.isInfinite(high) ? 2 * beta : (low + high) / 2;
        }
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }

    /** The first principal components, scaled so that the first has a standard deviation of {@value #FIRST_SPREAD}. */
    private double[] principal(double[][] x) {
        int m = x[0].length;
        double[][] centred = new double[n][];
        double[] mean = new double[m];
        for (double[] row : x) {
            for (int d = 0; d < m; d++) {
                mean[d] += row[d] / n;
            }
        }
        for (int i = 0; i < n; i++) {
            centred[i] = x[i].clone();
            for (int d = 0; d < m; d++) {
                centred[i][d] -= mean[d];
            }
        }
        Matrix points = Matrix.of(centred);
        SymmetricEigen eigen = SymmetricEigen.of(points.gram());
        double[] start = new double[n * dimensions];
        double scale = FIRST_SPREAD / Math.max(Math.sqrt(eigen.values()[0] / n), Double.MIN_NORMAL);
        for (int k = 0; k < dimensions; k++) {
            double[] axis = eigen.vectors().column(k);
            int largest = 0;
            for (int d = 1; d < m; d++) {
                largest = Math.abs(axis[d]) > Math.abs(axis[largest]) + 1e-12 ? d : largest;
            }
            double sign = axis[largest] < 0 ? -scale : scale;
            for (int i = 0; i < n; i++) {
                for (int d = 0; d < m; d++) {
                    start[i * dimensions + k] += sign * centred[i][d] * axis[d];
                }
            }
        }
        return start;
    }

    /** Gradient descent with momentum, and a gain for each coordinate that grows while its sign stays (Jacobs 1988). */
    private void descend(int iterations) {
        double[] gradient = new double[y.length];
        double[] velocity = new double[y.length];
        double[] gain = new double[y.length];
        Arrays.fill(gain, 1);
        double rate = Math.max(n / EXAGGERATION / 4, 50);
        for (int t = 0; t < iterations; t++) {
            gradient(y, t < EXAGGERATED ? EXAGGERATION : 1, gradient);
            double momentum = t < EXAGGERATED ? 0.5 : 0.8;
            for (int c = 0; c < y.length; c++) {
                gain[c] = Math.max(SMALLEST_GAIN, gradient[c] > 0 == velocity[c] > 0 ? 0.8 * gain[c] : gain[c] + 0.2);
                velocity[c] = momentum * velocity[c] - rate * gain[c] * gradient[c];
                y[c] += velocity[c];
            }
            work.progress().check();
            work.progress().fraction((t + 1.0) / iterations);
        }
    }

    /** 4 Σ_j (e P_ij − Q_ij) (y_i − y_j) / (1 + |y_i − y_j|²) with exaggeration e. */
    private void gradient(double[] at, double exaggeration, double[] into) {
        double[] repulsion = new double[at.length];
        double[] weights = new double[n];
        work.blocks(n, BLOCK, (from, to) -> {
            for (int i = from; i < to; i++) {
                row(at, i, into, repulsion, weights);
            }
        });
        double total = Arrays.stream(weights).sum();
        for (int c = 0; c < at.length; c++) {
            into[c] = 4 * (exaggeration * into[c] - repulsion[c] / total);
        }
    }

    private void row(double[] at, int i, double[] attraction, double[] repulsion, double[] weights) {
        double sum = 0;
        for (int k = 0; k < dimensions; k++) {
            attraction[i * dimensions + k] = 0;
        }
        for (int j = 0; j < n; j++) {
            double square = 0;
            for (int k = 0; k < dimensions; k++) {
                double apart = at[i * dimensions + k] - at[j * dimensions + k];
                square += apart * apart;
            }
            double q = 1 / (1 + square);
            sum += j == i ? 0 : q;
            double pull = p[i * n + j] * q;
            for (int k = 0; k < dimensions; k++) {
                double apart = at[i * dimensions + k] - at[j * dimensions + k];
                attraction[i * dimensions + k] += pull * apart;
                repulsion[i * dimensions + k] += q * q * apart;
            }
        }
        weights[i] = sum;
    }

    /**
     * The share of the k nearest neighbours of each point that are among its k nearest in a map, averaged over points: 1 is perfect, k / (n − 1)
     * is chance.
     */
    public static double neighboursKept(double[][] points, double[][] map, int k, Work work) {
        int n = points.length;
        double[] kept = new double[n];
        work.blocks(n, BLOCK, (from, to) -> {
            for (int i = from; i < to; i++) {
                int[] before = nearest(points, i, k);
                int[] after = nearest(map, i, k);
                kept[i] = Arrays.stream(before).filter(j -> Arrays.stream(after).anyMatch(other -> other == j)).count() / (double) k;
            }
        });
        return Arrays.stream(kept).average().orElse(Double.NaN);
    }

    private static int[] nearest(double[][] x, int i, int k) {
        int[] nearest = new int[k];
        double[] distances = new double[k];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int j = 0; j < x.length; j++) {
            double d = j == i ? Double.POSITIVE_INFINITY : squaredDistance(x[i], x[j]);
            int place = k;
            while (place > 0 && d < distances[place - 1]) {
                place--;
            }
            if (place < k) {
                System.arraycopy(distances, place, distances, place + 1, k - place - 1);
                System.arraycopy(nearest, place, nearest, place + 1, k - place - 1);
                distances[place] = d;
                nearest[place] = j;
            }
        }
        return nearest;
    }
}
