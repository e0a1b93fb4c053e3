// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.dynamics;

import java.util.Optional;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.random.RandomStream;

/** A simulated system, as an extension. */
public interface SimulatedSystem {

    /** The system with the given values of its declared parameters. */
    DynamicalSystem create(Parameters parameters);

    /** A state on or near the attractor to start from. */
    double[] initialState(Parameters parameters);

    /** The dominant period in the system's unit of time; sets the sampling interval of recordings. */
    double period(Parameters parameters);

    /** A step that a fourth-order fixed-step integrator handles well, in the system's unit of time. */
    double timeStep(Parameters parameters);

    /**
     * Samples a trajectory. The default integrates the flow (or iterates the map) with an accurate method of the caller; systems that are not
     * ordinary differential equations (delays, noise) override it.
     *
     * @param start state at time 0
     * @param interval distance of the samples in the system's unit of time
     * @param count number of samples, the start included
     * @param integrator integrates an ordinary differential equation
     * @return sample × state
     */
    default double[][] trajectory(Parameters parameters, double[] start, double interval, int count, Integrator integrator) {
        return integrator.integrate(create(parameters), start, interval, count);
    }

    /**
     * State and tangent vectors of a system that has no vector field of finite dimension ({@link #create} refuses): delay equations. Empty for
     * others, whose tangent vectors follow from the Jacobian.
     *
     * @param count number of tangent vectors
     * @param random of their first directions
     */
    default Optional<TangentMotion> tangents(Parameters parameters, int count, RandomStream random) {
        return Optional.empty();
    }

    /** Integrates a system accurately. */
    @FunctionalInterface
    interface Integrator {

        /** States at {@code count} times that are {@code interval} apart, the first being {@code start}: time × state. */
        double[][] integrate(DynamicalSystem system, double[] start, double interval, int count);
    }
}
