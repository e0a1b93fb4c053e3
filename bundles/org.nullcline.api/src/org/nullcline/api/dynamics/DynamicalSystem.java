// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.dynamics;

/** An autonomous system in double precision, simulated or fitted: a flow dx/dt = f(x) or a map x ↦ f(x). Safe for use by several threads. */
public interface DynamicalSystem {

    /** Number of state variables. */
    int dimension();

    /** Whether {@link #evaluate} gives the derivative (flow) or the next state (map). */
    Update update();

    /** Evaluates f at {@code state} into {@code result}; both have {@link #dimension()} entries. */
    void evaluate(double[] state, double[] result);

    /**
     * The Jacobian ∂f_i/∂x_j at {@code state}, row-major into {@code result} (dimension × dimension).
     *
     * <p>The default uses central differences with steps of the cube root of the unit roundoff; override it where the derivative is known.
     */
    default void jacobian(double[] state, double[] result) {
        int n = dimension();
        double[] point = state.clone();
        double[] above = new double[n];
        double[] below = new double[n];
        for (int j = 0; j < n; j++) {
            double step = Math.cbrt(Math.ulp(1.0)) * Math.max(1, Math.abs(state[j]));
            point[j] = state[j] + step;
            evaluate(point, above);
            point[j] = state[j] - step;
            evaluate(point, below);
            point[j] = state[j];
            for (int i = 0; i < n; i++) {
                result[i * n + j] = (above[i] - below[i]) / (2 * step);
            }
        }
    }
}
