// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Panel.Cloud;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Panel.Space;
import org.nullcline.api.figure.Series;
import org.nullcline.api.figure.Series.Marker;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.SymmetricEigen;

/** Groups of points as panels. */
final class Clouds {

    /** Points that are drawn of one group; of more, every so many-th is. */
    private static final int MOST = 3000;
    private static final double POINT_SIZE = 3;
    /** So few points are drawn larger. */
    private static final int FEW = 200;
    private static final double LARGE_POINT = 7;

    private Clouds() {
    }

    /** Principal components of points with more than three dimensions; others as they are. */
    static double[][] atMostThree(double[][] points) {
        if (points.length == 0 || points[0].length <= 3) {
            return points;
        }
        Matrix centred = Matrix.of(points).centreColumns();
        Matrix axes = SymmetricEigen.of(centred.gram()).vectors().columns(0, 3);
        return centred.times(axes).toRows();
    }

    /** A scatter of groups in one, two or three dimensions. */
    static Panel scatter(String title, double[][] points, long[] group, List<String> names, List<String> axes) {
        int dimension = points[0].length;
        List<Cloud> clouds = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            double[][] members = thin(members(points, group, g));
            if (dimension >= 3) {
                clouds.add(new Cloud(names.get(g), members, g, Marker.DISC));
            } else {
                double[] x = column(members, 0);
                double[] y = dimension == 2 ? column(members, 1) : jitter(members.length, g);
                series.add(new Series.Points(names.get(g), g, x, y, Marker.DISC, points.length <= FEW ? LARGE_POINT : POINT_SIZE));
            }
        }
        if (dimension >= 3) {
            return new Space(title, axes, List.of(), clouds, 45, 25);
        }
        return new Panel.Plot(title, Scale.of(axes.get(0)), Scale.of(dimension == 2 ? axes.get(1) : "condition"), series, dimension == 2);
    }

    private static double[] jitter(int n, int group) {
        double[] y = new double[n];
        Arrays.fill(y, group);
        return y;
    }

    static double[][] members(double[][] points, long[] group, int g) {
        List<double[]> members = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (group[i] == g) {
                members.add(points[i]);
            }
        }
        return members.toArray(double[][]::new);
    }

    static double[][] thin(double[][] points) {
        int step = (points.length + MOST - 1) / MOST;
        if (step <= 1) {
            return points;
        }
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < points.length; i += step) {
            kept.add(points[i]);
        }
        return kept.toArray(double[][]::new);
    }

    static double[] column(double[][] rows, int c) {
        double[] column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = rows[i][c];
        }
        return column;
    }
}
