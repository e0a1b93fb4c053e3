// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Function;

import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;

/** Compares gradients with central differences in double precision. */
final class FiniteDifferences {

    /** The step balances truncation (h² ≈ 1e-10) against rounding (1e-16/h ≈ 1e-11). */
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 2e-7;

    private FiniteDifferences() {
    }

    /**
     * Asserts that the gradient of a matrix-valued function with respect to all weights is right: contracts the matrix with fixed random
     * numbers and varies every weight.
     */
    static void assertGradient(String what, Weights weights, Function<Tape, Var> function) {
        Tape tape = Tape.training(Precision.DOUBLE);
        tape.backward(contraction(tape, function));
        double[] gradient = tape.gradient(weights);
        double[] values = weights.values();
        for (int i = 0; i < values.length; i++) {
            double old = values[i];
            values[i] = old + STEP;
            double above = contracted(tape, function);
            values[i] = old - STEP;
            double below = contracted(tape, function);
            values[i] = old;
            double expected = (above - below) / (2 * STEP);
            assertEquals(expected, gradient[i], TOLERANCE * Math.max(1, Math.abs(expected)), what + ", derivative by weight " + i);
        }
    }

    private static double contracted(Tape tape, Function<Tape, Var> function) {
        tape.reset();
        return contraction(tape, function).value();
    }

    private static Var contraction(Tape tape, Function<Tape, Var> function) {
        tape.random(RandomStream.of(5));
        Var y = function.apply(tape);
        double[] factors = RandomStream.of(3).child("contraction").normals(y.rows() * y.columns());
        return y.times(tape.constant(y.rows(), y.columns(), factors)).sum();
    }
}
