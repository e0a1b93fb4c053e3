// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Doubles the first element of matrices. */
public final class TwiceStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        List<StepInputs.Item> items = inputs.many("values");
        double[] doubled = items.stream().mapToDouble(item -> 2 * NdArrays.doubles(item.value().array("matrix"))[0]).toArray();
        return Map.of("value", Value.of(Kinds.MATRIX).array("matrix", "", NdArrays.of(doubled, doubled.length, 1), "row", "column")
                .attribute("labels", items.stream().map(StepInputs.Item::label).toList()).build());
    }
}
