// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/**
 * Vector fields as values of kind {@value #KIND}: the arrays of trajectories (states over time, offsets of trials, labels) and
 * {@link Conditions#VELOCITY}. The points of a trial need not follow one another in time.
 */
public final class FieldValues {

    /** The kind of value that a sampled vector field is. */
    public static final String KIND = "vector-field";

    private FieldValues() {
    }

    /** How differences approximate the velocity. */
    public enum Difference {
        /** x(t + 1) − x(t). */
        FORWARD,
        /** (x(t + 1) − x(t − 1)) / 2. */
        CENTRAL
    }

    /** Starts a field with states and where the trials lie. */
    private static Value.Builder builder(INDArray states, Trials trials) {
        return Value.of(KIND).array(Trajectories.STATE, "", states, "time", "state").array(trials.toArray());
    }

    /** One trial per condition, labelled by it. */
    public static Value of(List<FieldSample> conditions) {
        List<Integer> lengths = conditions.stream().map(FieldSample::count).toList();
        int dimension = conditions.getFirst().points().dimension();
        int components = conditions.getFirst().components();
        int n = lengths.stream().mapToInt(Integer::intValue).sum();
        float[] x = new float[n * dimension];
        float[] f = new float[n * components];
        long[] labels = new long[conditions.size()];
        int at = 0;
        for (int c = 0; c < conditions.size(); c++) {
            FieldSample sample = conditions.get(c);
            System.arraycopy(sample.points().coordinates(), 0, x, at * dimension, sample.count() * dimension);
            System.arraycopy(sample.vectors(), 0, f, at * components, sample.count() * components);
            at += sample.count();
            labels[c] = c;
        }
        return builder(NdArrays.of(x, n, dimension), Trials.ofLengths(lengths))
                .array(Conditions.VELOCITY, "", NdArrays.of(f, n, components), "time", "component")
                .array(Recording.LABELS, "", NdArrays.of(labels, labels.length), "trial")
                .attribute(Recording.LABELS, conditions.stream().map(FieldSample::name).toList()).build();
    }

    /** Velocities from differences within trials; the bins at which they do not exist are cut off, from all arrays over time. */
    public static Value ofDifferences(Value value, Difference difference) {
        NamedArray state = Conditions.states(value);
        Trials trials = Trials.of(value, state.size(0));
        int before = difference == Difference.CENTRAL ? 1 : 0;
        int d = state.size(1);
        double[] x = NdArrays.doubles(state.data().all());
        List<Integer> rows = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        for (int t = 0; t < trials.count(); t++) {
            int from = Math.toIntExact(trials.offsets()[t]) + before;
            int to = Math.toIntExact(trials.offsets()[t + 1]) - 1;
            for (int row = from; row < to; row++) {
                rows.add(row);
            }
            lengths.add(Math.max(0, to - from));
        }
        if (rows.isEmpty()) {
            throw NullclineException.input("No trial is long enough for a difference of consecutive states; give trials of at least "
                    + (2 + before) + " time bins.");
        }
        double[] v = new double[rows.size() * d];
        for (int i = 0; i < rows.size(); i++) {
            int at = rows.get(i) * d;
            for (int c = 0; c < d; c++) {
                v[i * d + c] = (x[at + d + c] - x[at - before * d + c]) / (1 + before);
            }
        }
        return withVelocity(value, rows, lengths, v, d);
    }

    /** Velocities of a system at the states: dx/dt of a flow, the next state minus the state of a map. */
    public static Value ofSystem(Value value, DynamicalSystem system) {
        NamedArray state = Conditions.states(value);
        int d = state.size(1);
        if (system.dimension() != d) {
            throw NullclineException.input("The system has " + system.dimension() + " state variables but the trajectories have " + d + ".");
        }
        double[][] x = NdArrays.rows(state.data().all());
        double[] v = new double[x.length * d];
        double[] rate = new double[d];
        for (int i = 0; i < x.length; i++) {
            system.evaluate(x[i], rate);
            for (int c = 0; c < d; c++) {
                v[i * d + c] = system.update() == Update.DERIVATIVE ? rate[c] : rate[c] - x[i][c];
            }
        }
        return asField(value).array(Conditions.VELOCITY, "", NdArrays.of(v, x.length, d), "time", "state").build();
    }

    /** Trajectories that have the array {@link Conditions#VELOCITY} already. */
    public static Value ofGiven(Value value) {
        return asField(value).build();
    }

    private static Value.Builder asField(Value value) {
        NamedArray state = Conditions.states(value);
        Value.Builder builder = builder(state.data().all(), Trials.of(value, state.size(0)));
        value.arrays().values().stream().filter(a -> !a.name().equals(state.name()) && !a.name().equals(Trials.ARRAY)).forEach(builder::array);
        value.attributes().forEach((name, attribute) -> {
            if (!name.equals(Recording.SIGNAL)) {
                builder.attribute(name, attribute);
            }
        });
        return builder;
    }

    private static Value withVelocity(Value value, List<Integer> rows, List<Integer> lengths, double[] velocity, int d) {
        Value whole = asField(value).build();
        Value.Builder builder = whole.copy();
        long[] index = rows.stream().mapToLong(Integer::longValue).toArray();
        for (NamedArray array : whole.arrays().values()) {
            if (array.axes().getFirst().name().equals("time")) {
                builder.array(new NamedArray(array.name(), array.axes(), array.unit(),
                        ArrayData.of(gather(array.data().all(), index))));
            }
        }
        return builder.array(Trials.ofLengths(lengths).toArray())
                .array(Conditions.VELOCITY, "", NdArrays.of(velocity, rows.size(), d), "time", "state").build();
    }

    static INDArray gather(INDArray array, long[] rows) {
        long[] shape = array.shape().clone();
        int width = Math.toIntExact(array.length() / shape[0]);
        shape[0] = rows.length;
        double[] all = NdArrays.doubles(array);
        double[] chosen = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(all, (int) rows[i] * width, chosen, i * width, width);
        }
        INDArray gathered = NdArrays.of(chosen, shape);
        return array.dataType() == DataType.DOUBLE ? gathered : gathered.castTo(array.dataType());
    }
}
