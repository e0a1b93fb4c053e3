// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.figures;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.Operators;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;

/** The spectrum of an operator with the unit circle, and the singular values of its embedding. */
public final class OperatorFigure implements FigureSource {

    private static final int CIRCLE = 181;

    @Override
    public List<Figure> draw(String label, Value value) {
        Matrix spectrum = Operators.spectrum(value);
        double[] cos = new double[CIRCLE];
        double[] sin = new double[CIRCLE];
        for (int i = 0; i < CIRCLE; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / (CIRCLE - 1));
            sin[i] = Math.sin(2 * Math.PI * i / (CIRCLE - 1));
        }
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel.Plot("Eigenvalues", Panel.Scale.of("real part"), Panel.Scale.of("imaginary part"),
                List.of(new Series.Line("unit circle", -1, cos, sin, 1, true),
                        new Series.Points("eigenvalues", 0, spectrum.column(0), spectrum.column(1), Series.Marker.DISC, 6)), true));
        String caption = "Eigenvalues inside the unit circle decay, their angle is the rotation per step.";
        if (value.has(Operators.SINGULAR_VALUES)) {
            double[] s = NdArrays.doubles(value.array(Operators.SINGULAR_VALUES));
            int rank = (int) value.number("rank", s.length);
            panels.add(new Panel.Plot("Singular values", Panel.Scale.of("direction"), Panel.Scale.log("singular value"),
                    List.of(points("kept", 0, s, 0, rank), points("left out", 1, s, rank, s.length)), false));
            caption += " Right: singular values of the delay embedding; the operator keeps " + rank + " of " + s.length + ".";
        }
        return List.of(new Figure("operator", label, caption, panels, 2));
    }

    /** Zeros have no place on a logarithmic scale. */
    private static Series points(String name, int colour, double[] s, int from, int to) {
        int count = from;
        while (count < to && s[count] > 0) {
            count++;
        }
        double[] x = new double[Math.max(0, count - from)];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = from + i + 1;
            y[i] = s[from + i];
        }
        return new Series.Points(name, colour, x, y, Series.Marker.DISC, 5);
    }
}
