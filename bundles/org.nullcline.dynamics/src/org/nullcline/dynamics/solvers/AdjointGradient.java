// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.solvers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.dynamics.Solver;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.CustomOperation;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;

/**
 * A solver whose gradient comes from the adjoint equation instead of its steps (Chen, Rubanova, Bettencourt &amp; Duvenaud 2018, arXiv
 * 1806.07366, equations 4 and 5). With the loss L, a = ∂L/∂z follows da/dt = −aᵀ ∂f/∂z backwards in time and jumps by ∂L/∂z(tᵢ) at the output
 * times; ∂L/∂θ = ∫ aᵀ ∂f/∂θ dt. The same method with the same tolerances integrates forwards and backwards. Of the way, only the states at the
 * output times are kept, so the memory does not grow with the number of steps; backwards, the state begins anew at each of them.
 *
 * <p>The integrals for θ take no part in the control of the error, which concerns (z, a) (Kidger, Chen &amp; Lyons 2021, arXiv 2009.09457). a is
 * scaled so that its largest jump is 1: tolerances mean the same for every loss.
 */
public final class AdjointGradient implements Solver {

    private final ExplicitMethod method;
    private final ThreadLocal<Field> fields;
    private final List<Parameter> trained;

    /**
     * A vector field with weights of its own, for one thread.
     *
     * @param field the field
     * @param weights all that it uses, in the order of the weights that are trained
     */
    public record Field(VectorField field, Weights weights) {
    }

    /**
     * Wraps a method.
     *
     * @param copy makes the vector field once more; its weights get the values of the trained ones before each use
     * @param trained the weights of the vector field that is trained
     */
    public AdjointGradient(ExplicitMethod method, Supplier<Field> copy, List<Parameter> trained) {
        this.method = method;
        this.trained = List.copyOf(trained);
        fields = ThreadLocal.withInitial(copy);
    }

    @Override
    public Var advance(VectorField field, Var state, Var input, double duration, Parameters parameters) {
        return trajectory(field, state, input == null ? null : List.of(input), duration, 2, parameters).getLast();
    }

    @Override
    public List<Var> trajectory(VectorField field, Var state, List<Var> inputs, double interval, int count, Parameters parameters) {
        Tape tape = state.tape();
        if (!tape.records() || count < 2) {
            return method.trajectory(field, state, inputs, interval, count, parameters);
        }
        List<Var> operands = new ArrayList<>();
        if (inputs != null) {
            operands.addAll(inputs.subList(0, count - 1));
        }
        trained.forEach(p -> operands.add(p.on(tape)));
        int n = state.columns();
        Path path = new Path(state.rows(), n, inputs == null ? 0 : inputs.getFirst().columns(), interval, count - 1, parameters);
        Var later = path.of(state, operands.toArray(Var[]::new));
        List<Var> states = new ArrayList<>(count);
        states.add(state);
        for (int i = 0; i < count - 1; i++) {
            states.add(later.columns(i * n, (i + 1) * n));
        }
        return states;
    }

    /** The states behind {@code intervals} intervals, side by side, as one operation on the first state, the inputs and the weights. */
    private final class Path implements CustomOperation {

        private final int rows;
        private final int n;
        private final int inputs;
        private final double interval;
        private final int intervals;
        private final Parameters parameters;

        Path(int rows, int n, int inputs, double interval, int intervals, Parameters parameters) {
            this.rows = rows;
            this.n = n;
            this.inputs = inputs;
            this.interval = interval;
            this.intervals = intervals;
            this.parameters = parameters;
        }

        @Override
        public INDArray forward(INDArray... operands) {
            Field field = current(operands);
            ExplicitMethod.Integration integration = method.integration(parameters);
            double[] z = NdArrays.doubles(operands[0]);
            double[] all = new double[rows * n * intervals];
            Tape tape = Tape.inference(field.weights().precision());
            for (int i = 0; i < intervals; i++) {
                double[] input = input(operands, i);
                integration.advance(new Equations(n) {
                    @Override
                    public void evaluate(double[] y, double[] slope, double[] integrand) {
                        tape.reset();
                        Var f = field.field().of(tape.constant(rows, n, y), input == null ? null : tape.constant(rows, inputs, input));
                        System.arraycopy(f.values(), 0, slope, 0, slope.length);
                    }
                }, z, new double[0], interval);
                put(z, all, i);
            }
            return NdArrays.of(all, rows, (long) n * intervals).castTo(operands[0].dataType());
        }

