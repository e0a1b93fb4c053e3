// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

/**
 * Arithmetic on one growing block of memory that belongs to one thread. Operands are given by their offset in the block, counted in
 * elements, so one description of an operation serves both precisions.
 *
 * <p><b>Layout.</b> A matrix of {@code rows} trials × {@code columns} units is stored unit by unit: element (trial b, unit c) is at
 * {@code offset + c * stride + b}, and {@code stride} is {@code rows} rounded up to a multiple of {@link #LANES}. So the long, even
 * dimension (trials) lies along the vector unit, and odd numbers of units cost nothing. What the padding holds is undefined; sums over
 * trials never look at it.
 *
 * <p><b>Same bits.</b> Every implementation gives the same bits for the same input: products are folded over the summed index one after
 * the other with fused multiply-add starting from zero or a bias, sums over trials go through {@link #LANES} partial sums that are
 * combined as a fixed tree, and transcendental functions are the same sequence of operations everywhere.
 *
 * <p>Reading or writing outside the reserved memory throws {@link IndexOutOfBoundsException}. Operands may be the same, but must not
 * overlap partly.
 */
public interface Kernels {

    /** Partial sums of a reduction over trials, and the granularity of rows. */
    int LANES = 16;

    /** {@code rows} rounded up to a multiple of {@link #LANES}. */
    static int stride(int rows) {
        return (rows + LANES - 1) & -LANES;
    }

    /** The number format of the memory. */
    Precision precision();

    /** How the arithmetic is done, for provenance: {@code plain}, {@code vector-256} … */
    String name();

    // ---- memory

    /** Elements available now. */
    int capacity();

    /** Makes at least {@code capacity} elements available and keeps the content. */
    void reserve(int capacity);

    /** One element. */
    double get(int at);

    /** Sets one element. */
    void set(int at, double value);

    /** y ← value. */
    void fill(int n, int y, double value);

    /** y ← x. */
    void copy(int n, int x, int y);

    /** Copies out of the memory. */
    void read(int n, int x, double[] to, int at);

    /** Copies out of the memory. */
    void read(int n, int x, float[] to, int at);

    /** Copies into the memory. */
    void write(int n, int y, double[] from, int at);

    /** Copies into the memory. */
    void write(int n, int y, float[] from, int at);

    // ---- element by element

    /** y ← a + b. */
    void add(int n, int a, int b, int y);

    /** y ← a − b. */
    void subtract(int n, int a, int b, int y);

    /** y ← a · b. */
    void multiply(int n, int a, int b, int y);

    /** y ← a / b. */
    void divide(int n, int a, int b, int y);

    /** y ← max(a, b). */
    void maximum(int n, int a, int b, int y);

    /** y ← α x. */
    void scale(int n, double alpha, int x, int y);

    /** y ← α x + y. */
    void scaleAdd(int n, double alpha, int x, int y);

    /** y ← a · b + y. */
    void multiplyAdd(int n, int a, int b, int y);

    /** y ← x + c. */
    void shift(int n, int x, double c, int y);

    /** y ← f(x). */
    void apply(Elementary f, int n, int x, int y);

    /** dx ← dx + dy f′(x), where y = f(x) is already known. */
    void backpropagate(Elementary f, int n, int x, int y, int dy, int dx);

    /** dy ← dy f′(x), where y = f(x) is already known. */
    void chain(Elementary f, int n, int x, int y, int dy);

    // ---- products

    /** Row i of Y ← bias[i], or row i of Y ← row i of Y + bias[i], for m rows of n elements and stride ldy. */
    void rows(int m, int n, int bias, int y, int ldy, boolean accumulate);

    /**
     * C ← start + A B, or C ← C + (start + A B). Here A is m × k with element (i, p) at {@code a + i * aRow + p * aColumn}, B is k × n with
     * rows of stride {@code ldb}, C is m × n with rows of stride {@code ldc}; n is a multiple of {@link #LANES}. The start of row i is
     * {@code bias[i]}, or zero when {@code bias} is negative.
     */
    void product(int m, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc, boolean accumulate);

    /**
     * For each of m rows of stride ldx: adds the k leading elements to {@link #LANES} partial sums, element j to sum j mod LANES. The
     * sums of row i are at {@code y + i * LANES}. There is memory up to the next multiple of LANES behind each row.
     */
    void laneSums(int m, int k, int x, int ldx, int y);

