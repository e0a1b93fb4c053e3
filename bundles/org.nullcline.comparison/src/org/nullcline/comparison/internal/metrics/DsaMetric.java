// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.Dmd;
import org.nullcline.comparison.dsa.RankRule;
import org.nullcline.comparison.dsa.SpectrumDistance;
import org.nullcline.comparison.internal.values.DmdParameters;
import org.nullcline.comparison.internal.values.Inputs;
import org.nullcline.comparison.internal.values.Operators;

/** Dynamical similarity analysis: operators are fitted once per system and compared by Procrustes analysis over vector fields or by spectra. */
public final class DsaMetric implements Metric {

    /** All directions would be hundreds for a population, which no alignment resolves. */
    private static final RankRule USUAL_RANK = new RankRule.Fixed(15);

    @Override
    public Value prepare(Value value, Parameters parameters, StepContext context) {
        if (value.kind().equals(Kinds.OPERATOR)) {
            return value;
        }
        return Operators.of(Dmd.fit(Inputs.trials(value), DmdParameters.settings(parameters, USUAL_RANK))).without(Operators.MODES).build();
    }

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        return compare(first, second, parameters, 1, Progress.NONE);
    }

    @Override
    public double compare(Value first, Value second, Parameters parameters, StepContext context) {
        return compare(first, second, parameters, context.threads(), context.progress());
    }

    private static double compare(Value first, Value second, Parameters parameters, int threads, Progress progress) {
        String score = parameters.text("score");
        if (score.equals("wasserstein")) {
            SpectrumDistance distance = new SpectrumDistance(parameters.integer("order"), parameters.flag("squared"), false);
            return distance.between(Operators.spectrum(first), Operators.spectrum(second));
        }
        return OperatorProcrustesMetric.align(first, second, parameters, threads, progress);
    }
}
