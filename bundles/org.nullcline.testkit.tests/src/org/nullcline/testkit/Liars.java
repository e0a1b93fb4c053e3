// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.dynamics.Solver;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Value;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.linalg.Matrix;

/** Contributions that keep their promises, and others that do not. */
public final class Liars {

    private Liars() {
    }

    private static Matrix matrix(Value value) {
        return Matrix.of(value.array("matrix"));
    }

    /** The Frobenius distance: a metric, invariant to a common shift only. */
    public static final class Frobenius implements Metric {

        @Override
        public double compare(Value first, Value second, Parameters parameters) {
            return matrix(first).minus(matrix(second)).norm();
        }
    }

    /** Not symmetric, not zero on identity, breaks the triangle inequality. */
    public static final class NoMetric implements Metric {

        @Override
        public double compare(Value first, Value second, Parameters parameters) {
            double d = matrix(first).minus(matrix(second)).norm();
            return Math.exp(4 * d - 80) + 1 + matrix(first).data()[0];
        }
    }

    /** dz/dt = tanh(Wz) + Bu. */
    public static final class Honest implements Architecture {

        @Override
        public VectorField create(Layers layers, Parameters parameters) {
            var layer = layers.linear("w", parameters.latentSize(), parameters.latentSize());
            var drive = parameters.inputSize() == 0 ? null : layers.linear("u", parameters.inputSize(), parameters.latentSize());
            return (z, input) -> input == null ? layer.of(z).tanh() : layer.of(z).tanh().plus(drive.of(input));
        }
    }

    /** Its gradient misses a factor. */
    public static final class WrongGradient implements Architecture {

        @Override
        public VectorField create(Layers layers, Parameters parameters) {
            var layer = layers.linear("w", parameters.latentSize(), parameters.latentSize());
            return (z, input) -> {
                Var y = layer.of(z);
                return y.times(y.stopGradient());
            };
        }
    }

    /** The mean over the batch leaks into every trial. */
    public static final class Leaky implements Architecture {

        @Override
        public VectorField create(Layers layers, Parameters parameters) {
            return (z, input) -> z.minus(z.mean().expand(z.rows(), z.columns()));
        }
    }

    /** Euler's method. */
    public static final class EulerStep implements Solver {

        @Override
        public Var advance(VectorField field, Var state, Var input, double duration, Parameters parameters) {
            return state.axpy(duration, field.of(state, input));
        }
    }

    /** Heun's method, whose trajectories draw straight lines over five intervals. */
    public static class StraightLines implements Solver {

        @Override
        public Var advance(VectorField field, Var state, Var input, double duration, Parameters parameters) {
            Var first = field.of(state, input);
            return state.axpy(duration / 2, first.plus(field.of(state.axpy(duration, first), input)));
        }

        @Override
        public List<Var> trajectory(VectorField field, Var state, List<Var> inputs, double interval, int count, Parameters parameters) {
            if (inputs != null) {
                return Solver.super.trajectory(field, state, inputs, interval, count, parameters);
            }
            List<Var> states = new ArrayList<>(List.of(state));
            while (states.size() < count) {
                Var from = states.getLast();
                Var to = from;
                for (int i = 0; i < 5; i++) {
                    to = advance(field, to, null, interval, parameters);
                }
                for (int i = 1; i <= 5 && states.size() < count; i++) {
                    states.add(from.axpy(i / 5.0, to.minus(from)));
                }
            }
            return states;
        }
    }

    /** Heun's method, whose trajectories keep the first input. */
    public static final class Deaf extends StraightLines {

        @Override
        public List<Var> trajectory(VectorField field, Var state, List<Var> inputs, double interval, int count, Parameters parameters) {
            List<Var> states = new ArrayList<>(List.of(state));
            while (states.size() < count) {
                states.add(advance(field, states.getLast(), inputs == null ? null : inputs.getFirst(), interval, parameters));
            }
            return states;
        }
    }

    /** The logistic map. */
    public static class Logistic implements SimulatedSystem {

        @Override
        public DynamicalSystem create(Parameters parameters) {
            return new DynamicalSystem() {

                @Override
                public int dimension() {
                    return 1;
                }

                @Override
                public Update update() {
                    return Update.NEXT_STATE;
                }

                @Override
                public void evaluate(double[] state, double[] result) {
                    result[0] = 3.7 * state[0] * (1 - state[0]);
                }

                @Override
                public void jacobian(double[] state, double[] result) {
                    result[0] = slope(state[0]);
                }
            };
        }

        double slope(double x) {
            return 3.7 * (1 - 2 * x);
        }

        @Override
        public double[] initialState(Parameters parameters) {
            return new double[] {0.3};
        }

        @Override
        public double period(Parameters parameters) {
            return 1;
        }

        @Override
        public double timeStep(Parameters parameters) {
            return 1;
        }
    }

    /** The logistic map with a wrong derivative. */
    public static final class WrongSlope extends Logistic {

        @Override
        double slope(double x) {
            return 3.7 * (1 - x);
        }
    }

    /** Depends on the number of threads and on how often it ran. */
    public static final class Moody implements Step {

        private static final AtomicInteger RUNS = new AtomicInteger();

        @Override
        public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
            context.progress().check();
            Scores.Builder scores = new Scores.Builder(List.of("x"));
            return Map.of("scores", scores.row("run", context.threads() + RUNS.incrementAndGet()).build());
        }
    }

    /** Works as it should. */
    public static final class Calm implements Step {

        @Override
        public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
            for (int i = 0; i < 10; i++) {
                context.progress().check();
            }
            double norm = matrix(inputs.one("matrix")).norm() + context.seed();
            return Map.of("scores", new Scores.Builder(List.of("norm")).row("a", norm).build());
        }
    }

    /** Works as it should on spike counts whose rates are known, and says so when it gets something else. */
    public static final class Choosy implements Step {

        @Override
        public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
            Recording recording = Recording.of(inputs.one("recording"));
            if (recording.signal() != Signal.COUNTS || !recording.value().has(Recording.TRUE_RATES)) {
                throw NullclineException.input("This needs simulated spike counts.");
            }
            context.progress().check();
            return Map.of("scores", new Scores.Builder(List.of("bins")).row("a", recording.trials().total()).build());
        }
    }

    /** Takes nothing that anybody could give it. */
    public static final class Refusing implements Step {

        @Override
        public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
            throw NullclineException.input("This recording will not do.");
        }
    }

    /** Gives another port than it declares and cannot be cancelled for good. */
    public static final class Stubborn implements Step {

        @Override
        public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
            if (context.progress().cancelled()) {
                throw new IllegalStateException("I do not want to stop.");
            }
            return Map.of("other", inputs.one("matrix"));
        }
    }
}
