// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Kernels;

/**
 * A constant sparse matrix that acts on the rows of a variable: graph Laplacians, diffusion, directional derivatives, message passing.
 * Immutable; serves many tapes at the same time.
 */
public final class SparseMatrix {

    private final int rows;
    private final int columns;
    private final int[] start;
    private final int[] column;
    private final double[] value;
    private final int[] transposedStart;
    private final int[] row;
    private final double[] transposedValue;

    /**
     * A matrix in compressed row form.
     *
     * @param rows    number of rows
     * @param columns number of columns
     * @param start   rows + 1 offsets: the entries of row i are start[i] … start[i + 1] − 1
     * @param column  the column of each entry
     * @param value   the value of each entry
     */
    public SparseMatrix(int rows, int columns, int[] start, int[] column, double[] value) {
        this.rows = rows;
        this.columns = columns;
        this.start = start.clone();
        this.column = column.clone();
        this.value = value.clone();
        if (start.length != rows + 1 || start[0] != 0 || start[rows] != column.length || column.length != value.length) {
            throw new IllegalArgumentException("A sparse matrix of " + rows + " rows needs " + (rows + 1)
                + " offsets from 0 to the number of entries, and a column and a value for each entry.");
        }
        transposedStart = new int[columns + 1];
        for (int i = 0; i < rows; i++) {
            if (start[i] > start[i + 1]) {
                throw new IllegalArgumentException("The offsets of a sparse matrix fall after row " + i + ".");
            }
        }
        for (int c : column) {
            java.util.Objects.checkIndex(c, columns);
            transposedStart[c + 1]++;
        }
        for (int c = 0; c < columns; c++) {
            transposedStart[c + 1] += transposedStart[c];
        }
        row = new int[column.length];
        transposedValue = new double[column.length];
        int[] next = transposedStart.clone();
        for (int i = 0; i < rows; i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                int at = next[column[e]]++;
                row[at] = i;
                transposedValue[at] = value[e];
            }
        }
    }

    /** Number of rows. */
    public int rows() {
        return rows;
    }

    /** Number of columns. */
    public int columns() {
        return columns;
    }

    /** Number of entries. */
    public int entries() {
        return value.length;
    }

    /** The product of this matrix with x, whose rows are as many as this matrix has columns. */
    public Var times(Var x) {
        if (x.rows() != columns) {
            throw new IllegalArgumentException("A sparse matrix of " + rows + " × " + columns + " cannot act on one of " + x.shape() + ".");
        }
        Kernels k = x.tape.kernels;
        Var y = x.tape.result(rows, x.columns(), x);
        for (int c = 0; c < x.columns(); c++) {
            k.sparse(rows, start, column, value, x.at + c * x.stride, y.at + c * y.stride, false);
        }
        return x.tape.record(y, () -> {
            int slope = x.slope();
            for (int c = 0; c < x.columns(); c++) {
                k.sparse(columns, transposedStart, row, transposedValue, y.slope + c * y.stride, slope + c * x.stride, true);
            }
        });
    }
}
