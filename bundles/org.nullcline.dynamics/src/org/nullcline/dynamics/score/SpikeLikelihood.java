// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;

/** Poisson likelihood of spike counts given rates in spikes per bin. */
public final class SpikeLikelihood {

    private SpikeLikelihood() {
    }

    /**
     * The mean negative log-likelihood per bin and neuron, in nats, λ − y log λ plus Stirling's approximation of log y! where y &gt; 1, as in S0
     * and torch's {@code poisson_nll_loss(full=True)}.
     *
     * @param counts samples × neurons
     * @param rates samples × neurons, spikes per bin
     */
    public static double negativeLogLikelihood(Matrix counts, Matrix rates) {
        requireSameShape(counts, rates);
        return sums(counts, rates, new double[counts.columns()]).negativeLogLikelihood();
    }

    /**
     * How many bits per spike the rates tell more than each neuron's mean rate does: (log L(rates) − log L(mean rates)) / (log 2 · spikes)
     * (Pei et al. 2021, Neural Latents Benchmark, arXiv 2109.04463).
     *
     * @param counts samples × neurons, at least one spike
     * @param rates samples × neurons, spikes per bin
     * @param meanRates spikes per bin of each neuron, usually over the training trials
     */
    public static double bitsPerSpike(Matrix counts, Matrix rates, double[] meanRates) {
        requireSameShape(counts, rates);
        return sums(counts, rates, meanRates).bitsPerSpike();
    }

    private static SpikeSums sums(Matrix counts, Matrix rates, double[] meanRates) {
        SpikeSums sums = new SpikeSums(meanRates);
        for (int i = 0; i < counts.rows(); i++) {
            sums.add(counts.data(), i * counts.columns(), rates.data(), i * rates.columns());
        }
        return sums;
    }

    /** Mean count of each neuron. */
    public static double[] meanRates(Matrix counts) {
        return counts.columnMeans();
    }

    /** Throws unless all counts are whole numbers of at least 0. */
    public static void requireCounts(double[] counts) {
        if (!Arrays.stream(counts).allMatch(y -> y >= 0 && y == Math.rint(y))) {
            throw NullclineException.input("Spike counts must be whole numbers of at least 0; declare the recording as continuous, or bin its spikes first.");
        }
    }

    private static void requireSameShape(Matrix counts, Matrix rates) {
        if (counts.rows() != rates.rows() || counts.columns() != rates.columns()) {
            throw NullclineException.input("The rates (" + rates.rows() + " × " + rates.columns() + ") do not fit the counts (" + counts.rows() + " × "
                    + counts.columns() + "); score a recording with the trajectories that were fitted to it.");
        }
    }
}
