// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Kernels;

/** Matrix products and linear layers. */
final class Products {

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
                transposed(tape, w.columns(), inner, x.rows(), y.slope, y.stride, x.at, w.slope(), w.stride);
            }
        });
    }

    /** C ← C + A Bᵀ over the trials of two matrices of equal stride. */
    static void transposed(Tape tape, int m, int n, int trials, int a, int stride, int b, int c, int ldc) {
        int size = Kernels.TRIAL_BLOCK * Kernels.stride(n);
        int scratch = tape.borrow(size);
        tape.kernels.productTransposed(m, n, trials, a, stride, b, stride, c, ldc, scratch);
        tape.giveBack(scratch, size);
    }

    static void require(Var x, Parameter weight, Parameter bias) {
        if (x.columns() != weight.columns()) {
            throw new IllegalArgumentException("Layer \"" + weight.name() + "\" takes " + weight.columns() + " inputs, but its input has "
                + x.columns() + ".");
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
        backward(tape, w, weight, 0, weight.rows(), trials, x, stride, g, dx);
        if (bias != null) {
            tape.kernels.laneSums(weight.rows(), trials, g, stride, w.slope(bias));
        }
    }

    /** Adds to the gradients of some rows of W and (if {@code dx} ≥ 0) of x, where g is the gradient of those rows of W x. */
    static void backward(Tape tape, Binding w, Parameter weight, int first, int rows, int trials, int x, int stride, int g, int dx) {
        Kernels k = tape.kernels;
        int columns = weight.columns();
        int ld = Kernels.stride(columns);
        if (dx >= 0) {
            k.product(columns, stride, rows, w.value(weight) + first * ld, 1, ld, g, stride, -1, dx, stride, true);
        }
        if (Binding.lanes(weight)) {
            k.laneProducts(rows, columns, trials, g, stride, x, stride, w.slope(weight) + first * columns * Kernels.LANES);
        } else {
            transposed(tape, rows, columns, trials, g, stride, x, w.slope(weight) + first * ld, ld);
        }
    }
}
