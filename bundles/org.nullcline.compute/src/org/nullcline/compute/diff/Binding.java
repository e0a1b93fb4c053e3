// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.util.List;

import org.nullcline.compute.kernel.Kernels;

/**
 * The copy of a set of weights in the memory of one tape, and their gradients. A matrix is kept row by row with padded rows, which is the
 * layout of its transpose as a {@link Var}. The gradient of a vector or of a small narrow matrix is kept as partial sums over trials,
 * {@link Kernels#LANES} for each element; that of other matrices like the matrix itself.
 */
final class Binding {

    /** Beyond this, partial sums are more work than whole ones. */
    private static final int NARROW = 12;
    /** Beyond so many elements, partial sums no longer fit the nearest cache. */
    private static final int SMALL = 1024;

    private final Weights weights;
    private final Tape tape;
    private final int[] value;
    private final int[] slope;
    /** Where the values lie through which gradients flow back: those of the weight itself, unless {@link #feedback} replaced them. */
    private final int[] feedback;
    private final Var[] variables;

    Binding(Weights weights, Tape tape) {
        this.weights = weights;
        this.tape = tape;
        List<Parameter> parameters = weights.parameters();
        value = new int[parameters.size()];
        slope = new int[parameters.size()];
        variables = new Var[parameters.size()];
        for (Parameter p : parameters) {
            int i = p.index();
            value[i] = tape.allocate(p.rows() * stride(p));
            for (int r = 0; r < p.rows(); r++) {
                tape.kernels.write(p.columns(), value[i] + r * stride(p), weights.values(), p.offset() + r * p.columns());
            }
        }
        feedback = value.clone();
        if (tape.records()) {
            for (Parameter p : parameters) {
                slope[p.index()] = tape.allocate(slopeLength(p));
            }
            clear(tape.kernels);
        }
    }

    Weights weights() {
        return weights;
    }

    private static int stride(Parameter p) {
        return Kernels.stride(p.columns());
    }

    /** Whether the gradient is kept as partial sums; see {@link Kernels#laneProducts}. */
    static boolean lanes(Parameter p) {
        return p.vector() || Math.min(p.rows(), p.columns()) <= NARROW && p.size() <= SMALL;
    }

    private static int slopeLength(Parameter p) {
        return lanes(p) ? p.size() * Kernels.LANES : p.rows() * stride(p);
    }

    int value(Parameter p) {
        return value[p.index()];
    }

    /** The values to multiply a gradient with on its way back through a layer. */
    int feedback(Parameter p) {
        return feedback[p.index()];
    }

    /** Lets gradients flow back through other values (row by row) than forward ones. */
    void feedback(Parameter p, double[] rowMajor) {
        int i = p.index();
        if (feedback[i] == value[i]) {
            feedback[i] = tape.allocate(p.rows() * stride(p));
        }
        for (int r = 0; r < p.rows(); r++) {
            tape.kernels.write(p.columns(), feedback[i] + r * stride(p), rowMajor, r * p.columns());
        }
    }

    int slope(Parameter p) {
        return slope[p.index()];
    }

    void clear(Kernels kernels) {
        for (Parameter p : weights.parameters()) {
            kernels.fill(slopeLength(p), slope[p.index()], 0);
        }
    }

    /** The parameter as a variable of rows × columns. */
    Var variable(Parameter p) {
        int i = p.index();
        if (variables[i] == null) {
            Kernels k = tape.kernels;
            Var y = new Var(tape, p.rows(), p.columns(), tape.records());
            k.transpose(p.rows(), p.columns(), value[i], stride(p), y.at, y.stride, false);
            variables[i] = tape.record(y, () -> {
                if (lanes(p)) {
                    for (int j = 0; j < p.columns(); j++) {
                        for (int r = 0; r < p.rows(); r++) {
                            int to = slope[i] + (r * p.columns() + j) * Kernels.LANES;
                            k.set(to, k.get(to) + k.get(y.slope + j * y.stride + r));
                        }
                    }
                } else {
                    k.transpose(p.columns(), p.rows(), y.slope, y.stride, slope[i], stride(p), true);
                }
            });
        }
        return variables[i];
    }

    /** Adds the gradients to {@code sum}, in the order of {@link Weights#values}. */
    void gradient(Kernels kernels, double[] sum) {
        for (Parameter p : weights.parameters()) {
            int from = slope[p.index()];
            if (lanes(p)) {
                double[] lanes = new double[p.size() * Kernels.LANES];
                kernels.read(lanes.length, from, lanes, 0);
                for (int j = 0; j < p.size(); j++) {
                    sum[p.offset() + j] += combine(lanes, j * Kernels.LANES);
                }
            } else {
                double[] row = new double[p.columns()];
                for (int r = 0; r < p.rows(); r++) {
                    kernels.read(p.columns(), from + r * stride(p), row, 0);
                    for (int j = 0; j < p.columns(); j++) {
                        sum[p.offset() + r * p.columns() + j] += row[j];
                    }
                }
            }
        }
    }

    /** The sum of partial sums in double precision, always in the same order. */
    private static double combine(double[] lanes, int at) {
        double sum = 0;
        for (int l = 0; l < Kernels.LANES; l++) {
            sum += lanes[at + l];
        }
        return sum;
    }
}
