// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;

/** Trajectories of a system in double precision: the classical fourth-order Runge–Kutta method for a flow, iteration for a map. */
public final class RungeKutta {

    private RungeKutta() {
    }

    /**
     * States after 0, 1, … {@code count − 1} steps.
     *
     * @param step in the system's unit of time; ignored for a map
     * @return time × state
     */
    public static double[][] trajectory(DynamicalSystem system, double[] start, double step, int count) {
        double[][] states = new double[count][];
        double[] x = start.clone();
        double[][] work = new double[5][x.length];
        for (int i = 0; i < count; i++) {
            states[i] = x.clone();
            advance(system, x, step, work);
        }
        return states;
    }

    private static void advance(DynamicalSystem system, double[] x, double h, double[][] work) {
        if (system.update() == Update.NEXT_STATE) {
            system.evaluate(x, work[0]);
            System.arraycopy(work[0], 0, x, 0, x.length);
            return;
        }
        double[] stage = work[4];
        system.evaluate(x, work[0]);
        move(x, h / 2, work[0], stage);
        system.evaluate(stage, work[1]);
        move(x, h / 2, work[1], stage);
        system.evaluate(stage, work[2]);
        move(x, h, work[2], stage);
        system.evaluate(stage, work[3]);
        for (int i = 0; i < x.length; i++) {
            x[i] += h / 6 * (work[0][i] + 2 * work[1][i] + 2 * work[2][i] + work[3][i]);
        }
    }

    private static void move(double[] x, double h, double[] slope, double[] result) {
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i] + h * slope[i];
        }
    }
}
