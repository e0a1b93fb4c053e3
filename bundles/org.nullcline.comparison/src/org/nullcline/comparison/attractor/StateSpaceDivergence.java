// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.attractor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;

/**
 * D_stsp, the Kullback–Leibler divergence between the places that two systems visit (Koppe, Toutounji, Kirsch, Lis and Durstewitz 2019,
 * doi:10.1371/journal.pcbi.1007263).
 *
 * @param bins per dimension of the histogram
 * @param smoothing α added to every bin
 */
public record StateSpaceDivergence(int bins, double smoothing) {

    /** Dimensions from which a histogram has too many bins; a mixture of Gaussians takes its place. */
    public static final int MIXTURE_FROM = 6;
    private static final double MARGIN = 0.1;
    private static final int SAMPLES = 1000;

    /** By histogram below {@value #MIXTURE_FROM} dimensions, by mixture from there on. */
    public double between(Matrix truth, Matrix model) {
        requireSameDimension(truth, model);
        return truth.columns() < MIXTURE_FROM ? byHistogram(truth, model) : byMixture(truth, model);
    }

    /**
     * Σ p ln(p/q) over the bins of a grid that covers the true states with a margin of a tenth of their standard deviation. States of the model outside
     * the grid are left out.
     *
     * @param truth sample × dimension
     * @param model sample × dimension
     */
    public double byHistogram(Matrix truth, Matrix model) {
        int d = truth.columns();
        double cells = Math.pow(bins, d);
        if (cells > 9e15) {
            throw NullclineException.invalid(bins + " bins in each of " + d + " dimensions are too many; use fewer bins.");
        }
        double[] low = new double[d];
        double[] high = new double[d];
        for (int j = 0; j < d; j++) {
            double[] x = truth.column(j);
            double mean = Arrays.stream(x).average().orElse(0);
            double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1);
            double deviation = Math.sqrt(variance);
            if (!(deviation > 0)) {
                throw NullclineException.input("Dimension " + j + " of the first system never varies, so that it has no histogram.");
            }
            low[j] = Arrays.stream(x).min().orElseThrow() - MARGIN * deviation;
            high[j] = Arrays.stream(x).max().orElseThrow() + MARGIN * deviation;
        }
        Map<Long, double[]> counts = new HashMap<>();
        double inTruth = count(truth, low, high, counts, 0);
        double inModel = count(model, low, high, counts, 1);
        double scaleP = inTruth + smoothing * cells;
        double scaleQ = inModel + smoothing * cells;
        double sum = 0;
        for (Long cell : counts.keySet().stream().sorted().toList()) {
            double[] both = counts.get(cell);
            double p = (both[0] + smoothing) / scaleP;
            double q = (both[1] + smoothing) / scaleQ;
            sum += p > 0 ? p * Math.log(p / q) : 0;
        }
        // All bins that nobody visits have the same two probabilities.
        double emptyP = smoothing / scaleP;
        return sum + (smoothing > 0 ? (cells - counts.size()) * emptyP * Math.log(scaleQ / scaleP) : 0);
    }

    private double count(Matrix states, double[] low, double[] high, Map<Long, double[]> counts, int which) {
        int inside = 0;
        for (int i = 0; i < states.rows(); i++) {
            long cell = 0;
            boolean in = true;
            for (int j = 0; j < low.length && in; j++) {
                double place = bins * (states.get(i, j) - low[j]) / (high[j] - low[j]);
                in = place >= 0 && place < bins;
                cell = cell * bins + (long) place;
            }
            if (in) {
                counts.computeIfAbsent(cell, key -> new double[2])[which]++;
                inside++;
            }
        }
        return inside;
    }

    /** With a Gaussian of unit variance around every state, by {@value #SAMPLES} samples of the first mixture, always the same ones. */
    public static double byMixture(Matrix truth, Matrix model) {
        requireSameDimension(truth, model);
        RandomStream random = RandomStream.of(0).child("state-space-divergence");
        int d = truth.columns();
        double sum = 0;
        for (int s = 0; s < SAMPLES; s++) {
            double[] x = truth.row(random.below(truth.rows()));
            for (int j = 0; j < d; j++) {
                x[j] += random.normal();
            }
            sum += logDensity(x, truth) - logDensity(x, model);
        }
        return sum / SAMPLES;
    }

    /** Up to the constant that both mixtures share. */
    private static double logDensity(double[] x, Matrix centres) {
        double[] exponents = new double[centres.rows()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < exponents.length; i++) {
            double square = 0;
            for (int j = 0; j < x.length; j++) {
                double difference = x[j] - centres.data()[i * x.length + j];
                square += difference * difference;
            }
            exponents[i] = -square / 2;
            largest = Math.max(largest, exponents[i]);
        }
        double sum = 0;
        for (double exponent : exponents) {
            sum += Math.exp(exponent - largest);
        }
        return largest + Math.log(sum / exponents.length);
    }

    static void requireSameDimension(Matrix x, Matrix y) {
        if (x.columns() != y.columns()) {
            throw NullclineException.input("These systems have " + x.columns() + " and " + y.columns() + " dimensions; this comparison needs the same ones.");
        }
        if (x.rows() < 2 || y.rows() < 2) {
            throw NullclineException.input("A comparison of attractors needs at least two time bins of each system.");
        }
    }
}
