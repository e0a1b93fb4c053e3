// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.figures;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.data.inputs.SpikeTimes;

/** Spike times: a raster with the beginnings of trials. */
public final class SpikeTimesFigures implements FigureSource {

    private static final int SHOWN_SPIKES = 20_000;
    private static final int SHOWN_TRIALS = 100;

    @Override
    public List<Figure> draw(String label, Value value) {
        SpikeTimes spikes = SpikeTimes.of(value);
        double[] times = spikes.times();
        long[] offsets = spikes.offsets();
        int stride = 1 + times.length / SHOWN_SPIKES;
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int unit = 0; unit < spikes.units(); unit++) {
            for (int i = (int) offsets[unit]; i < offsets[unit + 1]; i += stride) {
                x.add(times[i]);
                y.add((double) unit);
            }
        }
        List<Series> series = new ArrayList<>();
        double[][] intervals = spikes.intervals();
        for (int i = 0; i < Math.min(SHOWN_TRIALS, intervals.length); i++) {
            series.add(new Series.Reference(i == 0 ? "start of a trial" : "", 1, intervals[i][0], true));
        }
        series.add(new Series.Points("", -1, plain(x), plain(y), Series.Marker.SQUARE, 1.5));
        String caption = times.length + " spikes of " + spikes.units() + " units" + (stride > 1 ? ", every " + stride + "th shown." : ".");
        return List.of(Figure.of("raster", label + ": spikes", caption, new Panel.Plot("", Scale.of("time (s)"), Scale.of("unit"), series, false)));
    }

    private static double[] plain(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
