// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.solvers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Var;

/**
 * An embedded explicit Runge–Kutta pair with step-size control (Hairer, Nørsett &amp; Wanner, Solving Ordinary Differential Equations I, sections
 * II.4 and IV.2 of volume II for the PI controller). Without inputs, steps are as long as the tolerance allows, and states at the output times
 * between their ends come from the dense output of the method; with {@code denseOutput=false}, or where inputs change at the output times, steps end
 * there. Gradients flow through the accepted steps; the step sizes themselves are constants.
 *
 * <p>All trials of a shard take the same steps: the error of a step is the largest over the trials of the root mean square over the state
 * variables of e / (atol + rtol · max(|z|, |z′|)). Shards have a fixed size, so the steps do not depend on the number of threads.
 */
public abstract class AdaptiveStep implements ExplicitMethod {

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
        Run run = new Run(field, state, parameters);
        if (inputs == null && tableau.dense().length > 0 && parameters.flag("denseOutput")) {
            return run.across(interval, count);
        }
        List<Var> states = new ArrayList<>(count);
        states.add(state);
        for (int i = 1; i < count; i++) {
            states.add(run.to(interval, inputs == null ? null : inputs.get(i - 1)));
        }
        return states;
    }

    @Override
    public final Integration integration(Parameters parameters) {
        StepControl control = new StepControl(tableau.order(), parameters);
        return (system, y, integrals, duration) -> {
            ExplicitTableau.Stages stages = tableau.stages(system, y.length, integrals.length);
            control.begin(duration);
            stages.first(y);
            while (control.unfinished()) {
                double attempt = control.attempt();
                stages.step(y, attempt);
                if (control.accepts(control.norm(stages.error(attempt), y, stages.after(), system.columns()))) {
                    stages.accept(y, integrals, attempt);
                }
            }
        };
    }

    /** An integration that keeps its step size and last derivative from one output time to the next. */
    private final class Run {

        private final VectorField field;
        private final StepControl control;
        private Var z;
        private Var derivative;
        private Var lastInput;

        Run(VectorField field, Var state, Parameters parameters) {
            this.field = field;
            z = state;
            control = new StepControl(tableau.order(), parameters);
        }

        Var to(double duration, Var input) {
            if (input != lastInput) {
                derivative = null;
                lastInput = input;
            }
            control.begin(duration);
            while (control.unfinished()) {
                step(control.attempt(), input);
            }
            return z;
        }

        /** The states at equally spaced times, the first being the one at which the run stands. */
        List<Var> across(double interval, int count) {
            List<Var> states = new ArrayList<>(count);
            states.add(z);
            control.begin(interval, count - 1);
            double end = control.left();
            while (control.unfinished()) {
                double begin = end - control.left();
                double attempt = control.attempt();
                Var before = z;
                ExplicitTableau.Step step = step(attempt, null);
                boolean last = control.left() == 0;
                while (z != before && states.size() < count && (last || states.size() * interval <= end - control.left())) {
                    boolean atEnd = last && states.size() == count - 1;
                    states.add(atEnd ? z : tableau.between(before, attempt, step.stages(), Math.min(1, (states.size() * interval - begin) / attempt)));
                }
            }
            return states;
        }

        /** Tries a step and takes it if its error is small enough. */
        private ExplicitTableau.Step step(double attempt, Var input) {
            if (derivative == null) {
                derivative = field.of(z, input);
            }
            ExplicitTableau.Step step = tableau.step(field, z, input, attempt, derivative);
            if (control.accepts(control.norm(error(step, attempt), z.values(), step.state().values(), z.columns()))) {
                z = step.state();
                derivative = tableau.firstSameAsLast() ? step.stages().getLast() : null;
            }
            return step;
        }

        private double[] error(ExplicitTableau.Step step, double attempt) {
            double[] e = tableau.e();
            double[] factors = Arrays.stream(e, 1, e.length).map(c -> attempt * c).toArray();
            List<Var> k = step.stages();
            return k.getFirst().scale(attempt * e[0]).combination(factors, k.subList(1, e.length).toArray(Var[]::new)).values();
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
