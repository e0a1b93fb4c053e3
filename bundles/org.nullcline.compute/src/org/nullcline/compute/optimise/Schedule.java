// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.optimise;

/** How the learning rate changes with time: a factor for each step or epoch, whichever the caller counts. */
@FunctionalInterface
public interface Schedule {

    /** The factor of the learning rate at a time 0, 1, 2 … */
    double factor(long time);

    /** Always 1. */
    static Schedule constant() {
        return time -> 1;
    }

    /** Multiplied by {@code factor} after every {@code every} times. */
    static Schedule step(long every, double factor) {
        requirePositive(every);
        return time -> StrictMath.pow(factor, time / every);
    }

    /** Multiplied by {@code factor} each time. */
    static Schedule exponential(double factor) {
        return time -> StrictMath.pow(factor, time);
    }

    /** From 1 down to {@code floor} along half a cosine in {@code duration} times, then constant. */
    static Schedule cosine(long duration, double floor) {
        requirePositive(duration);
        return time -> floor + (1 - floor) * 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(time, duration) / duration));
    }

    /** From 1/duration up to 1 along a line in {@code duration} times, then {@code next} from its beginning. */
    static Schedule warmUp(long duration, Schedule next) {
        requirePositive(duration);
        return time -> time < duration ? (time + 1.0) / duration : next.factor(time - duration);
    }

    private static void requirePositive(long duration) {
        if (duration < 1) {
            throw new IllegalArgumentException("A schedule needs a duration of at least 1, not " + duration + ".");
        }
    }
}
