// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.MemoryNeed;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.inputs.SpikeTimes;

import io.jhdf.api.Dataset;

/**
 * An opened NWB 2 file. Arrays are named by their path; a time series that states a rate instead of time stamps gets the further array
 * {@code SERIES/rate} (Hz). A file with units is the value {@link SpikeTimes}, with its trials and the time series of its processing modules.
 */
final class NwbFile implements ArrayFile {

    /** What a spike takes while spikes are read and counted: its time in three places. */
    private static final int SPIKE_BYTES = 3 * Double.BYTES;
    private static final String TRIALS = "intervals/trials/";
    private static final String DATA = "/data";
    private static final List<String> LABEL_COLUMNS = List.of("condition", "label", "target", "trial_type", "type", "direction");

    /** A longer time series is no behaviour but a raw signal; the same for any memory, as what a file holds must not depend on it. */
    private static final long MOST_SAMPLES = 1L << 26;

    private final Hdf5Tree tree;
    private final long mostSamples;

    private NwbFile(Hdf5Tree tree, long mostSamples) {
        this.tree = tree;
        this.mostSamples = mostSamples;
    }

    static NwbFile open(Budget budget) {
        return open(budget, MOST_SAMPLES);
    }

    /** Opens a file; time series of more numbers do not come along with its spike times. */
    static NwbFile open(Budget budget, long mostSamples) {
        Hdf5Tree tree = Hdf5Tree.open(budget);
        try {
            requireVersion2(tree);
            return new NwbFile(tree, mostSamples);
        } catch (RuntimeException e) {
            tree.close();
            throw e;
        }
    }

    private static void requireVersion2(Hdf5Tree tree) {
        String version = tree.text("", "nwb_version");
        if (version.isEmpty() && tree.dataset("nwb_version").isPresent()) {
            throw tree.budget().refuse("this file is of NWB " + String.join(" ", tree.strings("nwb_version"))
                    + "; only NWB 2 is read. Convert it with pynwb, or rename it to .h5 to choose its arrays one by one.");
        }
        if (version.isEmpty()) {
            throw tree.budget().refuse("this is an HDF5 file without the attribute nwb_version, so it is no NWB 2 file; rename it to .h5 to choose its"
                    + " arrays one by one.");
        }
        String number = version.replaceFirst("^NWB-", "");
        if (!number.startsWith("2.")) {
            throw tree.budget().refuse("this file is of NWB " + number + "; only NWB 2 is read. Convert it with pynwb, or rename it to .h5.");
        }
    }

    @Override
    public List<ArrayInfo> arrays() {
        return tree.guarded(() -> {
            List<ArrayInfo> infos = new ArrayList<>();
            for (String path : tree.paths()) {
                tree.dataset(path).filter(d -> !path.startsWith("specifications/")).ifPresent(d -> infos.add(
                        new ArrayInfo(path, Hdf5Elements.typeName(d.getDataType()), d.getDimensionsAsLong())));
                if (path.endsWith("/starting_time") && !Double.isNaN(tree.number(path, "rate"))) {
                    infos.add(new ArrayInfo(series(path) + "/rate", "float64", new long[] {1}));
                }
            }
            return infos;
        });
    }

