// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

/**
 * The sums behind the Poisson likelihood of spike counts (see {@link SpikeLikelihood}), over rows that come one after the other. The result does
 * not depend on how the rows are cut into parts.
 */
public final class SpikeSums {

    /** A neuron without training spikes would make the null model impossible for any later spike. */
    private static final double LEAST = 1e-9;

    private final double[] meanRates;
    private double logLikelihood;
    private double gain;
    private double spikes;
    private long numbers;

    /**
     * No rows yet.
     *
     * @param meanRates spikes per bin of each neuron under the null model
     */
    public SpikeSums(double[] meanRates) {
        this.meanRates = meanRates.clone();
    }

    /** A row: counts begin at {@code at}, rates (spikes per bin) at {@code predicted}. */
    public void add(double[] counts, int at, double[] rates, int predicted) {
        for (int j = 0; j < meanRates.length; j++) {
            double y = counts[at + j];
            double rate = rates[predicted + j];
            logLikelihood += rate - (y > 0 ? y * Math.log(rate) : 0);
            if (y > 1) {
                logLikelihood += y * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI * y);
            }
            double mean = Math.max(meanRates[j], LEAST);
            gain += mean - rate + (y > 0 ? y * (Math.log(Math.max(rate, LEAST)) - Math.log(mean)) : 0);
            spikes += y;
            numbers++;
        }
    }

    /** As {@link SpikeLikelihood#negativeLogLikelihood}. */
    public double negativeLogLikelihood() {
        return logLikelihood / numbers;
    }

    /** As {@link SpikeLikelihood#bitsPerSpike}. */
    public double bitsPerSpike() {
        return spikes == 0 ? Double.NaN : gain / (Math.log(2) * spikes);
    }
}
