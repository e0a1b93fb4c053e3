// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.benchmark;

import org.nullcline.api.step.StepContext;

/**
 * One piece of work whose speed is measured. Whoever measures prepares it once, lets it run a few times to warm up, and then takes the time of
 * each further run.
 *
 * @param name stable, for scripts that compare measurements over years, such as {@code gru latent 25 neurons 10 batch 650}
 * @param unit what the reported time is the time of, such as {@code training step}
 * @param units how many of them one run does, at least 1; the time of a run is divided by it
 * @param preparation makes what the work needs, outside the measured time
 */
public record BenchmarkCase(String name, String unit, int units, Preparation preparation) {

    /** Makes what the work needs: data, models. */
    @FunctionalInterface
    public interface Preparation {

        /**
         * Prepares the work.
         *
         * @param context number of threads, cancellation, contributions, and a folder that is deleted afterwards
         */
        Work prepare(StepContext context);
    }

    /** Work that can be repeated. */
    @FunctionalInterface
    public interface Work extends AutoCloseable {

        /** Does it once. */
        void run();

        /** The largest number of measured runs that this work is worth. Work that takes minutes gives 1 and is then not warmed up either. */
        default int runs() {
            return Integer.MAX_VALUE;
        }

        /** Gives back what the preparation took, where that is more than memory. */
        @Override
        default void close() {
        }
    }

    /** Checks the number of units. */
    public BenchmarkCase {
        if (units < 1) {
            throw new IllegalArgumentException("The case '" + name + "' does " + units + " units in a run; it must do at least one.");
        }
    }

    /** A case of which one run does one unit. */
    public static BenchmarkCase of(String name, String unit, Preparation preparation) {
        return new BenchmarkCase(name, unit, 1, preparation);
    }
}
