// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.dynamics.internal.steps.Examples;

/** Latent trajectories in space, and rates beside spikes for a few channels. */
public final class TrajectoryFigures implements FigureSource {

    private static final int MOST_TRIALS = 60;

    @Override
    public List<Figure> draw(String label, Value value) {
        Trajectories trajectories = Trajectories.of(value);
        List<Figure> figures = new ArrayList<>();
        if (trajectories.trials().total() > 0) {
            figures.add(Figure.of("trajectories", label + ": trajectories", trajectories.dimension() > 3
                    ? "States of up to " + MOST_TRIALS + " trials in the first three principal components, with the share of variance of each."
                    : "States of up to " + MOST_TRIALS + " trials.", space(trajectories)));
        }
        if (value.has(Examples.ACTIVITY)) {
            figures.add(examples(label, value));
        }
        return figures;
    }

    private static Panel space(Trajectories trajectories) {
        int count = trajectories.trials().count();
        int shown = Math.min(MOST_TRIALS, count);
        long[] labels = trajectories.value().find(Recording.LABELS).map(a -> NdArrays.longs(a.data().all())).orElse(null);
        List<String> names = trajectories.value().texts(Recording.LABELS);
        List<Matrix> chosen = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        int[] trials = new int[shown];
        for (int i = 0; i < shown; i++) {
            trials[i] = (int) ((long) i * count / shown);
            Matrix states = Matrix.of(trajectories.state(trials[i]));
            chosen.add(states);
            for (int t = 0; t < states.rows(); t++) {
                rows.add(states.row(t));
            }
        }
        Principal principal = Principal.of(Matrix.of(rows.toArray(double[][]::new)));
        List<StatePanels.Shape> shapes = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            int colour = labels == null || labels[trials[i]] < 0 ? 0 : (int) labels[trials[i]];
            String name = labels == null || labels[trials[i]] < 0 || labels[trials[i]] >= names.size() ? "" : names.get((int) labels[trials[i]]);
            if (chosen.get(i).rows() > 0) {
                shapes.add(StatePanels.Shape.curve(name, principal.points(chosen.get(i)), colour, 0.7));
            }
        }
        return StatePanels.panel("", principal, shapes);
    }

    private static Figure examples(String label, Value value) {
        Matrix activity = Matrix.of(value.array(Examples.ACTIVITY));
        Matrix rates = Matrix.of(value.array(Examples.RATES));
        Trials trials = new Trials(NdArrays.longs(value.array(Examples.TRIALS)));
        long[] channels = NdArrays.longs(value.array(Examples.CHANNELS));
        double[] time = new double[activity.rows()];
        Arrays.setAll(time, t -> t);
        List<Panel> panels = new ArrayList<>();
        for (int c = 0; c < channels.length; c++) {
            List<Series> series = new ArrayList<>();
            series.add(new Series.Bars("observed", 7, time, activity.column(c), null, 0.8));
            series.add(Series.Line.of("predicted", 1, time, rates.column(c)));
            for (int trial = 1; trial < trials.count(); trial++) {
                series.add(new Series.Reference("", -1, trials.offsets()[trial] - 0.5, true));
            }
            panels.add(new Panel.Plot("channel " + channels[c], Panel.Scale.of("time bin"), Panel.Scale.of("per bin"), series, false));
        }
        return new Figure("examples", label + ": observed and predicted", "Channels with the most varied predictions, in " + trials.count()
                + " trials one after the other.", panels, 2);
    }
}
