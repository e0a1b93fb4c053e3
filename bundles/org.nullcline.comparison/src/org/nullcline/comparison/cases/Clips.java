// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.cases;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;

/** Trajectories of one simulated system from random places around its usual start, by the classical Runge–Kutta method. */
public final class Clips {

    private final SimulatedSystem system;
    private final Parameters parameters;

    /** Of a system with its parameters. */
    public Clips(SimulatedSystem system, Parameters parameters) {
        this.system = system;
        this.parameters = parameters;
    }

    /**
     * Simulates.
     *
     * @param count number of clips
     * @param samples time bins of each
     * @param interval distance of two bins in the system's unit of time
     * @param lead time that passes before each clip begins
     * @param spread standard deviation of the starts around the usual one
     * @return trials of samples × state
     * @throws NullclineException when a trajectory leaves for infinity
     */
    public List<Matrix> simulate(int count, int samples, double interval, double lead, double spread, RandomStream random, Progress progress) {
        List<Matrix> clips = new ArrayList<>();
        for (int clip = 0; clip < count; clip++) {
            progress.check();
            RandomStream own = random.child("clip", clip);
            double[] start = system.initialState(parameters).clone();
            for (int i = 0; i < start.length; i++) {
                start[i] += spread * own.normal();
            }
            if (lead > 0) {
                double[][] led = system.trajectory(parameters, start, lead, 2, this::integrate);
                start = led[1];
            }
            Matrix states = Matrix.of(system.trajectory(parameters, start, interval, samples, this::integrate));
            for (double value : states.data()) {
                if (!Double.isFinite(value)) {
                    throw NullclineException.task("A trajectory of the system leaves for infinity; choose other parameters or a smaller spread.");
                }
            }
            clips.add(states);
        }
        return clips;
    }

    private double[][] integrate(DynamicalSystem field, double[] start, double interval, int count) {
        int n = field.dimension();
        double[][] states = new double[count][];
        states[0] = start.clone();
        boolean flow = field.update() == Update.DERIVATIVE;
        int steps = flow ? (int) Math.ceil(interval / system.timeStep(parameters)) : 1;
        double h = interval / steps;
        double[] x = start.clone();
        double[][] k = new double[4][n];
        double[] at = new double[n];
        for (int t = 1; t < count; t++) {
            for (int step = 0; step < steps; step++) {
                if (!flow) {
                    field.evaluate(x, at);
                    System.arraycopy(at, 0, x, 0, n);
                    continue;
                }
                field.evaluate(x, k[0]);
                field.evaluate(moved(x, k[0], h / 2, at), k[1]);
                field.evaluate(moved(x, k[1], h / 2, at), k[2]);
                field.evaluate(moved(x, k[2], h, at), k[3]);
                for (int i = 0; i < n; i++) {
                    x[i] += h / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
                }
            }
            states[t] = x.clone();
        }
        return states;
    }

    private static double[] moved(double[] x, double[] direction, double length, double[] result) {
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i] + length * direction[i];
        }
        return result;
    }
}
