// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.Locale;

import org.nullcline.api.value.Signal;
import org.nullcline.compute.diff.Losses;
import org.nullcline.compute.diff.Var;

/** How observations scatter around what the readout predicts. */
public enum Likelihood {

    /** Counts with rate exp(readout) per bin; the loss includes Stirling's approximation of log y! where y &gt; 1. */
    POISSON(true) {
        @Override
        public Var loss(Var readout, Var logDispersion, Var observed) {
            return Losses.poisson(readout, observed, true);
        }
    },

    /** Counts with mean μ = exp(readout) per bin that scatter more than Poisson ones: their variance is μ + μ²/r, with a learned r for each channel. */
    NEGATIVE_BINOMIAL(true) {
        @Override
        public Var loss(Var readout, Var logDispersion, Var observed) {
            return Losses.negativeBinomial(readout, logDispersion, observed);
        }
    },

    /** Standardised signals with unit variance around the readout. */
    GAUSSIAN(false) {
        @Override
        public Var loss(Var readout, Var logDispersion, Var observed) {
            return Losses.squaredError(readout, observed).scale(0.5).plus(0.5 * Math.log(2 * Math.PI));
        }
    };

    private final boolean counts;

    Likelihood(boolean counts) {
        this.counts = counts;
    }

    /** Whether it is one of counts, whose mean is exp(readout). */
    public boolean counts() {
        return counts;
    }

    /** Whether each channel has a learned log r. */
    public boolean dispersed() {
        return this == NEGATIVE_BINOMIAL;
    }

    /**
     * Mean negative log-likelihood over all elements, 1 × 1.
     *
     * @param logDispersion log r of each channel, 1 × channels; null unless {@link #dispersed}
     */
    public abstract Var loss(Var readout, Var logDispersion, Var observed);

    /** The name as it is stored and typed. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The likelihood of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Likelihood of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The likelihood of that name; {@code auto} chooses by the signal. */
    public static Likelihood of(String text, Signal signal) {
        return text.equals("auto") ? signal == Signal.COUNTS ? POISSON : GAUSSIAN : of(text);
    }
}
