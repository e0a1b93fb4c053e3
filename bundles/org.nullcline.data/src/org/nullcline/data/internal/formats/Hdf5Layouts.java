// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.inputs.LargeArrays;

import io.jhdf.api.Dataset;

/**
 * Layouts of HDF5 files that say what their arrays mean. All hold trials × time × channels, one dataset per split.
 *
 * <ul>
 * <li>Sedler, Versteeg and Pandarinath 2023: {@code {train,valid,test}_{data,activity,latents}} (counts, spikes per bin, states), readout;
 * <li>LFADS: {@code {train,valid,test}_recon_data}, with {@code _encod_data} as what the encoder sees and {@code _truth} as true rates;
 * <li>this program's own: one dataset per array with axes and unit, the kind as an attribute of the root.
 * </ul>
 */
final class Hdf5Layouts {

    private static final List<String> SPLITS = List.of("train", "valid", "test");

    private final Hdf5Tree tree;

    private Hdf5Layouts(Hdf5Tree tree) {
        this.tree = tree;
    }

    static Optional<Value> value(Hdf5Tree tree) {
        Hdf5Layouts layouts = new Hdf5Layouts(tree);
        if (!tree.text("", Hdf5Writer.KIND).isEmpty()) {
            return Optional.of(Hdf5Writer.read(tree));
        }
        if (tree.dataset("train_data").isPresent() && tree.dataset("train_activity").isPresent()) {
            return Optional.of(layouts.simulated());
        }
        if (tree.dataset("train_recon_data").isPresent()) {
            return Optional.of(layouts.lfads());
        }
        return Optional.empty();
    }

    private Value simulated() {
        Value.Builder builder = recording("_data");
        stacked("_activity").ifPresent(rates -> builder.array(array(Recording.TRUE_RATES, "spikes/bin", rates, "channel")));
        stacked("_latents").ifPresent(states -> builder.array(array(Recording.TRUE_LATENTS, "", states, "state")));
        tree.dataset("readout").ifPresent(d -> builder.array("truth.readout", "", tree.read("readout", d), "state", "channel"));
        for (String moment : List.of("orig_mean", "orig_std")) {
            tree.dataset(moment).ifPresent(d -> builder.array("truth." + moment.replace("orig_", "logRate."), "",
                    NdArrays.of(NdArrays.doubles(tree.read(moment, d)), elements(moment, d)), "channel"));
        }
        return builder.build();
    }

    private int elements(String path, Dataset dataset) {
        return tree.budget().elements(path, dataset.getDimensionsAsLong(), 8);
    }

    private Value lfads() {
        Value.Builder builder = recording("_recon_data");
        stacked("_encod_data").ifPresent(seen -> builder.array(array("encoder.input", "", seen, "input")));
        stacked("_truth").ifPresent(rates -> builder.array(array(Recording.TRUE_RATES, "spikes/bin", rates, "channel")));
        double milliseconds = tree.number("", "bin_ms");
        return (Double.isNaN(milliseconds) ? builder : builder.attribute(Recording.BIN_WIDTH, milliseconds / 1000)).build();
    }

    /** The recording whose activity is what ends in {@code suffix}, with its splits. */
    private Value.Builder recording(String suffix) {
        List<Integer> lengths = new ArrayList<>();
        List<Long> splits = new ArrayList<>();
        for (int s = 0; s < SPLITS.size(); s++) {
            Optional<Dataset> dataset = tree.dataset(SPLITS.get(s) + suffix);
            if (dataset.isPresent()) {
                long[] shape = cube(SPLITS.get(s) + suffix, dataset.get());
                lengths.addAll(Collections.nCopies((int) shape[0], (int) shape[1]));
                splits.addAll(Collections.nCopies((int) shape[0], (long) Split.values()[s].ordinal()));
            }
        }
        ArrayData activity = stacked(suffix).orElseThrow();
        long[] ordinals = splits.stream().mapToLong(Long::longValue).toArray();
        Signal signal = LargeArrays.all(activity, v -> v >= 0 && v == Math.rint(v)) ? Signal.COUNTS : Signal.CONTINUOUS;
        return Value.of(Kinds.RECORDING).array(array(Recording.ACTIVITY, signal == Signal.COUNTS ? "spikes/bin" : "", activity, "channel"))
                .array(Trials.ofLengths(lengths).toArray()).attribute(Recording.SIGNAL, signal.text()).array(Recording.SPLIT, "", NdArrays.of(ordinals, ordinals.length), "trial");
    }

    /** The arrays of all splits, one below the other as time × channels; empty when the file has none. */
    private Optional<ArrayData> stacked(String suffix) {
        List<ArrayData> parts = new ArrayList<>();
        long columns = -1;
        for (String split : SPLITS) {
            String path = split + suffix;
            Optional<Dataset> dataset = tree.dataset(path);
            if (dataset.isEmpty()) {
                continue;
            }
            long[] shape = cube(path, dataset.get());
            if (columns >= 0 && shape[2] != columns) {
                throw tree.budget().refuse("'" + path + "' has " + shape[2] + " channels where the other splits have " + columns + ".");
            }
            columns = shape[2];
            if (shape[0] > 0) {
                parts.add(tree.data(path, dataset.get()));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(LargeArrays.settled(LargeArrays.stacked(parts)));
    }

    private static NamedArray array(String name, String unit, ArrayData data, String columns) {
        return new NamedArray(name, List.of(Axis.of("time"), Axis.of(columns)), unit, data);
    }

    private long[] cube(String path, Dataset dataset) {
        long[] shape = dataset.getDimensionsAsLong();
        if (shape.length != 3) {
            throw tree.budget().refuse("'" + path + "' should be trials × time × channels but is " + Budget.shapeText(shape) + ".");
        }
        tree.budget().elements(path, shape, 8);
        return shape;
    }
}
