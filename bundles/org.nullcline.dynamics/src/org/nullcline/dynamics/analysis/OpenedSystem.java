// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.dynamics.TangentMotion;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.model.FittedModel;
import org.nullcline.dynamics.model.TaskModel;

/**
 * A system to analyse, simulated or fitted, with what an analysis must know to choose starts and steps.
 *
 * @param name for people
 * @param system the system in double precision
 * @param states representative states, state × dimension; at least one
 * @param step a step that a fourth-order fixed-step integrator handles well (a map: 1)
 * @param timeScale a natural duration: the period of a simulated system, a trial of a fitted model
 * @param interval the time bin of a recording of it, for comparing a flow with a map; NaN where there is none
 */
public record OpenedSystem(String name, DynamicalSystem system, double[][] states, double step, double timeScale, double interval) {

    private static final int STATES = 2000;
    private static final int STATES_PER_PERIOD = 20;
    private static final int SAMPLED = 500;
    private static final String PARAMETER = "parameter.";
    /** sample × state: a stretch of trajectory that a simulated system may bring along. */
    private static final String ATTRACTOR = "attractor";

    /**
     * Opens a value of kind {@link Kinds#SYSTEM} or {@link Kinds#FITTED_MODEL}.
     *
     * @throws NullclineException when the value is of another kind or a plug-in that it needs is missing
     */
    public static OpenedSystem of(Value value, Contributions contributions) {
        return switch (value.kind()) {
            case Kinds.SYSTEM -> simulated(value, contributions);
            case Kinds.FITTED_MODEL -> TaskModel.is(value) ? TaskModel.of(value, contributions).opened() : FittedModel.of(value, contributions).opened();
            default -> throw NullclineException.input("A simulated system or a fitted model is needed here, but this is a " + value.kind() + ".");
        };
    }

    /**
     * Tangent vectors of a simulated system that moves them itself, because it has no vector field of finite dimension; empty for all others.
     *
     * @param count number of vectors
     * @param random of their first directions
     */
    public static Optional<TangentMotion> tangents(Value value, int count, RandomStream random, Contributions contributions) {
        if (!value.kind().equals(Kinds.SYSTEM)) {
            return Optional.empty();
        }
        Descriptor descriptor = contributions.find(ExtensionPoint.SYSTEMS, value.text("system", ""));
        return contributions.create(descriptor, SimulatedSystem.class).tangents(parameters(value, descriptor, contributions), count, random);
    }

    /** The parameters that a value of kind {@link Kinds#SYSTEM} carries. */
    static Parameters parameters(Value value, Descriptor descriptor, Contributions contributions) {
        Map<String, String> given = new LinkedHashMap<>();
        value.attributes().forEach((name, text) -> {
            if (name.startsWith(PARAMETER)) {
                given.put(name.substring(PARAMETER.length()), text.toString());
            }
        });
        return Parameters.resolve(descriptor, given, contributions);
    }

    private static OpenedSystem simulated(Value value, Contributions contributions) {
        Descriptor descriptor = contributions.find(ExtensionPoint.SYSTEMS, value.text("system", ""));
        Parameters parameters = parameters(value, descriptor, contributions);
        SimulatedSystem simulated = contributions.create(descriptor, SimulatedSystem.class);
        DynamicalSystem system = simulated.create(parameters);
        double period = simulated.period(parameters);
        double step = simulated.timeStep(parameters);
        double[][] states = value.has(ATTRACTOR) ? thinned(NdArrays.rows(value.array(ATTRACTOR)))
                : onAttractor(system, simulated.initialState(parameters), period, step);
        return new OpenedSystem(descriptor.name(), system, states, Math.max(step, longerStep(system, states, period)), period, Double.NaN);
    }

    /**
     * A step that keeps the error of the classical Runge–Kutta method small: h‖J‖ ≤ 0.15 on the given states, where the local error is of the
     * order of (h‖J‖)⁵/120, and at least 200 steps per period.
     */
    private static double longerStep(DynamicalSystem system, double[][] states, double period) {
        int n = system.dimension();
        double[] jacobian = new double[n * n];
        double largest = 0;
        for (int i = 0; i < states.length; i += Math.max(1, states.length / SAMPLED)) {
            system.jacobian(states[i], jacobian);
            largest = Math.max(largest, Math.sqrt(Arrays.stream(jacobian).map(x -> x * x).sum()));
        }
        return system.update() == Update.NEXT_STATE ? 1 : Math.min(period / 200, 0.15 / largest);
    }

    private static double[][] thinned(double[][] states) {
        int every = Math.max(1, states.length / STATES);
        double[][] thinned = new double[states.length / every][];
        Arrays.setAll(thinned, i -> states[i * every]);
        return thinned;
    }

    /** States along a trajectory of 100 periods, the first five left out; the start alone where the trajectory does not stay finite. */
    private static double[][] onAttractor(DynamicalSystem system, double[] start, double period, double step) {
        int every = Math.max(1, (int) Math.round(period / STATES_PER_PERIOD / step));
        double exact = period / STATES_PER_PERIOD / every;
        List<double[]> states = new ArrayList<>();
        double[] x = start;
        for (int i = 0; i < STATES; i++) {
            x = RungeKutta.trajectory(system, x, exact, every + 1)[every];
            if (!Arrays.stream(x).allMatch(Double::isFinite)) {
                return new double[][] {start.clone()};
            }
            if (i >= 5 * STATES_PER_PERIOD) {
                states.add(x);
            }
        }
        return states.toArray(double[][]::new);
    }

    /** Trajectories of one natural duration from the first {@code count} states, {@code points} samples each: trajectory × time × state. */
    public List<double[][]> trajectories(int count, int points) {
        List<double[][]> trajectories = new ArrayList<>();
        int every = Math.max(1, (int) Math.round(timeScale / (points - 1) / step));
        for (int i = 0; i < Math.min(count, states.length); i++) {
            double[] start = states[(int) ((long) i * states.length / Math.min(count, states.length))];
            double[][] fine = RungeKutta.trajectory(system, start, step, every * (points - 1) + 1);
            double[][] coarse = new double[points][];
            Arrays.setAll(coarse, k -> fine[k * every]);
            if (Arrays.stream(coarse).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
                trajectories.add(coarse);
            }
        }
        return trajectories;
    }
}
