// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.dynamics.internal.steps.ContinuationStep;

/** A bifurcation diagram: branches of fixed points over the parameter, stable ones solid, others dashed, with the special points. */
public final class BranchFigures implements FigureSource {

    private static final int MOST_ROWS = 60;
    private static final Map<String, Series.Marker> MARKERS = Map.of("fold", Series.Marker.SQUARE, "branch point", Series.Marker.DIAMOND, "Hopf", Series.Marker.DISC,
            "period doubling", Series.Marker.TRIANGLE, "Neimark–Sacker", Series.Marker.CIRCLE);

    /** Points of a branch with the same number of unstable dimensions. */
    private record Run(int unstable, int first, int last) {
    }

    @Override
    public List<Figure> draw(String label, Value value) {
        String parameter = value.text(ContinuationStep.PARAMETER, "parameter");
        List<Figure> figures = new ArrayList<>();
        Matrix states = Matrix.of(value.array(ContinuationStep.STATE));
        if (states.rows() == 0) {
            return List.of();
        }
        Principal principal = Principal.of(states);
        double[][] shown = principal.points(states);
        double[][] special = special(value, principal);
        List<Run> runs = runs(value);
        List<Panel> panels = new ArrayList<>();
        for (int axis = 0; axis < principal.shown(); axis++) {
            panels.add(panel(value, parameter, principal.labels().get(axis), runs, StatePanels.column(shown, axis), StatePanels.column(special, axis)));
        }
        figures.add(new Figure("branches", label + ": fixed points over " + parameter,
                "Branches of fixed points, solid where they are stable, dashed where they are not; markers where that changes or branches meet.", panels, 2));
        List<String> events = value.texts(ContinuationStep.SPECIAL_EVENTS);
        if (!events.isEmpty()) {
            double[] at = NdArrays.doubles(value.array(ContinuationStep.SPECIAL_PARAMETER));
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST_ROWS, at.length); i++) {
                rows.add(List.of(events.get(i), String.format(Locale.ROOT, "%.6g", at[i])));
            }
            figures.add(Figure.of("special-points", label + ": special points", "", new Panel.Table("", List.of("event", parameter), rows)));
        }
        return figures;
    }

    private static double[][] special(Value value, Principal principal) {
        boolean none = value.texts(ContinuationStep.SPECIAL_EVENTS).isEmpty();
        return none ? new double[0][3] : principal.points(Matrix.of(value.array(ContinuationStep.SPECIAL_STATE)));
    }

    private static List<Run> runs(Value value) {
        long[] offsets = NdArrays.longs(value.array(ContinuationStep.OFFSETS));
        long[] unstable = NdArrays.longs(value.array(ContinuationStep.UNSTABLE));
        List<Run> runs = new ArrayList<>();
        for (int b = 0; b + 1 < offsets.length; b++) {
            int first = (int) offsets[b];
            for (int k = first + 1; k <= offsets[b + 1]; k++) {
                if (k == offsets[b + 1] || unstable[k] != unstable[first]) {
                    // One point of the next run, so that the curve has no gap.
                    runs.add(new Run((int) unstable[first], first, Math.min(k, (int) offsets[b + 1] - 1)));
                    first = k;
                }
            }
        }
        return runs;
    }

    private static Panel panel(Value value, String parameter, String axis, List<Run> runs, double[] y, double[] specialY) {
        double[] x = NdArrays.doubles(value.array(ContinuationStep.PARAMETER));
        List<Series> series = new ArrayList<>();
        Map<Integer, List<Run>> byStability = new TreeMap<>();
        runs.forEach(run -> byStability.computeIfAbsent(run.unstable, unstable -> new ArrayList<>()).add(run));
        byStability.forEach((unstable, parts) -> series.add(new Series.Line(unstable == 0 ? "stable" : unstable + " unstable", unstable % 7, broken(x, parts), broken(y, parts),
                unstable == 0 ? 2 : 1.3, unstable > 0)));
        List<String> events = value.texts(ContinuationStep.SPECIAL_EVENTS);
        Map<String, List<double[]>> groups = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            groups.computeIfAbsent(events.get(i), event -> new ArrayList<>()).add(new double[] {NdArrays.doubles(value.array(ContinuationStep.SPECIAL_PARAMETER))[i], specialY[i]});
        }
        groups.forEach((event, points) -> {
            double[][] group = points.toArray(double[][]::new);
            series.add(new Series.Points(event, -1, StatePanels.column(group, 0), StatePanels.column(group, 1), MARKERS.getOrDefault(event, Series.Marker.CROSS), 8));
        });
        return new Panel.Plot("", Panel.Scale.of(parameter), Panel.Scale.of(axis), series, false);
    }

    /** The values of several stretches, with a break behind each. */
    private static double[] broken(double[] values, List<Run> runs) {
        return runs.stream().flatMapToDouble(run -> DoubleStream.concat(Arrays.stream(values, run.first, run.last + 1), DoubleStream.of(Double.NaN))).toArray();
    }
}
