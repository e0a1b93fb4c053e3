// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.solvers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.Solver;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Var;

/**
 * An embedded explicit Runge–Kutta pair with step-size control (Hairer, Nørsett &amp; Wanner, Solving Ordinary Differential Equations I, sections
 * II.4 and IV.2 of volume II for the PI controller). Steps end at the output times. Gradients flow through the accepted steps; the step sizes
 * themselves are constants.
 *
 * <p>All trials of a shard take the same steps: the error of a step is the largest over the trials of the root mean square over the state
 * variables of e / (atol + rtol · max(|z|, |z′|)). Shards have a fixed size, so the steps do not depend on the number of threads.
 */
public abstract class AdaptiveStep implements Solver {

    private static final double SAFETY = 0.9;
    private static final double SMALLEST_FACTOR = 0.2;
    private static final double LARGEST_FACTOR = 5;
    private static final double SMALLEST_STEP = 1e-10;

    private final ExplicitTableau tableau;

    /** A method with the given coefficients, which must estimate the error. */
    protected AdaptiveStep(ExplicitTableau tableau) {
        this.tableau = tableau;
    }

    @Override
    public final Var advance(VectorField field, Var state, Var input, double duration, Parameters parameters) {
        return new Run(field, state, parameters).to(duration, input);
    }

    @Override
    public final List<Var> trajectory(VectorField field, Var state, List<Var> inputs, double interval, int count, Parameters parameters) {
        List<Var> states = new ArrayList<>(count);
        states.add(state);
        Run run = new Run(field, state, parameters);
        for (int i = 1; i < count; i++) {
            states.add(run.to(interval, inputs == null ? null : inputs.get(i - 1)));
        }
        return states;
    }

    /** An integration that keeps its step size and last derivative from one output time to the next. */
    private final class Run {

        private final VectorField field;
        private final double atol;
        private final double rtol;
        private final int mostSteps;
        private Var z;
        private Var derivative;
        private Var lastInput;
        private double h;
        private double previousError = 1;

        Run(VectorField field, Var state, Parameters parameters) {
            this.field = field;
            z = state;
            atol = parameters.real("atol");
            rtol = parameters.real("rtol");
            mostSteps = parameters.integer("mostSteps");
        }

        Var to(double duration, Var input) {
            if (input != lastInput) {
                derivative = null;
                lastInput = input;
            }
            double left = duration;
            for (int steps = 0; left > 0; steps++) {
                if (steps == mostSteps) {
                    throw NullclineException.task("The adaptive solver needed more than " + mostSteps + " steps for one interval of " + duration
                            + "; the vector field is stiff or diverges: use an implicit solver, a looser tolerance, or raise 'mostSteps'.");
                }
                // The first step tries the whole interval: at the tolerances of training it mostly succeeds.
                double attempt = h == 0 ? left : Math.min(h, left);
                boolean cut = h > left;
                if (step(attempt, cut, duration, input)) {
                    left = attempt == left ? 0 : left - attempt;
                }
            }
            return z;
        }

        private boolean step(double attempt, boolean cut, double duration, Var input) {
            if (derivative == null) {
                derivative = field.of(z, input);
            }
            ExplicitTableau.Step step = tableau.step(field, z, input, attempt, derivative);
            double error = error(step, attempt);
            if (!(error <= 1)) {
                double factor = Double.isFinite(error) ? SAFETY * Math.pow(error, -1.0 / tableau.order()) : SMALLEST_FACTOR;
                h = attempt * Math.max(SMALLEST_FACTOR, Math.min(1, factor));
                if (h < SMALLEST_STEP * duration) {
                    throw NullclineException.task("The adaptive solver cannot meet its tolerance at any step; the vector field is not finite or not"
                            + " smooth: lower the learning rate, clip the gradient, or use looser tolerances.");
                }
                return false;
            }
            double bounded = Math.max(error, 1e-10);
            double factor = SAFETY * Math.pow(bounded, -0.7 / tableau.order()) * Math.pow(previousError, 0.4 / tableau.order());
            previousError = bounded;
            double next = attempt * Math.max(SMALLEST_FACTOR, Math.min(LARGEST_FACTOR, factor));
            h = cut ? Math.max(h, next) : next;
            z = step.state();
            derivative = tableau.firstSameAsLast() ? step.stages().getLast() : null;
            return true;
        }

        private double error(ExplicitTableau.Step step, double attempt) {
            double[] e = tableau.e();
            double[] factors = Arrays.stream(e, 1, e.length).map(c -> attempt * c).toArray();
            List<Var> k = step.stages();
            double[] error = k.getFirst().scale(attempt * e[0]).combination(factors, k.subList(1, e.length).toArray(Var[]::new)).values();
            double[] before = z.values();
            double[] after = step.state().values();
            int columns = z.columns();
            double largest = 0;
            for (int row = 0; row < z.rows(); row++) {
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

    /** Dormand &amp; Prince's method of order 5(4). */
    public static final class DormandPrince extends AdaptiveStep {
        /** For the registry. */
        public DormandPrince() {
            super(ExplicitTableau.DOPRI5);
        }
    }

    /** Tsitouras' method of order 5(4). */
    public static final class Tsitouras extends AdaptiveStep {
        /** For the registry. */
        public Tsitouras() {
            super(ExplicitTableau.TSIT5);
        }
    }
}
