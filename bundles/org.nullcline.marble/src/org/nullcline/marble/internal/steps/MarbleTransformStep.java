// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.marble.field.Conditions;
import org.nullcline.marble.field.Conditions.Grouping;
import org.nullcline.marble.network.MarbleModel;

/** Embeds new data with a trained network. */
public final class MarbleTransformStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        MarbleModel model = MarbleModel.of(inputs.one("model"));
        Conditions conditions = Conditions.of(inputs.many("data"), GeometryParameters.choice(Grouping.class, parameters, "conditions"));
        return Map.of("embedding",
                EmbeddingValues.of(model.transform(conditions.samples(), GeometryParameters.work(context)), conditions).build());
    }
}
