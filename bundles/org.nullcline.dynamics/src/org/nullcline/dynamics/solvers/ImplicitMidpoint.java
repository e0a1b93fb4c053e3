// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.solvers;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.Solver;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.CustomOperation;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.dynamics.internal.LuDecomposition;

/**
 * The implicit midpoint rule, y = z + h/2 f(y), z′ = 2y − z: second order, A-stable, symplectic (Hairer, Lubich &amp; Wanner, Geometric Numerical
 * Integration, section II.1). For stiff vector fields.
 *
 * <p>Newton's method solves for y in double precision beside the tape. The tape then sees one Newton step from the solution y*,
 * y = y* + (I − h/2 f′(y*))⁻¹ (z + h/2 f(y*) − y*), whose derivatives with respect to z and to the weights are exactly those of the implicit
 * function.
 */
public final class ImplicitMidpoint implements Solver {

    private static final int MOST_ITERATIONS = 30;

    @Override
    public Var advance(VectorField field, Var state, Var input, double duration, Parameters parameters) {
        int steps = parameters.integer("steps");
        double h = duration / steps;
        Tape beside = Tape.differentiation(Precision.DOUBLE);
        Var z = state;
        for (int i = 0; i < steps; i++) {
            Midpoint solved = new Newton(field, beside, z, input, h).solve(parameters.real("tolerance"));
            Var y = z.tape().constant(z.rows(), z.columns(), solved.y());
            Var residual = z.axpy(h / 2, field.of(y, input)).minus(y);
            z = y.plus(solved.of(residual)).scale(2).minus(z);
        }
        return z;
    }

    /** The solution y*, rows × n, and the inverses of I − h/2 f′(y*), rows × n × n; as an operation, it multiplies each row by its matrix. */
    private record Midpoint(double[] y, double[] inverse) implements CustomOperation {

        @Override
        public INDArray forward(INDArray... inputs) {
            return multiply(inputs[0], false);
        }

        @Override
        public INDArray[] backward(INDArray[] inputs, INDArray output, INDArray gradient) {
            return new INDArray[] {multiply(gradient, true)};
        }

        private INDArray multiply(INDArray x, boolean transposed) {
            int rows = Math.toIntExact(x.size(0));
            int n = Math.toIntExact(x.size(1));
            double[] values = NdArrays.doubles(x);
            double[] product = new double[values.length];
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < n; i++) {
                    double sum = 0;
                    for (int j = 0; j < n; j++) {
                        sum += inverse[row * n * n + (transposed ? j * n + i : i * n + j)] * values[row * n + j];
                    }
                    product[row * n + i] = sum;
                }
            }
            return NdArrays.of(product, rows, n).castTo(x.dataType());
        }
    }

    /** Newton's method for one step of all trials. */
    private static final class Newton {

        private final VectorField field;
        private final Tape tape;
        private final double[] z;
        private final double[] input;
        private final int inputs;
        private final int rows;
        private final int n;
        private final double h;
        private final LuDecomposition lu;

        Newton(VectorField field, Tape tape, Var z, Var input, double h) {
            this.field = field;
            this.tape = tape;
            this.z = z.values();
            this.input = input == null ? null : input.values();
            this.h = h;
            inputs = input == null ? 0 : input.columns();
            rows = z.rows();
            n = z.columns();
            lu = new LuDecomposition(n);
        }

        Midpoint solve(double tolerance) {
            double[] y = z.clone();
            double[] inverse = new double[rows * n * n];
            double change = Double.POSITIVE_INFINITY;
            for (int iteration = 0; iteration < MOST_ITERATIONS && change > tolerance; iteration++) {
                change = improve(y, inverse);
            }
            if (!(change <= tolerance)) {
                throw NullclineException.task("The implicit midpoint rule found no solution of its step within " + MOST_ITERATIONS
                        + " Newton iterations; use more steps per interval, or lower the learning rate if the loss was rising.");
            }
            return new Midpoint(y, inverse);
        }

        /** One iteration for all trials; the largest change relative to 1 + |y|. */
        private double improve(double[] y, double[] inverse) {
            tape.reset();
            Var at = tape.variable(rows, n, y.clone());
            Var f = field.of(at, input == null ? null : tape.constant(rows, inputs, input));
            double[] value = f.values();
            double[] matrices = new double[rows * n * n];
            for (int i = 0; i < n; i++) {
                tape.clearGradients();
                tape.backward(f.columns(i, i + 1).sum());
                double[] slope = NdArrays.doubles(at.gradient());
                for (int row = 0; row < rows; row++) {
                    for (int j = 0; j < n; j++) {
                        matrices[(row * n + i) * n + j] = (i == j ? 1 : 0) - h / 2 * slope[row * n + j];
                    }
                }
            }
            double largest = 0;
            double[] step = new double[n];
            for (int row = 0; row < rows; row++) {
                if (!invert(matrices, row, inverse)) {
                    return Double.NaN;
                }
                for (int i = 0; i < n; i++) {
                    int at0 = row * n + i;
                    step[i] = z[at0] + h / 2 * value[at0] - y[at0];
                }
                for (int i = 0; i < n; i++) {
                    double sum = 0;
                    for (int j = 0; j < n; j++) {
                        sum += inverse[(row * n + i) * n + j] * step[j];
                    }
                    largest = Math.max(largest, Math.abs(sum) / (1 + Math.abs(y[row * n + i])));
                    y[row * n + i] += sum;
                }
            }
            return largest;
        }

        private boolean invert(double[] matrices, int row, double[] inverse) {
            double[] matrix = new double[n * n];
            System.arraycopy(matrices, row * n * n, matrix, 0, n * n);
            if (!lu.decompose(matrix)) {
                return false;
            }
            double[] column = new double[n];
            for (int j = 0; j < n; j++) {
                Arrays.fill(column, 0);
                column[j] = 1;
                lu.solve(column);
                for (int i = 0; i < n; i++) {
                    inverse[(row * n + i) * n + j] = column[i];
                }
            }
            return true;
        }
    }
}
