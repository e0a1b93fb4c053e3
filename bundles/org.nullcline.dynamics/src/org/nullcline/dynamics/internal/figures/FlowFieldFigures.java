// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.figures;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.dynamics.internal.steps.FlowFieldStep;

/** A flow field as arrows, with its nullclines. */
public final class FlowFieldFigures implements FigureSource {

    /** Arrows per axis; more would overlap. */
    private static final int ARROWS = 21;

    @Override
    public List<Figure> draw(String label, Value value) {
        double[] x = NdArrays.doubles(value.array(FlowFieldStep.X));
        double[] y = NdArrays.doubles(value.array(FlowFieldStep.Y));
        double[] field = NdArrays.doubles(value.array(FlowFieldStep.FIELD));
        int everyX = Math.max(1, (x.length - 1) / (ARROWS - 1));
        int everyY = Math.max(1, (y.length - 1) / (ARROWS - 1));
        // The longest arrow spans the distance of two arrows; lengths go with the square root of the speed, so that slow regions stay visible.
        double cellX = everyX * (x[x.length - 1] - x[0]) / (x.length - 1);
        double cellY = everyY * (y[y.length - 1] - y[0]) / (y.length - 1);
        double fastest = 0;
        for (int i = 0; i < field.length; i += 2) {
            fastest = Math.max(fastest, Math.hypot(field[i] / cellX, field[i + 1] / cellY));
        }
        List<double[]> arrows = new ArrayList<>();
        for (int j = 0; j < y.length; j += everyY) {
            for (int i = 0; i < x.length; i += everyX) {
                double dx = field[(j * x.length + i) * 2] / cellX;
                double dy = field[(j * x.length + i) * 2 + 1] / cellY;
                double speed = Math.hypot(dx, dy);
                double scale = speed > 0 ? 0.9 * Math.sqrt(speed / fastest) / speed : 0;
                arrows.add(new double[] {x[i], y[j], dx * scale * cellX, dy * scale * cellY});
            }
        }
        double[][] a = arrows.toArray(double[][]::new);
        List<Series> series = new ArrayList<>();
        series.add(new Series.Arrows("flow", 7, StatePanels.column(a, 0), StatePanels.column(a, 1), StatePanels.column(a, 2), StatePanels.column(a, 3)));
        int horizontal = (int) value.number("horizontal", 0);
        int vertical = (int) value.number("vertical", 1);
        nullcline(series, value, FlowFieldStep.HORIZONTAL_NULLCLINE, "z" + (horizontal + 1) + " nullcline", 0);
        nullcline(series, value, FlowFieldStep.VERTICAL_NULLCLINE, "z" + (vertical + 1) + " nullcline", 1);
        Panel plot = new Panel.Plot("", Panel.Scale.of("z" + (horizontal + 1), x[0], x[x.length - 1]),
                Panel.Scale.of("z" + (vertical + 1), y[0], y[y.length - 1]), series, false);
        return List.of(Figure.of("flow-field", label + ": flow field", "On a nullcline one component of the flow vanishes; the other variables stay at the"
                + " origin of the plane. Arrow lengths go with the square root of the speed.", plot));
    }

    private static void nullcline(List<Series> series, Value value, String array, String name, int colour) {
        if (value.has(array)) {
            Matrix points = Matrix.of(value.array(array));
            series.add(new Series.Line(name, colour, points.column(0), points.column(1), 2, false));
        }
    }
}
