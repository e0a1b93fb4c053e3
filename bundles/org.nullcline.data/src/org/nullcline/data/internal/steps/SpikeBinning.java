// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.inputs.LargeArrays;
import org.nullcline.data.inputs.SpikeTimes;

/** Counts spikes in time bins: bin k of a window that begins at t holds the spikes in [t + k·w, t + (k + 1)·w). */
final class SpikeBinning {

    private static final double ROUNDING = 1e-9;
    private static final long MAX_CELLS = 1L << 30;

    /**
     * A stretch of time that becomes a trial.
     *
     * @param start in seconds
     * @param stop in seconds
     * @param trial index of the trial in the source, −1 for none
     */
    record Window(double start, double stop, int trial) {
    }

    private SpikeBinning() {
    }

    /** Each trial of the source as one trial; the whole session where the source has none. */
    static Value intervals(SpikeTimes spikes, double binWidth) {
        double[][] intervals = spikes.intervals();
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < intervals.length; i++) {
            windows.add(new Window(intervals[i][0], intervals[i][1], i));
        }
        return bin(spikes, windows.isEmpty() ? List.of(session(spikes)) : windows, binWidth);
    }

    /** From the first to the last thing that happened. */
    static Window session(SpikeTimes spikes) {
        double start = Double.POSITIVE_INFINITY;
        double stop = Double.NEGATIVE_INFINITY;
        for (double time : spikes.times()) {
            start = Math.min(start, time);
            stop = Math.max(stop, time);
        }
        for (double[] interval : spikes.intervals()) {
            start = Math.min(start, interval[0]);
            stop = Math.max(stop, interval[1]);
        }
        if (!(stop > start)) {
            throw NullclineException.input("The spike times hold no stretch of time: there are " + spikes.times().length + " spikes.");
        }
        return new Window(Math.min(start, 0), stop, -1);
    }

    static Value bin(SpikeTimes spikes, List<Window> windows, double binWidth) {
        int units = spikes.units();
        List<Integer> lengths = new ArrayList<>();
        long cells = 0;
        for (Window window : windows) {
            double bins = Math.floor((window.stop() - window.start()) / binWidth + ROUNDING);
            if (!(bins >= 1)) {
                throw NullclineException.input("Trial " + window.trial() + " lasts from " + window.start() + " s to " + window.stop()
                        + " s, less than one bin of " + binWidth + " s; choose narrower bins or drop it.");
            }
            cells += bins < MAX_CELLS ? (long) bins * Math.max(1, units) : MAX_CELLS + 1;
            if (cells > MAX_CELLS) {
                throw NullclineException.invalid("Bins of " + binWidth + " s would make more than " + MAX_CELLS + " numbers; choose wider bins.");
            }
            lengths.add((int) bins);
        }
        Trials trials = Trials.ofLengths(lengths);
        Value.Builder builder = Value.of(Kinds.RECORDING).array(new NamedArray(Recording.ACTIVITY, List.of(Axis.of("time"), Axis.of("channel")), "spikes/bin",
                counts(spikes, windows, trials, binWidth))).array(trials.toArray()).attribute(Recording.SIGNAL, Signal.COUNTS.text())
                .attribute(Recording.BIN_WIDTH, binWidth);
        copyLabels(builder, spikes, windows);
        for (String behaviour : spikes.behaviours()) {
            addBehaviour(builder, spikes.value(), behaviour, windows, trials, binWidth);
        }
        spikes.value().attributes().forEach((name, attribute) -> {
            if (!name.equals(Recording.LABELS)) {
                builder.attribute(name, attribute);
            }
        });
        return builder.build();
    }

    /** Counts, time × unit, counted when they are asked for where there are many. */
    private static ArrayData counts(SpikeTimes spikes, List<Window> windows, Trials trials, double binWidth) {
        int units = spikes.units();
        double[] times = spikes.times();
        long[] offsets = spikes.offsets();
        for (int unit = 0; unit < units; unit++) {
            Arrays.sort(times, (int) offsets[unit], (int) offsets[unit + 1]);
        }
        return LargeArrays.settled(LargeArrays.computed(DataType.FLOAT, new long[] {trials.total(), units}, (from, to) -> {
            double[] counts = new double[Math.toIntExact((to - from) * units)];
            for (int w = 0; w < windows.size(); w++) {
                long first = Math.max(from, trials.offsets()[w]);
                long last = Math.min(to, trials.offsets()[w + 1]);
                for (int unit = 0; unit < units && first < last; unit++) {
                    count(times, (int) offsets[unit], (int) offsets[unit + 1], windows.get(w).start(), binWidth, first - trials.offsets()[w],
                            last - trials.offsets()[w], counts, (int) (trials.offsets()[w] - from), units, unit);
                }
            }
            return counts;
        }));
    }

    /**
     * Counts the spikes of a unit, {@code times[own]} to {@code times[end - 1]}, in bins {@code first} to {@code last} (exclusive) of a window; bin 0 is
     * row {@code row} of {@code counts}.
     */
    private static void count(double[] times, int own, int end, double start, double binWidth, long first, long last, double[] counts, int row, int units,
            int unit) {
        // one bin early, because rounding may put a spike just before a bin into it
        double begin = start + Math.max(0, first - 1) * binWidth;
        int at = Arrays.binarySearch(times, own, end, begin);
        while (at > own && times[at - 1] == begin) {
            at--;
        }
        for (int i = at < 0 ? -at - 1 : at; i < end; i++) {
            long bin = (long) Math.floor((times[i] - start) / binWidth + ROUNDING);
            if (bin >= last) {
                break;
            }
            if (bin >= first) {
                counts[(int) (row + bin) * units + unit]++;
            }
        }
    }

    private static void copyLabels(Value.Builder builder, SpikeTimes spikes, List<Window> windows) {
        spikes.value().find(SpikeTimes.TRIAL_LABELS).ifPresent(array -> {
            long[] all = NdArrays.longs(array.data().all());
            long[] labels = windows.stream().mapToLong(w -> w.trial() < 0 ? -1 : all[w.trial()]).toArray();
            Pieces.labelled(builder, labels, spikes.value().texts(Recording.LABELS));
        });
    }

    /** The mean of the samples in each bin; between samples that are farther apart than a bin, the line through the two next to its centre. */
    private static void addBehaviour(Value.Builder builder, Value value, String name, List<Window> windows, Trials trials, double binWidth) {
        double[] times = NdArrays.doubles(value.array(SpikeTimes.SAMPLED + name));
        double[][] samples = NdArrays.rows(value.array(SpikeTimes.BEHAVIOUR + name));
        int dimensions = samples.length == 0 ? 0 : samples[0].length;
        if (times.length != samples.length || dimensions == 0) {
            return;
        }
        double[] binned = new double[Math.toIntExact(trials.total() * dimensions)];
        for (int w = 0; w < windows.size(); w++) {
            for (int bin = 0; bin < trials.length(w); bin++) {
                double from = windows.get(w).start() + bin * binWidth;
                int row = (int) (trials.offsets()[w] + bin);
                for (int d = 0; d < dimensions; d++) {
                    binned[row * dimensions + d] = sample(times, samples, d, from, from + binWidth);
                }
            }
        }
        builder.array(SpikeTimes.BEHAVIOUR + name, value.named(SpikeTimes.BEHAVIOUR + name).unit(), NdArrays.of(binned, trials.total(), dimensions), "time",
                "dimension");
    }

    private static double sample(double[] times, double[][] samples, int dimension, double from, double to) {
        int first = lowerBound(times, from);
        int last = lowerBound(times, to);
        if (last > first) {
            double sum = 0;
            for (int i = first; i < last; i++) {
                sum += samples[i][dimension];
            }
            return sum / (last - first);
        }
        if (first == 0 || first == times.length) {
            return Double.NaN;
        }
        double centre = (from + to) / 2;
        double weight = (centre - times[first - 1]) / (times[first] - times[first - 1]);
        return samples[first - 1][dimension] + weight * (samples[first][dimension] - samples[first - 1][dimension]);
    }

    private static int lowerBound(double[] times, double time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
