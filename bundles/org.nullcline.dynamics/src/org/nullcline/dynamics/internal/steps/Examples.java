// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;

/** A few channels and trials with what was observed and what a model predicts, kept with the trajectories so that a figure can show both. */
public final class Examples {

    /** sample × channel: observed. */
    public static final String ACTIVITY = "example.activity";
    /** sample × channel: predicted. */
    public static final String RATES = "example.rates";
    /** Offsets of the example trials. */
    public static final String TRIALS = "example.trials";
    /** Indices of the example channels. */
    public static final String CHANNELS = "example.channels";

    private static final int CHANNEL_COUNT = 4;
    private static final int TRIAL_COUNT = 3;

    private Examples() {
    }

    /**
     * Adds examples: the channels whose predictions vary most, in the first validation trials (training trials where there are none).
     *
     * @param rates whose first rows and columns belong to the recording
     */
    static void add(Value.Builder builder, Recording recording, NamedArray rates) {
        int[] trials = Arrays.stream(recording.trialsOf(Split.VALIDATION)).limit(TRIAL_COUNT).toArray();
        if (trials.length == 0) {
            trials = Arrays.stream(recording.trialsOf(Split.TRAIN)).limit(TRIAL_COUNT).toArray();
        }
        Matrix predicted = TrialRows.of(rates, recording.trials(), trials).columns(0, recording.channels());
        Matrix centred = predicted.centreColumns();
        int[] channels = IntStream.range(0, predicted.columns()).boxed().sorted(Comparator.comparingDouble((Integer c) -> -power(centred.column(c))))
                .limit(CHANNEL_COUNT).mapToInt(Integer::intValue).toArray();
        Matrix observed = TrialRows.find(recording, Recording.ACTIVITY, trials);
        long[] offsets = Trials.ofLengths(Arrays.stream(trials).map(recording.trials()::length).boxed().toList()).offsets();
        builder.array(ACTIVITY, "", select(observed, channels).toArray(), "sample", "channel")
                .array(RATES, "", select(predicted, channels).toArray(), "sample", "channel")
                .array(TRIALS, "", NdArrays.of(offsets, offsets.length), "offset")
                .array(CHANNELS, "", NdArrays.of(Arrays.stream(channels).asLongStream().toArray(), channels.length), "channel");
    }

    private static double power(double[] values) {
        return Arrays.stream(values).map(v -> v * v).sum();
    }

    private static Matrix select(Matrix all, int[] columns) {
        Matrix selected = new Matrix(all.rows(), columns.length);
        for (int i = 0; i < all.rows(); i++) {
            for (int k = 0; k < columns.length; k++) {
                selected.set(i, k, all.get(i, columns[k]));
            }
        }
        return selected;
    }
}
