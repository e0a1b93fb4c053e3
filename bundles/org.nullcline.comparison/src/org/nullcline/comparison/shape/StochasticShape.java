// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.shape;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.compute.linalg.SymmetricEigen;

/**
 * Shape metrics between noisy responses (Duong et al. 2023, doi:10.48550/arXiv.2211.11665): conditions are
 * distributions, aligned by one orthogonal matrix T. The smaller population is filled up with silent neurons.
 */
public final class StochasticShape {

    private static final int MOST_ITERATIONS = 2000;
    private static final double SMALL_GAIN = 1e-12;
    private static final int STARTS = 8;

    private StochasticShape() {
    }

    /**
     * The distance √(mean over conditions of α‖μ − T μ'‖² + (2 − α) B²(Σ, T Σ' Tᵀ)) with the Bures distance B, minimised over orthogonal T by
     * alternation, from several starts. α = 2 compares means alone, 0 covariances alone, 1 is the 2-Wasserstein distance of Gaussians.
     *
     * @param first one matrix of repeats × neurons per condition
     * @param second the same conditions in the same order
     * @param alpha 0 to 2
     */
    public static double gaussian(List<Matrix> first, List<Matrix> second, double alpha) {
        if (!(alpha >= 0 && alpha <= 2)) {
            throw NullclineException.invalid("alpha must be between 0 (covariances) and 2 (means), not " + alpha + ".");
        }
        List<List<Matrix>> pair = prepared(first, second);
        List<Matrix> x = pair.get(0);
        List<Matrix> y = pair.get(1);
        int k = x.size();
        List<Matrix> rootX = new ArrayList<>();
        List<Matrix> rootY = new ArrayList<>();
        Matrix meanX = means(x);
        Matrix meanY = means(y);
        Matrix guess = meanX.transposeTimes(meanY).times(alpha);
        for (int i = 0; i < k; i++) {
            rootX.add(covarianceRoot(x.get(i)));
            rootY.add(covarianceRoot(y.get(i)));
        }
        double best = Double.POSITIVE_INFINITY;
        int n = meanX.columns();
        for (int start = 0; start < STARTS; start++) {
            Matrix t = start == 0 ? Svd.of(guess).polar() : Starts.orthogonal(n, start - 1);
            best = Math.min(best, alternate(meanX, meanY, rootX, rootY, alpha, t));
        }
        return Math.sqrt(best / k);
    }

    /** Rows of means: condition × neurons. */
    private static Matrix means(List<Matrix> conditions) {
        Matrix means = new Matrix(conditions.size(), conditions.getFirst().columns());
        for (int i = 0; i < conditions.size(); i++) {
            System.arraycopy(conditions.get(i).columnMeans(), 0, means.data(), i * means.columns(), means.columns());
        }
        return means;
    }

    /** The symmetric root of the covariance with denominator repeats − 1; zero for a single repeat. */
    private static Matrix covarianceRoot(Matrix repeats) {
        if (repeats.rows() < 2) {
            return new Matrix(repeats.columns(), repeats.columns());
        }
        return SymmetricEigen.of(repeats.centreColumns().gram().times(1.0 / (repeats.rows() - 1))).apply(lambda -> Math.sqrt(Math.max(0, lambda)));
    }

