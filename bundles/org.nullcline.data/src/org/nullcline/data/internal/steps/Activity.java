// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/**
 * The activity of a recording as plain numbers.
 *
 * @param recording where it comes from
 * @param values time × channel, row by row
 * @param channels number of columns
 */
record Activity(Recording recording, double[] values, int channels) {

    static Activity of(Value value) {
        Recording recording = Recording.of(value);
        return new Activity(recording, NdArrays.doubles(recording.activity()), recording.channels());
    }

    /** Rows from which parameters of a transformation are estimated: those of training trials, or all. */
    int[] rows(String from) {
        Split[] splits = recording.splits();
        List<Integer> rows = new ArrayList<>();
        for (int trial = 0; trial < splits.length; trial++) {
            if (from.equals("all") || splits[trial] == Split.TRAIN) {
                for (long row = recording.trials().offsets()[trial]; row < recording.trials().offsets()[trial + 1]; row++) {
                    rows.add((int) row);
                }
            }
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Mean of each channel over the given rows. */
    double[] means(int[] rows) {
        double[] means = new double[channels];
        for (int row : rows) {
            for (int c = 0; c < channels; c++) {
                means[c] += values[row * channels + c];
            }
        }
        for (int c = 0; c < channels; c++) {
            means[c] /= rows.length;
        }
        return means;
    }

    /** Population standard deviation of each channel over the given rows. */
    double[] deviations(int[] rows, double[] means) {
        double[] sums = new double[channels];
        for (int row : rows) {
            for (int c = 0; c < channels; c++) {
                double d = values[row * channels + c] - means[c];
                sums[c] += d * d;
            }
        }
        for (int c = 0; c < channels; c++) {
            sums[c] = Math.sqrt(sums[c] / rows.length);
        }
        return sums;
    }

    /** Lowest (first row) and highest (second row) value of each channel over the given rows. */
    double[][] extremes(int[] rows) {
        double[][] extremes = new double[2][channels];
        Arrays.fill(extremes[0], Double.POSITIVE_INFINITY);
        Arrays.fill(extremes[1], Double.NEGATIVE_INFINITY);
        for (int row : rows) {
            for (int c = 0; c < channels; c++) {
                double v = values[row * channels + c];
                extremes[0][c] = Math.min(extremes[0][c], v);
                extremes[1][c] = Math.max(extremes[1][c], v);
            }
        }
        return extremes;
    }

    /** The recording with other numbers in place of its activity. */
    Value.Builder replaced(double[] numbers, Signal signal, String unit) {
        Value value = recording.value();
        NamedArray old = value.named(Recording.ACTIVITY);
        DataType type = signal == Signal.COUNTS ? DataType.FLOAT : DataType.DOUBLE;
        int columns = numbers.length / Math.max(1, (int) old.data().shape()[0]);
        return value.copy().array(Recording.ACTIVITY, unit, NdArrays.of(numbers, old.data().shape()[0], columns).castTo(type), "time", "channel")
                .attribute(Recording.SIGNAL, signal.text());
    }
}