    /**
     * C ← C + A Bᵀ over k trials, kept as {@link #LANES} partial sums for each element: for A of m rows with stride lda and B of n rows with
     * stride ldb, the sums of element (i, j) are at {@code c + (i * n + j) * LANES}; trial p goes to sum p mod LANES. For small m or n. There is
     * memory up to the next multiple of LANES behind each row.
     */
    void laneProducts(int m, int n, int k, int a, int lda, int b, int ldb, int c);

    /** Bᵀ ← A (or Bᵀ ← Bᵀ + A): A is rows × columns with row stride lda, B is columns × rows with row stride ldb. */
    void transpose(int rows, int columns, int a, int lda, int b, int ldb, boolean accumulate);

    /**
     * y ← S x or y ← y + S x for a sparse matrix of {@code rows} rows: the entries of row i are start[i] … start[i + 1] − 1, with their
     * columns and values.
     */
    void sparse(int rows, int[] start, int[] column, double[] value, int x, int y, boolean accumulate);

    /** yᵢ ← x at index[i]. */
    void gather(int[] index, int x, int y);

    /** y at index[i] ← the same + xᵢ, in the order of i. */
    void scatter(int[] index, int x, int y);

    // ---- the perceptron with one hidden layer, y = V f(W x + b) + c

    /**
     * Where the weights of a perceptron lie, or their gradients. Matrices have one row for each output of a layer. Values have rows of the
     * given strides; gradients are {@link #LANES} partial sums for each element, and their strides are not used.
     */
    record Perceptron(int weight, int weightRow, int bias, int outWeight, int outRow, int outBias) {
    }

    /** Sizes of a perceptron, whose f is a function whose derivative follows from its result. */
    record PerceptronShape(int inputs, int hidden, int outputs, Elementary f) {
    }

    /** Y ← V f(W X + b) + c for n trials, a multiple of {@link #LANES}, which is also the stride; scratch has hidden · n elements. */
    default void perceptron(PerceptronShape s, int n, Perceptron w, int x, int y, int scratch) {
        product(s.hidden(), n, s.inputs(), w.weight(), w.weightRow(), 1, x, n, w.bias(), scratch, n, false);
        apply(s.f(), s.hidden() * n, scratch, scratch);
        product(s.outputs(), n, s.hidden(), w.outWeight(), w.outRow(), 1, scratch, n, w.outBias(), y, n, false);
    }

    /**
     * Adds to the gradients d of the weights and (if dx is not negative) to that of X, where g is the gradient of Y. The hidden activity is
     * computed again: with few inputs that is less work than to write it to memory and to read it back. Scratch has 2 · hidden · n elements.
     */
    default void perceptronGradient(PerceptronShape s, int trials, int n, Perceptron w, Perceptron d, int x, int g, int dx, int scratch) {
        int size = s.hidden() * n;
        int slope = scratch + size;
        product(s.hidden(), n, s.inputs(), w.weight(), w.weightRow(), 1, x, n, w.bias(), scratch, n, false);
        apply(s.f(), size, scratch, scratch);
        product(s.hidden(), n, s.outputs(), w.outWeight(), 1, w.outRow(), g, n, -1, slope, n, false);
        chain(s.f(), size, scratch, scratch, slope);
        laneProducts(s.outputs(), s.hidden(), trials, g, n, scratch, n, d.outWeight());
        laneSums(s.outputs(), trials, g, n, d.outBias());
        if (dx >= 0) {
            product(s.inputs(), n, s.hidden(), w.weight(), 1, w.weightRow(), slope, n, -1, dx, n, true);
        }
        laneProducts(s.hidden(), s.inputs(), trials, slope, n, x, n, d.weight());
        laneSums(s.hidden(), trials, slope, n, d.bias());
    }

    // ---- the gated recurrent unit, element by element

    /** a ← tanh(a + r u); y ← a + z (h − a). */
    void gruForward(int n, int r, int z, int a, int u, int h, int y);

    /**
     * The gradients of {@link #gruForward}, where r and z are logistic functions and {@code a} holds the tanh: from dy those of the
     * arguments of r, z and tanh, and of u; dh ← dh + dy z unless dh is negative.
     */
    void gruBackward(int n, int r, int z, int a, int u, int h, int dy, int dr, int dz, int da, int du, int dh);

    // ---- sums in double precision

    /** Σ x in double precision over m rows of n elements. */
    double sum(int m, int n, int x, int ldx);

    /** Σ a b in double precision over m rows of n elements. */
    double dot(int m, int n, int a, int lda, int b, int ldb);
}
