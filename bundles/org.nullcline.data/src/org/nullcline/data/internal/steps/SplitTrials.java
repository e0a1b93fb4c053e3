// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;

/** Says of each trial whether it is to train, to validate or to test. */
public final class SplitTrials implements Step {

    @Override
    public void check(Parameters parameters) {
        if (parameters.real("validation") + parameters.real("test") >= 1) {
            throw NullclineException.invalid("split-trials: validation and test together leave nothing to train on; they must add up to less than 1.");
        }
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        check(parameters);
        Value value = inputs.one("recording");
        Recording recording = Recording.of(value);
        double[] fractions = {1 - parameters.real("validation") - parameters.real("test"), parameters.real("validation"), parameters.real("test")};
        int[] splits = parameters.text("order").equals("sequential") ? sequential(recording.trials().count(), fractions)
                : assign(order(recording, parameters, context), fractions);
        for (Split split : Split.values()) {
            if (fractions[split.ordinal()] > 0 && Arrays.stream(splits).noneMatch(s -> s == split.ordinal())) {
                throw NullclineException.input(splits.length + " trials leave the " + split.name().toLowerCase(Locale.ROOT)
                        + " split empty at a fraction of " + fractions[split.ordinal()] + "; use more trials, a larger fraction, or 0 for no such split.");
            }
        }
        long[] stored = Arrays.stream(splits).asLongStream().toArray();
        return Map.of("recording", value.copy().array(Recording.SPLIT, "", NdArrays.of(stored, stored.length), "trial").build());
    }

    /** Trials in random order, those of one label together when stratified. */
    private static int[] order(Recording recording, Parameters parameters, StepContext context) {
        long seed = parameters.has("seed") ? parameters.whole("seed") : context.seed();
        int[] order = RandomStream.of(seed).child("split-trials").permutation(recording.trials().count());
        if (!parameters.flag("stratify") || !recording.value().has(Recording.LABELS)) {
            return order;
        }
        int[] labels = recording.labels();
        return IntStream.of(order).boxed().sorted(Comparator.comparingInt(trial -> labels[trial])).mapToInt(Integer::intValue).toArray();
    }

    /**
     * Deals the trials out: each goes to the split that lags most behind its fraction. All splits, and those within each label, differ from
     * their fraction of the trials by less than two.
     */
    private static int[] assign(int[] order, double[] fractions) {
        int[] counts = new int[fractions.length];
        int[] splits = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int chosen = 0;
            for (int s = 1; s < fractions.length; s++) {
                if (fractions[s] * (i + 1) - counts[s] > fractions[chosen] * (i + 1) - counts[chosen] + 1e-9) {
                    chosen = s;
                }
            }
            counts[chosen]++;
            splits[order[i]] = chosen;
        }
        return splits;
    }

    private static int[] sequential(int trials, double[] fractions) {
        int train = (int) Math.round(trials * fractions[0]);
        int validation = (int) Math.round(trials * (fractions[0] + fractions[1]));
        return IntStream.range(0, trials).map(i -> i < train ? 0 : i < validation ? 1 : 2).toArray();
    }
}
