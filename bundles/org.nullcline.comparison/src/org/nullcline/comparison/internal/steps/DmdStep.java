// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.Dmd;
import org.nullcline.comparison.dsa.DmdOperator;
import org.nullcline.comparison.dsa.DmdPrediction;
import org.nullcline.comparison.dsa.ForecastStatistics;
import org.nullcline.comparison.dsa.RankRule;
import org.nullcline.comparison.dsa.Residuals;
import org.nullcline.comparison.internal.values.DmdParameters;
import org.nullcline.comparison.internal.values.Inputs;
import org.nullcline.comparison.internal.values.Operators;
import org.nullcline.compute.linalg.Matrix;

/** Fits a linear operator to delay-embedded activity and scores its forecasts. */
public final class DmdStep implements Step {

    /** Names of the scores, in order. */
    static final List<String> SCORES = List.of("mae", "mase", "mse", "nmse", "r2", "correlation", "aic", "logmse", "nonNormality", "transientGrowth");
    /** Columns of the embedding up to which the operator on it is stored too. */
    private static final int AMBIENT_LIMIT = 400;

    @Override
    public void check(Parameters parameters) {
        DmdParameters.settings(parameters, new RankRule.All());
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        List<Matrix> trials = Inputs.trials(inputs.one("recording"));
        DmdOperator operator = Dmd.fit(trials, DmdParameters.settings(parameters, new RankRule.All()));
        context.progress().check();
        List<Matrix> predicted = DmdPrediction.predict(operator, trials, parameters.integer("reseed"));
        Value.Builder value = Operators.with(Operators.of(operator), Residuals.of(operator, trials));
        if (operator.modes().rows() <= AMBIENT_LIMIT) {
            value.array(Operators.AMBIENT, "", operator.ambient().toArray(), "channel", "channel");
        }
        Value scores = new Scores.Builder(SCORES).row("dmd", scores(operator.reduced(), operator.rank(), trials, predicted)).build();
        return Map.of("operator", value.build(), "scores", scores);
    }

    /** The scores of forecasts by the operator {@code a} of the given rank. */
    static double[] scores(Matrix a, int rank, List<Matrix> truth, List<Matrix> predicted) {
        ForecastStatistics s = ForecastStatistics.of(truth, predicted, rank);
        return new double[] {s.mae(), s.mase(), s.mse(), s.nmse(), s.r2(), s.correlation(), s.aic(), s.logMse(), DmdOperator.nonNormality(a),
            DmdOperator.transientGrowth(a)};
    }
}
