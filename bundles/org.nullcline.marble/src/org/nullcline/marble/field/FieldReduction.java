// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.SymmetricEigen;

/** Makes vector fields smaller: fewer dimensions, fewer points. */
public final class FieldReduction {

    private FieldReduction() {
    }

    /**
     * States and velocities in the coordinates of the first principal components of the states; everything else stays.
     *
     * @param field of kind {@value FieldValues#KIND}
     * @param components number of components, at most the dimension of the states
     */
    public static Value principalComponents(Value field, int components) {
        NamedArray state = field.named(Trajectories.STATE);
        int dimension = state.size(1);
        if (components > dimension) {
            throw NullclineException.invalid("The states have only " + dimension + " dimensions, so no " + components + " principal components.");
        }
        double[][] x = NdArrays.rows(state.data().all());
        double[] mean = new double[dimension];
        for (double[] row : x) {
            for (int d = 0; d < dimension; d++) {
                mean[d] += row[d] / x.length;
            }
        }
        for (double[] row : x) {
            for (int d = 0; d < dimension; d++) {
                row[d] -= mean[d];
            }
        }
        Matrix centred = Matrix.of(x);
        SymmetricEigen eigen = SymmetricEigen.of(centred.gram());
        double[][] axes = new double[components][];
        for (int k = 0; k < components; k++) {
            axes[k] = oriented(eigen.vectors().column(k));
        }
        Matrix projection = Matrix.of(axes).transpose();
        double[][] velocity = NdArrays.rows(field.array(Conditions.VELOCITY));
        Value.Builder builder = field.copy().array(Trajectories.STATE, state.unit(), NdArrays.of(centred.times(projection).toRows()), "time", "state");
        if (velocity[0].length == dimension) {
            builder.array(Conditions.VELOCITY, "", NdArrays.of(Matrix.of(velocity).times(projection).toRows()), "time", "state");
        }
        return builder.build();
    }

    /** The largest entry is made positive, so that the sign does not depend on the algorithm. */
    private static double[] oriented(double[] vector) {
        int largest = 0;
        for (int d = 1; d < vector.length; d++) {
            largest = Math.abs(vector[d]) > Math.abs(vector[largest]) + 1e-12 ? d : largest;
        }
        double[] result = vector.clone();
        for (int d = 0; d < result.length && vector[largest] < 0; d++) {
            result[d] = -result[d];
        }
        return result;
    }

    /** Without the first bins of every trial, such as a transient; all arrays over time are cut alike. */
    public static Value without(Value field, int bins) {
        Trials trials = Trials.of(field, field.named(Trajectories.STATE).size(0));
        List<Long> rows = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        for (int t = 0; t < trials.count(); t++) {
            long from = Math.min(trials.offsets()[t] + bins, trials.offsets()[t + 1]);
            for (long row = from; row < trials.offsets()[t + 1]; row++) {
                rows.add(row);
            }
            lengths.add(Math.toIntExact(trials.offsets()[t + 1] - from));
        }
        if (rows.isEmpty()) {
            throw NullclineException.invalid("No trial is longer than the " + bins + " bins that are to be left out; choose fewer.");
        }
        long[] index = rows.stream().mapToLong(Long::longValue).toArray();
        Value.Builder builder = field.copy();
        for (NamedArray array : field.arrays().values()) {
            if (array.axes().getFirst().name().equals("time")) {
                INDArray cut = FieldValues.gather(array.data().all(), index);
                builder.array(array.name(), array.unit(), cut, array.axes().stream().map(a -> a.name()).toArray(String[]::new));
            }
        }
        return builder.array(Trials.ofLengths(lengths).toArray()).build();
    }
}
