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
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Draws a neighbour graph and how many neighbours its points have. */
public final class GraphFigures implements FigureSource {

    private static final int MOST_EDGES = 6000;

    @Override
    public List<Figure> draw(String label, Value value) {
        double[][] points = Clouds.atMostThree(NdArrays.rows(value.array("points")));
        long[] edges = NdArrays.longs(value.array("edges"));
        long[] degree = NdArrays.longs(value.array("degree"));
        List<Panel> panels = new ArrayList<>();
        if (points.length > 0 && points[0].length >= 2 && edges.length / 4 <= MOST_EDGES) {
            panels.add(points[0].length == 2 ? plane(points, edges) : space(points, edges));
        }
        panels.add(degrees(degree));
        return List.of(new Figure("neighbour-graph", label + ": neighbour graph", points.length + " points, " + edges.length / 4 + " pairs of neighbours.",
                panels, 2));
    }

    private static Panel plane(double[][] points, long[] edges) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int e = 0; e < edges.length; e += 2) {
            if (edges[e] < edges[e + 1]) {
                for (long end : new long[] {edges[e], edges[e + 1]}) {
                    x.add(points[(int) end][0]);
                    y.add(points[(int) end][1]);
                }
                x.add(Double.NaN);
                y.add(Double.NaN);
            }
        }
        double[] xs = x.stream().mapToDouble(Double::doubleValue).toArray();
        double[] ys = y.stream().mapToDouble(Double::doubleValue).toArray();
        return new Plot("", Scale.of("x 1"), Scale.of("x 2"), List.of(new Series.Line("", 0, xs, ys, 0.5, false)), true);
    }

    private static Panel space(double[][] points, long[] edges) {
        List<Curve> curves = new ArrayList<>();
        for (int e = 0; e < edges.length; e += 2) {
            if (edges[e] < edges[e + 1]) {
                curves.add(new Curve("", new double[][] {points[(int) edges[e]], points[(int) edges[e + 1]]}, 0, 0.4));
            }
        }
        return new Space("", List.of("x 1", "x 2", "x 3"), curves, List.of(), 45, 25);
    }

    private static Panel degrees(long[] degree) {
        int most = (int) IntStream.range(0, degree.length).mapToLong(i -> degree[i]).max().orElse(0);
        double[] x = IntStream.rangeClosed(0, most).asDoubleStream().toArray();
        double[] count = new double[most + 1];
        for (long d : degree) {
            count[(int) d]++;
        }
        return new Plot("", Scale.of("neighbours"), Scale.of("points"), List.of(new Series.Bars("", 0, x, count, null, 0.9)), false);
    }
}
