// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.similarity;

import org.nullcline.api.NullclineException;
import org.nullcline.comparison.shape.ShapeDistance;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;

/**
 * The least-squares map y ≈ x B + b.
 *
 * @param map dimensions of x × dimensions of y
 * @param offset b
 */
public record AffineRegression(Matrix map, double[] offset) {

    /** How the coefficients of determination of several dimensions become one. */
    public enum Average {
        /** The mean over dimensions, each no lower than −10. */
        UNIFORM,
        /** Weighted by the variance of each dimension. */
        VARIANCE
    }

    private static final double LOWEST = -10;

    /** Fits the map. */
    public static AffineRegression fit(Matrix x, Matrix y) {
        ShapeDistance.requireSameSamples(x, y);
        double[] mx = x.columnMeans();
        double[] my = y.columnMeans();
        Matrix map = Solve.leastSquares(x.centreColumns(), y.centreColumns());
        double[] offset = map.transpose().times(mx);
        for (int j = 0; j < offset.length; j++) {
            offset[j] = my[j] - offset[j];
        }
        return new AffineRegression(map, offset);
    }

    /** The mapped samples. */
    public Matrix predict(Matrix x) {
        Matrix y = x.times(map);
        for (int i = 0; i < y.data().length; i++) {
            y.data()[i] += offset[i % y.columns()];
        }
        return y;
    }

    /** The coefficient of determination of predictions of y. */
    public static double r2(Matrix y, Matrix predicted, Average average) {
        Matrix centred = y.centreColumns();
        Matrix error = y.minus(predicted);
        double weighted = 0;
        double weights = 0;
        double sum = 0;
        for (int j = 0; j < y.columns(); j++) {
            double residual = 0;
            double total = 0;
            for (int i = 0; i < y.rows(); i++) {
                residual += error.get(i, j) * error.get(i, j);
                total += centred.get(i, j) * centred.get(i, j);
            }
            if (total == 0) {
                throw NullclineException.input("Dimension " + j + " of the target never varies, so that no fraction of its variance can be explained.");
            }
            sum += Math.max(LOWEST, 1 - residual / total);
            weighted += total - residual;
            weights += total;
        }
        return average == Average.UNIFORM ? sum / y.columns() : weighted / weights;
    }
}
