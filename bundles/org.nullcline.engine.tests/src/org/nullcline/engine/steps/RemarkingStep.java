// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;

/** Says something about its result as often as it is told to, and hands on what its input was said to be. */
public final class RemarkingStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        context.progress().note("This is nothing that stays.");
        for (int round = 1; round <= parameters.integer("rounds"); round++) {
            context.progress().remark(parameters.text("remark").replace("ROUND", Integer.toString(round)));
        }
        List<String> notes = new ArrayList<>();
        inputs.optional("before").ifPresent(before -> notes.addAll(before.texts(Value.NOTES)));
        notes.add("Written down by " + parameters.text("name") + ".");
        return Map.of("value", NumberStep.matrix(1).copy().attribute(Value.NOTES, notes).build());
    }
}
