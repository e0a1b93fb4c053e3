// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.util.Arrays;
import java.util.Objects;

import org.nullcline.compute.kernel.Kernels;

/** Operations that move elements. */
final class Shapes {

    private Shapes() {
    }

    static Var rows(Var x, int from, int to) {
        Objects.checkFromToIndex(from, to, x.rows());
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(to - from, x.columns(), x);
        for (int c = 0; c < y.columns(); c++) {
            k.copy(y.rows(), x.at + c * x.stride + from, y.at + c * y.stride);
        }
        return x.tape.record(y, () -> {
            int slope = x.slope();
            for (int c = 0; c < y.columns(); c++) {
                k.scaleAdd(y.rows(), 1, y.slope + c * y.stride, slope + c * x.stride + from);
            }
        });
    }

    static Var gather(Var x, int... index) {
        int[] rows = index.clone();
        for (int row : rows) {
            Objects.checkIndex(row, x.rows());
        }
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(rows.length, x.columns(), x);
        for (int c = 0; c < y.columns(); c++) {
            k.gather(rows, x.at + c * x.stride, y.at + c * y.stride);
        }
        return x.tape.record(y, () -> {
            int slope = x.slope();
            for (int c = 0; c < y.columns(); c++) {
                k.scatter(rows, y.slope + c * y.stride, slope + c * x.stride);
            }
        });
    }

    static Var transpose(Var x) {
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(x.columns(), x.rows(), x);
        k.transpose(x.columns(), x.rows(), x.at, x.stride, y.at, y.stride, false);
        return x.tape.record(y, () -> k.transpose(x.rows(), x.columns(), y.slope, y.stride, x.slope(), x.stride, true));
    }

    static Var expand(Var x, int rows, int columns) {
        if (x.rows() == rows && x.columns() == columns) {
            return x;
        }
        if (x.rows() != rows && x.rows() != 1 || x.columns() != columns && x.columns() != 1) {
            throw new IllegalArgumentException("A matrix of " + x.shape() + " cannot be repeated to " + rows + " × " + columns + ".");
        }
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(rows, columns, x);
        boolean oneRow = x.rows() != rows;
        boolean oneColumn = x.columns() != columns;
        for (int c = 0; c < columns; c++) {
            int from = x.at + (oneColumn ? 0 : c * x.stride);
            if (oneRow) {
                k.fill(rows, y.at + c * y.stride, k.get(from));
            } else {
                k.copy(rows, from, y.at + c * y.stride);
            }
        }
        return x.tape.record(y, () -> {
            int slope = x.slope();
            for (int c = 0; c < columns; c++) {
                int to = slope + (oneColumn ? 0 : c * x.stride);
                if (oneRow) {
                    k.set(to, k.get(to) + k.sum(1, rows, y.slope + c * y.stride, y.stride));
                } else {
                    k.scaleAdd(rows, 1, y.slope + c * y.stride, to);
                }
            }
        });
    }

    static Var concat(Var... parts) {
        Var first = first(parts);
        int columns = 0;
        for (Var part : parts) {
            if (part.rows() != first.rows()) {
                throw new IllegalArgumentException("Cannot put a matrix of " + part.shape() + " beside one of " + first.shape() + ".");
            }
            columns += part.columns();
        }
        Kernels k = first.tape.kernels;
        Var y = first.tape.result(first.rows(), columns, parts);
        int at = 0;
        for (Var part : parts) {
            k.copy(part.length(), part.at, y.at + at);
            at += part.length();
        }
        return first.tape.record(y, () -> {
            int from = y.slope;
            for (Var part : parts) {
                if (part.needs) {
                    k.scaleAdd(part.length(), 1, from, part.slope());
                }
                from += part.length();
            }
        });
    }

    static Var stack(Var... parts) {
        Var first = first(parts);
        int rows = 0;
        for (Var part : parts) {
            if (part.columns() != first.columns()) {
                throw new IllegalArgumentException("Cannot put a matrix of " + part.shape() + " below one of " + first.shape() + ".");
            }
            rows += part.rows();
        }
        Kernels k = first.tape.kernels;
        Var y = first.tape.result(rows, first.columns(), parts);
        int at = 0;
        for (Var part : parts) {
            for (int c = 0; c < y.columns(); c++) {
                k.copy(part.rows(), part.at + c * part.stride, y.at + c * y.stride + at);
            }
            at += part.rows();
        }
        return first.tape.record(y, () -> {
            int from = 0;
            for (Var part : parts) {
                if (part.needs) {
                    int slope = part.slope();
                    for (int c = 0; c < y.columns(); c++) {
                        k.scaleAdd(part.rows(), 1, y.slope + c * y.stride + from, slope + c * part.stride);
                    }
                }
                from += part.rows();
            }
        });
    }

    private static Var first(Var... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("There is nothing to put together.");
        }
        return Arrays.asList(parts).get(0);
    }

    static Var stopGradient(Var x) {
        Var y = new Var(x.tape, x.rows(), x.columns(), false);
        x.tape.kernels.copy(x.length(), x.at, y.at);
        y.exact = x.exact;
        return y;
    }

    static Var dropout(Var x, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("A dropout rate lies in [0, 1), not at " + rate + ".");
        }
        if (!x.tape.training() || rate == 0) {
            return x;
        }
        double[] mask = x.tape.random().uniforms(x.rows() * x.columns(), 0, 1);
        for (int i = 0; i < mask.length; i++) {
            mask[i] = mask[i] < rate ? 0 : 1 / (1 - rate);
        }
        return x.times(x.tape.constant(x.rows(), x.columns(), mask));
    }
}
