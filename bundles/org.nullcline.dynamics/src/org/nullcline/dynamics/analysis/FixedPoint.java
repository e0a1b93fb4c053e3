// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import java.util.Arrays;

import org.nullcline.api.dynamics.Update;

/**
 * A state that does not move, with the linearisation around it.
 *
 * @param state the point
 * @param speed q = ½‖F‖² there, F = f(x) for a flow and f(x) − x for a map
 * @param jacobian ∂f/∂x, row-major n × n
 * @param eigenvalues of the Jacobian, n × 2 (real, imaginary), by falling real part for a flow and falling modulus for a map
 * @param update whether the Jacobian is that of a flow or of a map
 * @param starts number of starts that ended here
 * @param distance Euclidean distance to the nearest state that the search started from (before noise)
 */
public record FixedPoint(double[] state, double speed, double[] jacobian, double[][] eigenvalues, Update update, int starts, double distance) {

    /** Number of eigenvalues with positive real part (flow) or modulus above 1 (map). */
    public int unstableDimensions() {
        return (int) Arrays.stream(eigenvalues)
                .filter(l -> update == Update.DERIVATIVE ? l[0] > 0 : Math.hypot(l[0], l[1]) > 1).count();
    }

    /** Whether nearby states approach the point in all directions. */
    public boolean stable() {
        return unstableDimensions() == 0;
    }

    /**
     * What one interval of a flow does to small deviations, to first order: the eigenvalues of I + J·Δt. For a map, the eigenvalues themselves.
     *
     * @param interval Δt in the flow's unit of time
     * @return n × 2 (real, imaginary)
     */
    public double[][] multipliers(double interval) {
        if (update == Update.NEXT_STATE) {
            return eigenvalues;
        }
        return Arrays.stream(eigenvalues).map(l -> new double[] {1 + interval * l[0], interval * l[1]}).toArray(double[][]::new);
    }
}
