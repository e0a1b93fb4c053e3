// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.Dmd;
import org.nullcline.comparison.dsa.DmdOperator;
import org.nullcline.comparison.dsa.RankRule;
import org.nullcline.comparison.dsa.SpectrumDistance;
import org.nullcline.comparison.internal.values.DmdParameters;
import org.nullcline.comparison.internal.values.Inputs;
import org.nullcline.comparison.internal.values.Operators;

/** Dynamical similarity analysis: operators are fitted once per system and compared by Procrustes analysis over vector fields or by spectra. */
public final class DsaMetric implements Metric {

    /** Singular values up to this share of the largest are what rounding leaves. */
    private static final double ROUNDING = 1e-13;
    /** All directions would be hundreds for a population, which no alignment resolves. */
    private static final RankRule USUAL_RANK = new RankRule.Fixed(15);

    @Override
    public Value prepare(Value value, Parameters parameters, StepContext context) {
        if (value.kind().equals(Kinds.OPERATOR)) {
            return value;
        }
        DmdOperator operator = Dmd.fit(Inputs.trials(value), DmdParameters.settings(parameters, USUAL_RANK));
        requireDirections(operator, parameters);
        return Operators.of(operator).without(Operators.MODES).build();
    }

    /** A rank that was asked for must not reach into directions that hold nothing but rounding. */
    private static void requireDirections(DmdOperator operator, Parameters parameters) {
        double[] s = operator.singularValues();
        int rank = operator.rank();
        if (parameters.has("rank") && s[rank - 1] <= ROUNDING * s[0]) {
            long directions = Arrays.stream(s).filter(value -> value > ROUNDING * s[0]).count();
            throw NullclineException.input("These data have only " + directions + " independent direction" + (directions == 1 ? "" : "s") + " in "
                    + parameters.integer("delays") + " delays, so that a rank of " + parameters.integer("rank") + " is more than they allow; set rank to at most "
                    + directions + ".");
        }
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
        int n = Operators.matrix(first).rows();
        int m = Operators.matrix(second).rows();
        if (n != m && !score.equals("wasserstein") && parameters.has("rank") && parameters.integer("rank") > Math.min(n, m)) {
            throw NullclineException.input("a rank of " + parameters.integer("rank") + " is more than channels times delays, which are " + n + " and " + m
                    + " here, so that the operators differ in size; set rank to at most " + Math.min(n, m) + ", or compare spectra (score=wasserstein).");
        }
        if (score.equals("wasserstein")) {
            SpectrumDistance distance = new SpectrumDistance(parameters.integer("order"), parameters.flag("squared"), false);
            return distance.between(Operators.spectrum(first), Operators.spectrum(second));
        }
        return OperatorProcrustesMetric.align(first, second, parameters, threads, progress);
    }
}
