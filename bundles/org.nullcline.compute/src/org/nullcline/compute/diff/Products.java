// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Kernels;

/** Matrix products and linear layers. */
final class Products {

    /** Trials that are summed before the sum is added to a weight gradient: few enough for the cache, enough to hide the addition. */
    private static final int TRIALS = 64;

    private Products() {
    }

    /** Y = X W: X is rows × k, W is k × columns. */
    static Var matmul(Var x, Var w) {
        if (x.columns() != w.rows()) {
            throw new IllegalArgumentException("A matrix of " + x.shape() + " cannot be multiplied by one of " + w.shape() + ".");
        }
        Tape tape = x.tape;
        Kernels k = tape.kernels;
        int inner = x.columns();
        Var y = tape.result(x.rows(), w.columns(), x, w);
        k.product(w.columns(), y.stride, inner, w.at, w.stride, 1, x.at, x.stride, -1, y.at, y.stride, false);
        return tape.record(y, () -> {
            if (x.needs) {
                k.product(inner, y.stride, w.columns(), w.at, 1, w.stride, y.slope, y.stride, -1, x.slope(), x.stride, true);
            }
            if (w.needs) {
                transposed(tape, w.columns(), w.columns(), inner, x.rows(), y.stride, y.slope, y.slope, x.at, w.slope(), w.stride);
            }
        });
    }

    /**
     * C ← C + A Bᵀ, the sum over the trials of two matrices of equal stride, in blocks of {@link #TRIALS}: A is m × trials, its first
     * {@code split} rows at a and the others at rest; B is n × trials; C is m × n with rows of stride ldc.
     */
    private static void transposed(Tape tape, int m, int split, int n, int trials, int stride, int a, int rest, int b, int c, int ldc) {
        Kernels k = tape.kernels;
        int wide = Kernels.stride(n);
        int scratch = tape.borrow(TRIALS * wide);
        for (int p = 0; p < trials; p += TRIALS) {
            int block = Math.min(TRIALS, trials - p);
            k.transpose(n, block, b + p, stride, scratch, wide, false);
            k.product(split, wide, block, a + p, stride, 1, scratch, wide, -1, c, ldc, true);
            if (split < m) {
                k.product(m - split, wide, block, rest + p, stride, 1, scratch, wide, -1, c + split * ldc, ldc, true);
            }
        }
        tape.giveBack(scratch, TRIALS * wide);
    }

    static void require(Var x, Parameter weight, Parameter bias) {
        if (x.columns() != weight.columns()) {
            throw new IllegalArgumentException("Layer \"" + weight.name() + "\" takes " + weight.columns() + " inputs, but its input has "
                + x.columns() + ".");
        }
        if (bias != null && bias.weights() != weight.weights()) {
            throw new IllegalArgumentException("Weight \"" + weight.name() + "\" and bias \"" + bias.name() + "\" belong to different sets.");
        }
        if (bias != null && bias.columns() != weight.rows()) {
            throw new IllegalArgumentException("Bias \"" + bias.name() + "\" has " + bias.columns() + " values for " + weight.rows() + " outputs.");
        }
    }

    /** Y = f(X Wᵀ + b): W is outputs × inputs, b has outputs values. */
    static Var linear(Var x, Parameter weight, Parameter bias, Activation f) {
        require(x, weight, bias);
        if (!f.fromResult()) {
            return f.of(linear(x, weight, bias, Activation.IDENTITY));
        }
        Tape tape = x.tape;
        Kernels k = tape.kernels;
        Binding w = tape.binding(weight.weights());
        Var y = new Var(tape, x.rows(), weight.rows(), tape.records());
        forward(k, w, weight, bias, x.at, y.stride, y.at, false);
        int n = y.length();
        if (f.function() != null) {
            k.apply(f.function(), n, y.at, y.at);
        }
        return tape.record(y, () -> {
            boolean copy = y.kept && f.function() != null;
            int g = copy ? tape.borrow(n) : y.slope;
            if (copy) {
                k.copy(n, y.slope, g);
            }
            if (f.function() != null) {
                k.chain(f.function(), n, y.at, y.at, g);
            }
            backward(tape, w, weight, bias, x.rows(), x.at, x.stride, g, x.needs ? x.slope() : -1);
            if (copy) {
                tape.giveBack(g, n);
            }
        });
    }

    /** y ← W x + b, or y ← y + W x + b. */
    static void forward(Kernels k, Binding w, Parameter weight, Parameter bias, int x, int stride, int y, boolean accumulate) {
        k.product(weight.rows(), stride, weight.columns(), w.value(weight), Kernels.stride(weight.columns()), 1, x, stride,
            bias == null ? -1 : w.value(bias), y, stride, accumulate);
    }

    /** Adds to the gradients of W, b and (if {@code dx} ≥ 0) x, where g is the gradient of W x + b. */
    static void backward(Tape tape, Binding w, Parameter weight, Parameter bias, int trials, int x, int stride, int g, int dx) {
        backward(tape, w, weight, weight.rows(), trials, x, stride, g, g, dx);
        if (bias != null) {
            tape.kernels.laneSums(weight.rows(), trials, g, stride, w.slope(bias));
        }
    }

    /**
     * Adds to the gradients of W and (if {@code dx} ≥ 0) x. The gradient of W x has its first {@code split} rows at g and the others at rest.
     */
    static void backward(Tape tape, Binding w, Parameter weight, int split, int trials, int x, int stride, int g, int rest, int dx) {
        Kernels k = tape.kernels;
        int rows = weight.rows();
        int columns = weight.columns();
        int ld = Kernels.stride(columns);
        int value = w.feedback(weight);
        int slope = w.slope(weight);
        if (dx >= 0) {
            k.product(columns, stride, split, value, 1, ld, g, stride, -1, dx, stride, true);
            if (split < rows) {
                k.product(columns, stride, rows - split, value + split * ld, 1, ld, rest, stride, -1, dx, stride, true);
            }
        }
        if (!Binding.lanes(weight)) {
            transposed(tape, rows, split, columns, trials, stride, g, rest, x, slope, ld);
            return;
        }
        k.laneProducts(split, columns, trials, g, stride, x, stride, slope);
        if (split < rows) {
            k.laneProducts(rows - split, columns, trials, rest, stride, x, stride, slope + split * columns * Kernels.LANES);
        }
    }
}
