// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.util.Locale;

import org.nullcline.compute.optimise.Plateau;
import org.nullcline.compute.optimise.Schedule;

/**
 * How the learning rate changes from epoch to epoch.
 *
 * @param shape of the change
 * @param epochs between two changes of {@code STEP}, in which {@code EXPONENTIAL} reaches the factor once, in which {@code COSINE} comes down to it,
 *               and without a better validation loss before {@code PLATEAU} applies it
 * @param factor between 0 and 1
 * @param warmUp epochs at the beginning in which the rate rises to its value along a line
 */
public record RateSchedule(Shape shape, int epochs, double factor, int warmUp) {

    /** Always the same rate. */
    public static final RateSchedule CONSTANT = new RateSchedule(Shape.CONSTANT, 1, 1, 0);

    /** Shapes of the change. */
    public enum Shape {
        /** None. */
        CONSTANT,
        /** Multiplied by the factor every so many epochs. */
        STEP,
        /** Multiplied a little every epoch, by the factor in so many of them. */
        EXPONENTIAL,
        /** Down to the factor along half a cosine (Loshchilov &amp; Hutter 2017, arXiv 1608.03983). */
        COSINE,
        /** Multiplied by the factor when the validation loss (without validation trials, the training loss) stops falling. */
        PLATEAU;

        /** The name as it is stored and typed. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The factor of the rate in an epoch (counted from 0), for {@code PLATEAU} without what the losses change. */
    public double at(int epoch) {
        Schedule after = switch (shape) {
            case CONSTANT, PLATEAU -> Schedule.constant();
            case STEP -> Schedule.step(epochs, factor);
            case EXPONENTIAL -> time -> StrictMath.pow(factor, (double) time / epochs);
            case COSINE -> Schedule.cosine(epochs, factor);
        };
        return (warmUp > 0 ? Schedule.warmUp(warmUp, after) : after).factor(epoch);
    }

    /** What watches the losses; null where none has to. */
    Plateau plateau() {
        return shape == Shape.PLATEAU ? new Plateau(factor, epochs - 1, 0, 0) : null;
    }
}
