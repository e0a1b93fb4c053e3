// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Value;
import org.nullcline.data.inputs.LargeArrays;

/**
 * The activity of a recording as plain numbers, gone through in parts: a recording may be larger than memory. Sums run row by row in the order
 * of time, so that no result depends on the size of the parts.
 *
 * @param recording where it comes from
 * @param data time × channel
 * @param channels number of columns
 * @param progress asked with every part whether to go on
 */
record Activity(Recording recording, ArrayData data, int channels, Progress progress) {

    /** Rows {@code from} to {@code to} (exclusive). */
    record Range(long from, long to) {
    }

    /** Takes one row, which begins at {@code at} in {@code values}. */
    @FunctionalInterface
    interface RowConsumer {
        void take(double[] values, int at);
    }

    static Activity of(Value value, Progress progress) {
        Recording recording = Recording.of(value);
        return new Activity(recording, value.named(Recording.ACTIVITY).data(), recording.channels(), progress);
    }

    /** Rows from which parameters of a transformation are estimated, ascending: those of training trials, or all. */
    List<Range> rows(String from) {
        if (from.equals("all")) {
            return List.of(new Range(0, recording.trials().total()));
        }
        Split[] splits = recording.splits();
        long[] offsets = recording.trials().offsets();
        List<Range> ranges = new ArrayList<>();
        for (int trial = 0; trial < splits.length; trial++) {
            if (splits[trial] == Split.TRAIN) {
                boolean adjoining = !ranges.isEmpty() && ranges.getLast().to() == offsets[trial];
                ranges.add(new Range(adjoining ? ranges.removeLast().from() : offsets[trial], offsets[trial + 1]));
            }
        }
        return ranges;
    }

    static long count(List<Range> rows) {
        return rows.stream().mapToLong(r -> r.to() - r.from()).sum();
    }

    /** Goes through rows in order. */
    void eachRow(List<Range> rows, RowConsumer consumer) {
        for (Range range : rows) {
            data.eachPart(range.from(), range.to(), (first, values) -> {
                progress.check();
                for (int at = 0; at < values.length; at += channels) {
                    consumer.take(values, at);
                }
            });
        }
    }

    /** Mean of each channel over the given rows. */
    double[] means(List<Range> rows) {
        double[] means = new double[channels];
        eachRow(rows, (values, at) -> {
            for (int c = 0; c < channels; c++) {
                means[c] += values[at + c];
            }
        });
        long count = count(rows);
        for (int c = 0; c < channels; c++) {
            means[c] /= count;
        }
        return means;
    }

    /** Population standard deviation of each channel over the given rows. */
    double[] deviations(List<Range> rows, double[] means) {
        double[] sums = new double[channels];
        eachRow(rows, (values, at) -> {
            for (int c = 0; c < channels; c++) {
                double d = values[at + c] - means[c];
                sums[c] += d * d;
            }
        });
        long count = count(rows);
        for (int c = 0; c < channels; c++) {
            sums[c] = Math.sqrt(sums[c] / count);
        }
        return sums;
    }

    /** Lowest (first row) and highest (second row) value of each channel over the given rows. */
    double[][] extremes(List<Range> rows) {
        double[][] extremes = new double[2][channels];
        Arrays.fill(extremes[0], Double.POSITIVE_INFINITY);
        Arrays.fill(extremes[1], Double.NEGATIVE_INFINITY);
        eachRow(rows, (values, at) -> {
            for (int c = 0; c < channels; c++) {
                extremes[0][c] = Math.min(extremes[0][c], values[at + c]);
                extremes[1][c] = Math.max(extremes[1][c], values[at + c]);
            }
        });
        return extremes;
    }

    /** Changes the number of a channel. */
    @FunctionalInterface
    interface Change {
        double of(double value, int channel);
    }

    /** The recording with every number of its activity changed, when it is asked for where there are many. */
    Value.Builder changed(Signal signal, String unit, Change change) {
        return replaced(channels, signal, unit, (from, to) -> {
            progress.check();
            double[] values = data.doubles(from, to);
            double[] changed = new double[values.length];
            for (int i = 0; i < changed.length; i++) {
                changed[i] = change.of(values[i], i % channels);
            }
            return changed;
        });
    }

    /** The recording with other numbers in place of its activity, computed when they are asked for where there are many. */
    Value.Builder replaced(int columns, Signal signal, String unit, LargeArrays.Rows rows) {
        DataType type = signal == Signal.COUNTS ? DataType.FLOAT : DataType.DOUBLE;
        ArrayData replaced = LargeArrays.settled(LargeArrays.computed(type, new long[] {recording.trials().total(), columns}, rows));
        return recording.value().copy().array(new NamedArray(Recording.ACTIVITY, List.of(Axis.of("time"), Axis.of("channel")), unit, replaced))
                .attribute(Recording.SIGNAL, signal.text());
    }
}
