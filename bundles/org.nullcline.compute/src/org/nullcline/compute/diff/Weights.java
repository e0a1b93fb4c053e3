// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.kernel.Precision;

/**
 * An ordered set of named arrays: everything that training changes. Tapes of several threads may read it at the same time; only the thread
 * that runs the optimiser writes, between two passes.
 *
 * <p>Values are kept as {@code double}, but with {@link Precision#FLOAT} every value written is rounded to 32 bits.
 */
public final class Weights {

    private final Precision precision;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, Parameter> byName = new LinkedHashMap<>();
    private double[] values = new double[0];

    /** An empty set whose values have the given format. */
    public Weights(Precision precision) {
        this.precision = precision;
    }

    /** The format of the values. */
    public Precision precision() {
        return precision;
    }

    /** The arrays in the order of their creation. */
    public List<Parameter> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    /** Number of values in all arrays. */
    public int size() {
        return values.length;
    }

    /** All values, array after array; writable, but call {@link #round} afterwards. */
    public double[] values() {
        return values;
    }

    /** Brings all values into the number format of this set. */
    public void round() {
        if (precision == Precision.FLOAT) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) values[i];
            }
        }
    }

    /** Adds a matrix of zeros. */
    public Parameter matrix(String name, int rows, int columns) {
        return add(name, rows, columns, false);
    }

    /** Adds a vector of zeros. */
    public Parameter vector(String name, int length) {
        return add(name, 1, length, true);
    }

    private Parameter add(String name, int rows, int columns, boolean vector) {
        if (byName.containsKey(name)) {
            throw new IllegalArgumentException("Two weights are called \"" + name + "\"; give each layer a name of its own.");
        }
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("Weight \"" + name + "\" would be " + rows + " × " + columns + "; sizes must be at least 1.");
        }
        Parameter parameter = new Parameter(this, parameters.size(), name, rows, columns, vector, values.length);
        values = Arrays.copyOf(values, Math.addExact(values.length, Math.multiplyExact(rows, columns)));
        parameters.add(parameter);
        byName.put(name, parameter);
        return parameter;
    }

    /** The array of that name. */
    public Parameter parameter(String name) {
        Parameter parameter = byName.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("There is no weight called \"" + name + "\"; there are " + byName.keySet() + ".");
        }
        return parameter;
    }

    /** Lets optimisers change all arrays whose names begin with {@code prefix}, or not. */
    public void trained(String prefix, boolean train) {
        for (Parameter p : parameters) {
            if (p.name().startsWith(prefix)) {
                p.trained(train);
            }
        }
    }

    /** A copy of one array in row-major order. */
    public double[] doubles(String name) {
        Parameter p = parameter(name);
        return Arrays.copyOfRange(values, p.offset(), p.offset() + p.size());
    }

    /** A copy of one array in row-major order. */
    public float[] floats(String name) {
        double[] d = doubles(name);
        float[] f = new float[d.length];
        for (int i = 0; i < f.length; i++) {
            f[i] = (float) d[i];
        }
        return f;
    }

    /** A copy of one array. */
    public INDArray array(String name) {
        Parameter p = parameter(name);
        return precision == Precision.FLOAT ? NdArrays.of(floats(name), p.dimensions()) : NdArrays.of(doubles(name), p.dimensions());
    }

    /** Replaces one array by values in row-major order. */
    public void set(String name, double... rowMajor) {
        Parameter p = parameter(name);
        if (rowMajor.length != p.size()) {
            throw new IllegalArgumentException("Weight \"" + name + "\" has " + p.size() + " values, not " + rowMajor.length + ".");
        }
        for (int i = 0; i < rowMajor.length; i++) {
            values[p.offset() + i] = precision.round(rowMajor[i]);
        }
    }

    /** Replaces one array by values in row-major order. */
    public void set(String name, float[] rowMajor) {
        double[] d = new double[rowMajor.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = rowMajor[i];
        }
        set(name, d);
    }

    /** Replaces one array; the shapes must agree. */
    public void set(String name, INDArray array) {
        Parameter p = parameter(name);
        if (!Arrays.equals(array.shape(), p.dimensions())) {
            throw new IllegalArgumentException("Weight \"" + name + "\" has the shape " + Arrays.toString(p.dimensions()) + ", not "
                + Arrays.toString(array.shape()) + ".");
        }
        set(name, NdArrays.doubles(array));
    }

    /** Replaces all values, array after array. */
    public void setAll(double[] all) {
        if (all.length != values.length) {
            throw new IllegalArgumentException("There are " + values.length + " weights, not " + all.length + ".");
        }
        System.arraycopy(all, 0, values, 0, all.length);
        round();
    }

    /** All arrays by name, in order. */
    public Map<String, INDArray> arrays() {
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        byName.keySet().forEach(name -> arrays.put(name, array(name)));
        return arrays;
    }

    /** Replaces all arrays; names and shapes must be exactly those of this set. */
    public void load(Map<String, INDArray> arrays) {
        if (!arrays.keySet().equals(byName.keySet())) {
            throw new IllegalArgumentException("The stored weights are " + arrays.keySet() + " but the model has " + byName.keySet() + ".");
        }
        arrays.forEach(this::set);
    }

    /** An independent copy with the same names, shapes and values, in the given format. */
    public Weights copy(Precision format) {
        Weights copy = new Weights(format);
        for (Parameter p : parameters) {
            copy.add(p.name(), p.rows(), p.columns(), p.vector()).trained(p.trained());
        }
        copy.setAll(values);
        return copy;
    }
}
