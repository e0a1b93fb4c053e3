// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;

/** Wants exactly one of two parameters. */
public final class PickyStep implements Step {

    @Override
    public void check(Parameters parameters) {
        if (parameters.flag("left") == parameters.flag("right")) {
            throw NullclineException.invalid("picky: the parameter 'left' excludes 'right'; set exactly one.");
        }
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        return Map.of("value", NumberStep.matrix(1));
    }
}
