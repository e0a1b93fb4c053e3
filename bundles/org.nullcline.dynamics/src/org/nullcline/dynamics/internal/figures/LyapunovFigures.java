// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.dynamics.internal.steps.LyapunovStep;

/** A Lyapunov spectrum and how its estimates settled. */
public final class LyapunovFigures implements FigureSource {

    private static final int MOST_CURVES = 8;

    @Override
    public List<Figure> draw(String label, Value value) {
        double[] spectrum = NdArrays.doubles(value.array(LyapunovStep.SPECTRUM));
        double[] error = NdArrays.doubles(value.array(LyapunovStep.ERROR));
        Matrix curve = Matrix.of(value.array(LyapunovStep.CURVE));
        double[] times = NdArrays.doubles(value.array(LyapunovStep.TIMES));
        List<Series> running = new ArrayList<>();
        for (int k = 0; k < Math.min(MOST_CURVES, curve.columns()); k++) {
            running.add(Series.Line.of("λ" + (k + 1), k, times, curve.column(k)));
        }
        double[] index = new double[spectrum.length];
        Arrays.setAll(index, i -> i + 1);
        List<Series> bars = List.of(new Series.Bars("", 0, index, spectrum, error, 0.7), new Series.Reference("", -1, 0, false));
        String caption = String.format(Locale.ROOT, "Kaplan–Yorke dimension %.4f; the exponents sum to %.4f, the mean divergence is %.4f.",
                value.number("kaplanYorke", Double.NaN), value.number("sum", Double.NaN), value.number("sumDivergence", Double.NaN));
        return List.of(new Figure("lyapunov", label + ": Lyapunov spectrum", caption, List.of(
                new Panel.Plot("Exponents", Panel.Scale.of("index"), Panel.Scale.of("λ [1/time]"), bars, false),
                new Panel.Plot("Running estimates", Panel.Scale.of("time"), Panel.Scale.of("λ [1/time]"), running, false)), 2));
    }
}
