// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.bench;

/**
 * Something whose speed is measured.
 *
 * @param name of the case, such as {@code training/gru-25}
 * @param timer does the work so many times and tells how long each took
 */
public record BenchCase(String name, Timer timer) {

    /** Does work and measures it. */
    @FunctionalInterface
    public interface Timer {

        /** Milliseconds of each of {@code runs} repetitions, after warming up. */
        double[] measure(int runs);
    }

    /** Milliseconds of each repetition. */
    public double[] measure(int runs) {
        return timer.measure(runs);
    }

    /** A timer for work that is simply repeated; the first two repetitions warm up and are not counted. */
    static Timer repeated(Runnable work) {
        return runs -> {
            double[] millis = new double[runs];
            for (int run = -2; run < runs; run++) {
                long start = System.nanoTime();
                work.run();
                if (run >= 0) {
                    millis[run] = (System.nanoTime() - start) / 1e6;
                }
            }
            return millis;
        };
    }
}