        @Override
        public INDArray[] backward(INDArray[] operands, INDArray output, INDArray gradient) {
            Field field = current(operands);
            int weights = field.weights().size();
            double[] states = NdArrays.doubles(output);
            double[] jumps = NdArrays.doubles(gradient);
            double scale = Arrays.stream(jumps).map(Math::abs).max().orElse(0);
            INDArray[] gradients = new INDArray[operands.length];
            if (scale == 0) {
                return gradients;
            }
            ExplicitMethod.Integration integration = method.integration(parameters);
            double[] y = new double[2 * rows * n];
            double[] integrals = new double[weights + rows * inputs];
            Tape tape = Tape.differentiation(field.weights().precision());
            for (int i = intervals - 1; i >= 0; i--) {
                for (int row = 0; row < rows; row++) {
                    for (int d = 0; d < n; d++) {
                        int at = row * n * intervals + i * n + d;
                        y[row * 2 * n + d] = states[at];
                        y[row * 2 * n + n + d] += jumps[at] / scale;
                    }
                }
                Arrays.fill(integrals, weights, integrals.length, 0);
                integration.advance(new Backwards(field, input(operands, i), tape), y, integrals, interval);
                if (inputs > 0) {
                    gradients[1 + i] = scaled(Arrays.copyOfRange(integrals, weights, integrals.length), scale, rows, inputs);
                }
            }
            double[] first = new double[rows * n];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(y, row * 2 * n + n, first, row * n, n);
            }
            gradients[0] = scaled(first, scale, rows, n);
            int at = operands.length - trained.size();
            for (Parameter p : field.weights().parameters()) {
                gradients[at++] = scaled(Arrays.copyOfRange(integrals, p.offset(), p.offset() + p.size()), scale, p.rows(), p.columns());
            }
            return gradients;
        }

        /** (z, a) and the integrals for the weights and the input, against the direction of time. */
        private final class Backwards extends Equations {

            private final Field field;
            private final double[] input;
            private final Tape tape;

            Backwards(Field field, double[] input, Tape tape) {
                super(2 * n);
                this.field = field;
                this.input = input;
                this.tape = tape;
            }

            @Override
            public void evaluate(double[] y, double[] slope, double[] integrand) {
                double[] state = new double[rows * n];
                double[] a = new double[rows * n];
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(y, row * 2 * n, state, row * n, n);
                    System.arraycopy(y, row * 2 * n + n, a, row * n, n);
                }
                tape.reset();
                Var z = tape.variable(rows, n, state);
                Var u = input == null ? null : tape.variable(rows, inputs, input);
                Var f = field.field().of(z, u);
                tape.backward(f.times(tape.constant(rows, n, a)).sum());
                double[] values = f.values();
                double[] byState = z.gradientValues();
                for (int row = 0; row < rows; row++) {
                    for (int d = 0; d < n; d++) {
                        slope[row * 2 * n + d] = -values[row * n + d];
                        slope[row * 2 * n + n + d] = byState[row * n + d];
                    }
                }
                double[] byWeights = tape.gradient(field.weights());
                System.arraycopy(byWeights, 0, integrand, 0, byWeights.length);
                if (u != null) {
                    System.arraycopy(u.gradientValues(), 0, integrand, byWeights.length, rows * inputs);
                }
            }
        }

        private Field current(INDArray[] operands) {
            Field field = fields.get();
            int at = operands.length - trained.size();
            for (Parameter p : field.weights().parameters()) {
                field.weights().set(p.name(), NdArrays.doubles(operands[at++]));
            }
            return field;
        }

        private double[] input(INDArray[] operands, int i) {
            return inputs == 0 ? null : NdArrays.doubles(operands[1 + i]);
        }

        private void put(double[] z, double[] all, int i) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(z, row * n, all, row * n * intervals + i * n, n);
            }
        }

        private static INDArray scaled(double[] values, double scale, int rows, int columns) {
            return NdArrays.of(Arrays.stream(values).map(v -> v * scale).toArray(), rows, columns);
        }
    }

    private abstract static class Equations implements ExplicitMethod.Equations {

        private final int columns;

        Equations(int columns) {
            this.columns = columns;
        }

        @Override
        public int columns() {
            return columns;
        }
    }
}
