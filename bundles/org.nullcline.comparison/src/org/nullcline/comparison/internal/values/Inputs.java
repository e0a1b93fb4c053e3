// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.values;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;

/** What metrics read from values of different kinds. */
public final class Inputs {

    /** Name of the array of a value of kind {@link Kinds#MATRIX}. */
    public static final String MATRIX = "matrix";

    private Inputs() {
    }

    /** The array over time of a recording or of trajectories. */
    public static NamedArray series(Value value) {
        return switch (value.kind()) {
            case Kinds.RECORDING -> value.named(Recording.ACTIVITY);
            case Kinds.TRAJECTORIES -> value.named(Trajectories.STATE);
            case Kinds.MATRIX -> matrixOf(value);
            default -> throw NullclineException.input("Activity over time is needed here (a recording or trajectories), but this is a " + value.kind() + ".");
        };
    }

    /** The trials of a recording or of trajectories; a matrix is one trial of time × channels. */
    public static List<Matrix> trials(Value value) {
        NamedArray series = series(value);
        Trials trials = Trials.of(value, series.size(0));
        List<Matrix> parts = new ArrayList<>();
        for (int i = 0; i < trials.count(); i++) {
            parts.add(matrix(trials.slice(series, i), series.size(1)));
        }
        return parts;
    }

    /** An aligned array (first axis time) in trials. */
    public static List<Matrix> trials(Value value, String array) {
        NamedArray aligned = value.named(array);
        Trials trials = Trials.of(value, aligned.size(0));
        List<Matrix> parts = new ArrayList<>();
        for (int i = 0; i < trials.count(); i++) {
            parts.add(matrix(trials.slice(aligned, i), aligned.data().shape().length == 1 ? 1 : aligned.size(1)));
        }
        return parts;
    }

    /** Samples × dimensions of a matrix, of all time bins of a recording or of trajectories. */
    public static Matrix samples(Value value) {
        NamedArray array = value.kind().equals(Kinds.EMBEDDING) ? value.named("points") : series(value);
        return matrix(array.data().all(), array.size(1));
    }

    private static NamedArray matrixOf(Value value) {
        NamedArray array = value.find(MATRIX).orElseGet(() -> value.arrays().size() == 1 ? value.arrays().values().iterator().next() : value.named(MATRIX));
        if (array.axes().size() != 2) {
            throw NullclineException.input("A matrix has two axes, but the array '" + array.name() + "' has " + array.axes().size() + ".");
        }
        return array;
    }

    private static Matrix matrix(INDArray array, int columns) {
        if (array.rank() == 2) {
            return Matrix.of(array);
        }
        double[] data = NdArrays.doubles(array);
        return new Matrix(columns == 0 ? 0 : data.length / columns, columns, data);
    }
}
