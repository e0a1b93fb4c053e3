// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.matrix;

import java.util.Arrays;

import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.SymmetricEigen;

/**
 * A map of points whose distances resemble given dissimilarities.
 *
 * @param points n × dimensions, centred
 * @param stress Kruskal's stress-1: √(Σ (d − δ)² / Σ d²) over pairs, 0 for a perfect map
 * @param iterations of stress majorisation; 0 for the classical map
 */
public record Scaling(Matrix points, double stress, int iterations) {

    private static final int MOST_ITERATIONS = 3000;
    private static final double SMALL_GAIN = 1e-10;

    /** Classical scaling (Torgerson 1952): the leading eigenvectors of the doubly centred squares. Signs: the largest entry is positive. */
    public static Scaling classical(Dissimilarities dissimilarities, int dimensions) {
        int n = dissimilarities.size();
        Matrix b = new Matrix(n, n);
        double[] mean = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            for (double d : dissimilarities.values()[i]) {
                mean[i] += d * d / n;
            }
            total += mean[i] / n;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double d = dissimilarities.values()[i][j];
                b.set(i, j, -0.5 * (d * d - mean[i] - mean[j] + total));
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(b);
        Matrix points = new Matrix(n, dimensions);
        for (int k = 0; k < Math.min(n, dimensions); k++) {
            double length = Math.sqrt(Math.max(0, eigen.values()[k]));
            double[] vector = eigen.vectors().column(k);
            double extreme = Arrays.stream(vector).reduce(0, (x, y) -> Math.abs(y) > Math.abs(x) ? y : x);
            for (int i = 0; i < n; i++) {
                points.set(i, k, Math.signum(extreme) * length * vector[i]);
            }
        }
        return new Scaling(points, stress(points, dissimilarities), 0);
    }

    /** Metric scaling by stress majorisation (SMACOF, de Leeuw 1977), from the classical map. Its stress never rises. */
    public static Scaling majorised(Dissimilarities dissimilarities, int dimensions, Progress progress) {
        Scaling start = classical(dissimilarities, dimensions);
        Matrix x = start.points;
        int n = x.rows();
        double before = rawStress(x, dissimilarities);
        int iteration = 0;
        while (iteration < MOST_ITERATIONS && n > 1) {
            progress.check();
            iteration++;
            x = guttman(x, dissimilarities);
            double after = rawStress(x, dissimilarities);
            if (before - after <= SMALL_GAIN * before) {
                break;
            }
            before = after;
        }
        return new Scaling(x, stress(x, dissimilarities), iteration);
    }

    /** The Guttman transform X ← B(X) X / n. */
    private static Matrix guttman(Matrix x, Dissimilarities dissimilarities) {
        int n = x.rows();
        Matrix b = new Matrix(n, n);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                double d = distance(x, i, j);
                if (i != j && d > 0) {
                    double ratio = dissimilarities.values()[i][j] / d;
                    b.set(i, j, -ratio / n);
                    sum += ratio / n;
                }
            }
            b.set(i, i, sum);
        }
        return b.times(x);
    }

    private static double rawStress(Matrix x, Dissimilarities dissimilarities) {
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < i; j++) {
                double difference = distance(x, i, j) - dissimilarities.values()[i][j];
                sum += difference * difference;
            }
        }
        return sum;
    }

    private static double stress(Matrix x, Dissimilarities dissimilarities) {
        double squares = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < i; j++) {
                double d = distance(x, i, j);
                squares += d * d;
            }
        }
        double raw = rawStress(x, dissimilarities);
        return raw == 0 ? 0 : Math.sqrt(raw / squares);
    }

    private static double distance(Matrix x, int i, int j) {
        double sum = 0;
        for (int k = 0; k < x.columns(); k++) {
            double difference = x.get(i, k) - x.get(j, k);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
