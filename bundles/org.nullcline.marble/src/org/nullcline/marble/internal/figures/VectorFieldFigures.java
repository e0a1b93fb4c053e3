// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Panel.Curve;
import org.nullcline.api.figure.Panel.Plot;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Panel.Space;
import org.nullcline.api.figure.Series;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Value;
import org.nullcline.marble.field.Conditions;
import org.nullcline.marble.field.Conditions.Grouping;
import org.nullcline.marble.field.FieldSample;

/** Draws vector fields, one panel for each condition. */
public final class VectorFieldFigures implements FigureSource {

    private static final int MOST_PANELS = 12;
    private static final int MOST_ARROWS = 500;
    private static final int COLUMNS = 4;
    /** Length of the longest arrow as a fraction of the extent of the points. */
    private static final double LENGTH = 0.08;

    @Override
    public List<Figure> draw(String label, Value value) {
        List<FieldSample> samples = Conditions.of(List.of(new Item(label, value)), Grouping.AUTO).samples();
        if (samples.getFirst().points().dimension() < 2 || samples.getFirst().components() < 2) {
            return List.of();
        }
        int step = (samples.size() + MOST_PANELS - 1) / MOST_PANELS;
        List<Panel> panels = IntStream.range(0, samples.size()).filter(c -> c % step == 0).mapToObj(c -> panel(samples.get(c), c)).toList();
        String caption = "Velocities at a sample of the points; arrows are scaled within each panel."
                + (samples.getFirst().points().dimension() > 3 ? " The first three dimensions are drawn." : "");
        return List.of(new Figure("vector-field", label + ": vector fields", caption, panels, Math.min(COLUMNS, panels.size())));
    }

    private static Panel panel(FieldSample sample, int colour) {
        int n = sample.count();
        int stride = (n + MOST_ARROWS - 1) / MOST_ARROWS;
        int dimension = Math.min(3, Math.min(sample.points().dimension(), sample.components()));
        List<double[]> from = new ArrayList<>();
        List<double[]> by = new ArrayList<>();
        double longest = 0;
        double extent = extent(sample, dimension);
        for (int i = 0; i < n; i += stride) {
            double[] x = new double[dimension];
            double[] v = new double[dimension];
            double square = 0;
            for (int d = 0; d < dimension; d++) {
                x[d] = sample.points().get(i, d);
                v[d] = sample.vectors()[i * sample.components() + d];
                square += v[d] * v[d];
            }
            longest = Math.max(longest, Math.sqrt(square));
            from.add(x);
            by.add(v);
        }
        double scale = longest > 0 ? LENGTH * extent / longest : 0;
        return dimension == 2 ? plane(sample.name(), colour, from, by, scale) : space(sample.name(), colour, from, by, scale);
    }

    private static double extent(FieldSample sample, int dimension) {
        double extent = 0;
        for (int d = 0; d < dimension; d++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < sample.count(); i++) {
                low = Math.min(low, sample.points().get(i, d));
                high = Math.max(high, sample.points().get(i, d));
            }
            extent = Math.max(extent, high - low);
        }
        return extent;
    }

    private static Panel plane(String title, int colour, List<double[]> from, List<double[]> by, double scale) {
        int n = from.size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] dx = new double[n];
        double[] dy = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = from.get(i)[0];
            y[i] = from.get(i)[1];
            dx[i] = scale * by.get(i)[0];
            dy[i] = scale * by.get(i)[1];
        }
        return new Plot(title, Scale.of("x 1"), Scale.of("x 2"), List.of(new Series.Arrows("", colour, x, y, dx, dy)), true);
    }

    private static Panel space(String title, int colour, List<double[]> from, List<double[]> by, double scale) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            double[] end = new double[3];
            for (int d = 0; d < 3; d++) {
                end[d] = from.get(i)[d] + scale * by.get(i)[d];
            }
            curves.add(new Curve(title, new double[][] {from.get(i), end}, colour, 0.8));
        }
        return new Space(title, List.of("x 1", "x 2", "x 3"), curves, List.of(), 45, 25);
    }
}
