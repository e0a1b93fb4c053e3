// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.drawing;

import java.util.Arrays;
import java.util.List;

import org.nullcline.api.figure.Panel.Cloud;
import org.nullcline.api.figure.Panel.Curve;
import org.nullcline.api.figure.Panel.Space;

/**
 * Orthographic projection of a box of data onto the plane of the paper. Each axis is scaled to the same length first, so that trajectories fill
 * the view whatever their units.
 */
public final class Projection {

    private final double[] low = new double[3];
    private final double[] high = new double[3];
    private final double cosAzimuth;
    private final double sinAzimuth;
    private final double cosElevation;
    private final double sinElevation;

    /** The projection that shows all of a panel from its own viewing angle. */
    public static Projection of(Space space) {
        return of(space, space.azimuth(), space.elevation());
    }

    /** The projection that shows all of a panel from another viewing angle, in degrees. */
    public static Projection of(Space space, double azimuth, double elevation) {
        return new Projection(space.curves(), space.points(), azimuth, elevation);
    }

    private Projection(List<Curve> curves, List<Cloud> points, double azimuth, double elevation) {
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        curves.forEach(c -> include(c.points()));
        points.forEach(c -> include(c.points()));
        for (int axis = 0; axis < 3; axis++) {
            if (low[axis] > high[axis]) {
                low[axis] = -1;
                high[axis] = 1;
            } else if (low[axis] == high[axis]) {
                low[axis] -= 1;
                high[axis] += 1;
            }
        }
        cosAzimuth = Math.cos(Math.toRadians(azimuth));
        sinAzimuth = Math.sin(Math.toRadians(azimuth));
        cosElevation = Math.cos(Math.toRadians(elevation));
        sinElevation = Math.sin(Math.toRadians(elevation));
    }

    private void include(double[][] points) {
        for (double[] point : points) {
            for (int axis = 0; axis < 3; axis++) {
                if (Double.isFinite(point[axis])) {
                    low[axis] = Math.min(low[axis], point[axis]);
                    high[axis] = Math.max(high[axis], point[axis]);
                }
            }
        }
    }

    /** Lower end of the data along an axis. */
    public double low(int axis) {
        return low[axis];
    }

    /** Upper end of the data along an axis. */
    public double high(int axis) {
        return high[axis];
    }

    /**
     * Projects a point.
     *
     * @param point three coordinates in data units
     * @return to the right, upwards, and towards the viewer; the whole box lies within ±√3
     */
    public double[] project(double[] point) {
        double x = 2 * (point[0] - low[0]) / (high[0] - low[0]) - 1;
        double y = 2 * (point[1] - low[1]) / (high[1] - low[1]) - 1;
        double z = 2 * (point[2] - low[2]) / (high[2] - low[2]) - 1;
        double right = -sinAzimuth * x + cosAzimuth * y;
        double forward = cosAzimuth * x + sinAzimuth * y;
        return new double[] {right, cosElevation * z - sinElevation * forward, cosElevation * forward + sinElevation * z};
    }
}
