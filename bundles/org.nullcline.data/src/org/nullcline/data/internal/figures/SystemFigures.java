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
        boolean map = value.text("family", "flow").equals("map");
        String caption = value.text("name", "The system") + (map ? " over " + states.length + " iterations" : " over 40 dominant periods")
                + (states[0].length > 3 ? ", first three coordinates." : ".");
        return List.of(Figure.of("attractor", label + ": attractor", caption, map ? iterations(states) : panel(states)));
    }

    /** The points of a map; of one variable each beside the one before it. */
    private static Panel iterations(double[][] states) {
        boolean plane = states[0].length > 1;
        double[][] shown = plane ? states : Arrays.copyOfRange(states, 1, states.length);
        double[] x = plane ? Arrays.stream(states).mapToDouble(s -> s[0]).toArray()
                : Arrays.stream(states, 0, states.length - 1).mapToDouble(s -> s[0]).toArray();
        double[] y = Arrays.stream(shown).mapToDouble(s -> s[plane ? 1 : 0]).toArray();
        return new Panel.Plot("", Scale.of(plane ? "x1" : "x"), Scale.of(plane ? "x2" : "next x"), List.of(new Series.Points("", 0, x, y, Series.Marker.DISC, 1.5)), false);
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
