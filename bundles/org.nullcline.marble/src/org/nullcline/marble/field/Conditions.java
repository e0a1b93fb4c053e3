// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.geometry.PointCloud;

/**
 * The conditions that recordings or trajectories hold, each with its vector field: the array {@value #VELOCITY} where a value has one, otherwise
 * the difference of consecutive states within each trial, x(t + 1) − x(t), so that the last point of every trial drops out.
 *
 * @param samples one field per condition
 * @param source which of the values each condition comes from
 * @param trials where the trials of each value lie
 */
public record Conditions(List<FieldSample> samples, int[] source, List<Trials> trials) {

    /** Array of a vector field that is given: time × component. */
    public static final String VELOCITY = "velocity";

    /** What makes a condition. */
    public enum Grouping {
        /** The labels of the trials if there is only one value and it has labels, otherwise the values. */
        AUTO,
        /** Each value is a condition. */
        VALUE,
        /** Each label of each value is a condition. */
        LABEL,
        /** Each trial of each value is a condition. */
        TRIAL
    }

    /** Reads the conditions of some recordings, trajectories and vector fields. */
    public static Conditions of(List<Item> values, Grouping grouping) {
        if (values.isEmpty()) {
            throw NullclineException.input("There is no condition to embed; connect at least one recording or trajectory.");
        }
        List<FieldSample> samples = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        List<Trials> trials = new ArrayList<>();
        for (int v = 0; v < values.size(); v++) {
            Value value = values.get(v).value();
            NamedArray state = states(value);
            Trials cut = Trials.of(value, state.size(0));
            trials.add(cut);
            Grouping by = grouping == Grouping.AUTO ? values.size() == 1 && hasLabels(value) ? Grouping.LABEL : Grouping.VALUE : grouping;
            Map<String, List<Integer>> groups = groups(values.get(v), cut, by, values.size() > 1);
            Points points = points(values.get(v).label(), value, state, cut);
            groups.forEach((name, members) -> samples.add(points.sample(name, members)));
            groups.forEach((name, members) -> sources.add(trials.size() - 1));
        }
        return new Conditions(List.copyOf(samples), sources.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(trials));
    }

    /** The states of a recording, of trajectories or of a vector field, time × state. */
    public static NamedArray states(Value value) {
        return switch (value.kind()) {
            case Kinds.RECORDING -> value.named(Recording.ACTIVITY);
            case Kinds.TRAJECTORIES, FieldValues.KIND -> value.named(Trajectories.STATE);
            default -> throw NullclineException.input("A recording or trajectories are needed here, but this is a " + value.kind() + ".");
        };
    }

    private static boolean hasLabels(Value value) {
        return value.has(Recording.LABELS) && !value.texts(Recording.LABELS).isEmpty();
    }

    private static Map<String, List<Integer>> groups(Item item, Trials trials, Grouping by, boolean several) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        String prefix = several ? item.label() + "/" : "";
        if (by == Grouping.LABEL) {
            if (!hasLabels(item.value())) {
                throw NullclineException.input("The trials of '" + item.label() + "' have no labels; set conditions=value, or label the trials.");
            }
            List<String> names = item.value().texts(Recording.LABELS);
            long[] labels = NdArrays.longs(item.value().array(Recording.LABELS));
            names.forEach(name -> groups.put(prefix + name, new ArrayList<>()));
            for (int t = 0; t < trials.count(); t++) {
                if (labels[t] >= 0 && labels[t] < names.size()) {
                    groups.get(prefix + names.get((int) labels[t])).add(t);
                }
            }
            groups.values().removeIf(List::isEmpty);
            return groups;
        }
        for (int t = 0; t < trials.count(); t++) {
            String name = by == Grouping.TRIAL ? prefix + "trial " + t : item.label();
            groups.computeIfAbsent(name, n -> new ArrayList<>()).add(t);
        }
        return groups;
    }

    /** All states of a value with their vectors; a row without a successor has none. */
    private record Points(float[] states, Optional<float[]> given, int dimension, int components, Trials trials) {

        FieldSample sample(String name, List<Integer> members) {
            List<Integer> rows = new ArrayList<>();
            for (int t : members) {
                int last = Math.toIntExact(trials.offsets()[t + 1]) - (given.isPresent() ? 0 : 1);
                for (int row = Math.toIntExact(trials.offsets()[t]); row < last; row++) {
                    rows.add(row);
                }
            }
            int n = rows.size();
            if (n == 0) {
                throw NullclineException.input("'" + name + "' has no point with a velocity: its trials are shorter than two time bins.");
            }
            float[] x = new float[n * dimension];
            float[] f = new float[n * components];
            for (int i = 0; i < n; i++) {
                int at = rows.get(i) * dimension;
                System.arraycopy(states, at, x, i * dimension, dimension);
                if (given.isPresent()) {
                    System.arraycopy(given.get(), rows.get(i) * components, f, i * components, components);
                } else {
                    for (int d = 0; d < dimension; d++) {
                        f[i * dimension + d] = states[at + dimension + d] - states[at + d];
                    }
                }
            }
            return new FieldSample(PointCloud.of(name, x, dimension), f, components, rows.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    private static Points points(String label, Value value, NamedArray state, Trials trials) {
        INDArray states = state.data().all();
        if (states.rank() != 2) {
            throw NullclineException.input("The states of '" + label + "' are an array of shape " + Arrays.toString(states.shape())
                    + "; time × state is needed.");
        }
        int dimension = Math.toIntExact(states.size(1));
        Optional<NamedArray> velocity = value.find(VELOCITY);
        if (velocity.isEmpty()) {
            return new Points(NdArrays.floats(states), Optional.empty(), dimension, dimension, trials);
        }
        INDArray given = velocity.get().data().all();
        if (given.rank() != 2 || given.size(0) != states.size(0)) {
            throw NullclineException.input("The velocities of '" + label + "' are an array of shape " + Arrays.toString(given.shape())
                    + " but there are " + states.size(0) + " states; one row per state is needed.");
        }
        return new Points(NdArrays.floats(states), Optional.of(NdArrays.floats(given)), dimension, Math.toIntExact(given.size(1)), trials);
    }

    /** The trial that a row of a value belongs to. */
    public int trialOf(int value, int row) {
        long[] offsets = trials.get(value).offsets();
        int low = 0;
        int high = offsets.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (offsets[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
