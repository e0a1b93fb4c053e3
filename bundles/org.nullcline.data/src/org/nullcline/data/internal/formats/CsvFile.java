// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/**
 * A table in memory: the array {@code data} (row × column) with the columns that are neither trial, time nor label; single columns are
 * read by their names.
 */
final class CsvFile implements ArrayFile {

    private static final String DATA = "data";
    private static final Map<String, Double> TIME_UNITS = Map.of("time_s", 1.0, "time (s)", 1.0, "time [s]", 1.0, "time_ms", 1e-3, "time (ms)", 1e-3,
            "time [ms]", 1e-3);

    private final Budget budget;
    private final CsvTable table;
    private final int trial;
    private final int time;
    private final int label;
    private final List<Integer> channels = new ArrayList<>();

    CsvFile(Budget budget, CsvTable table) {
        this.budget = budget;
        this.table = table;
        trial = table.column("trial", "trial_id");
        String[] timeNames = TIME_UNITS.keySet().toArray(new String[0]);
        time = table.column("time") >= 0 ? table.column("time") : table.column(timeNames);
        label = table.column(CsvTable.WORDS.stream().filter(w -> !w.equals("split")).toArray(String[]::new));
        for (int c = 0; c < table.columns().length; c++) {
            if (c != trial && c != time && c != label && table.texts().get(c) == null) {
                channels.add(c);
            }
        }
    }

    @Override
    public List<ArrayInfo> arrays() {
        return List.of(new ArrayInfo(DATA, "double", new long[] {table.rows(), channels.size()}));
    }

    @Override
    public INDArray read(String name) {
        int column = table.header().indexOf(name);
        if (column >= 0) {
            return NdArrays.of(table.columns()[column], table.rows());
        }
        if (!name.equals(DATA)) {
            List<String> known = new ArrayList<>(List.of(DATA));
            known.addAll(table.header());
            throw budget.missing(name, known);
        }
        int[] all = new int[table.rows()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return NdArrays.of(rows(all), table.rows(), channels.size());
    }

    private double[] rows(int[] order) {
        double[] values = new double[Math.multiplyExact(order.length, channels.size())];
        int at = 0;
        for (int row : order) {
            for (int c : channels) {
                values[at++] = table.columns()[c][row];
            }
        }
        return values;
    }

    /** The recording that the table is when it says to which trial each row belongs. */
    @Override
    public Optional<Value> value() {
        if (trial < 0 || channels.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> starts = new ArrayList<>();
        double[] numbers = table.columns()[trial];
        for (int row = 0; row < table.rows(); row++) {
            if (row == 0 || numbers[row] != numbers[row - 1]) {
                starts.add(row);
            }
        }
        long different = starts.stream().map(row -> numbers[row]).distinct().count();
        if (different != starts.size()) {
            throw budget.refuse("the rows of a trial do not stand together; sort the table by trial and time.");
        }
        long[] offsets = new long[starts.size() + 1];
        for (int i = 0; i < starts.size(); i++) {
            offsets[i] = starts.get(i);
        }
        offsets[starts.size()] = table.rows();
        Trials trials = new Trials(offsets);
        Value.Builder builder = Value.of(Kinds.RECORDING)
                .array(Recording.ACTIVITY, "", read(DATA), "time", "channel").array(trials.toArray())
                .attribute("channels", channels.stream().map(c -> table.header().get(c)).toList());
        interval(trials).ifPresent(width -> builder.attribute(Recording.BIN_WIDTH, width));
        if (label >= 0) {
            addLabels(builder, trials);
        }
        return Optional.of(builder.build());
    }

    /** Seconds between rows, where the header names the unit of time; the times must be evenly spaced. */
    private OptionalDouble interval(Trials trials) {
        if (time < 0) {
            return OptionalDouble.empty();
        }
        double[] times = table.columns()[time];
        double step = Double.NaN;
        for (int i = 0; i < trials.count(); i++) {
            for (int row = (int) trials.offsets()[i] + 1; row < trials.offsets()[i + 1]; row++) {
                double difference = times[row] - times[row - 1];
                if (Double.isNaN(step)) {
                    step = difference;
                }
                if (!(difference > 0) || Math.abs(difference - step) > 1e-3 * step) {
                    throw budget.refuse("the times in row " + (row + 1) + " and the one before are " + difference + " apart where the others are " + step
                            + "; the time bins of a trial must be evenly spaced and in order.");
                }
            }
        }
        Double unit = TIME_UNITS.get(table.header().get(time).toLowerCase(Locale.ROOT));
        return unit == null || Double.isNaN(step) ? OptionalDouble.empty() : OptionalDouble.of(step * unit);
    }

    private void addLabels(Value.Builder builder, Trials trials) {
        List<String> words = table.texts().get(label);
        List<String> names = new ArrayList<>();
        long[] labels = new long[trials.count()];
        for (int i = 0; i < labels.length; i++) {
            double first = table.columns()[label][(int) trials.offsets()[i]];
            for (long row = trials.offsets()[i]; row < trials.offsets()[i + 1]; row++) {
                if (Double.compare(table.columns()[label][(int) row], first) != 0) {
                    throw budget.refuse("the trial " + table.columns()[trial][(int) row] + " has more than one " + table.header().get(label) + ".");
                }
            }
            String name = words.get((int) first);
            labels[i] = name.isEmpty() ? -1 : names.contains(name) ? names.indexOf(name) : names.size();
            if (labels[i] == names.size()) {
                names.add(name);
            }
        }
        builder.array(Recording.LABELS, "", NdArrays.of(labels, labels.length), "trial").attribute(Recording.LABELS, names);
    }

    @Override
    public void close() {
        // the whole table is in memory
    }
}
