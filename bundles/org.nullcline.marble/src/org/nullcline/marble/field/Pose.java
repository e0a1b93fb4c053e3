// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.geometry.PointCloud;

/**
 * How a condition lies in its space: a rotation or reflection of points and vectors alike.
 *
 * @param matrix orthogonal, rows are the images of the axes
 */
record Pose(double[][] matrix) {

    /** A rotation or reflection drawn uniformly from O(n): Gram–Schmidt on normally distributed vectors (Stewart 1980). */
    static Pose random(int dimension, RandomStream random) {
        double[][] q = new double[dimension][];
        for (int r = 0; r < dimension; r++) {
            q[r] = random.normals(dimension);
            for (int o = 0; o < r; o++) {
                double along = dot(q[r], q[o]);
                for (int d = 0; d < dimension; d++) {
                    q[r][d] -= along * q[o][d];
                }
            }
            double norm = Math.sqrt(dot(q[r], q[r]));
            for (int d = 0; d < dimension; d++) {
                q[r][d] /= norm;
            }
        }
        return new Pose(q);
    }

    /** The field in this pose. */
    FieldSample of(FieldSample sample) {
        float[] x = turned(sample.points().coordinates());
        return new FieldSample(PointCloud.of(sample.name(), x, matrix.length), turned(sample.vectors()), sample.components(), sample.rows());
    }

    private float[] turned(float[] rows) {
        int n = matrix.length;
        float[] turned = new float[rows.length];
        for (int at = 0; at < rows.length; at += n) {
            for (int c = 0; c < n; c++) {
                double sum = 0;
                for (int d = 0; d < n; d++) {
                    sum += rows[at + d] * matrix[d][c];
                }
                turned[at + c] = (float) sum;
            }
        }
        return turned;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
