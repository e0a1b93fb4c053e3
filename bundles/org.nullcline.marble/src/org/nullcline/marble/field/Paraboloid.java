// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import org.nullcline.marble.geometry.PointCloud;

/**
 * The surface z = −(α x)² − (α y)², onto which plane vector fields are lifted. α = 0 is the plane itself, in two coordinates.
 *
 * @param alpha curvature α ≥ 0
 */
public record Paraboloid(double alpha) {

    /**
     * Lifts points and vectors of the plane: a vector becomes the difference of the lifted points x + v and x.
     *
     * @param name of the condition
     * @param points point × 2
     * @param vectors point × 2
     * @param unitScale whether lifted vectors are scaled so that the whole field keeps its norm
     */
    FieldSample lift(String name, double[][] points, double[][] vectors, boolean unitScale) {
        int dimension = alpha == 0 ? 2 : 3;
        int n = points.length;
        double[][] x = new double[n][];
        double[][] f = new double[n][dimension];
        double before = 0;
        double after = 0;
        for (int i = 0; i < n; i++) {
            x[i] = at(points[i][0], points[i][1]);
            double[] end = at(points[i][0] + vectors[i][0], points[i][1] + vectors[i][1]);
            for (int d = 0; d < dimension; d++) {
                f[i][d] = end[d] - x[i][d];
                after += f[i][d] * f[i][d];
                before += d < 2 ? vectors[i][d] * vectors[i][d] : 0;
            }
        }
        double scale = unitScale && after > 0 ? Math.sqrt(before / after) : 1;
        float[] flat = new float[n * dimension];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) (scale * f[i / dimension][i % dimension]);
        }
        return FieldSample.of(PointCloud.of(name, x), flat);
    }

    private double[] at(double x, double y) {
        return alpha == 0 ? new double[] {x, y} : new double[] {x, y, -alpha * alpha * (x * x + y * y)};
    }
}
