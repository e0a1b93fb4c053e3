// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;

/** One figure with every kind of panel and series. */
final class SampleFigures {

    private SampleFigures() {
    }

    static Figure everything() {
        double[] x = IntStream.range(0, 200).mapToDouble(i -> i / 10.0).toArray();
        double[] sine = Arrays.stream(x).map(Math::sin).toArray();
        double[] low = Arrays.stream(sine).map(v -> v - 0.2).toArray();
        double[] high = Arrays.stream(sine).map(v -> v + 0.2).toArray();
        double[] broken = sine.clone();
        broken[50] = Double.NaN;
        double[] loss = Arrays.stream(x).map(v -> Math.exp(-v)).toArray();
        Panel plane = new Panel.Plot("Lines & <marks>", Panel.Scale.of("time (s)"), Panel.Scale.of("rate (spikes/s)"),
                List.of(new Series.Band("± s.d.", 0, x, low, high), Series.Line.of("sine", 0, x, broken),
                        new Series.Points("samples", 1, new double[] {1, 5, 9}, new double[] {0.5, -0.5, Double.NaN}, Series.Marker.DIAMOND, 7),
                        new Series.Reference("", -1, 0, false), new Series.Bars("bars", 2, new double[] {3, 4}, new double[] {0.4, 0.7}, new double[] {0.1, 0.2}, 0.8)),
                false);
        Panel logarithmic = new Panel.Plot("Loss", Panel.Scale.of("epoch"), Panel.Scale.log("loss (nats)"), List.of(Series.Line.of("train", 1, x, loss)), false);
        double angle = 2 * Math.PI / 60;
        double[] circle = IntStream.rangeClosed(0, 60).mapToDouble(i -> Math.cos(i * angle)).toArray();
        double[] circleY = IntStream.rangeClosed(0, 60).mapToDouble(i -> Math.sin(i * angle)).toArray();
        Panel spectrum = new Panel.Plot("Spectrum", Panel.Scale.of("real part"), Panel.Scale.of("imaginary part"),
                List.of(new Series.Line("unit circle", -1, circle, circleY, 1, true), new Series.Arrows("flow", 3, new double[] {0}, new double[] {0}, new double[] {0.5}, new double[] {0.5})),
                true);
        double[][] matrix = {{0, 0.31, 0.8}, {0.31, 0, 0.52}, {0.8, 0.52, Double.NaN}};
        Panel heat = new Panel.HeatMap("DSA", List.of("GRU", "NODE", "truth"), List.of("GRU", "NODE", "truth"), matrix, "angle (rad)", false, true);
        double[][] spiral = IntStream.range(0, 400).mapToObj(i -> new double[] {Math.cos(i / 10.0), Math.sin(i / 10.0), i / 100.0}).toArray(double[][]::new);
        Panel space = new Panel.Space("Latent states", List.of("z1", "z2", "z3"), List.of(new Panel.Curve("trial", spiral, 0, 0.8)),
                List.of(new Panel.Cloud("fixed point", new double[][] {{0, 0, 2}}, 1, Series.Marker.CROSS)), 35, 25);
        Panel table = new Panel.Table("Scores", List.of("model", "R²"), List.of(List.of("GRU", "0.51"), List.of("NODE", "0.91")));
        return new Figure("everything", "All marks", "Drawn for tests.", List.of(plane, logarithmic, spectrum, heat, space, table), 2);
    }
}
