// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.solvers;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;

/**
 * Step sizes of an adaptive method from the errors of its steps, by a PI controller (Hairer &amp; Wanner, Solving Ordinary Differential Equations
 * II, section IV.2). The step size lives on from one interval to the next.
 */
final class StepControl {

    private static final double SAFETY = 0.9;
    private static final double SMALLEST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 5;
    private static final double SMALLEST_STEP = 1e-10;

    private final int order;
    private final double atol;
    private final double rtol;
    private final int mostSteps;
    private double h;
    private double previousError = 1;
    private double duration;
    private double left;
    private long allowed;
    private long steps;

    /** Tolerances and the largest number of steps from the parameters {@code atol}, {@code rtol} and {@code mostSteps}. */
    StepControl(int order, Parameters parameters) {
        this.order = order;
        atol = parameters.real("atol");
        rtol = parameters.real("rtol");
        mostSteps = parameters.integer("mostSteps");
    }

    /** Begins an interval. */
    void begin(double interval) {
        begin(interval, 1);
    }

    /** Begins several intervals of equal length as one, whose ends do not cut steps. */
    void begin(double interval, int intervals) {
        duration = interval;
        left = interval * intervals;
        allowed = (long) mostSteps * intervals;
        steps = 0;
    }

    /** Whether the interval is not finished yet. */
    boolean unfinished() {
        if (left > 0 && steps == allowed) {
            throw NullclineException.task("The adaptive solver needed more than " + mostSteps + " steps for an interval of " + duration
                    + "; the vector field is stiff or diverges: use an implicit solver, a looser tolerance, or raise 'mostSteps'.");
        }
        return left > 0;
    }

    /** The step to try next. */
    double attempt() {
        // The first step tries a whole interval: at the tolerances of training it mostly succeeds.
        return Math.min(h == 0 ? duration : h, left);
    }

    /** What is left of all intervals. */
    double left() {
        return left;
    }

    /** Accepts a tried step, or not, and chooses the next one. */
    boolean accepts(double error) {
        double attempt = attempt();
        boolean cut = h > left;
        steps++;
        if (!(error <= 1)) {
            double factor = Double.isFinite(error) ? SAFETY * Math.pow(error, -1.0 / order) : SMALLEST_FACTOR;
            h = attempt * Math.max(SMALLEST_FACTOR, Math.min(1, factor));
            if (h < SMALLEST_STEP * duration) {
                throw NullclineException.task("The adaptive solver cannot meet its tolerance at any step; the vector field is not finite or not"
                        + " smooth: lower the learning rate, clip the gradient, or use looser tolerances.");
            }
            return false;
        }
        double bounded = Math.max(error, 1e-10);
        double factor = SAFETY * Math.pow(bounded, -0.7 / order) * Math.pow(previousError, 0.4 / order);
        previousError = bounded;
        double next = attempt * Math.max(SMALLEST_FACTOR, Math.min(LARGEST_FACTOR, factor));
        h = cut ? Math.max(h, next) : next;
        left = attempt == left ? 0 : left - attempt;
        return true;
    }

    /**
     * The error of a step: the largest over the rows of the root mean square over the columns of e / (atol + rtol · max(|z|, |z′|)); infinite
     * where it is not finite.
     *
     * @param error of each element, rows × columns
     * @param before state before the step
     * @param after state behind it
     */
    double norm(double[] error, double[] before, double[] after, int columns) {
        double largest = 0;
        for (int row = 0; row < error.length / columns; row++) {
            double sum = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                double scaled = error[i] / (atol + rtol * Math.max(Math.abs(before[i]), Math.abs(after[i])));
                sum += scaled * scaled;
            }
            if (!Double.isFinite(sum)) {
                return Double.POSITIVE_INFINITY;
            }
            largest = Math.max(largest, Math.sqrt(sum / columns));
        }
        return largest;
    }
}
