// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.parameter.Parameters;

/** A flow whose equations, constants and initial state are parameters: for systems that nobody has declared yet. */
public final class CustomSystem implements SimulatedSystem {

    private static final double STEPS_PER_PERIOD = 400;

    @Override
    public EquationFlow create(Parameters parameters) {
        return EquationFlow.of(parameters.text("equations"), List.of(), constants(parameters.text("constants")));
    }

    /** {@code a = 1, b = 2}. */
    private static Map<String, Double> constants(String text) {
        Map<String, Double> constants = new LinkedHashMap<>();
        for (String entry : text.split("[,;]")) {
            if (entry.isBlank()) {
                continue;
            }
            String[] sides = entry.split("=");
            try {
                if (sides.length != 2 || !sides[0].strip().matches("[A-Za-z][A-Za-z0-9_]*")) {
                    throw new NumberFormatException("no assignment");
                }
                constants.put(sides[0].strip(), Double.parseDouble(sides[1].strip()));
            } catch (NumberFormatException e) {
                throw NullclineException.invalid("equations: '" + entry.strip() + "' is no constant; write constants as a = 1, b = 2.");
            }
        }
        return constants;
    }

    @Override
    public double[] initialState(Parameters parameters) {
        double[] initial = parameters.reals("initial");
        List<String> variables = create(parameters).variables();
        if (initial.length != variables.size()) {
            throw NullclineException.invalid("equations: initial has " + initial.length + " values for the " + variables.size() + " variables "
                    + String.join(", ", variables) + ".");
        }
        return initial;
    }

    @Override
    public double period(Parameters parameters) {
        return parameters.real("period");
    }

    @Override
    public double timeStep(Parameters parameters) {
        return parameters.has("timeStep") ? parameters.real("timeStep") : parameters.real("period") / STEPS_PER_PERIOD;
    }
}
