// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.matrix;

import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Distances;

/**
 * A square, symmetric matrix of dissimilarities with a zero diagonal between named things.
 *
 * @param names one per row
 * @param values n × n
 */
public record Dissimilarities(List<String> names, double[][] values) {


    /**
     * From a value: a similarity s becomes 1 − s; the two triangles of an asymmetric matrix are averaged.
     *
     * @throws NullclineException when rows and columns differ or numbers are not finite
     */
    public static Dissimilarities of(Distances distances) {
        double[][] matrix = distances.matrix();
        if (!distances.rows().equals(distances.columns()) || matrix.length != distances.rows().size()) {
            throw NullclineException.input("All pairs of one group are needed here, but the rows and columns of this matrix differ.");
        }
        int n = matrix.length;
        double[][] values = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double mean = (matrix[i][j] + matrix[j][i]) / 2;
                if (!Double.isFinite(mean)) {
                    throw NullclineException.input("The distance between " + distances.rows().get(i) + " and " + distances.rows().get(j) + " is " + mean + ".");
                }
                values[i][j] = i == j ? 0 : distances.similarity() ? 1 - mean : mean;
            }
        }
        return new Dissimilarities(distances.rows(), values);
    }

    /** Number of things. */
    public int size() {
        return values.length;
    }

}
