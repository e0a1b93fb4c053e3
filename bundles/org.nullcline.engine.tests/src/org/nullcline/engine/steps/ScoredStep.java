// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
        Scores.Builder scores = new Scores.Builder(parameters.has("columns")
                ? IntStream.rangeClosed(1, parameters.integer("columns")).mapToObj(c -> "column " + c).toList() : List.of("number", "missing"));
        if (parameters.has("columns")) {
            return Map.of("scores", scores.row("only", IntStream.rangeClosed(1, parameters.integer("columns")).mapToDouble(c -> number + c).toArray()).build());
        }
        return Map.of("scores", scores.row("whole", number, Double.NaN).row("half", number / 2, Double.NaN).build());
    }
}
