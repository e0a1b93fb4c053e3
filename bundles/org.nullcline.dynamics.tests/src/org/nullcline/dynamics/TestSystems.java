// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics;

import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;

/** Textbook systems with analytic Jacobians. */
public final class TestSystems {

    private TestSystems() {
    }

    /** f and its Jacobian. */
    public record System(int dimension, Update update, Function function, Function derivative) implements DynamicalSystem {

        @Override
        public void evaluate(double[] state, double[] result) {
            function.apply(state, result);
        }

        @Override
        public void jacobian(double[] state, double[] result) {
            if (derivative == null) {
                DynamicalSystem.super.jacobian(state, result);
            } else {
                derivative.apply(state, result);
            }
        }
    }

    /** Writes into its second argument. */
    @FunctionalInterface
    public interface Function {
        /** Evaluates. */
        void apply(double[] state, double[] result);
    }

    /** x' = σ(y − x), y' = x(ρ − z) − y, z' = xy − βz. */
    public static DynamicalSystem lorenz(double sigma, double rho, double beta) {
        return new System(3, Update.DERIVATIVE, (s, r) -> set(r, sigma * (s[1] - s[0]), s[0] * (rho - s[2]) - s[1], s[0] * s[1] - beta * s[2]),
                (s, r) -> set(r, -sigma, sigma, 0, rho - s[2], -1, -s[0], s[1], s[0], -beta));
    }

    /** x' = −y − z, y' = x + ay, z' = b + z(x − c). */
    public static DynamicalSystem rossler(double a, double b, double c) {
        return new System(3, Update.DERIVATIVE, (s, r) -> set(r, -s[1] - s[2], s[0] + a * s[1], b + s[2] * (s[0] - c)),
                (s, r) -> set(r, 0, -1, -1, 1, a, 0, s[2], 0, s[0] - c));
    }

    /** x' = y, y' = z, z' = −ax − by − cz + dx³. */
    public static DynamicalSystem arneodo(double a, double b, double c, double d) {
        return new System(3, Update.DERIVATIVE, (s, r) -> set(r, s[1], s[2], -a * s[0] - b * s[1] - c * s[2] + d * s[0] * s[0] * s[0]),
                (s, r) -> set(r, 0, 1, 0, 0, 0, 1, -a + 3 * d * s[0] * s[0], -b, -c));
    }

    /** (x, y) ↦ (1 − ax² + y, bx). */
    public static DynamicalSystem henon(double a, double b) {
        return new System(2, Update.NEXT_STATE, (s, r) -> set(r, 1 - a * s[0] * s[0] + s[1], b * s[0]), (s, r) -> set(r, -2 * a * s[0], 1, b, 0));
    }

    /** x' = Ax or x ↦ Ax. */
    public static DynamicalSystem linear(Update update, double[][] matrix) {
        int n = matrix.length;
        return new System(n, update, (s, r) -> {
            for (int i = 0; i < n; i++) {
                r[i] = 0;
                for (int j = 0; j < n; j++) {
                    r[i] += matrix[i][j] * s[j];
                }
            }
        }, (s, r) -> {
            for (int i = 0; i < n; i++) {
                java.lang.System.arraycopy(matrix[i], 0, r, i * n, n);
            }
        });
    }

    private static void set(double[] result, double... values) {
        java.lang.System.arraycopy(values, 0, result, 0, values.length);
    }
}
