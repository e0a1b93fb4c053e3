// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.Locale;

import org.nullcline.api.value.Signal;
import org.nullcline.compute.diff.Losses;
import org.nullcline.compute.diff.Var;

/** How observations scatter around what the readout predicts. */
public enum Likelihood {

    /** Counts with rate exp(readout) per bin; the loss includes Stirling's approximation of log y! where y &gt; 1. */
    POISSON {
        @Override
        public Var loss(Var readout, Var observed) {
            return Losses.poisson(readout, observed, true);
        }
    },

    /** Standardised signals with unit variance around the readout. */
    GAUSSIAN {
        @Override
        public Var loss(Var readout, Var observed) {
            return Losses.squaredError(readout, observed).scale(0.5).plus(0.5 * Math.log(2 * Math.PI));
        }
    };

    /** Mean negative log-likelihood over all elements, 1 × 1. */
    public abstract Var loss(Var readout, Var observed);

    /** The name as it is stored and typed. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The likelihood of that name; {@code auto} chooses by the signal. */
    public static Likelihood of(String text, Signal signal) {
        return text.equals("auto") ? signal == Signal.COUNTS ? POISSON : GAUSSIAN : valueOf(text.toUpperCase(Locale.ROOT));
    }
}
