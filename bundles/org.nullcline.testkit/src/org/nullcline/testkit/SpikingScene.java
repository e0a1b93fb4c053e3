// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.value.Embedding;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;

/**
 * Spike counts of neurons that read out one simulated system, and what models infer from them: recordings and trajectories of a scene have the
 * same trials and the same true states behind them.
 *
 * @param states true states, time × state
 * @param trials where the trials lie
 */
record SpikingScene(Matrix states, Trials trials) {

    private static final List<String> LABELS = List.of("left", "right");
    private static final int CHANNELS = 6;
    private static final int FEWER = 4;
    private static final double BIN = 0.02;
    /** Time bin in the system's unit of time. */
    static final double INTERVAL = 0.1;

    /** Neurons with a random readout of their own. */
    Value recording(RandomStream random) {
        return recording(random, CHANNELS);
    }

    /** The same as spikes per second instead of spikes per bin. */
    Value inSpikesPerSecond(RandomStream random) {
        Value counts = recording(random);
        Matrix rates = Matrix.of(counts.array(Recording.ACTIVITY)).times(1 / BIN);
        return counts.copy().array(Recording.ACTIVITY, "spikes/s", rates.toArray(), "time", "channel").attribute(Recording.SIGNAL, Signal.RATES.text()).build();
    }

    /** Places of all time bins: the true states in other coordinates, with errors. */
    Value embedding(RandomStream random) {
        int bins = states.rows();
        long[] condition = new long[bins];
        long[] trial = new long[bins];
        long[] bin = new long[bins];
        for (int k = 0; k < trials.count(); k++) {
            for (long row = trials.offsets()[k]; row < trials.offsets()[k + 1]; row++) {
                condition[(int) row] = k % 2;
                trial[(int) row] = k;
                bin[(int) row] = row - trials.offsets()[k];
            }
        }
        return Embedding.builder(inferred(random).toArray(), condition, LABELS).array(Embedding.SOURCE, "", NdArrays.of(new long[bins], bins), "point")
                .array(Embedding.TRIAL, "", NdArrays.of(trial, bins), "point").array(Embedding.BIN, "", NdArrays.of(bin, bins), "point").build();
    }

    /** What one of two sessions recorded: its half of the trials, and in the second fewer neurons. */
    Value session(RandomStream random, int session) {
        int half = trials.count() / 2;
        int from = session == 0 ? 0 : half;
        int to = session == 0 ? half : trials.count();
        long[] offsets = new long[to - from + 1];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = trials.offsets()[from + i] - trials.offsets()[from];
        }
        Matrix own = states.rows((int) trials.offsets()[from], (int) trials.offsets()[to]);
        return new SpikingScene(own, new Trials(offsets)).recording(random, session == 0 ? CHANNELS : FEWER);
    }

    private Value recording(RandomStream random, int channels) {
        Matrix rates = rates(states, random.child("readout")).columns(0, channels);
        Matrix counts = rates.copy();
        RandomStream noise = random.child("noise");
        for (int i = 0; i < counts.data().length; i++) {
            counts.data()[i] = noise.poisson(counts.data()[i]);
        }
        long[] split = new long[trials.count()];
        split[split.length - 1] = Split.VALIDATION.ordinal();
        return Recording.builder(counts.toArray(), trials, Signal.COUNTS, BIN).array(Recording.TRUE_RATES, "spikes/bin", rates.toArray(), "time", "channel")
                .array(Recording.TRUE_LATENTS, "", states.toArray(), "time", "state").array(Recording.SPLIT, "", NdArrays.of(split, split.length), "trial")
                .array("behaviour.velocity", "", states.times(new Matrix(states.columns(), 2, random.child("velocity").normals(2 * states.columns()))).toArray(),
                        "time", "dimension").array(Recording.LABELS, "", labels(), "trial").attribute(Recording.LABELS, LABELS).attribute("interval", INTERVAL).build();
    }

    private INDArray labels() {
        long[] labels = new long[trials.count()];
        for (int trial = 0; trial < labels.length; trial++) {
            labels[trial] = trial % 2;
        }
        return NdArrays.of(labels, labels.length);
    }

    /** The true states in other coordinates, with errors. */
    Value trajectories(RandomStream random) {
        Matrix inferred = inferred(random);
        return Trajectories.builder(inferred.toArray(), trials)
                .array(Trajectories.RATES, "spikes/bin", rates(inferred, random.child("readout")).toArray(), "time", "channel").build();
    }

    /** The same, where the first half of the trials comes from one session and the other half from another with fewer channels. */
    Value sessions(RandomStream random) {
        Matrix inferred = inferred(random);
        Matrix rates = rates(inferred, random.child("readout"));
        long[] session = new long[trials.count()];
        for (int trial = session.length / 2; trial < session.length; trial++) {
            session[trial] = 1;
            for (long row = trials.offsets()[trial]; row < trials.offsets()[trial + 1]; row++) {
                for (int c = FEWER; c < CHANNELS; c++) {
                    rates.set((int) row, c, Double.NaN);
                }
            }
        }
        return Trajectories.builder(inferred.toArray(), trials).array(Trajectories.RATES, "spikes/bin", rates.toArray(), "time", "channel")
                .array(Trajectories.SESSION, "", NdArrays.of(session, session.length), "trial").attribute(Trajectories.SESSIONS, List.of("one", "two"))
                .attribute(Trajectories.SESSION_CHANNELS, List.of(Integer.toString(CHANNELS), Integer.toString(FEWER))).build();
    }

    private Matrix inferred(RandomStream random) {
        int n = states.columns();
        return states.times(new Matrix(n, n, random.child("coordinates").normals(n * n)))
                .plus(0.1, new Matrix(states.rows(), n, random.child("errors").normals(states.rows() * n)));
    }

    private static Matrix rates(Matrix states, RandomStream random) {
        Matrix rates = states.times(new Matrix(states.columns(), CHANNELS, random.normals(states.columns() * CHANNELS)).times(0.2));
        for (int i = 0; i < rates.data().length; i++) {
            rates.data()[i] = Math.exp(rates.data()[i]);
        }
        return rates;
    }
}
