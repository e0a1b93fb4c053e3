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

    /** Takes what was inferred for one trial; called by several threads, in any order. */
    @FunctionalInterface
    public interface Receiver {
        /**
         * One trial.
         *
         * @param place of the trial among those asked for
         * @param states full states, time × state
         * @param rates time × channel
         */
        void accept(int place, double[] states, double[] rates);
    }

    /**
     * Runs a model without dropout.
     *
     * @param chosen trials of a session
     * @param threads number of threads; the result does not depend on it
     */
    public static Predictions of(SequentialAutoencoder model, Sessions sessions, int session, int[] chosen, int threads, Progress progress) {
        int state = model.dynamics().stateSize();
        TrialData data = sessions.data(session);
        int[] begin = new int[chosen.length + 1];
        for (int i = 0; i < chosen.length; i++) {
            begin[i + 1] = begin[i] + data.trials().length(chosen[i]);
        }
        double[] states = new double[Math.multiplyExact(begin[chosen.length], state)];
        double[] rates = new double[Math.multiplyExact(begin[chosen.length], data.channels())];
        each(model, sessions, session, chosen, threads, progress, (place, z, r) -> {
            System.arraycopy(z, 0, states, begin[place] * state, z.length);
            System.arraycopy(r, 0, rates, begin[place] * data.channels(), r.length);
        });
        return new Predictions(states, rates);
    }

    /** As {@link #of}, trial by trial, so that not everything need be in memory. */
    public static void each(SequentialAutoencoder model, Sessions sessions, int session, int[] chosen, int threads, Progress progress,
            Receiver receiver) {
        TrialData data = sessions.data(session);
        int[] places = places(data, chosen);
        List<int[]> shards = new ArrayList<>();
        for (int from = 0; from < places.length; from += SHARD) {
            shards.add(Arrays.copyOfRange(places, from, Math.min(places.length, from + SHARD)));
        }
        Workers.map(threads, shards, () -> Tape.inference(model.blueprint().precision()), (tape, shard) -> {
            tape.reset();
            int[] trials = Arrays.stream(shard).map(p -> chosen[p]).toArray();
            List<Var> observed = data.observed(tape, trials);
            SequentialAutoencoder.Pass pass = model.run(session, observed, data.inputs(tape, trials), observed.size());
            deliver(model, sessions.standard(session), pass, shard, Arrays.stream(trials).map(data.trials()::length).toArray(), receiver);
            return shard;
        }, progress);
    }

    private static void deliver(SequentialAutoencoder model, Standardisation standard, SequentialAutoencoder.Pass pass, int[] shard, int[] lengths,
            Receiver receiver) {
        int state = pass.states().getFirst().columns();
        int channels = pass.readouts().getFirst().columns();
        double[][] states = new double[shard.length][];
        double[][] rates = new double[shard.length][];
        for (int row = 0; row < shard.length; row++) {
            states[row] = new double[lengths[row] * state];
            rates[row] = new double[lengths[row] * channels];
        }
        for (int t = 0; t < pass.states().size(); t++) {
            double[] z = pass.states().get(t).values();
            double[] r = pass.readouts().get(t).values();
            for (int row = 0; row < z.length / state; row++) {
                System.arraycopy(z, row * state, states[row], t * state, state);
                for (int c = 0; c < channels; c++) {
                    double value = r[row * channels + c];
                    rates[row][t * channels + c] = model.blueprint().likelihood().counts() ? StrictMath.exp(value)
                            : standard.restore(c, value);
                }
            }
        }
        for (int row = 0; row < shard.length; row++) {
            receiver.accept(shard[row], states[row], rates[row]);
        }
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