    private static String series(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    @Override
    public INDArray read(String name) {
        String path = name.startsWith("/") ? name.substring(1) : name;
        if (path.endsWith("/rate") && tree.dataset(path).isEmpty()) {
            double rate = tree.number(series(path) + "/starting_time", "rate");
            if (!Double.isNaN(rate)) {
                return NdArrays.of(new double[] {rate}, 1);
            }
        }
        Dataset dataset = tree.dataset(path).or(() -> tree.dataset(path + DATA)).orElseThrow(() -> tree.missing(path));
        return tree.read(path, dataset);
    }

    @Override
    public ArrayData data(String name) {
        String path = name.startsWith("/") ? name.substring(1) : name;
        String inFile = tree.dataset(path).isPresent() ? path : path + DATA;
        return tree.dataset(inFile).map(dataset -> tree.data(inFile, dataset)).orElseGet(() -> ArrayFile.super.data(name));
    }

    @Override
    public Optional<Value> value() {
        return tree.guarded(this::spikeTimes);
    }

    private Optional<Value> spikeTimes() {
        if (tree.dataset("units/spike_times").isEmpty()) {
            return Optional.empty();
        }
        long spikes = tree.dataset("units/spike_times").map(Dataset::getSize).orElse(0L);
        MemoryNeed.require(tree.budget().file() + " holds " + spikes + " spike times; reading and counting them", (double) SPIKE_BYTES * spikes,
                "cut the file into shorter ones");
        double[] times = doubles("units/spike_times");
        long[] offsets = offsets(times.length);
        Value.Builder builder = SpikeTimes.builder(times, offsets);
        if (tree.dataset(TRIALS + "start_time").isPresent() && tree.dataset(TRIALS + "stop_time").isPresent()) {
            addTrials(builder);
        }
        List<String> notes = new ArrayList<>();
        for (String path : tree.paths()) {
            if (path.endsWith(DATA) && (path.startsWith("processing/") || path.startsWith("acquisition/"))) {
                addBehaviour(builder, path, notes);
            }
        }
        return Optional.of((notes.isEmpty() ? builder : builder.attribute(Value.NOTES, notes)).build());
    }

    private long[] offsets(int spikes) {
        String path = "units/spike_times_index";
        Dataset index = tree.dataset(path).orElseThrow(() -> tree.budget().refuse("it has units/spike_times but no " + path + "."));
        long[] ends = NdArrays.longs(tree.read(path, index));
        long[] offsets = new long[ends.length + 1];
        for (int unit = 0; unit < ends.length; unit++) {
            if (ends[unit] < offsets[unit] || ends[unit] > spikes) {
                throw tree.budget().refuse(path + " leads beyond the " + spikes + " spike times; the file is damaged.");
            }
            offsets[unit + 1] = ends[unit];
        }
        return offsets;
    }

    private double[] doubles(String path) {
        Dataset dataset = tree.dataset(path).orElseThrow(() -> tree.missing(path));
        long[] shape = tree.guarded(dataset::getDimensionsAsLong);
        // Without an array in between: there may be many spikes.
        return shape.length == 1 && shape[0] > 0 ? tree.slices(path, dataset, false).doubles(0, shape[0]) : NdArrays.doubles(tree.read(path, dataset));
    }

    private void addTrials(Value.Builder builder) {
        double[] starts = doubles(TRIALS + "start_time");
        double[] stops = doubles(TRIALS + "stop_time");
        if (starts.length != stops.length) {
            throw tree.budget().refuse("its trials have " + starts.length + " start times but " + stops.length + " stop times; the file is damaged.");
        }
        double[][] intervals = new double[starts.length][];
        for (int i = 0; i < starts.length; i++) {
            intervals[i] = new double[] {starts[i], stops[i]};
        }
        if (intervals.length > 0) {
            builder.array(SpikeTimes.INTERVALS, "s", NdArrays.of(intervals), "trial", "edge");
            LABEL_COLUMNS.stream().filter(column -> tree.dataset(TRIALS + column).isPresent()).findFirst()
                    .ifPresent(column -> addLabels(builder, TRIALS + column, intervals.length));
        }
    }

    private void addLabels(Value.Builder builder, String path, int trials) {
        Dataset column = tree.dataset(path).orElseThrow();
        boolean numeric = tree.guarded(() -> Hdf5Elements.numeric(column.getDataType()));
        List<String> texts = numeric ? Arrays.stream(doubles(path)).mapToObj(v -> v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v)).toList()
                : tree.strings(path);
        if (texts.size() != trials) {
            return;
        }
        List<String> names = texts.stream().distinct().sorted().toList();
        long[] labels = texts.stream().mapToLong(names::indexOf).toArray();
        builder.array(SpikeTimes.TRIAL_LABELS, "", NdArrays.of(labels, labels.length), "trial").attribute(Recording.LABELS, names);
    }

    /** Adds a time series of numbers that says when its samples were taken. */
    private void addBehaviour(Value.Builder builder, String path, List<String> notes) {
        Dataset data = tree.dataset(path).orElseThrow();
        long[] shape = tree.guarded(data::getDimensionsAsLong);
        boolean numeric = tree.guarded(() -> Hdf5Elements.numeric(data.getDataType()));
        if (!numeric || shape.length < 1 || shape.length > 2 || shape[0] < 2 || shape.length == 2 && shape[1] == 0) {
            return;
        }
        if (shape[0] > mostSamples / (shape.length == 2 ? shape[1] : 1)) {
            notes.add("The time series " + series(path) + " (" + Budget.shapeText(shape) + ") is too large to come along with the spike times; load-recording reads it"
                    + " by itself, with variable=" + path + ".");
            return;
        }
        tree.budget().elements(path, shape, 8);
        String series = series(path);
        double[] times = times(series, (int) shape[0]);
        if (times.length != shape[0]) {
            return;
        }
        double conversion = tree.number(path, "conversion");
        double offset = tree.number(path, "offset");
        INDArray raw = NdArrays.of(NdArrays.doubles(tree.read(path, data)), shape[0], shape.length == 2 ? shape[1] : 1);
        INDArray samples = raw.mul(Double.isNaN(conversion) ? 1 : conversion).addi(Double.isNaN(offset) ? 0 : offset);
        String last = series.substring(series.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        String name = last.substring(0, Math.min(last.length(), 100));
        builder.array(SpikeTimes.BEHAVIOUR + name, tree.text(path, "unit"), samples, "sample", "dimension")
                .array(SpikeTimes.SAMPLED + name, "s", NdArrays.of(times, times.length), "sample");
    }

    private double[] times(String series, int samples) {
        if (tree.dataset(series + "/timestamps").isPresent()) {
            return doubles(series + "/timestamps");
        }
        String start = series + "/starting_time";
        double rate = tree.number(start, "rate");
        if (tree.dataset(start).isEmpty() || !(rate > 0)) {
            return new double[0];
        }
        double[] began = doubles(start);
        double[] times = new double[samples];
        for (int i = 0; i < samples; i++) {
            times[i] = (began.length == 0 ? 0 : began[0]) + i / rate;
        }
        return times;
    }

    @Override
    public void close() {
        tree.close();
    }
}
