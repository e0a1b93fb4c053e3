// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;

/**
 * A least-squares affine map y ≈ x M + c between two state spaces.
 *
 * @param matrix inputs × outputs
 * @param offset outputs
 */
public record AffineMap(Matrix matrix, double[] offset) {

    /** R² below this is reported as this: a map that misses completely says no more than that. */
    private static final double WORST = -10;

    /**
     * Fits the map by least squares of least norm.
     *
     * @param x samples × inputs
     * @param y samples × outputs
     */
    public static AffineMap fit(Matrix x, Matrix y) {
        if (x.rows() != y.rows()) {
            throw NullclineException.input("An affine map needs as many source as target samples, not " + x.rows() + " and " + y.rows() + ".");
        }
        if (x.rows() <= x.columns()) {
            throw NullclineException.input("An affine map from " + x.columns() + " dimensions needs more than " + x.columns() + " samples, not " + x.rows()
                    + ".");
        }
        Matrix matrix = Solve.leastSquares(x.centreColumns(), y.centreColumns());
        double[] meanX = x.columnMeans();
        double[] offset = y.columnMeans();
        for (int j = 0; j < offset.length; j++) {
            for (int i = 0; i < meanX.length; i++) {
                offset[j] -= meanX[i] * matrix.get(i, j);
            }
        }
        return new AffineMap(matrix, offset);
    }

    /** Maps samples × inputs to samples × outputs. */
    public Matrix apply(Matrix x) {
        Matrix y = x.times(matrix);
        for (int i = 0; i < y.rows(); i++) {
            for (int j = 0; j < y.columns(); j++) {
                y.set(i, j, y.get(i, j) + offset[j]);
            }
        }
        return y;
    }

    /** Maps one point. */
    public double[] apply(double[] x) {
        return apply(new Matrix(1, x.length, x.clone())).data();
    }

    /**
     * How much of the variance of {@code y} an affine map of {@code x} explains, averaged over the dimensions of y, not below −10. From true to
     * inferred latent states this is the "hidden R²" of Sedler, Versteeg &amp; Pandarinath 2023 (doi 10.51628/001c.73987): dimensions that a model
     * invents lower it.
     */
    public static double r2(Matrix x, Matrix y) {
        return Math.max(WORST, Determination.mean(y, fit(x, y).apply(x)));
    }
}