    /**
     * B²(Σ, TΣ'Tᵀ) is the minimum over orthogonal U of ‖Σ^½ − T Σ'^½ U‖², so that for fixed U all terms are one Procrustes problem for T and the sum
     * never rises. Neurons are columns here: x ≈ y Tᵀ.
     */
    private static double alternate(Matrix meanX, Matrix meanY, List<Matrix> rootX, List<Matrix> rootY, double alpha, Matrix start) {
        Matrix t = start;
        double before = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            Matrix target = meanX.transposeTimes(meanY).times(alpha);
            double spread = 0;
            for (int i = 0; i < rootX.size() && alpha < 2; i++) {
                Matrix turned = t.times(rootY.get(i));
                Matrix u = Svd.of(turned.transposeTimes(rootX.get(i))).polar();
                spread += square(rootX.get(i).minus(turned.times(u)));
                target = target.plus(2 - alpha, rootX.get(i).timesTranspose(rootY.get(i).times(u)));
            }
            double loss = alpha * square(meanX.minus(meanY.timesTranspose(t))) + (2 - alpha) * spread;
            if (before - loss <= SMALL_GAIN * before) {
                return Math.min(before, loss);
            }
            before = loss;
            t = Svd.of(target).polar();
        }
        return before;
    }

    /**
     * The energy distance √(mean over conditions of E‖x − T y‖ − ½E‖x − x'‖ − ½E‖y − y'‖), minimised over orthogonal T by iteratively reweighted
     * Procrustes problems, whose loss never rises.
     */
    public static double energy(List<Matrix> first, List<Matrix> second) {
        List<List<Matrix>> pair = prepared(first, second);
        List<Matrix> x = pair.get(0);
        List<Matrix> y = pair.get(1);
        double within = 0;
        for (int i = 0; i < x.size(); i++) {
            within += (meanDistance(x.get(i), x.get(i)) + meanDistance(y.get(i), y.get(i))) / 2;
        }
        double best = Double.POSITIVE_INFINITY;
        int n = x.getFirst().columns();
        for (int start = 0; start < STARTS; start++) {
            Matrix t = start == 0 ? Svd.of(means(x).transposeTimes(means(y))).polar() : Starts.orthogonal(n, start - 1);
            double before = Double.POSITIVE_INFINITY;
            for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
                Matrix target = new Matrix(n, n);
                double loss = 0;
                for (int i = 0; i < x.size(); i++) {
                    loss += reweigh(x.get(i), y.get(i).timesTranspose(t), y.get(i), target);
                }
                if (before - loss <= SMALL_GAIN * before) {
                    before = Math.min(before, loss);
                    break;
                }
                before = loss;
                t = Svd.of(target).polar();
            }
            best = Math.min(best, before);
        }
        return Math.sqrt(Math.max(0, best - within) / x.size());
    }

    /** Adds Σ x yᵀ / ‖x − T y‖ / pairs to the target and returns the mean distance. */
    private static double reweigh(Matrix x, Matrix turned, Matrix y, Matrix target) {
        Matrix weights = new Matrix(x.rows(), y.rows());
        double sum = 0;
        double pairs = x.rows() * (double) y.rows();
        double scale = Math.max(x.maxAbs(), y.maxAbs());
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < y.rows(); j++) {
                double d = distance(x, i, turned, j);
                sum += d / pairs;
                weights.set(i, j, 1 / (pairs * Math.max(d, 1e-9 * scale)));
            }
        }
        Matrix added = x.transposeTimes(weights.times(y));
        for (int k = 0; k < added.data().length; k++) {
            target.data()[k] += added.data()[k];
        }
        return sum;
    }

    private static double meanDistance(Matrix x, Matrix y) {
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < y.rows(); j++) {
                sum += distance(x, i, y, j);
            }
        }
        return sum / (x.rows() * (double) y.rows());
    }

    private static double distance(Matrix x, int i, Matrix y, int j) {
        double sum = 0;
        int n = x.columns();
        for (int k = 0; k < n; k++) {
            double difference = x.data()[i * n + k] - y.data()[j * n + k];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private static double square(Matrix a) {
        return a.dot(a);
    }

    /**
     * Both responses in coordinates of their own, and the larger one first. The searches are not convex; so at least their result depends neither on
     * the coordinates of the data nor on the order of the pair.
     */
    private static List<List<Matrix>> prepared(List<Matrix> first, List<Matrix> second) {
        List<Matrix> x = ownCoordinates(padded(first, second));
        List<Matrix> y = ownCoordinates(padded(second, first));
        double sizeX = x.stream().mapToDouble(StochasticShape::square).sum();
        double sizeY = y.stream().mapToDouble(StochasticShape::square).sum();
        return sizeX >= sizeY ? List.of(x, y) : List.of(y, x);
    }

    /** Along the principal axes of the second moments, each pointing where the third moment is positive. */
    private static List<Matrix> ownCoordinates(List<Matrix> conditions) {
        Matrix moments = new Matrix(conditions.getFirst().columns(), conditions.getFirst().columns());
        for (Matrix condition : conditions) {
            moments = moments.plus(1.0 / condition.rows(), condition.gram());
        }
        Matrix axes = SymmetricEigen.of(moments).vectors();
        List<Matrix> turned = conditions.stream().map(condition -> condition.times(axes)).toList();
        double[] sign = new double[axes.columns()];
        for (int j = 0; j < sign.length; j++) {
            double third = 0;
            for (Matrix condition : turned) {
                for (int i = 0; i < condition.rows(); i++) {
                    third += Math.pow(condition.get(i, j), 3) / condition.rows();
                }
            }
            sign[j] = third < 0 ? -1 : 1;
        }
        return turned.stream().map(condition -> condition.scaleColumns(sign)).toList();
    }

    private static List<Matrix> padded(List<Matrix> these, List<Matrix> others) {
        if (these.size() != others.size() || these.isEmpty()) {
            throw NullclineException.input("These responses have " + these.size() + " and " + others.size()
                    + " conditions; this comparison needs the same conditions in both.");
        }
        int n = Math.max(these.getFirst().columns(), others.getFirst().columns());
        return these.stream().map(condition -> ShapeDistance.padded(condition, n)).toList();
    }
}
