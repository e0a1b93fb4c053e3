// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.figures;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Panel.Plot;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Draws decoded behaviour beside the true one, for the first trials, and one against the other. */
public final class DecodingFigures implements FigureSource {

    private static final int TRIALS = 6;
    private static final int MOST_TARGETS = 6;

    @Override
    public List<Figure> draw(String label, Value value) {
        double[][] truth = NdArrays.rows(value.array("truth"));
        double[][] predicted = NdArrays.rows(value.array("predicted"));
        long[] trial = NdArrays.longs(value.array("trial"));
        String target = value.text("target", "behaviour");
        List<Panel> panels = new ArrayList<>();
        for (int t = 0; t < Math.min(MOST_TARGETS, truth[0].length); t++) {
            panels.add(traces(target + "[" + t + "]", Clouds.column(truth, t), Clouds.column(predicted, t), trial));
            double[][] pairs = new double[truth.length][2];
            for (int i = 0; i < pairs.length; i++) {
                pairs[i] = new double[] {truth[i][t], predicted[i][t]};
            }
            double[][] thinned = Clouds.thin(pairs);
            panels.add(new Plot("", Scale.of("true"), Scale.of("decoded"), List.of(new Series.Points("", 0, Clouds.column(thinned, 0),
                    Clouds.column(thinned, 1), Series.Marker.DISC, 2)), true));
        }
        return List.of(new Figure("decoding", label + ": decoded " + target, "Every sample is decoded from other trials than its own. Left: the first "
                + "trials one after the other.", panels, 2));
    }

    private static Panel traces(String name, double[] truth, double[] predicted, long[] trial) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> z = new ArrayList<>();
        int shown = 0;
        for (int i = 0; i < truth.length && shown <= TRIALS; i++) {
            if (i == 0 || trial[i] != trial[i - 1]) {
                shown++;
                if (shown > TRIALS) {
                    break;
                }
                x.add((double) i);
                y.add(Double.NaN);
                z.add(Double.NaN);
            }
            x.add((double) i);
            y.add(truth[i]);
            z.add(predicted[i]);
        }
        double[] at = array(x);
        return new Plot(name, Scale.of("sample"), Scale.of(name), List.of(Series.Line.of("true", -1, at, array(y)), Series.Line.of("decoded", 0, at, array(z))),
                false);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
