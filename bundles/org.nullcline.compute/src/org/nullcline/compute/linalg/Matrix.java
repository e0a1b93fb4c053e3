// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import java.util.Arrays;
import java.util.Objects;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;

/** A dense matrix of doubles on the heap, row by row. Operations return new matrices; {@link #set} and {@link #data} write in place. */
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] data;

    /** Wraps {@code data} (rows × columns, row by row) without copying. */
    public Matrix(int rows, int columns, double[] data) {
        if (rows < 0 || columns < 0 || (long) rows * columns != data.length) {
            throw new IllegalArgumentException(data.length + " numbers do not fill a matrix of " + rows + " × " + columns + ".");
        }
        this.rows = rows;
        this.columns = columns;
        this.data = data;
    }

    /** A matrix of zeros. */
    public Matrix(int rows, int columns) {
        this(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    /** A copy of rows of equal length. */
    public static Matrix of(double[][] rows) {
        Matrix matrix = new Matrix(rows.length, rows.length == 0 ? 0 : rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != matrix.columns) {
                throw new IllegalArgumentException("Row " + i + " has " + rows[i].length + " entries where row 0 has " + matrix.columns + ".");
            }
            System.arraycopy(rows[i], 0, matrix.data, i * matrix.columns, matrix.columns);
        }
        return matrix;
    }

    /** A copy of an array with two axes, of any numeric type. */
    public static Matrix of(INDArray array) {
        if (array.rank() != 2) {
            throw new IllegalArgumentException("A matrix is needed, not an array of shape " + Arrays.toString(array.shape()) + ".");
        }
        return new Matrix(Math.toIntExact(array.size(0)), Math.toIntExact(array.size(1)), NdArrays.doubles(array));
    }

    /** The n × n identity. */
    public static Matrix identity(int n) {
        Matrix matrix = new Matrix(n, n);
        for (int i = 0; i < n; i++) {
            matrix.data[i * n + i] = 1;
        }
        return matrix;
    }

    /** A square matrix with the given diagonal. */
    public static Matrix diagonal(double... values) {
        Matrix matrix = new Matrix(values.length, values.length);
        for (int i = 0; i < values.length; i++) {
            matrix.data[i * values.length + i] = values[i];
        }
        return matrix;
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Number of columns. */
    public int columns() {
        return columns;
    }

    /** Whether there are no elements. */
    public boolean isEmpty() {
        return data.length == 0;
    }

    /** The elements row by row; not a copy. */
    public double[] data() {
        return data;
    }

    /** The element in row {@code i} and column {@code j}. */
    public double get(int i, int j) {
        return data[i * columns + j];
    }

    /** Replaces the element in row {@code i} and column {@code j}. */
    public void set(int i, int j, double value) {
        data[i * columns + j] = value;
    }

    /** A copy. */
    public Matrix copy() {
        return new Matrix(rows, columns, data.clone());
    }

    /** A copy as an array of type DOUBLE. */
    public INDArray toArray() {
        return NdArrays.of(data, rows, columns);
    }

    /** A copy as rows. */
    public double[][] toRows() {
        double[][] copy = new double[rows][];
        for (int i = 0; i < rows; i++) {
            copy[i] = row(i);
        }
        return copy;
    }

    /** A copy of one row. */
    public double[] row(int i) {
        return Arrays.copyOfRange(data, i * columns, (i + 1) * columns);
    }

    /** A copy of one column. */
    public double[] column(int j) {
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = data[i * columns + j];
        }
        return column;
    }

    /** A copy of the rows {@code from} (inclusive) to {@code to} (exclusive). */
    public Matrix rows(int from, int to) {
        Objects.checkFromToIndex(from, to, rows);
        return new Matrix(to - from, columns, Arrays.copyOfRange(data, from * columns, to * columns));
    }

    /** A copy of the columns {@code from} (inclusive) to {@code to} (exclusive). */
    public Matrix columns(int from, int to) {
        Objects.checkFromToIndex(from, to, columns);
        Matrix part = new Matrix(rows, to - from);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(data, i * columns + from, part.data, i * part.columns, part.columns);
        }
        return part;
    }

    /** The transpose. */
    public Matrix transpose() {
        Matrix transposed = new Matrix(columns, rows);
        int block = 32;
        for (int i0 = 0; i0 < rows; i0 += block) {
            for (int j0 = 0; j0 < columns; j0 += block) {
                for (int i = i0; i < Math.min(rows, i0 + block); i++) {
                    for (int j = j0; j < Math.min(columns, j0 + block); j++) {
                        transposed.data[j * rows + i] = data[i * columns + j];
                    }
                }
            }
        }
        return transposed;
    }

    /** This · other. */
    public Matrix times(Matrix other) {
        return Products.multiply(this, false, other, false);
    }

    /** thisᵀ · other. */
    public Matrix transposeTimes(Matrix other) {
        return Products.multiply(this, true, other, false);
    }

    /** This · otherᵀ. */
    public Matrix timesTranspose(Matrix other) {
        return Products.multiply(this, false, other, true);
    }

    /** thisᵀ · this, exactly symmetric. */
    public Matrix gram() {
        return Products.gram(this);
    }

    /** This · vector. */
    public double[] times(double[] vector) {
        requireLength(vector, columns);
        double[] result = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += data[i * columns + j] * vector[j];
            }
            result[i] = sum;
        }
        return result;
    }

    /** The sum of two matrices. */
    public Matrix plus(Matrix other) {
        return plus(1, other);
    }

    /** This + factor · other. */
    public Matrix plus(double factor, Matrix other) {
        requireShape(other);
        double[] sum = data.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * other.data[i];
        }
        return new Matrix(rows, columns, sum);
    }

    /** The difference of two matrices. */
    public Matrix minus(Matrix other) {
        return plus(-1, other);
    }

    /** All elements times {@code factor}. */
    public Matrix times(double factor) {
        double[] scaled = data.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Matrix(rows, columns, scaled);
    }

    /** Column j times factors[j]: this · diag(factors). */
    public Matrix scaleColumns(double[] factors) {
        requireLength(factors, columns);
        double[] scaled = data.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factors[i % columns];
        }
        return new Matrix(rows, columns, scaled);
    }

    /** Row i times factors[i]: diag(factors) · this. */
    public Matrix scaleRows(double[] factors) {
        requireLength(factors, rows);
        double[] scaled = data.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factors[i / columns];
        }
        return new Matrix(rows, columns, scaled);
    }

    /** The sum of the diagonal. */
    public double trace() {
        OpenBlas.requireSquare("trace", this);
        double trace = 0;
        for (int i = 0; i < rows; i++) {
            trace += data[i * columns + i];
        }
        return trace;
    }

    /** The sum of products of corresponding elements, tr(thisᵀ other). */
    public double dot(Matrix other) {
        requireShape(other);
        double sum = 0;
        for (int i = 0; i < data.length; i++) {
            sum += data[i] * other.data[i];
        }
        return sum;
    }

    /** The Frobenius norm, safe from overflow. */
    public double norm() {
        double largest = maxAbs();
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double value : data) {
            double scaled = value / largest;
            sum += scaled * scaled;
        }
        return largest * Math.sqrt(sum);
    }

    /** The largest absolute element; NaN if any element is. */
    public double maxAbs() {
        double largest = 0;
        for (double value : data) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** The means of the columns. */
    public double[] columnMeans() {
        double[] means = new double[columns];
        for (int i = 0; i < data.length; i++) {
            means[i % columns] += data[i];
        }
        for (int j = 0; j < columns; j++) {
            means[j] /= rows;
        }
        return means;
    }

    /** This matrix with every column's mean removed. */
    public Matrix centreColumns() {
        double[] means = columnMeans();
        double[] centred = data.clone();
        for (int i = 0; i < centred.length; i++) {
            centred[i] -= means[i % columns];
        }
        return new Matrix(rows, columns, centred);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix matrix && rows == matrix.rows && columns == matrix.columns && Arrays.equals(data, matrix.data);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "Matrix of " + rows + " × " + columns;
    }

    private void requireShape(Matrix other) {
        if (rows != other.rows || columns != other.columns) {
            throw new IllegalArgumentException("A matrix of " + rows + " × " + columns + " does not fit one of " + other.rows + " × " + other.columns + ".");
        }
    }

    private static void requireLength(double[] vector, int length) {
        if (vector.length != length) {
            throw new IllegalArgumentException("A vector of length " + vector.length + " stands where one of length " + length + " is needed.");
        }
    }
}
