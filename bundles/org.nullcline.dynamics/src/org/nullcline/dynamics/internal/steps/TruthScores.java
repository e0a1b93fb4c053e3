// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Trajectories;
import org.nullcline.dynamics.score.AffineSums;
import org.nullcline.dynamics.score.DeterminationSums;
import org.nullcline.dynamics.score.SpikeSums;
import org.nullcline.dynamics.score.Thirds;

/**
 * What inferred trajectories have in common with what was observed and, in simulations, with the truth (S0 §4). Trials are gone through a few
 * rows at a time, twice, so that neither recording nor trajectories need fit into memory.
 *
 * @param recording the observations
 * @param trajectories inferred from it
 * @param trials that are scored
 * @param progress asked with every part whether to go on
 */
record TruthScores(Recording recording, Trajectories trajectories, int[] trials, Progress progress) {

    /** Likelihood of the observations, and agreement with true rates. */
    void likelihood(Map<String, Double> scores) {
        Optional<NamedArray> predicted = trajectories.value().find(Trajectories.RATES);
        if (predicted.isEmpty()) {
            return;
        }
        NamedArray rates = predicted.get();
        NamedArray activity = recording.value().named(Recording.ACTIVITY);
        if (rates.size(1) != recording.channels()) {
            throw NullclineException.input("The trajectories predict " + rates.size(1) + " channels but the recording has " + recording.channels()
                    + "; score a recording with the trajectories that were inferred from it.");
        }
        if (recording.signal() == Signal.COUNTS) {
            SpikeSums spikes = new SpikeSums(meanRates());
            each(activity, rates, (bin, length, y, at, r, rateAt) -> spikes.add(y, at, r, rateAt));
            scores.put("spike NLL", spikes.negativeLogLikelihood());
            scores.put("bits per spike", spikes.bitsPerSpike());
        } else {
            DeterminationSums signal = new DeterminationSums(recording.channels());
            each(activity, rates, (bin, length, y, at, r, rateAt) -> signal.average(y, at));
            each(activity, rates, (bin, length, y, at, r, rateAt) -> signal.compare(y, at, r, rateAt));
            scores.put("signal R²", signal.mean());
        }
        recording.aligned(Recording.TRUE_RATES).ifPresent(truth -> rates(truth, rates, scores));
    }

    private void rates(NamedArray truth, NamedArray rates, Map<String, Double> scores) {
        DeterminationSums whole = new DeterminationSums(truth.size(1));
        Map<Thirds, DeterminationSums> parts = new EnumMap<>(Thirds.class);
        for (Thirds third : Thirds.values()) {
            parts.put(third, new DeterminationSums(truth.size(1)));
        }
        each(truth, rates, (bin, length, y, at, r, rateAt) -> {
            whole.average(y, at);
            parts.get(Thirds.of(bin, length)).average(y, at);
        });
        each(truth, rates, (bin, length, y, at, r, rateAt) -> {
            whole.compare(y, at, r, rateAt);
            parts.get(Thirds.of(bin, length)).compare(y, at, r, rateAt);
        });
        scores.put("rate R²", whole.mean());
        parts.forEach((third, sums) -> scores.put("rate R² " + third.text(), sums.mean()));
    }

    /** Bits per spike of the channels that the encoder did not see, which are the last ones. */
    void coSmoothing(int heldOut, Map<String, Double> scores) {
        int first = recording.channels() - heldOut;
        Optional<NamedArray> predicted = trajectories.value().find(Trajectories.RATES);
        if (heldOut == 0 || recording.signal() != Signal.COUNTS || predicted.isEmpty()) {
            return;
        }
        SpikeSums spikes = new SpikeSums(Arrays.copyOfRange(meanRates(), first, recording.channels()));
        each(recording.value().named(Recording.ACTIVITY), predicted.get(), (bin, length, y, at, r, rateAt) -> spikes.add(y, at + first, r, rateAt + first));
        scores.put("co-smoothing bits per spike", spikes.bitsPerSpike());
    }

    /** Agreement with true states through affine maps. */
    void truth(Map<String, Double> scores) {
        Optional<NamedArray> known = recording.aligned(Recording.TRUE_LATENTS);
        if (known.isEmpty()) {
            return;
        }
        NamedArray truth = known.get();
        NamedArray inferred = trajectories.value().named(Trajectories.STATE);
        AffineSums whole = new AffineSums((int) truth.data().width(), inferred.size(1));
        Map<Thirds, AffineSums> parts = new EnumMap<>(Thirds.class);
        for (Thirds third : Thirds.values()) {
            parts.put(third, new AffineSums((int) truth.data().width(), inferred.size(1)));
        }
        each(truth, inferred, (bin, length, x, at, z, stateAt) -> {
            whole.average(x, at, z, stateAt);
            parts.get(Thirds.of(bin, length)).average(x, at, z, stateAt);
        });
        each(truth, inferred, (bin, length, x, at, z, stateAt) -> {
            whole.add(x, at, z, stateAt);
            parts.get(Thirds.of(bin, length)).add(x, at, z, stateAt);
        });
        scores.put("hidden R²", whole.r2());
        parts.forEach((third, sums) -> scores.put("hidden R² " + third.text(), sums.rows() > truth.data().width() ? sums.r2() : Double.NaN));
        scores.put("state R²", whole.reverseR2());
    }

    /** Spikes per bin of each channel in the training trials; in those that are scored where there are none. */
    private double[] meanRates() {
        int[] training = recording.trialsOf(Split.TRAIN);
        int[] chosen = training.length == 0 ? trials : training;
        double[] means = new double[recording.channels()];
        for (int trial : chosen) {
            recording.value().named(Recording.ACTIVITY).data().eachPart(recording.trials().offsets()[trial], recording.trials().offsets()[trial + 1],
                    (from, counts) -> {
                        progress.check();
                        for (int i = 0; i < counts.length; i++) {
                            means[i % means.length] += counts[i];
                        }
                    });
        }
        long bins = Arrays.stream(chosen).mapToLong(recording.trials()::length).sum();
        for (int c = 0; c < means.length; c++) {
            means[c] /= bins;
        }
        return means;
    }

    private void each(NamedArray array, NamedArray other, TrialRows.Pairs pairs) {
        TrialRows.each(array, other, recording.trials(), trials, progress, pairs);
    }
}
