// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.LinkedHashMap;
import java.util.List;
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
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.marble.field.FieldReduction;
import org.nullcline.marble.field.FieldValues;

/** Gives trajectories their velocities: from differences within trials, or from the system or the fitted model that moves them. */
public final class VectorFieldStep implements Step {

    private static final String PREFIX = "parameter.";
    /** The step that opens fitted models; whoever can fit them contributes it. */
    private static final String VELOCITIES = "org.nullcline.state-velocities";

    @Override
    public Map<String, Value> run(StepInputs given, Parameters parameters, StepContext context) {
        StepInputs inputs = sorted(given);
        Optional<Value> trajectories = inputs.optional("trajectories");
        Optional<Value> system = inputs.optional("system");
        if (trajectories.isEmpty() && system.isEmpty()) {
            throw NullclineException.invalid("vector-field: connect trajectories, or a system or fitted model whose field is wanted, or both.");
        }
        Value field;
        if (system.isEmpty()) {
            field = FieldValues.ofDifferences(trajectories.get(), GeometryParameters.choice(FieldValues.Difference.class, parameters, "difference"));
        } else if (trajectories.isPresent() && system.get().kind().equals(Kinds.SYSTEM)) {
            field = FieldValues.ofSystem(trajectories.get(), create(system.get(), context));
        } else {
            field = FieldValues.ofGiven(evaluated(inputs, context));
        }
        int skip = parameters.integer("skip");
        field = skip > 0 ? FieldReduction.without(field, skip) : field;
        return Map.of("field", parameters.has("components") ? FieldReduction.principalComponents(field, parameters.integer("components")) : field);
    }

    /** A system or model that came alone, at the first port, belongs to the second. */
    private static StepInputs sorted(StepInputs given) {
        boolean alone = given.optional("system").isEmpty() && given.optional("trajectories").map(Value::kind)
                .filter(kind -> kind.equals(Kinds.SYSTEM) || kind.equals(Kinds.FITTED_MODEL)).isPresent();
        return alone ? new StepInputs(Map.of("system", given.many("trajectories"))) : given;
    }

    private static Value evaluated(StepInputs inputs, StepContext context) {
        Descriptor descriptor = context.contributions().find(ExtensionPoint.STEPS, VELOCITIES);
        Map<String, List<Item>> ports = new LinkedHashMap<>();
        ports.put("system", inputs.many("system"));
        ports.put("trajectories", inputs.many("trajectories"));
        return context.contributions().create(descriptor, Step.class)
                .run(new StepInputs(ports), Parameters.defaults(descriptor, context.contributions()), context).get("trajectories");
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
