// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.kernel.Elementary;
import org.nullcline.compute.kernel.Kernels;

/**
 * A matrix on a {@link Tape}: rows are the trials of a shard, columns are units. Every operation makes a new variable and leaves its
 * operands as they are.
 *
 * <p>Where two operands differ in shape, one row (1 × columns), one column (rows × 1) or one number (1 × 1) is repeated to fit the other.
 * A shape that does not fit throws {@link IllegalArgumentException}.
 */
public final class Var {

    final Tape tape;
    final boolean needs;
    /** Offset of the values; see {@link Kernels} for the layout. */
    final int at;
    final int stride;
    private final int rows;
    private final int columns;
    /** The matrix that this one is a range of columns of. */
    private final Var whole;
    /** Offset of the gradient, or negative. */
    int slope = -1;
    Runnable back;
    boolean kept;
    /** The value of a 1 × 1 variable in double precision where it is known better than the memory can hold it. */
    double exact = Double.NaN;

    Var(Tape tape, int rows, int columns, boolean needs) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("A variable needs at least one row and one column, not " + rows + " × " + columns + ".");
        }
        this.tape = tape;
        this.rows = rows;
        this.columns = columns;
        this.needs = needs;
        this.whole = null;
        stride = Kernels.stride(rows);
        at = tape.allocate(Math.multiplyExact(columns, stride));
    }

    /** A view of some columns. */
    private Var(Var whole, int from, int to) {
        tape = whole.tape;
        rows = whole.rows;
        columns = to - from;
        needs = whole.needs;
        stride = whole.stride;
        this.whole = whole;
        at = whole.at + from * stride;
    }

    // ---- access

    /** The tape that this variable lives on. */
    public Tape tape() {
        return tape;
    }

    /** Trials. */
    public int rows() {
        return rows;
    }

    /** Units. */
    public int columns() {
        return columns;
    }

    String shape() {
        return rows + " × " + columns;
    }

    /** Elements in memory, padding included. */
    int length() {
        return columns * stride;
    }

    /** The value of a 1 × 1 variable. */
    public double value() {
        if (rows != 1 || columns != 1) {
            throw new IllegalArgumentException("A matrix of " + shape() + " is not one number.");
        }
        return Double.isNaN(exact) ? tape.kernels.get(at) : exact;
    }

    /** One element. */
    public double at(int row, int column) {
        java.util.Objects.checkIndex(row, rows);
        java.util.Objects.checkIndex(column, columns);
        return tape.kernels.get(at + column * stride + row);
    }

    /** The values in row-major order. */
    public double[] values() {
        return read(at);
    }

    /** The values as an array of rows × columns in the number format of the tape. */
    public INDArray array() {
        return boxed(at);
    }

    /** The gradient after {@link Tape#backward}, rows × columns; zero where the result does not depend on this variable. */
    public INDArray gradient() {
        return boxed(keptSlope());
    }

    /** As {@link #gradient}, in row-major order. */
    public double[] gradientValues() {
        return read(keptSlope());
    }

    private int keptSlope() {
        if (!needs || whole == null && !kept) {
            throw new IllegalStateException("This variable keeps no gradient; make it with Tape.variable or call keepGradient() on it.");
        }
        return slope();
    }

    /** Keeps the gradient of this intermediate result for {@link #gradient}. */
    public Var keepGradient() {
        if (whole != null) {
            whole.keepGradient();
        }
        kept = true;
        return this;
    }

    private double[] read(int from) {
        double[] column = new double[rows];
        double[] values = new double[rows * columns];
        for (int c = 0; c < columns; c++) {
            tape.kernels.read(rows, from + c * stride, column, 0);
            for (int b = 0; b < rows; b++) {
                values[b * columns + c] = column[b];
            }
        }
        return values;
    }

    private INDArray boxed(int from) {
        return NdArrays.of(read(from), rows, columns).castTo(tape.precision().dataType());
    }

    /** Offset of the gradient, zero at its first use. */
    int slope() {
        if (whole != null) {
            return whole.slope() + at - whole.at;
        }
        if (slope < 0) {
            slope = tape.borrow(length());
            tape.kernels.fill(length(), slope, 0);
        }
        return slope;
    }

    // ---- arithmetic

    /** this + other. */
    public Var plus(Var other) {
        return Elementwise.plus(this, other);
    }

    /** this − other. */
    public Var minus(Var other) {
        return Elementwise.minus(this, other);
    }

    /** this · other, element by element. */
    public Var times(Var other) {
        return Elementwise.times(this, other);
    }

    /** this / other, element by element. */
    public Var divide(Var other) {
        return Elementwise.divide(this, other);
    }

    /** The larger of both, element by element; where equal, the gradient goes to this. */
    public Var maximum(Var other) {
        return Elementwise.maximum(this, other);
    }

    /** The smaller of both, element by element; where equal, the gradient goes to this. */
    public Var minimum(Var other) {
        return Elementwise.maximum(negate(), other.negate()).negate();
    }

    /** this + c. */
    public Var plus(double c) {
        return Elementwise.affine(this, 1, c);
    }

    /** this − c. */
    public Var minus(double c) {
        return Elementwise.affine(this, 1, -c);
    }

    /** α · this. */
    public Var scale(double alpha) {
        return Elementwise.affine(this, alpha, 0);
    }

    /** −this. */
    public Var negate() {
        return Elementwise.affine(this, -1, 0);
    }

    /** 1 − this. */
    public Var oneMinus() {
        return Elementwise.affine(this, -1, 1);
    }

    /** this + α x: one step of an explicit method. */
    public Var axpy(double alpha, Var x) {
        return Elementwise.combination(this, new double[] {alpha}, x);
    }

    /** this + Σ αᵢ xᵢ: a stage of a Runge–Kutta method. Terms with αᵢ = 0 are skipped. */
    public Var combination(double[] alpha, Var... x) {
        return Elementwise.combination(this, alpha, x);
    }

    /** this raised to the power p, for positive elements (any sign if p is an integer). */
    public Var power(double p) {
        return Elementwise.power(this, p);
    }

    /** Elements moved into [low, high]; the gradient is zero outside. */
    public Var clamp(double low, double high) {
        return Elementwise.clamp(this, low, high);
    }

    // ---- functions of one variable

    /** Applies {@code f} element by element. */
    public Var apply(Elementary f) {
        return Elementwise.apply(f, this);
    }

    /** Logistic function. */
    public Var sigmoid() {
        return apply(Elementary.SIGMOID);
    }

    /** Hyperbolic tangent. */
    public Var tanh() {
        return apply(Elementary.TANH);
    }

    /** max(0, x). */
    public Var relu() {
        return apply(Elementary.RELU);
    }

    /** x Φ(x). */
    public Var gelu() {
        return apply(Elementary.GELU);
    }

    /** x σ(x). */
    public Var silu() {
        return apply(Elementary.SILU);
    }

    /** log(1 + eˣ). */
    public Var softplus() {
        return apply(Elementary.SOFTPLUS);
    }

    /** log σ(x), the logistic loss of a positive example with the opposite sign. */
    public Var logSigmoid() {
        return apply(Elementary.LOG_SIGMOID);
    }

    /** eˣ. */
    public Var exp() {
        return apply(Elementary.EXP);
    }

    /** Natural logarithm. */
    public Var log() {
        return apply(Elementary.LOG);
    }

    /** Square root. */
    public Var sqrt() {
        return apply(Elementary.SQRT);
    }

    /** x². */
    public Var square() {
        return apply(Elementary.SQUARE);
    }

    /** |x|. */
    public Var abs() {
        return apply(Elementary.ABS);
    }

    /** 1/x. */
    public Var reciprocal() {
        return apply(Elementary.RECIPROCAL);
    }

    /** Sine. */
    public Var sin() {
        return apply(Elementary.SIN);
    }

    /** Cosine. */
    public Var cos() {
        return apply(Elementary.COS);
    }

    /** log Γ(x), x &gt; 0. */
    public Var logGamma() {
        return apply(Elementary.LOG_GAMMA);
    }

    /** Error function. */
    public Var erf() {
        return apply(Elementary.ERF);
    }

    // ---- products

    /** Matrix product: this (rows × k) times other (k × columns). */
    public Var matmul(Var other) {
        return Products.matmul(this, other);
    }

    /** this Wᵀ + b for a weight matrix W (outputs × inputs) and a bias (outputs) or null, as {@code torch.nn.Linear} stores them. */
    public Var linear(Parameter weight, Parameter bias) {
        return Products.linear(this, weight, bias, Activation.IDENTITY);
    }

    /** f(this Wᵀ + b) as one node. */
    public Var linear(Parameter weight, Parameter bias, Activation f) {
        return Products.linear(this, weight, bias, f);
    }

    /** Per row, the scalar product with the same row of other: rows × 1. */
    public Var dot(Var other) {
        return times(other).sumOverColumns();
    }

    // ---- shape

    /** Columns from … to − 1; shares memory, costs nothing. */
    public Var columns(int from, int to) {
        java.util.Objects.checkFromToIndex(from, to, columns);
        if (from == to) {
            throw new IllegalArgumentException("A range of columns may not be empty.");
        }
        return new Var(this, from, to);
    }

    /** Rows from … to − 1. */
    public Var rows(int from, int to) {
        return Shapes.rows(this, from, to);
    }

    /** The rows with the given indices, in that order; indices may repeat. */
    public Var gather(int... index) {
        return Shapes.gather(this, index);
    }

    /** columns × rows. */
    public Var transpose() {
        return Shapes.transpose(this);
    }

    /** One row, one column or one number repeated to rows × columns. */
    public Var expand(int toRows, int toColumns) {
        return Shapes.expand(this, toRows, toColumns);
    }

    /** Matrices with equal rows side by side. */
    public static Var concat(Var... parts) {
        return Shapes.concat(parts);
    }

    /** Matrices with equal columns one below the other. */
    public static Var stack(Var... parts) {
        return Shapes.stack(parts);
    }

    /** The same values, but no gradient flows back. */
    public Var stopGradient() {
        return Shapes.stopGradient(this);
    }

    // ---- reductions

    /** Sum of all elements, accumulated in double precision: 1 × 1. */
    public Var sum() {
        return Reductions.sum(this, 1);
    }

    /** Mean of all elements: 1 × 1. */
    public Var mean() {
        return Reductions.sum(this, 1.0 / ((double) rows * columns));
    }

    /** Sum over trials: 1 × columns. */
    public Var sumOverRows() {
        return Reductions.sumOverRows(this, 1);
    }

    /** Mean over trials: 1 × columns. */
    public Var meanOverRows() {
        return Reductions.sumOverRows(this, 1.0 / rows);
    }

    /** Sum over units: rows × 1. */
    public Var sumOverColumns() {
        return Reductions.sumOverColumns(this, 1);
    }

    /** Mean over units: rows × 1. */
    public Var meanOverColumns() {
        return Reductions.sumOverColumns(this, 1.0 / columns);
    }

    /** Euclidean norm of each row: rows × 1; gradient 0 for a row of zeros. */
    public Var norm() {
        return Reductions.norm(this);
    }

    /** Per row, eˣ / Σ eˣ over the columns. */
    public Var softmax() {
        return Reductions.softmax(this);
    }

    /** Per row, log Σ eˣ over the columns: rows × 1. */
    public Var logSumExp() {
        return Reductions.logSumExp(this);
    }

    /** Per row, (x − mean)/√(variance + ε) over the columns (biased variance). */
    public Var normalise(double epsilon) {
        return Reductions.normalise(this, epsilon);
    }

    /**
     * In training, each element is zero with probability {@code rate} and otherwise divided by 1 − rate; elsewhere this variable itself.
     */
    public Var dropout(double rate) {
        return Shapes.dropout(this, rate);
    }

    @Override
    public String toString() {
        return "Var " + shape() + (rows * columns <= 16 ? " " + java.util.Arrays.toString(values()) : "");
    }
}
