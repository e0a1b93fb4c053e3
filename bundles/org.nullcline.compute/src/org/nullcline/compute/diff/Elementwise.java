// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Elementary;
import org.nullcline.compute.kernel.Kernels;

/** Operations element by element and how their gradients go back. */
final class Elementwise {

    private Elementwise() {
    }

    private static int common(Var a, Var b, int m, int n) {
        if (m != n && m != 1 && n != 1) {
            throw new IllegalArgumentException("A matrix of " + a.shape() + " and one of " + b.shape() + " do not fit each other.");
        }
        return Math.max(m, n);
    }

    /** {@code a} repeated to the common shape of both. */
    private static Var fit(Var a, Var b) {
        return a.expand(common(a, b, a.rows(), b.rows()), common(a, b, a.columns(), b.columns()));
    }

    static Var plus(Var left, Var right) {
        return sum(left, 1, right);
    }

    static Var minus(Var left, Var right) {
        return sum(left, -1, right);
    }

    private static Var sum(Var left, double sign, Var right) {
        Var a = fit(left, right);
        Var b = fit(right, left);
        Kernels k = a.tape.kernels;
        Var y = a.tape.result(a.rows(), a.columns(), a, b);
        int n = y.length();
        if (sign > 0) {
            k.add(n, a.at, b.at, y.at);
        } else {
            k.subtract(n, a.at, b.at, y.at);
        }
        y.exact = a.exact + sign * b.exact;
        return a.tape.record(y, () -> {
            if (a.needs) {
                k.scaleAdd(n, 1, y.slope, a.slope());
            }
            if (b.needs) {
                k.scaleAdd(n, sign, y.slope, b.slope());
            }
        });
    }

    static Var times(Var left, Var right) {
        Var a = fit(left, right);
        Var b = fit(right, left);
        Kernels k = a.tape.kernels;
        Var y = a.tape.result(a.rows(), a.columns(), a, b);
        int n = y.length();
        k.multiply(n, a.at, b.at, y.at);
        return a.tape.record(y, () -> {
            if (a.needs) {
                k.multiplyAdd(n, y.slope, b.at, a.slope());
            }
            if (b.needs) {
                k.multiplyAdd(n, y.slope, a.at, b.slope());
            }
        });
    }

    static Var divide(Var left, Var right) {
        Var a = fit(left, right);
        Var b = fit(right, left);
        Tape tape = a.tape;
        Kernels k = tape.kernels;
        Var y = tape.result(a.rows(), a.columns(), a, b);
        int n = y.length();
        k.divide(n, a.at, b.at, y.at);
        return tape.record(y, () -> {
            int t = tape.borrow(n);
            k.divide(n, y.slope, b.at, t);
            if (a.needs) {
                k.scaleAdd(n, 1, t, a.slope());
            }
            if (b.needs) {
                k.multiply(n, t, y.at, t);
                k.scaleAdd(n, -1, t, b.slope());
            }
            tape.giveBack(t, n);
        });
    }

    static Var maximum(Var left, Var right) {
        Var a = fit(left, right);
        Var b = fit(right, left);
        Tape tape = a.tape;
        Kernels k = tape.kernels;
        Var y = tape.result(a.rows(), a.columns(), a, b);
        int n = y.length();
        k.maximum(n, a.at, b.at, y.at);
        return tape.record(y, () -> {
            for (int i = 0; i < n; i++) {
                boolean first = k.get(a.at + i) >= k.get(b.at + i);
                if (first ? a.needs : b.needs) {
                    int to = (first ? a : b).slope() + i;
                    k.set(to, k.get(to) + k.get(y.slope + i));
                }
            }
        });
    }

    /** α x + c. */
    static Var affine(Var x, double alpha, double c) {
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(x.rows(), x.columns(), x);
        int n = y.length();
        if (alpha == 1) {
            k.shift(n, x.at, c, y.at);
        } else {
            k.scale(n, alpha, x.at, y.at);
            if (c != 0) {
                k.shift(n, y.at, c, y.at);
            }
        }
        y.exact = alpha * x.exact + c;
        return x.tape.record(y, () -> k.scaleAdd(n, alpha, y.slope, x.slope()));
    }

    /** z + Σ αᵢ xᵢ. */
    static Var combination(Var z, double[] alpha, Var... x) {
        if (alpha.length != x.length) {
            throw new IllegalArgumentException(alpha.length + " coefficients for " + x.length + " terms.");
        }
        for (Var term : x) {
            if (term.rows() != z.rows() || term.columns() != z.columns()) {
                throw new IllegalArgumentException("Cannot add a matrix of " + term.shape() + " to one of " + z.shape() + ".");
            }
        }
        Kernels k = z.tape.kernels;
        Var[] inputs = new Var[x.length + 1];
        System.arraycopy(x, 0, inputs, 0, x.length);
        inputs[x.length] = z;
        Var y = z.tape.result(z.rows(), z.columns(), inputs);
        int n = y.length();
        k.copy(n, z.at, y.at);
        double exact = z.exact;
        for (int i = 0; i < x.length; i++) {
            if (alpha[i] != 0) {
                k.scaleAdd(n, alpha[i], x[i].at, y.at);
                exact += alpha[i] * x[i].exact;
            }
        }
        y.exact = exact;
        return z.tape.record(y, () -> {
            if (z.needs) {
                k.scaleAdd(n, 1, y.slope, z.slope());
            }
            for (int i = 0; i < x.length; i++) {
                if (alpha[i] != 0 && x[i].needs) {
                    k.scaleAdd(n, alpha[i], y.slope, x[i].slope());
                }
            }
        });
    }

    static Var apply(Elementary f, Var x) {
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(x.rows(), x.columns(), x);
        int n = y.length();
        k.apply(f, n, x.at, y.at);
        return x.tape.record(y, () -> k.backpropagate(f, n, x.at, y.at, y.slope, x.slope()));
    }

    static Var power(Var x, double p) {
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(x.rows(), x.columns(), x);
        int n = y.length();
        for (int i = 0; i < n; i++) {
            k.set(y.at + i, StrictMath.pow(k.get(x.at + i), p));
        }
        return x.tape.record(y, () -> {
            int slope = x.slope();
            for (int i = 0; i < n; i++) {
                k.set(slope + i, k.get(slope + i) + k.get(y.slope + i) * p * StrictMath.pow(k.get(x.at + i), p - 1));
            }
        });
    }

    static Var clamp(Var x, double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException("Cannot move values between " + low + " and " + high + ".");
        }
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(x.rows(), x.columns(), x);
        int n = y.length();
        for (int i = 0; i < n; i++) {
            double v = k.get(x.at + i);
            k.set(y.at + i, v < low ? low : v > high ? high : v);
        }
        return x.tape.record(y, () -> {
            int slope = x.slope();
            for (int i = 0; i < n; i++) {
                double v = k.get(x.at + i);
                if (v >= low && v <= high) {
                    k.set(slope + i, k.get(slope + i) + k.get(y.slope + i));
                }
            }
        });
    }
}
