// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.marble.field.Directions;

/** Labels trials by the direction of a movement. */
public final class LabelDirectionsStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        return Map.of("recording", Directions.label(inputs.one("recording"), parameters.text("behaviour"), parameters.integer("sectors"),
                parameters.text("by").equals("label")));
    }
}
