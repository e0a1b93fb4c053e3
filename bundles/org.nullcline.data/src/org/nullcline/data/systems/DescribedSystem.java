// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.api.contribution.Described;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.api.parameter.Parameters;

/**
 * A system whose numbers stand in its declaration: the attributes {@code initial} (a state on the attractor), {@code period} and
 * {@code timeStep} of its {@code system} element; lists are separated by blanks.
 */
public abstract class DescribedSystem implements SimulatedSystem, Described {

    private Descriptor descriptor;

    @Override
    public void describe(Descriptor described) {
        this.descriptor = described;
    }

    /** The declaration. */
    protected Descriptor descriptor() {
        if (descriptor == null) {
            throw new IllegalStateException("A described system must be made through the registry, which tells it its declaration.");
        }
        return descriptor;
    }

    @Override
    public double[] initialState(Parameters parameters) {
        return Arrays.stream(words("initial")).mapToDouble(Double::parseDouble).toArray();
    }

    @Override
    public double period(Parameters parameters) {
        return number("period");
    }

    @Override
    public double timeStep(Parameters parameters) {
        return number("timeStep");
    }

    /** An attribute of the declaration that is a number. */
    protected double number(String attribute) {
        return Double.parseDouble(required(attribute));
    }

    /** An attribute of the declaration that is a list separated by blanks. */
    protected String[] words(String attribute) {
        return required(attribute).strip().split("\\s+");
    }

    /** An attribute that the declaration must have. */
    protected String required(String attribute) {
        String text = descriptor().attribute(attribute, "");
        if (text.isBlank()) {
            throw new IllegalStateException("The system " + descriptor().id() + " declares no attribute '" + attribute + "'.");
        }
        return text;
    }

    /** Names of the state variables, where the declaration gives them. */
    protected List<String> variables() {
        String text = descriptor().attribute("variables", "");
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    /** The values of all parameters that are single numbers. */
    protected static Map<String, Double> numbers(Parameters parameters) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        parameters.declarations().forEach((name, declaration) -> {
            if ((declaration.type() == ParameterType.REAL || declaration.type() == ParameterType.INTEGER) && parameters.has(name)) {
                numbers.put(name, parameters.real(name));
            }
        });
        return numbers;
    }
}
