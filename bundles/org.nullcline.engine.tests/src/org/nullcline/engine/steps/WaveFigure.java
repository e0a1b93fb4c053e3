// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.steps;

import java.util.Arrays;
import java.util.List;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Draws what {@link PicturedStep} makes. */
public final class WaveFigure implements FigureSource {

    @Override
    public List<Figure> draw(String label, Value value) {
        double[] wave = NdArrays.doubles(value.array("wave"));
        double[] time = new double[wave.length];
        Arrays.setAll(time, t -> t);
        return List.of(Figure.of("wave", label, "", new Panel.Plot("", Panel.Scale.of("time"), Panel.Scale.of("wave"), List.of(Series.Line.of("", 0, time, wave)), false)));
    }
}
