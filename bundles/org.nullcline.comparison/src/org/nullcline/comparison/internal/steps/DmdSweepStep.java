// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.DmdSweep;
import org.nullcline.comparison.internal.values.Inputs;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;

/** Tries numbers of delays and ranks and recommends the smallest model that forecasts held-out data about as well as the best. */
public final class DmdSweepStep implements Step {

    /** The kind of the output. */
    public static final String KIND = "org.nullcline.dmd-sweep";

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        List<Matrix> trials = Inputs.trials(inputs.one("recording"));
        int[] delays = parameters.integers("delays");
        int[] ranks = parameters.integers("ranks");
        if (delays.length == 0 || ranks.length == 0) {
            throw NullclineException.invalid("A sweep needs at least one number of delays and one rank.");
        }
        List<List<Matrix>> parts = DmdSweep.split(trials, parameters.real("trainFraction"));
        int cells = delays.length * ranks.length;
        DmdSweep sweep = DmdSweep.run(parts.get(0), parts.get(1), parameters.integer("interval"), delays, ranks, parameters.real("ridge"),
                parameters.integer("reseed"), done -> {
                    context.progress().check();
                    context.progress().fraction(done / (double) cells);
                });
        DmdSweep.Recommendation recommendation = sweep.recommend();
        Value.Builder value = Value.of(KIND).array("delays", "", longs(delays), "delay").array("ranks", "", longs(ranks), "rank");
        Map.of("mase", sweep.mase(), "aic", sweep.aic(), "nonNormality", sweep.nonNormality(), "residual", sweep.residual()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).forEach(e -> value.array(e.getKey(), "", NdArrays.of(e.getValue()), "delay", "rank"));
        value.attribute("recommendedDelays", recommendation.delays()).attribute("recommendedRank", recommendation.rank()).attribute("reason",
                recommendation.reason()).attribute("scoredBins", sweep.scored()).attribute("meanMase", sweep.meanMase());
        Scores.Builder scores = new Scores.Builder(List.of("delays", "rank", "mase", "mase of the mean")).row("recommended", recommendation.delays(),
                recommendation.rank(), at(sweep, recommendation), sweep.meanMase());
        return Map.of("sweep", value.build(), "scores", scores.note(recommendation.reason()).build());
    }

    private static double at(DmdSweep sweep, DmdSweep.Recommendation chosen) {
        int d = Arrays.stream(sweep.delays()).boxed().toList().indexOf(chosen.delays());
        int r = Arrays.stream(sweep.ranks()).boxed().toList().indexOf(chosen.rank());
        return sweep.mase()[d][r];
    }

    private static INDArray longs(int[] values) {
        return NdArrays.of(Arrays.stream(values).asLongStream().toArray(), values.length);
    }
}
