// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;

/** Two rows of scores: of a number and of its half. */
public final class ScoredStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        double number = parameters.real("value");
        return Map.of("scores", new Scores.Builder(List.of("number", "missing")).row("whole", number, Double.NaN).row("half", number / 2, Double.NaN).build());
    }
}
