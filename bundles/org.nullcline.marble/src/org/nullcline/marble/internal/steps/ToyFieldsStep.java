// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.marble.field.FieldValues;
import org.nullcline.marble.field.Paraboloid;
import org.nullcline.marble.field.ToyFields;

/** Makes four simple vector fields to try MARBLE on. */
public final class ToyFieldsStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Paraboloid surface = new Paraboloid(parameters.text("surface").equals("flat") ? 0 : parameters.real("curvature"));
        return Map.of("fields", FieldValues.of(ToyFields.sample(parameters.integer("points"), surface, parameters.whole("seed"))));
    }
}
