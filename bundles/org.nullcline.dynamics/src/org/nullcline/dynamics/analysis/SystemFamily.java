// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.dynamics.model.FittedModel;
import org.nullcline.dynamics.model.LatentSystem;
import org.nullcline.dynamics.model.TaskModel;

/**
 * The systems that differ in one real parameter: one of a simulated system, or the value at which one input channel of a fitted model is held.
 *
 * @param parameter its name
 * @param own its value in the system that was given
 * @param members the system for each value
 */
public record SystemFamily(String parameter, double own, DoubleFunction<DynamicalSystem> members) {

    private static final String INPUT = "input.";

    /** The system at one value of the parameter. */
    public DynamicalSystem at(double value) {
        return members.apply(value);
    }

    /**
     * Opens the family of a value of kind {@link Kinds#SYSTEM} or {@link Kinds#FITTED_MODEL}.
     *
     * @param parameter name of a real parameter of the simulated system; {@code input.0}, {@code input.1} … for the inputs of a fitted model; empty for the first
     * @throws NullclineException when there is no such parameter, saying which there are
     */
    public static SystemFamily of(Value value, String parameter, Contributions contributions) {
        return switch (value.kind()) {
            case Kinds.SYSTEM -> simulated(value, parameter, contributions);
            case Kinds.FITTED_MODEL -> fitted(TaskModel.is(value) ? TaskModel.of(value, contributions).system() : FittedModel.of(value, contributions).system(),
                    parameter);
            default -> throw NullclineException.input("A simulated system or a fitted model is needed here, but this is a " + value.kind() + ".");
        };
    }

    private static SystemFamily simulated(Value value, String parameter, Contributions contributions) {
        Descriptor descriptor = contributions.find(ExtensionPoint.SYSTEMS, value.text("system", ""));
        List<String> real = descriptor.parameters().stream().filter(p -> p.type() == ParameterType.REAL).map(ParameterDeclaration::name).toList();
        if (parameter.isEmpty() && !real.isEmpty()) {
            return simulated(value, real.getFirst(), contributions);
        }
        if (!real.contains(parameter)) {
            throw NullclineException.invalid(descriptor.name() + " has no real parameter '" + parameter + "'; "
                    + (real.isEmpty() ? "it has none at all." : "choose one of " + String.join(", ", real) + "."));
        }
        Parameters own = OpenedSystem.parameters(value, descriptor, contributions);
        SimulatedSystem system = contributions.create(descriptor, SimulatedSystem.class);
        return new SystemFamily(parameter, own.real(parameter), member -> {
            Map<String, String> changed = new LinkedHashMap<>(own.normalised());
            changed.put(parameter, Double.toString(member));
            return system.create(Parameters.resolve(descriptor, changed, contributions));
        });
    }

    private static SystemFamily fitted(LatentSystem system, String parameter) {
        if (system.inputs() == 0) {
            throw NullclineException.input("This model has no inputs that could be held at a value, and the weights are no parameters to follow; choose a driven model or a"
                    + " simulated system.");
        }
        if (parameter.isEmpty()) {
            return fitted(system, INPUT + 0);
        }
        int channel = parameter.matches("input\\.\\d{1,6}") ? Integer.parseInt(parameter.substring(INPUT.length())) : -1;
        if (channel < 0 || channel >= system.inputs()) {
            throw NullclineException.invalid("This model has no parameter '" + parameter + "'; name an input channel, " + INPUT + "0"
                    + (system.inputs() == 1 ? "" : " to " + INPUT + (system.inputs() - 1)) + ".");
        }
        return new SystemFamily(parameter, 0, value -> system.withInput(channel, value));
    }
}
