// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Elementary;
import org.nullcline.compute.kernel.Kernels;

/** Sums, norms and what is normalised by them. Sums over trials are accumulated in double precision. */
final class Reductions {

    private Reductions() {
    }

    static Var sum(Var x, double factor) {
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(1, 1, x);
        double total = k.sum(x.columns(), x.rows(), x.at, x.stride);
        y.exact = x.rows() == 1 && x.columns() == 1 && !Double.isNaN(x.exact) ? factor * x.exact : factor * total;
        k.set(y.at, y.exact);
        return x.tape.record(y, () -> k.shift(x.length(), x.slope(), factor * k.get(y.slope), x.slope()));
    }

    static Var sumOverRows(Var x, double factor) {
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(1, x.columns(), x);
        for (int c = 0; c < x.columns(); c++) {
            k.set(y.at + c * y.stride, factor * k.sum(1, x.rows(), x.at + c * x.stride, x.stride));
        }
        return x.tape.record(y, () -> {
            int slope = x.slope();
            for (int c = 0; c < x.columns(); c++) {
                int to = slope + c * x.stride;
                k.shift(x.rows(), to, factor * k.get(y.slope + c * y.stride), to);
            }
        });
    }

    static Var sumOverColumns(Var x, double factor) {
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(x.rows(), 1, x);
        int n = x.stride;
        k.fill(n, y.at, 0);
        for (int c = 0; c < x.columns(); c++) {
            k.scaleAdd(n, 1, x.at + c * n, y.at);
        }
        if (factor != 1) {
            k.scale(n, factor, y.at, y.at);
        }
        return x.tape.record(y, () -> {
            int slope = x.slope();
            for (int c = 0; c < x.columns(); c++) {
                k.scaleAdd(n, factor, y.slope, slope + c * n);
            }
        });
    }

    static Var norm(Var x) {
        Tape tape = x.tape;
        Kernels k = tape.kernels;
        Var y = tape.result(x.rows(), 1, x);
        int n = x.stride;
        k.fill(n, y.at, 0);
        for (int c = 0; c < x.columns(); c++) {
            k.multiplyAdd(n, x.at + c * n, x.at + c * n, y.at);
        }
        k.apply(Elementary.SQRT, n, y.at, y.at);
        return tape.record(y, () -> {
            int unit = tape.borrow(n);
            for (int b = 0; b < n; b++) {
                double norm = k.get(y.at + b);
                k.set(unit + b, norm == 0 ? 0 : k.get(y.slope + b) / norm);
            }
            int slope = x.slope();
            for (int c = 0; c < x.columns(); c++) {
                k.multiplyAdd(n, unit, x.at + c * n, slope + c * n);
            }
            tape.giveBack(unit, n);
        });
    }

    /** The largest element of each row, at {@code to}. */
    private static void largest(Var x, int to) {
        Kernels k = x.tape.kernels;
        k.copy(x.stride, x.at, to);
        for (int c = 1; c < x.columns(); c++) {
            k.maximum(x.stride, x.at + c * x.stride, to, to);
        }
    }

    /** exp(x − largest) at {@code e} and its sum over the columns at {@code sum}. */
    private static void exponentials(Var x, int largest, int e, int sum) {
        Kernels k = x.tape.kernels;
        int n = x.stride;
        k.fill(n, sum, 0);
        for (int c = 0; c < x.columns(); c++) {
            k.subtract(n, x.at + c * n, largest, e + c * n);
        }
        k.apply(Elementary.EXP, x.length(), e, e);
        for (int c = 0; c < x.columns(); c++) {
            k.scaleAdd(n, 1, e + c * n, sum);
        }
    }

    static Var softmax(Var x) {
        Tape tape = x.tape;
        Kernels k = tape.kernels;
        int n = x.stride;
        Var y = tape.result(x.rows(), x.columns(), x);
        int largest = tape.borrow(n);
        int sum = tape.borrow(n);
        largest(x, largest);
        exponentials(x, largest, y.at, sum);
        for (int c = 0; c < x.columns(); c++) {
            k.divide(n, y.at + c * n, sum, y.at + c * n);
        }
        tape.giveBack(largest, n);
        tape.giveBack(sum, n);
        return tape.record(y, () -> {
            int inner = tape.borrow(n);
            int t = tape.borrow(n);
            k.fill(n, inner, 0);
            for (int c = 0; c < x.columns(); c++) {
                k.multiplyAdd(n, y.slope + c * n, y.at + c * n, inner);
            }
            int slope = x.slope();
            for (int c = 0; c < x.columns(); c++) {
                k.subtract(n, y.slope + c * n, inner, t);
                k.multiplyAdd(n, t, y.at + c * n, slope + c * n);
            }
            tape.giveBack(inner, n);
            tape.giveBack(t, n);
        });
    }

    static Var logSumExp(Var x) {
        Tape tape = x.tape;
        Kernels k = tape.kernels;
        int n = x.stride;
        Var y = tape.result(x.rows(), 1, x);
        int largest = tape.borrow(n);
        int sum = tape.borrow(n);
        int e = tape.borrow(x.length());
        largest(x, largest);
        exponentials(x, largest, e, sum);
        k.apply(Elementary.LOG, n, sum, y.at);
        k.add(n, y.at, largest, y.at);
        tape.giveBack(largest, n);
        tape.giveBack(sum, n);
        tape.giveBack(e, x.length());
        return tape.record(y, () -> {
            int t = tape.borrow(n);
            int slope = x.slope();
            for (int c = 0; c < x.columns(); c++) {
                k.subtract(n, x.at + c * n, y.at, t);
                k.apply(Elementary.EXP, n, t, t);
                k.multiplyAdd(n, t, y.slope, slope + c * n);
            }
            tape.giveBack(t, n);
        });
    }

    static Var normalise(Var x, double epsilon) {
        Var centred = x.minus(x.meanOverColumns());
        Var variance = centred.square().meanOverColumns();
        return centred.times(variance.plus(epsilon).sqrt().reciprocal());
    }
}
