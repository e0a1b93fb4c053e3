// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;

/** A panel of state space with curves and points: in space from three dimensions on, in the plane below. */
final class StatePanels {

    private static final double AZIMUTH = 35;
    private static final double ELEVATION = 25;

    private StatePanels() {
    }

    /** A curve or a cloud of points (point × 3). */
    record Shape(String name, double[][] points, int colour, Series.Marker marker, double opacity) {

        static Shape curve(String name, double[][] points, int colour, double opacity) {
            return new Shape(name, points, colour, null, opacity);
        }

        static Shape cloud(String name, double[][] points, int colour, Series.Marker marker) {
            return new Shape(name, points, colour, marker, 1);
        }

        boolean isCurve() {
            return marker == null;
        }
    }

    static Panel panel(String title, Principal principal, List<Shape> shapes) {
        if (principal.shown() == 3) {
            return new Panel.Space(title, principal.labels(),
                    shapes.stream().filter(Shape::isCurve).map(s -> new Panel.Curve(s.name(), s.points(), s.colour(), s.opacity())).toList(),
                    shapes.stream().filter(s -> !s.isCurve()).map(s -> new Panel.Cloud(s.name(), s.points(), s.colour(), s.marker())).toList(), AZIMUTH,
                    ELEVATION);
        }
        boolean line = principal.shown() == 1;
        List<Series> series = new ArrayList<>();
        for (Shape shape : shapes) {
            double[] first = column(shape.points(), 0);
            double[] x = line ? index(first.length) : first;
            double[] y = line ? first : column(shape.points(), 1);
            // On a line there is no place for a point but a level.
            if (shape.isCurve()) {
                series.add(new Series.Line(shape.name(), shape.colour(), x, y, 1, false));
            } else if (line) {
                Arrays.stream(first).forEach(level -> series.add(new Series.Reference(shape.name(), shape.colour(), level, false)));
            } else {
                series.add(new Series.Points(shape.name(), shape.colour(), x, y, shape.marker(), 7));
            }
        }
        return line ? new Panel.Plot(title, Panel.Scale.of("time bin"), Panel.Scale.of(principal.labels().getFirst()), series, false)
                : new Panel.Plot(title, Panel.Scale.of(principal.labels().getFirst()), Panel.Scale.of(principal.labels().get(1)), series, true);
    }

    static double[] column(double[][] points, int column) {
        return Arrays.stream(points).mapToDouble(p -> p[column]).toArray();
    }

    private static double[] index(int length) {
        double[] index = new double[length];
        Arrays.setAll(index, i -> i);
        return index;
    }
}
