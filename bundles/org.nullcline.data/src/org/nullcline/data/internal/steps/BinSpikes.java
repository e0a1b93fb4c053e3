// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.inputs.LargeArrays;
import org.nullcline.data.inputs.SpikeTimes;

/** Counts spike times in time bins, or sums narrow bins of a recording to wider ones. */
public final class BinSpikes implements Step {

    private static final double WHOLE = 1e-6;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value value = inputs.one("recording");
        double width = parameters.real("binWidth");
        if (value.kind().equals(SpikeTimes.KIND)) {
            if (parameters.has("join")) {
                throw NullclineException.invalid("Spike times have no bins to join; leave join empty and set binWidth.");
            }
            return Map.of("recording", SpikeBinning.bin(SpikeTimes.of(value), windows(SpikeTimes.of(value), parameters), width));
        }
        Recording recording = Recording.of(value);
        return Map.of("recording", join(recording, parameters.has("join") ? parameters.integer("join") : multiple(recording, width)));
    }

    private static List<SpikeBinning.Window> windows(SpikeTimes spikes, Parameters parameters) {
        double[][] intervals = spikes.intervals();
        if (parameters.text("trials").equals("whole") || intervals.length == 0) {
            if (parameters.has("after")) {
                throw NullclineException.input("These spike times have no trials, so before and after have nothing to refer to; leave after empty.");
            }
            return List.of(SpikeBinning.session(spikes));
        }
        List<SpikeBinning.Window> windows = new ArrayList<>();
        for (int i = 0; i < intervals.length; i++) {
            double start = intervals[i][0] - parameters.real("before");
            windows.add(new SpikeBinning.Window(start, parameters.has("after") ? intervals[i][0] + parameters.real("after") : intervals[i][1], i));
        }
        return windows;
    }

    private static int multiple(Recording recording, double width) {
        if (Double.isNaN(recording.binWidth())) {
            throw NullclineException.input("The bin width of this recording is not known, so it cannot be given bins of " + width
                    + " s; set binWidth where it is loaded, or say with join how many bins become one.");
        }
        double factor = width / recording.binWidth();
        int merged = (int) Math.round(factor);
        if (merged < 1 || Math.abs(factor - merged) > WHOLE * merged) {
            throw NullclineException.input("Bins of " + width + " s cannot be made of bins of " + recording.binWidth() + " s; choose a whole multiple.");
        }
        return merged;
    }

    private static Value join(Recording recording, int merged) {
        Trials old = recording.trials();
        List<Integer> lengths = new ArrayList<>();
        long lost = 0;
        for (int trial = 0; trial < old.count(); trial++) {
            lengths.add(old.length(trial) / merged);
            lost += old.length(trial) % merged;
        }
        Trials trials = Trials.ofLengths(lengths);
        if (trials.total() == 0) {
            throw NullclineException.input("No trial is as long as one bin made of " + merged + "; choose narrower bins.");
        }
        Value value = recording.value();
        Value.Builder builder = value.copy();
        for (String name : recording.alignedNames()) {
            NamedArray array = value.named(name);
            boolean sum = name.equals(Recording.TRUE_RATES) || name.equals(Recording.ACTIVITY) && recording.signal() == Signal.COUNTS;
            if (array.axes().size() <= 2) {
                builder.array(name.equals(LoadRecording.BIN_LABELS) ? labels(array, old, trials, merged) : merge(array, old, trials, merged, sum));
            } else {
                builder.without(name);
            }
        }
        builder.array(trials.toArray());
        if (!Double.isNaN(recording.binWidth())) {
            builder.attribute(Recording.BIN_WIDTH, recording.binWidth() * merged);
        }
        return (lost == 0 ? builder : Notes.add(builder, value, lost + " time bins at the ends of trials do not fill a bin made of " + merged + " and were left out."))
                .build();
    }

    /** Wide bins, computed when they are asked for where there are many. Counts stay whole numbers, which floats hold exactly. */
    private static NamedArray merge(NamedArray array, Trials old, Trials trials, int merged, boolean sum) {
        int columns = array.axes().size() == 2 ? array.size(1) : 1;
        long[] shape = array.axes().size() == 2 ? new long[] {trials.total(), columns} : new long[] {trials.total()};
        DataType type = sum && array.name().equals(Recording.ACTIVITY) ? DataType.FLOAT : DataType.DOUBLE;
        ArrayData data = LargeArrays.settled(LargeArrays.computed(type, shape, (from, to) -> {
            double[] coarse = new double[Math.toIntExact((to - from) * columns)];
            int trial = Arrays.binarySearch(trials.offsets(), from);
            trial = trial < 0 ? -trial - 2 : trial;
            for (long row = from; row < to; trial++) {
                long end = Math.min(to, trials.offsets()[trial + 1]);
                if (end > row) {
                    long first = old.offsets()[trial] + (row - trials.offsets()[trial]) * merged;
                    double[] fine = array.data().doubles(first, first + (end - row) * merged);
                    merge(fine, merged, columns, sum, coarse, (int) (row - from) * columns);
                    row = end;
                }
            }
            return coarse;
        }));
        return new NamedArray(array.name(), array.axes(), array.unit(), data);
    }

    private static void merge(double[] fine, int merged, int columns, boolean sum, double[] coarse, int at) {
        for (int bin = 0; bin < fine.length / (merged * columns); bin++) {
            for (int c = 0; c < columns; c++) {
                int to = at + bin * columns + c;
                for (int k = 0; k < merged; k++) {
                    coarse[to] += fine[(bin * merged + k) * columns + c];
                }
                coarse[to] /= sum ? 1 : merged;
            }
        }
    }

    /** The label that all merged bins share, −1 where they differ. */
    private static NamedArray labels(NamedArray array, Trials old, Trials trials, int merged) {
        long[] fine = NdArrays.longs(array.data().all());
        long[] coarse = new long[Math.toIntExact(trials.total())];
        for (int trial = 0; trial < trials.count(); trial++) {
            for (int bin = 0; bin < trials.length(trial); bin++) {
                int from = (int) (old.offsets()[trial] + (long) bin * merged);
                long first = fine[from];
                coarse[(int) trials.offsets()[trial] + bin] = Arrays.stream(fine, from, from + merged).allMatch(l -> l == first) ? first : -1;
            }
        }
        return NamedArray.of(array.name(), "", NdArrays.of(coarse, coarse.length), "time");
    }
}
