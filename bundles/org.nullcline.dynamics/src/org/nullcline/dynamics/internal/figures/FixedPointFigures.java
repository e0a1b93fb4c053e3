// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.dynamics.internal.steps.FixedPointsStep;

/** Fixed points in the state space with trajectories, their spectra, and a table. */
public final class FixedPointFigures implements FigureSource {

    private static final int CIRCLE_POINTS = 200;
    private static final int MOST_SPECTRA = 12;
    private static final int MOST_ROWS = 40;

    @Override
    public List<Figure> draw(String label, Value value) {
        FixedPoints points = FixedPoints.of(value);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("fixed-points", label + ": fixed points", "Fixed points by number of unstable dimensions"
                + (value.has(FixedPointsStep.BACKGROUND) ? ", with trajectories of one natural duration" : "") + ".", space(points)));
        if (points.count() > 0) {
            figures.add(Figure.of("spectra", label + ": eigenvalues", points.continuous()
                    ? "Eigenvalues of the Jacobian of the flow; right of the dashed line deviations grow."
                    : "Eigenvalues of the Jacobian of the map; outside the unit circle deviations grow.", spectra(points)));
            figures.add(Figure.of("fixed-point-table", label + ": fixed points", "Speed is q = ½‖F‖².", table(points)));
        }
        return figures;
    }

    private static Panel space(FixedPoints points) {
        Value value = points.value();
        boolean background = value.has(FixedPointsStep.BACKGROUND);
        int n = value.named(FixedPoints.STATE).size(1);
        Matrix states = points.count() == 0 ? new Matrix(0, n) : Matrix.of(value.array(FixedPoints.STATE));
        Matrix around = background ? Matrix.of(value.array(FixedPointsStep.BACKGROUND)) : states;
        Principal principal = Principal.of(around.rows() == 0 ? new Matrix(1, n) : around);
        List<StatePanels.Shape> shapes = new ArrayList<>();
        if (background) {
            long[] offsets = NdArrays.longs(value.array(FixedPointsStep.BACKGROUND_TRIALS));
            double[][] all = principal.points(around);
            for (int i = 0; i + 1 < offsets.length; i++) {
                double[][] part = Arrays.copyOfRange(all, (int) offsets[i], (int) offsets[i + 1]);
                shapes.add(StatePanels.Shape.curve("trajectories", part, 7, 0.6));
            }
        }
        Map<Integer, List<double[]>> groups = new TreeMap<>();
        double[][] shown = principal.points(states);
        for (int p = 0; p < points.count(); p++) {
            groups.computeIfAbsent(points.unstableDimensions(p), k -> new ArrayList<>()).add(shown[p]);
        }
        groups.forEach((unstable, group) -> shapes.add(StatePanels.Shape.cloud(unstable == 0 ? "stable" : unstable + " unstable", group.toArray(double[][]::new),
                unstable % 7, unstable == 0 ? Series.Marker.DISC : Series.Marker.DIAMOND)));
        return StatePanels.panel("", principal, shapes);
    }

    private static Panel spectra(FixedPoints points) {
        List<Series> series = new ArrayList<>();
        if (points.continuous()) {
            series.add(new Series.Reference("", -1, 0, true));
        } else {
            double[] x = new double[CIRCLE_POINTS + 1];
            double[] y = new double[CIRCLE_POINTS + 1];
            for (int i = 0; i <= CIRCLE_POINTS; i++) {
                x[i] = Math.cos(2 * Math.PI * i / CIRCLE_POINTS);
                y[i] = Math.sin(2 * Math.PI * i / CIRCLE_POINTS);
            }
            series.add(new Series.Line("", -1, x, y, 1, true));
        }
        for (int p = 0; p < Math.min(MOST_SPECTRA, points.count()); p++) {
            double[][] l = points.eigenvalues(p);
            series.add(new Series.Points("point " + (p + 1), p, StatePanels.column(l, 0), StatePanels.column(l, 1), Series.Marker.CIRCLE, 7));
        }
        return new Panel.Plot("", Panel.Scale.of("real part"), Panel.Scale.of("imaginary part"), series, true);
    }

    private static Panel table(FixedPoints points) {
        double[] speed = NdArrays.doubles(points.value().array(FixedPoints.SPEED));
        long[] starts = points.value().has(FixedPointsStep.STARTS) ? NdArrays.longs(points.value().array(FixedPointsStep.STARTS)) : null;
        List<List<String>> rows = new ArrayList<>();
        for (int p = 0; p < Math.min(MOST_ROWS, points.count()); p++) {
            double[] leading = points.eigenvalues(p)[0];
            rows.add(List.of(Integer.toString(p + 1), format(speed[p]), points.stable(p) ? "stable" : points.unstableDimensions(p) + " unstable",
                    format(leading[0]) + (leading[1] == 0 ? "" : " ± " + format(Math.abs(leading[1])) + "i"), starts == null ? "" : Long.toString(starts[p])));
        }
        return new Panel.Table("", List.of("point", "speed", "stability", "leading eigenvalue", "starts"), rows);
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
