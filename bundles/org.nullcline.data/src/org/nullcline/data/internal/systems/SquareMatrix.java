// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.systems;

import org.nullcline.api.NullclineException;

/** Weights of a network, row after row: row i holds what unit i receives. */
record SquareMatrix(int size, double[] values) {

    static SquareMatrix of(String owner, String parameter, double[] values) {
        int size = (int) Math.round(Math.sqrt(values.length));
        if (size == 0 || size * size != values.length) {
            throw NullclineException.invalid(owner + ": the parameter '" + parameter + "' has " + values.length + " values, which make no square matrix.");
        }
        return new SquareMatrix(size, values);
    }

    double get(int i, int j) {
        return values[i * size + j];
    }

    /** Row i times x. */
    double row(int i, double[] x) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += values[i * size + j] * x[j];
        }
        return sum;
    }
}
