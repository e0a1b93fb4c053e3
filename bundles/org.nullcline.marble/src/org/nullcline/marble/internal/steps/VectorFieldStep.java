// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.marble.field.FieldValues;

/** Gives trajectories their velocities: from differences within trials, or from the system that made them. */
public final class VectorFieldStep implements Step {

    private static final String PREFIX = "parameter.";

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value trajectories = inputs.one("trajectories");
        Optional<Value> system = inputs.optional("system");
        if (system.isPresent()) {
            return Map.of("field", FieldValues.ofSystem(trajectories, create(system.get(), context)));
        }
        return Map.of("field",
                FieldValues.ofDifferences(trajectories, GeometryParameters.choice(FieldValues.Difference.class, parameters, "difference")));
    }

    private static DynamicalSystem create(Value system, StepContext context) {
        String id = system.text("system", "");
        if (id.isEmpty()) {
            throw NullclineException.input("The system at the input does not say which one it is; connect the output 'system' of a simulation.");
        }
        Descriptor descriptor = context.contributions().find(ExtensionPoint.SYSTEMS, id);
        Map<String, String> given = new LinkedHashMap<>();
        system.attributes().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                given.put(name.substring(PREFIX.length()), value.toString());
            }
        });
        return context.contributions().create(descriptor, SimulatedSystem.class)
                .create(Parameters.resolve(descriptor, given, context.contributions()));
    }
}
