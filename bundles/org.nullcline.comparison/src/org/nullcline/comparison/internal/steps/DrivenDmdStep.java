// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.DrivenModel;
import org.nullcline.comparison.dsa.DrivenTrials;
import org.nullcline.comparison.internal.values.DrivenInputs;
import org.nullcline.comparison.internal.values.Operators;
import org.nullcline.compute.linalg.Matrix;

/** Fits a linear system with inputs to activity and scores its forecasts. */
public final class DrivenDmdStep implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        DrivenTrials trials = DrivenInputs.trials(inputs.one("recording"), parameters);
        DrivenModel model = DrivenInputs.fit(trials, parameters);
        context.progress().check();
        List<Matrix> predicted = model.predict(trials, parameters.integer("reseed"));
        Value operator = Operators.of(model.operator()).attribute("delays", parameters.integer("delays")).attribute("channels", trials.channels())
                .attribute("inputs", trials.inputCount()).attribute("method", parameters.text("identification").toLowerCase(Locale.ROOT)).build();
        double[] scores = DmdStep.scores(model.operator().state(), model.rank(), trials.outputs(), predicted);
        return Map.of("operator", operator, "scores", new Scores.Builder(DmdStep.SCORES).row("driven-dmd", scores).build());
    }
}
