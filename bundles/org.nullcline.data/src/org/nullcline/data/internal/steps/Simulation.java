// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.systems.DormandPrince;

/** A system chosen by a parameter, ready to be sampled. */
final class Simulation {

    /** sample × state: a stretch of trajectory for figures. */
    static final String ATTRACTOR = "attractor";
    private static final int SHOWN_SAMPLES = 4000;
    private static final int SHOWN_PER_PERIOD = 100;

    private final Parameters.Choice choice;
    private final SimulatedSystem system;
    private final StepContext context;

    Simulation(Parameters parameters, StepContext context) {
        this.choice = parameters.choice("system");
        this.system = context.contributions().create(choice.descriptor(), SimulatedSystem.class);
        this.context = context;
    }

    /** Whether the system is a map, which has no time between its iterations. */
    boolean map() {
        return choice.descriptor().attribute("family", "flow").equals("map");
    }

    /** Number of state variables. */
    int dimension() {
        return system.initialState(choice.parameters()).length;
    }

    double period() {
        return system.period(choice.parameters());
    }

    /** Samples from {@code start}: sample × state. */
    private double[][] trajectory(double[] start, double interval, int count) {
        return system.trajectory(choice.parameters(), start, interval, count, DormandPrince.accurate(context.progress()));
    }

    /** Samples from the system's own initial state on, after it ran for a number of periods. */
    double[][] trajectory(double transientPeriods, double interval, int count) {
        int skipped = (int) Math.ceil(transientPeriods * period() / interval);
        double[][] all = trajectory(system.initialState(choice.parameters()), interval, Math.addExact(count, skipped));
        return skipped == 0 ? all : Arrays.copyOfRange(all, skipped, all.length);
    }

    /** The system as a value. */
    Value value() {
        double[][] attractor = trajectory(0, period() / SHOWN_PER_PERIOD, SHOWN_SAMPLES);
        Value.Builder builder = Value.of(Kinds.SYSTEM).attribute("system", choice.descriptor().id()).attribute("name", choice.descriptor().name())
                .attribute("period", period()).attribute("family", choice.descriptor().attribute("family", "flow")).array(ATTRACTOR, "", NdArrays.of(attractor), "time", "state");
        choice.parameters().normalised().forEach((name, text) -> builder.attribute("parameter." + name, text));
        return builder.build();
    }

    static NullclineException tooLarge(long samples) {
        return NullclineException.invalid("The simulation would make " + samples + " samples, more than fit into one array; choose fewer trials or bins.");
    }
}
