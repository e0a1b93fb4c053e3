// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.parameter.Parameters.FileReference;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.inputs.Inputs;
import org.nullcline.data.inputs.Inputs.NamedInput;
import org.nullcline.data.inputs.Layout;
import org.nullcline.data.inputs.Selection;
import org.nullcline.data.inputs.SpikeTimes;

/**
 * Reads a recording from a file of any installed format. Nothing is guessed: what the file does not say (signal, bin width) stays unknown or
 * must be set.
 */
public final class LoadRecording implements Step {

    /** time: index into the attribute {@code labels}, −1 for none; becomes labels of trials when trials are cut. */
    static final String BIN_LABELS = "labels.bins";

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        FileReference reference = parameters.file("file").orElseThrow(() -> NullclineException.invalid("load-recording: choose a file."));
        Path path = reference.path();
        String variable = parameters.has("variable") ? parameters.text("variable") : reference.selector();
        Inputs files = new Inputs(context.contributions());
        try (ArrayFile file = parameters.has("format") ? files.open(path, parameters.choice("format").descriptor()) : files.open(path)) {
            Value loaded = load(file, path, variable, parameters);
            Value.Builder builder = loaded.copy();
            Recording recording = Recording.of(loaded);
            addBehaviour(builder, recording, file, path, parameters);
            addLabels(builder, recording, file, path, parameters.text("labels"));
            checkActivity(builder, recording, path);
            return Map.of("recording", builder.build());
        } catch (IOException e) {
            throw NullclineException.input(path + " cannot be closed: " + e.getMessage(), e);
        }
    }

    private static Value load(ArrayFile file, Path path, String variable, Parameters parameters) {
        double binWidth = parameters.has("binWidth") ? parameters.real("binWidth") : Double.NaN;
        Optional<Value> whole = variable.isEmpty() ? file.value() : Optional.empty();
        if (whole.isPresent() && whole.get().kind().equals(SpikeTimes.KIND)) {
            if (Double.isNaN(binWidth)) {
                throw NullclineException.invalid("load-recording: " + path + " holds spike times; set binWidth (s) to count them in time bins.");
            }
            return SpikeBinning.intervals(SpikeTimes.of(whole.get()), binWidth);
        }
        boolean recorded = whole.isPresent() && whole.get().kind().equals(Kinds.RECORDING) && !parameters.flag("transpose");
        Value base = recorded ? whole.get() : arrays(file, path, variable, parameters.flag("transpose"));
        if (parameters.has("binWidth") && !Double.isNaN(Recording.of(base).binWidth())
                && Math.abs(Recording.of(base).binWidth() - binWidth) > 1e-6 * binWidth) {
            throw NullclineException.invalid("load-recording: " + path + " says that its bins are " + Recording.of(base).binWidth()
                    + " s wide; leave binWidth empty, and use bin-spikes to make wider bins.");
        }
        Value.Builder builder = base.copy();
        Signal signal = signal(base, path, parameters.text("signal"));
        builder.array(activity(unit(signal), base.named(Recording.ACTIVITY).data())).attribute(Recording.SIGNAL, signal.text());
        return (Double.isNaN(binWidth) ? builder : builder.attribute(Recording.BIN_WIDTH, binWidth)).attribute("source", path.getFileName().toString()).build();
    }

    private static NamedArray activity(String unit, ArrayData data) {
        return new NamedArray(Recording.ACTIVITY, List.of(Axis.of("time"), Axis.of("channel")), unit, data);
    }

    private static String unit(Signal signal) {
        return switch (signal) {
            case COUNTS -> "spikes/bin";
            case RATES -> "spikes/s";
            case CONTINUOUS -> "";
        };
    }

    private static Signal signal(Value base, Path path, String chosen) {
        if (!chosen.equals("auto")) {
            return Signal.valueOf(chosen.toUpperCase(Locale.ROOT));
        }
        if (base.attributes().containsKey(Recording.SIGNAL)) {
            return Recording.of(base).signal();
        }
        throw NullclineException.invalid("load-recording: " + path + " does not say what its numbers are; set signal to counts (spikes per bin), rates"
                + " (spikes per second) or continuous.");
    }

    private static Value arrays(ArrayFile file, Path path, String variable, boolean transpose) {
        List<String> names = Selection.names(file, path, variable);
        Value.Builder builder = Value.of(Kinds.RECORDING);
        Optional<Layout.Large> large = large(file, names, transpose);
        if (large.isPresent()) {
            builder.array(activity("", large.get().rows())).array(large.get().trials().toArray());
        } else {
            Layout.Stacked stacked = Layout.stack(path.toString(), read(file, names), transpose);
            builder.array(Recording.ACTIVITY, "", stacked.rows(), "time", "channel").array(stacked.trials().toArray());
        }
        double interval = Sampling.interval(file, path, names.getFirst());
        return (Double.isNaN(interval) ? builder : builder.attribute(Recording.BIN_WIDTH, interval)).build();
    }

    /** Arrays that together are too large for memory, left in the file; where they are channels × time, only matrices can be. */
    static Optional<Layout.Large> large(ArrayFile file, List<String> names, boolean transpose) {
        List<ArrayInfo> known = file.arrays();
        List<ArrayInfo> chosen = names.stream().flatMap(name -> known.stream().filter(a -> a.name().equals(name)).limit(1)).toList();
        if (chosen.size() != names.size()) {
            return Optional.empty();
        }
        if (!transpose) {
            return Layout.large(chosen, i -> file.data(names.get(i)));
        }
        List<Optional<ArrayData>> turned = names.stream().map(file::turned).toList();
        if (!turned.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        List<ArrayData> data = turned.stream().map(Optional::get).toList();
        return Layout.large(IntStream.range(0, names.size()).mapToObj(i -> new ArrayInfo(names.get(i), chosen.get(i).type(), data.get(i).shape())).toList(), data::get);
    }

    private static List<NamedInput> read(ArrayFile file, List<String> names) {
        return names.stream().map(name -> new NamedInput(name, Selection.read(file, name))).toList();
    }

    /** {@code name=variables; name=variables}, where the variables are as many as those of the activity, or one for all. */
    private static void addBehaviour(Value.Builder builder, Recording recording, ArrayFile file, Path path, Parameters parameters) {
        for (String entry : parameters.text("behaviour").split(";")) {
            if (entry.isBlank()) {
                continue;
            }
            int equals = entry.indexOf('=');
            String variables = entry.substring(equals + 1).strip();
            String name = equals < 0 ? variables.replaceAll("[,*].*", "").replaceAll("[^A-Za-z0-9._-]", "_") : entry.substring(0, equals).strip();
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
                throw NullclineException.invalid("load-recording: '" + name + "' is no name for a behaviour; write behaviour as name=variable.");
            }
            Layout.Stacked stacked = Layout.stack(path.toString(), read(file, Selection.names(file, path, variables)), parameters.flag("transpose"));
            if (stacked.rows().size(0) != recording.trials().total()) {
                throw NullclineException.input(path + ": the behaviour '" + variables + "' has " + stacked.rows().size(0)
                        + " time bins where the activity has " + recording.trials().total() + "; both must be sampled in the same bins.");
            }
            builder.array(SpikeTimes.BEHAVIOUR + name, "", stacked.rows(), "time", "dimension");
        }
    }

    /** Labels per time bin or per trial, whichever fits the number of values. */
    private static void addLabels(Value.Builder builder, Recording recording, ArrayFile file, Path path, String variables) {
        if (variables.isBlank()) {
            return;
        }
        List<INDArray> parts = Selection.names(file, path, variables).stream().map(name -> Selection.read(file, name)).toList();
        double[] values = parts.stream().flatMapToDouble(part -> Arrays.stream(NdArrays.doubles(part))).toArray();
        double[] different = Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().sorted().toArray();
        if (different.length > 10_000) {
            throw NullclineException.input(path + ": '" + variables + "' has " + different.length + " different values; labels have few.");
        }
        List<String> names = Arrays.stream(different).mapToObj(LoadRecording::name).toList();
        long[] labels = Arrays.stream(values).mapToLong(v -> Double.isNaN(v) ? -1 : Arrays.binarySearch(different, v)).toArray();
        Trials trials = recording.trials();
        if (values.length == trials.total()) {
            builder.array(BIN_LABELS, "", NdArrays.of(labels, labels.length), "time").attribute(Recording.LABELS, names);
        } else if (values.length == trials.count()) {
            Pieces.labelled(builder, labels, names);
        } else {
            throw NullclineException.input(path + ": the labels '" + variables + "' have " + values.length + " values, but the activity has "
                    + trials.total() + " time bins in " + trials.count() + " trials; there must be one label per bin or per trial.");
        }
    }

    private static String name(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }

    /** Refuses what makes no sense, and notes channels that never change. */
    private static void checkActivity(Value.Builder builder, Recording recording, Path path) {
        int channels = recording.channels();
        Signal signal = recording.signal();
        boolean[] changes = new boolean[channels];
        double[] first = new double[channels];
        recording.value().named(Recording.ACTIVITY).data().eachPart(0, recording.trials().total(), (row, activity) -> {
            if (row == 0) {
                System.arraycopy(activity, 0, first, 0, Math.min(channels, activity.length));
            }
            for (int i = 0, c = 0; i < activity.length; i++) {
                if (!sensible(activity[i], signal)) {
                    throw senseless(activity[i], signal, path, row + i / channels, c);
                }
                changes[c] |= activity[i] != first[c];
                c = c + 1 == channels ? 0 : c + 1;
            }
        });
        List<Integer> constant = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            if (!changes[c]) {
                constant.add(c);
            }
        }
        if (!constant.isEmpty()) {
            Notes.add(builder, recording.value(), constant.size() + " of " + channels + " channels never change (" + Notes.indices(
                    constant.stream().mapToInt(Integer::intValue).toArray()) + "); select-channels can drop them.");
        }
    }

    private static boolean sensible(double v, Signal signal) {
        return switch (signal) {
            case CONTINUOUS -> Double.isFinite(v);
            case RATES -> v >= 0 && v < Double.POSITIVE_INFINITY;
            case COUNTS -> v >= 0 && v < Double.POSITIVE_INFINITY && v == Math.rint(v);
        };
    }

    private static NullclineException senseless(double v, Signal signal, Path path, long bin, int channel) {
        if (!Double.isFinite(v)) {
            return NullclineException.input(path + ": the activity holds " + v + " in time bin " + bin + ", channel " + channel
                    + "; remove or fill in missing values first.");
        }
        if (v < 0) {
            return NullclineException.input(path + ": " + signal.text() + " cannot be negative, but time bin " + bin + ", channel " + channel + " holds " + v
                    + "; set signal to continuous.");
        }
        return NullclineException.input(path + ": counts are whole numbers, but time bin " + bin + ", channel " + channel + " holds " + v
                + "; set signal to rates or continuous.");
    }
}
