// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.ArrayWriter;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.internal.Quietly;
import org.nullcline.dynamics.model.Predictions;
import org.nullcline.dynamics.model.SequentialAutoencoder;

/** What a fitted model infers for all trials of all sessions: trajectories, and a sample of full states. */
final class FitResults {

    private static final int STATES = 2048;

    private final SequentialAutoencoder model;
    private final FitSessions sessions;
    private final ArrayData state;
    private final ArrayData rates;
    private final double[] sample;

    /** Runs the model over everything; results that are large are collected in a file of the task. */
    FitResults(SequentialAutoencoder model, FitSessions sessions, StepContext context, long seed) {
        this.model = model;
        this.sessions = sessions;
        int size = model.dynamics().stateSize();
        int latent = model.blueprint().latentSize();
        int columns = sessions.channels();
        long bins = sessions.recordings().stream().mapToLong(r -> r.trials().total()).sum();
        int[] chosen = RandomStream.of(seed).child("sample of states").choice(Math.toIntExact(bins), (int) Math.min(STATES, bins));
        Arrays.sort(chosen);
        sample = new double[chosen.length * size];
        try (ArrayWriter stateWriter = ArrayWriter.create(context.checkpoints(), "state", bins, latent);
                ArrayWriter rateWriter = ArrayWriter.create(context.checkpoints(), "rates", bins, columns)) {
            long begin = 0;
            for (int s = 0; s < sessions.recordings().size(); s++) {
                Trials trials = sessions.recordings().get(s).trials();
                int channels = sessions.recordings().get(s).channels();
                long first = begin;
                Predictions.each(model, sessions.data(), s, IntStream.range(0, trials.count()).toArray(), context.threads(),
                        Quietly.within(context.progress()), (trial, z, r) -> {
                            long row = first + trials.offsets()[trial];
                            stateWriter.write(row, narrowed(z, size, latent));
                            rateWriter.write(row, widened(r, channels, columns));
                            sample(chosen, row, z, size);
                        });
                begin += trials.total();
            }
            state = stateWriter.finish();
            rates = rateWriter.finish();
        }
    }

    /** Bytes that the results of a fit take in memory before they are stored. */
    static long bytes(FitSessions sessions, int latent) {
        long bins = sessions.recordings().stream().mapToLong(r -> r.trials().total()).sum();
        return Math.min(2L * Float.BYTES * bins * (sessions.channels() + latent), Runtime.getRuntime().maxMemory() / 4);
    }

    /** The first columns of each row. */
    private static float[] narrowed(double[] rows, int columns, int first) {
        float[] narrow = new float[rows.length / columns * first];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) rows[i / first * columns + i % first];
        }
        return narrow;
    }

    /** The rows with NaN behind their columns, for a session with fewer channels than another. */
    private static float[] widened(double[] rows, int columns, int wide) {
        float[] widened = new float[rows.length / columns * wide];
        for (int i = 0; i < widened.length; i++) {
            widened[i] = i % wide < columns ? (float) rows[i / wide * columns + i % wide] : Float.NaN;
        }
        return widened;
    }

    private void sample(int[] chosen, long row, double[] states, int size) {
        int k = Arrays.binarySearch(chosen, (int) row);
        for (k = k < 0 ? -k - 1 : k; k < chosen.length && chosen[k] < row + states.length / size; k++) {
            System.arraycopy(states, (int) (chosen[k] - row) * size, sample, k * size, size);
        }
    }

    /** A sample of full states, sample × state. */
    INDArray states() {
        int size = model.dynamics().stateSize();
        return NdArrays.of(sample, sample.length / size, size);
    }

    /** The trajectories; of several sessions those of the first session first, with the session of each trial. */
    Value trajectories() {
        Trials trials = Trials.ofLengths(sessions.recordings().stream()
                .flatMap(r -> IntStream.range(0, r.trials().count()).mapToObj(r.trials()::length)).toList());
        NamedArray predicted = new NamedArray(Trajectories.RATES, List.of(Axis.of("time"), Axis.of("channel")),
                model.blueprint().likelihood().counts() ? "spikes/bin" : "", rates);
        Recording first = sessions.recordings().getFirst();
        Value.Builder builder = Value.of(org.nullcline.api.value.Kinds.TRAJECTORIES)
                .array(new NamedArray(Trajectories.STATE, List.of(Axis.of("time"), Axis.of("state")), "", state)).array(trials.toArray()).array(predicted);
        Examples.add(builder, first, predicted);
        if (sessions.recordings().size() == 1) {
            first.value().find(Recording.LABELS).ifPresent(builder::array);
            first.value().find(Recording.SPLIT).ifPresent(builder::array);
            if (first.value().attributes().containsKey(Recording.LABELS)) {
                builder.attribute(Recording.LABELS, first.labelNames());
            }
        } else {
            stitched(builder, trials.count());
        }
        return Double.isNaN(first.binWidth()) ? builder.build() : builder.attribute(Recording.BIN_WIDTH, first.binWidth()).build();
    }

    /** Sessions, splits and labels of all trials; equal names are equal labels. */
    private void stitched(Value.Builder builder, int trials) {
        long[] session = new long[trials];
        long[] split = new long[trials];
        long[] label = new long[trials];
        Map<String, Long> names = new LinkedHashMap<>();
        int at = 0;
        for (int s = 0; s < sessions.recordings().size(); s++) {
            Recording recording = sessions.recordings().get(s);
            int[] labels = recording.labels();
            for (int trial = 0; trial < labels.length; trial++) {
                session[at] = s;
                split[at] = recording.splits()[trial].ordinal();
                label[at++] = labels[trial] < 0 ? -1 : names.computeIfAbsent(recording.labelNames().get(labels[trial]), n -> (long) names.size());
            }
        }
        builder.array(SessionPart.SESSION, "", NdArrays.of(session, trials), "trial").array(Recording.SPLIT, "", NdArrays.of(split, trials), "trial");
        if (!names.isEmpty()) {
            builder.array(Recording.LABELS, "", NdArrays.of(label, trials), "trial").attribute(Recording.LABELS, new ArrayList<>(names.keySet()));
        }
        builder.attribute(SessionPart.SESSIONS, sessions.names())
                .attribute(SessionPart.CHANNELS, sessions.recordings().stream().map(r -> Integer.toString(r.channels())).toList());
    }
}
