// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;

/**
 * How a system moves within a plane through its state space that is parallel to two axes: the field f(x) of a flow, the displacement f(x) − x of
 * a map, and the nullclines where one component vanishes.
 *
 * @param horizontal index of the state variable along the horizontal axis
 * @param vertical index of the state variable along the vertical axis
 * @param x values of the horizontal variable, ascending
 * @param y values of the vertical variable, ascending
 * @param dx horizontal component, y × x
 * @param dy vertical component, y × x
 * @param speed Euclidean norm of the whole field, all state variables included, y × x
 */
public record FlowField(int horizontal, int vertical, double[] x, double[] y, double[][] dx, double[][] dy, double[][] speed) {

    /**
     * Evaluates the field on a grid.
     *
     * @param origin the state that gives all other variables their values
     * @param resolution grid points per axis
     */
    public static FlowField sample(DynamicalSystem system, double[] origin, int horizontal, int vertical, double[] rangeX, double[] rangeY,
            int resolution) {
        int n = system.dimension();
        if (horizontal < 0 || horizontal >= n || vertical < 0 || vertical >= n || horizontal == vertical) {
            throw NullclineException.invalid("A flow field needs two different state variables between 0 and " + (n - 1) + ", not " + horizontal
                    + " and " + vertical + ".");
        }
        double[] x = grid(rangeX, resolution);
        double[] y = grid(rangeY, resolution);
        double[][] dx = new double[resolution][resolution];
        double[][] dy = new double[resolution][resolution];
        double[][] speed = new double[resolution][resolution];
        double[] state = origin.clone();
        double[] f = new double[n];
        for (int j = 0; j < resolution; j++) {
            for (int i = 0; i < resolution; i++) {
                state[horizontal] = x[i];
                state[vertical] = y[j];
                system.evaluate(state, f);
                double sum = 0;
                for (int d = 0; d < n; d++) {
                    if (system.update() == Update.NEXT_STATE) {
                        f[d] -= state[d];
                    }
                    sum += f[d] * f[d];
                }
                dx[j][i] = f[horizontal];
                dy[j][i] = f[vertical];
                speed[j][i] = Math.sqrt(sum);
            }
        }
        return new FlowField(horizontal, vertical, x, y, dx, dy, speed);
    }

    /** The nullcline of the horizontal variable: polylines (point × 2) on which dx = 0. */
    public List<double[][]> horizontalNullcline() {
        return ZeroContour.of(x, y, dx);
    }

    /** The nullcline of the vertical variable: polylines (point × 2) on which dy = 0. */
    public List<double[][]> verticalNullcline() {
        return ZeroContour.of(x, y, dy);
    }

    private static double[] grid(double[] range, int resolution) {
        if (!(range[0] < range[1]) || resolution < 2) {
            throw NullclineException.invalid("The range of a flow field must ascend and hold at least 2 points, not " + resolution + " from " + range[0]
                    + " to " + range[1] + ".");
        }
        double[] grid = new double[resolution];
        for (int i = 0; i < resolution; i++) {
            grid[i] = range[0] + (range[1] - range[0]) * i / (resolution - 1);
        }
        return grid;
    }
}
