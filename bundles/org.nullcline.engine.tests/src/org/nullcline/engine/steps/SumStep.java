// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Value;

/** Adds numbers up. */
public final class SumStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        List<Item> items = inputs.many("values");
        double sum = items.stream().mapToDouble(item -> NumberStep.number(item.value())).sum() + inputs.optional("offset").map(NumberStep::number).orElse(0.0);
        return Map.of("sum", NumberStep.matrix(sum * parameters.real("factor")).copy().attribute("labels", items.stream().map(Item::label).toList()).build());
    }
}
