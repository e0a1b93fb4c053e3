// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.TangentMotion;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.random.RandomStream;

/**
 * A scalar delay equation x′(t) = f(x(t), x(t − τ)), declared like an {@link EquationSystem}: {@code xt} stands for x(t − τ) in the formula,
 * the parameter {@code tau} is the delay and {@code dimension} the number of coordinates that are shown.
 *
 * <p>The state of a delay equation is a whole stretch of the past. Shown are the delay coordinates x(t − (d − 1)τ), …, x(t − τ), x(t), oldest
 * first, as in Gilpin (2021, arXiv 2110.05266). There is no vector field of finite dimension, so {@link #create} refuses.
 *
 * <p>A trajectory from {@link #initialState} continues the run that led there; from another state, the past is taken to be straight between
 * the given coordinates.
 */
public final class DelaySystem extends DescribedSystem {

    /** Length of the run that leads to the attractor, in delays. */
    private static final int WARM_UP = 100;

    @Override
    public DynamicalSystem create(Parameters parameters) {
        throw NullclineException.invalid("The system " + descriptor().shortId() + " has a delay, so its state is a whole stretch of the past and it has no vector"
                + " field of finite dimension; its trajectories can be simulated and compared, and its leading Lyapunov exponents computed.");
    }

    @Override
    public double[] initialState(Parameters parameters) {
        return warmedUp(parameters).coordinates(dimension(), 0);
    }

    @Override
    public Optional<TangentMotion> tangents(Parameters parameters, int count, RandomStream random) {
        // the delayed state as a second variable, so that its derivative is in the Jacobian
        EquationFlow field = EquationFlow.of(required("equations") + "; xt' = 0", List.of("x", "xt"), numbers(parameters));
        return Optional.of(new DelayTangents(field, parameters.real("tau"), warmedUp(parameters).past(), count, random));
    }

    private int dimension() {
        return (int) number("dimension");
    }

    /** A run from the declared past, straight between its values over one delay, until it has forgotten it. */
    private DelayRun warmedUp(Parameters parameters) {
        double[] declared = super.initialState(parameters);
        DelayRun run = run(parameters, declared, 1.0 / (declared.length - 1));
        run.extend(WARM_UP);
        return run.restarted();
    }

    private DelayRun run(Parameters parameters, double[] past, double spacing) {
        EquationFlow field = EquationFlow.of(required("equations"), List.of("x"), List.of("xt"), numbers(parameters));
        return new DelayRun(field, parameters.real("tau"), timeStep(parameters), past, spacing);
    }

    @Override
    public double[][] trajectory(Parameters parameters, double[] start, double interval, int count, Integrator integrator) {
        DelayRun run = warmedUp(parameters);
        if (!Arrays.equals(start, run.coordinates(start.length, 0))) {
            run = run(parameters, start, 1);
        }
        double delay = parameters.real("tau");
        run.extend(Math.max(1, (count - 1) * interval / delay));
        double[][] samples = new double[count][];
        for (int i = 0; i < count; i++) {
            samples[i] = run.coordinates(start.length, i * interval);
        }
        return samples;
    }
}
