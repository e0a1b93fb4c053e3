// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Map;
import java.util.Optional;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.dynamics.analysis.OpenedSystem;

/** Evaluates the vector field of a simulated system or a fitted model at states: given ones, or those that it comes with. */
public final class StateVelocitiesStep implements Step {

    /** time × state; the derivative of a flow, the next state minus the state of a map. */
    public static final String VELOCITY = "velocity";

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        OpenedSystem opened = OpenedSystem.of(inputs.one("system"), context.contributions());
        int n = opened.system().dimension();
        Optional<Value> given = inputs.optional("trajectories");
        double[][] states = given.isPresent() ? states(given.get()) : opened.states();
        if (states[0].length != n) {
            throw NullclineException.input("'" + opened.name() + "' has " + n + " state variables but the trajectories have " + states[0].length
                    + "; connect trajectories of the same system, or none to take states of its own.");
        }
        double[] velocity = new double[states.length * n];
        double[] f = new double[n];
        for (int i = 0; i < states.length; i++) {
            opened.system().evaluate(states[i], f);
            for (int d = 0; d < n; d++) {
                velocity[i * n + d] = opened.system().update() == Update.DERIVATIVE ? f[d] : f[d] - states[i][d];
            }
            if (i % 256 == 0) {
                context.progress().check();
            }
        }
        Value.Builder builder = given.map(value -> value.kind().equals(Kinds.TRAJECTORIES) ? value.copy() : like(value, states))
                .orElseGet(() -> Value.of(Kinds.TRAJECTORIES).array(Trajectories.STATE, "", NdArrays.of(states), "time", "state")
                        .array(Trials.equal(states.length, 1).toArray()));
        return Map.of("trajectories", builder.array(VELOCITY, "", NdArrays.of(velocity, states.length, n), "time", "state").build());
    }

    private static double[][] states(Value value) {
        return NdArrays.rows(value.array(value.kind().equals(Kinds.TRAJECTORIES) ? Trajectories.STATE : Recording.ACTIVITY));
    }

    /** Trajectories of a recording of the states themselves, with its labels. */
    private static Value.Builder like(Value recording, double[][] states) {
        Value.Builder builder = Value.of(Kinds.TRAJECTORIES).array(Trajectories.STATE, "", NdArrays.of(states), "time", "state")
                .array(Trials.of(recording, states.length).toArray());
        if (recording.has(Recording.LABELS)) {
            builder.array(recording.named(Recording.LABELS)).attribute(Recording.LABELS, recording.texts(Recording.LABELS));
        }
        return builder;
    }
}
