// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.SymmetricEigen;

/**
 * A projection to at most three dimensions for drawing: the states themselves up to three dimensions, their principal components beyond.
 *
 * @param mean of the states that it was made from
 * @param axes dimension × shown
 * @param labels of the shown axes
 */
record Principal(double[] mean, Matrix axes, List<String> labels) {

    private static final int SHOWN = 3;

    /** The projection for states, state × dimension. */
    static Principal of(Matrix states) {
        int n = states.columns();
        if (n <= SHOWN) {
            return new Principal(new double[n], Matrix.identity(n), IntStream.rangeClosed(1, n).mapToObj(i -> "z" + i).toList());
        }
        SymmetricEigen eigen = SymmetricEigen.of(states.centreColumns().gram());
        double total = Arrays.stream(eigen.values()).sum();
        List<String> labels = IntStream.range(0, SHOWN)
                .mapToObj(i -> String.format(Locale.ROOT, "PC%d (%.0f %%)", i + 1, 100 * eigen.values()[i] / total)).toList();
        return new Principal(states.columnMeans(), eigen.vectors().columns(0, SHOWN), labels);
    }

    /** Number of dimensions shown. */
    int shown() {
        return axes.columns();
    }

    /** Projects states to three dimensions, zeros where there are fewer. */
    double[][] points(Matrix states) {
        double[][] points = new double[states.rows()][SHOWN];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < shown(); k++) {
                for (int d = 0; d < mean.length; d++) {
                    points[i][k] += (states.get(i, d) - mean[d]) * axes.get(d, k);
                }
            }
        }
        return points;
    }
}
