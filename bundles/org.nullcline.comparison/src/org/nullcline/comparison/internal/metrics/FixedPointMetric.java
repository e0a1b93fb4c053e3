// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.attractor.FixedPointDistance;
import org.nullcline.comparison.attractor.FixedPointDistance.Point;
import org.nullcline.compute.linalg.Matrix;

/** The distance between sets of fixed points by their linearised dynamics. */
public final class FixedPointMetric implements Metric {

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        return new FixedPointDistance(parameters.text("by").equals("index"), parameters.real("cutoff")).between(points(first), points(second));
    }

    private static List<Point> points(Value value) {
        FixedPoints all = FixedPoints.of(value);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < all.count(); i++) {
            points.add(new Point(Matrix.of(all.eigenvalues(i)), all.unstableDimensions(i)));
        }
        return points;
    }
}
