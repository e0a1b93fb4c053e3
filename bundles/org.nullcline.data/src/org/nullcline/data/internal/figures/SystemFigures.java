// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** A simulated system: its attractor. */
public final class SystemFigures implements FigureSource {

    private static final String ATTRACTOR = "attractor";

    @Override
    public List<Figure> draw(String label, Value value) {
        if (!value.has(ATTRACTOR)) {
            return List.of();
        }
        double[][] states = NdArrays.rows(value.array(ATTRACTOR));
        String caption = value.text("name", "The system") + " over 40 dominant periods" + (states[0].length > 3 ? ", first three coordinates." : ".");
        return List.of(Figure.of("attractor", label + ": attractor", caption, panel(states)));
    }

    private static Panel panel(double[][] states) {
        if (states[0].length >= 3) {
            double[][] points = Arrays.stream(states).map(s -> new double[] {s[0], s[1], s[2]}).toArray(double[][]::new);
            return new Panel.Space("", List.of("x1", "x2", "x3"), List.of(new Panel.Curve("", points, 0, 0.7)), List.of(), 40, 20);
        }
        double[] first = Arrays.stream(states).mapToDouble(s -> s[0]).toArray();
        boolean plane = states[0].length == 2;
        double[] x = plane ? first : IntStream.range(0, first.length).mapToDouble(i -> i).toArray();
        double[] y = plane ? Arrays.stream(states).mapToDouble(s -> s[1]).toArray() : first;
        return new Panel.Plot("", Scale.of(plane ? "x1" : "time (hundredths of a period)"), Scale.of(plane ? "x2" : "x1"), List.of(Series.Line.of("", 0, x, y)),
                false);
    }
}
