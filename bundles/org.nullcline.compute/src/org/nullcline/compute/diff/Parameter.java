// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

/**
 * One named array of a {@link Weights} set: a vector or a matrix in row-major order.
 */
public final class Parameter {

    private final Weights weights;
    private final int index;
    private final String name;
    private final int rows;
    private final int columns;
    private final boolean vector;
    private final int offset;
    private boolean trained = true;

    Parameter(Weights weights, int index, String name, int rows, int columns, boolean vector, int offset) {
        this.weights = weights;
        this.index = index;
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.vector = vector;
        this.offset = offset;
    }

    /** The set that it belongs to. */
    public Weights weights() {
        return weights;
    }

    int index() {
        return index;
    }

    /** Its name within the set, for example {@code encoder.weight_ih_l0}. */
    public String name() {
        return name;
    }

    /** Rows; 1 for a vector. */
    public int rows() {
        return rows;
    }

    /** Columns, or the length of a vector. */
    public int columns() {
        return columns;
    }

    /** Whether it has one axis only. */
    public boolean vector() {
        return vector;
    }

    /** Number of elements. */
    public int size() {
        return rows * columns;
    }

    /** Where it begins in {@link Weights#values}. */
    public int offset() {
        return offset;
    }

    /** Whether optimisers change it. */
    public boolean trained() {
        return trained;
    }

    /** Lets optimisers change it or not. */
    public Parameter trained(boolean train) {
        trained = train;
        return this;
    }

    /** {@code [length]} or {@code [rows, columns]}. */
    public long[] dimensions() {
        return vector ? new long[] {columns} : new long[] {rows, columns};
    }

    /** The parameter as a variable of rows × columns (a vector: 1 × length) on the tape of {@code x}. */
    public Var on(Var x) {
        return on(x.tape());
    }

    /** The parameter as a variable of rows × columns (a vector: 1 × length) on a tape. */
    public Var on(Tape tape) {
        return tape.binding(weights).variable(this);
    }
}
