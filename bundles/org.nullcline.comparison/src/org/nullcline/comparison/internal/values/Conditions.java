// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;

/** Repeated responses by condition: each label and each window of time is a condition, each trial of the label a repeat. */
public final class Conditions {

    private static final String OFFSETS = "conditions";

    private Conditions() {
    }

    /**
     * Responses of a recording or of trajectories.
     *
     * @param window time bins that are averaged; 0 for whole trials
     * @return repeats × channels for each label (ascending) and window
     */
    public static List<Matrix> of(Value value, int window) {
        List<Matrix> trials = Inputs.trials(value);
        long[] labels = value.find(Recording.LABELS).map(a -> NdArrays.longs(a.data().all())).orElseGet(() -> new long[trials.size()]);
        List<Matrix> conditions = new ArrayList<>();
        for (long label : Arrays.stream(labels).filter(x -> x >= 0).distinct().sorted().toArray()) {
            List<Matrix> repeats = new ArrayList<>();
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == label) {
                    repeats.add(trials.get(i));
                }
            }
            int length = repeats.stream().mapToInt(Matrix::rows).min().orElse(0);
            int bins = window == 0 ? length : window;
            if (bins == 0 || length < bins) {
                throw NullclineException.input("The shortest trial of label " + label + " has " + length + " time bins, fewer than the window of " + window + ".");
            }
            for (int from = 0; from + bins <= length; from += bins) {
                Matrix condition = new Matrix(repeats.size(), trials.getFirst().columns());
                for (int r = 0; r < repeats.size(); r++) {
                    double[] mean = (window == 0 ? repeats.get(r) : repeats.get(r).rows(from, from + bins)).columnMeans();
                    System.arraycopy(mean, 0, condition.data(), r * mean.length, mean.length);
                }
                conditions.add(condition);
            }
        }
        if (conditions.isEmpty()) {
            throw NullclineException.input("No trial has a label, so that there are no conditions.");
        }
        return conditions;
    }

    /** All conditions as one value. */
    public static Value pack(List<Matrix> conditions) {
        Matrix all = new Matrix(conditions.stream().mapToInt(Matrix::rows).sum(), conditions.getFirst().columns());
        long[] offsets = new long[conditions.size() + 1];
        int row = 0;
        for (int i = 0; i < conditions.size(); i++) {
            System.arraycopy(conditions.get(i).data(), 0, all.data(), row * all.columns(), conditions.get(i).data().length);
            row += conditions.get(i).rows();
            offsets[i + 1] = row;
        }
        return Value.of(Kinds.MATRIX).array(Inputs.MATRIX, "", all.toArray(), "sample", "dimension")
                .array(OFFSETS, "", NdArrays.of(offsets, offsets.length), "offset").build();
    }

    /** The conditions of a packed value. */
    public static List<Matrix> unpack(Value value) {
        Matrix all = Matrix.of(value.array(Inputs.MATRIX));
        long[] offsets = NdArrays.longs(value.array(OFFSETS));
        List<Matrix> conditions = new ArrayList<>();
        for (int i = 0; i + 1 < offsets.length; i++) {
            conditions.add(all.rows((int) offsets[i], (int) offsets[i + 1]));
        }
        return conditions;
    }
}
