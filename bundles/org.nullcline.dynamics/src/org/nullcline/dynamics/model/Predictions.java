// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.step.Progress;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.dynamics.internal.Workers;

/**
 * What a model infers for some trials, in the order of the trials asked for.
 *
 * @param states full states, time × state in C order
 * @param rates predicted rates (spikes per bin) or signals, time × channel in C order
 */
public record Predictions(double[] states, double[] rates) {

    private static final int SHARD = 64;

    /**
     * Runs a model without dropout.
     *
     * @param chosen trials of {@code data}
     * @param standard how the observations were standardised
     * @param threads number of threads; the result does not depend on it
     */
    public static Predictions of(SequentialAutoencoder model, TrialData data, Standardisation standard, int[] chosen, int threads, Progress progress) {
        int state = model.dynamics().stateSize();
        int channels = data.channels();
        int[] begin = new int[chosen.length + 1];
        for (int i = 0; i < chosen.length; i++) {
            begin[i + 1] = begin[i] + data.trials().length(chosen[i]);
        }
        double[] states = new double[begin[chosen.length] * state];
        double[] rates = new double[begin[chosen.length] * channels];
        int[] places = places(data, chosen);
        List<int[]> shards = new ArrayList<>();
        for (int from = 0; from < places.length; from += SHARD) {
            shards.add(Arrays.copyOfRange(places, from, Math.min(places.length, from + SHARD)));
        }
        Workers.map(threads, shards, () -> Tape.inference(model.blueprint().precision()), (tape, shard) -> {
            tape.reset();
            int[] trials = Arrays.stream(shard).map(p -> chosen[p]).toArray();
            List<Var> observed = data.observed(tape, trials);
            SequentialAutoencoder.Pass pass = model.run(observed, data.inputs(tape, trials), observed.size());
            for (int t = 0; t < observed.size(); t++) {
                double[] z = pass.states().get(t).values();
                double[] r = pass.readouts().get(t).values();
                for (int row = 0; row < observed.get(t).rows(); row++) {
                    int at = begin[shard[row]] + t;
                    System.arraycopy(z, row * state, states, at * state, state);
                    for (int c = 0; c < channels; c++) {
                        double value = r[row * channels + c];
                        rates[at * channels + c] = model.blueprint().likelihood() == Likelihood.POISSON ? StrictMath.exp(value)
                                : standard.restore(c, value);
                    }
                }
            }
            return shard;
        }, progress);
        return new Predictions(states, rates);
    }

    /** Places in {@code chosen}, those of longer trials first. */
    private static int[] places(TrialData data, int[] chosen) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            places.add(i);
        }
        if (!data.trials().equalLengths()) {
            places.sort((a, b) -> Integer.compare(data.trials().length(chosen[b]), data.trials().length(chosen[a])));
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
