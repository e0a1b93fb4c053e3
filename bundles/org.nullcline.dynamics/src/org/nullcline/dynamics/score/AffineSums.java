// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Qr;
import org.nullcline.compute.linalg.Solve;

/**
 * How much of the variance of some variables y an affine map of others, x, explains, and the other way round, over rows that come one after the
 * other. Centred rows (x y) are taken into the triangle R of their QR factorisation, block by block: R holds all that the least-squares map and
 * its residuals need, and unlike sums of products it does not square the condition of the data (Golub &amp; Van Loan, Matrix Computations, §5.3
 * and §6.5.3). Blocks have the same size everywhere, so that the result does not depend on how the rows are cut into parts.
 */
public final class AffineSums {

    private static final int BLOCK = 2048;
    /** Singular values below this, times the number of rows and the largest one, count as zero, as in {@link Solve#leastSquares}. */
    private static final double RELATIVE = 1e-15;
    /** R² below this is reported as this, as in {@link AffineMap#r2}. */
    private static final double WORST = -10;

    private final int xs;
    private final int ys;
    private final double[] means;
    private final double[] block;
    private Matrix triangle;
    private long averaged;
    private long rows;
    private int filled;

    /** No rows yet, of so many variables x and y. */
    public AffineSums(int xs, int ys) {
        this.xs = xs;
        this.ys = ys;
        means = new double[xs + ys];
        block = new double[BLOCK * (xs + ys)];
        triangle = new Matrix(0, xs + ys);
    }

    /** The first time: a row for the means. */
    public void average(double[] x, int atX, double[] y, int atY) {
        for (int i = 0; i < xs; i++) {
            means[i] += x[atX + i];
        }
        for (int i = 0; i < ys; i++) {
            means[xs + i] += y[atY + i];
        }
        averaged++;
    }

    /** The second time: the same row. */
    public void add(double[] x, int atX, double[] y, int atY) {
        if (rows++ == 0) {
            for (int i = 0; i < means.length; i++) {
                means[i] /= averaged;
            }
        }
        for (int i = 0; i < xs; i++) {
            block[filled++] = x[atX + i] - means[i];
        }
        for (int i = 0; i < ys; i++) {
            block[filled++] = y[atY + i] - means[xs + i];
        }
        if (filled == block.length) {
            reduce();
        }
    }

    private void reduce() {
        if (filled == 0) {
            return;
        }
        int columns = xs + ys;
        Matrix stacked = new Matrix(triangle.rows() + filled / columns, columns);
        System.arraycopy(triangle.data(), 0, stacked.data(), 0, triangle.data().length);
        System.arraycopy(block, 0, stacked.data(), triangle.data().length, filled);
        triangle = Qr.of(stacked).r();
        filled = 0;
    }

    /** Number of rows. */
    public long rows() {
        return rows;
    }

    /**
     * The mean over y of the R² of the best affine map from x, not below −10, as {@link AffineMap#r2}.
     *
     * @throws NullclineException when there are too few rows for such a map
     */
    public double r2() {
        return r2(0, xs, xs, ys);
    }

    /** The same from y to x. */
    public double reverseR2() {
        return r2(xs, ys, 0, xs);
    }

    private double r2(int from, int sources, int to, int targets) {
        if (rows <= sources) {
            throw NullclineException.input("An affine map from " + sources + " dimensions needs more than " + sources + " samples, not " + rows + ".");
        }
        reduce();
        // The triangle with the sources first: above the line what they can explain, below it what no map of them explains.
        Matrix ordered = new Matrix(triangle.rows(), sources + targets);
        for (int i = 0; i < triangle.rows(); i++) {
            System.arraycopy(triangle.data(), i * (xs + ys) + from, ordered.data(), i * (sources + targets), sources);
            System.arraycopy(triangle.data(), i * (xs + ys) + to, ordered.data(), i * (sources + targets) + sources, targets);
        }
        Matrix r = Qr.of(ordered).r();
        int above = Math.min(sources, r.rows());
        Matrix explaining = r.columns(0, sources).rows(0, above);
        Matrix explained = r.columns(sources, sources + targets).rows(0, above);
        Matrix missed = explained.minus(explaining.times(Solve.pseudoInverse(explaining, RELATIVE * rows).times(explained)));
        double[] r2 = new double[targets];
        for (int j = 0; j < targets; j++) {
            double residual = 0;
            double total = 0;
            for (int i = 0; i < r.rows(); i++) {
                double own = r.get(i, sources + j);
                double left = i < above ? missed.get(i, j) : own;
                residual += left * left;
                total += own * own;
            }
            r2[j] = total > 0 ? 1 - residual / total : Double.NaN;
        }
        return Math.max(WORST, DeterminationSums.mean(r2));
    }
}
