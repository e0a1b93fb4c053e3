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
import org.nullcline.dynamics.internal.steps.TaskResults;

/** What a network trained on a task gives and should give, in a few trials; nothing for other trajectories. */
public final class TaskFigures implements FigureSource {

    private static final int MOST_OUTPUTS = 4;
    private static final int SHOWN_TRIALS = 3;

    @Override
    public List<Figure> draw(String label, Value value) {
        if (!value.has(TaskResults.TARGET) || !value.has(TaskResults.OUTPUT)) {
            return List.of();
        }
        Trials trials = Trajectories.of(value).trials();
        Matrix target = Matrix.of(value.array(TaskResults.TARGET));
        Matrix output = Matrix.of(value.array(TaskResults.OUTPUT));
        int shown = Math.min(SHOWN_TRIALS, trials.count());
        int end = Math.toIntExact(trials.offsets()[shown]);
        double[] time = new double[end];
        Arrays.setAll(time, t -> t);
        List<Panel> panels = new ArrayList<>();
        for (int c = 0; c < Math.min(MOST_OUTPUTS, output.columns()); c++) {
            List<Series> series = new ArrayList<>();
            series.add(new Series.Line("wanted", 7, time, Arrays.copyOf(target.column(c), end), 3, false));
            series.add(Series.Line.of("output", 1, time, Arrays.copyOf(output.column(c), end)));
            for (int trial = 1; trial < shown; trial++) {
                series.add(new Series.Reference("", -1, trials.offsets()[trial] - 0.5, true));
            }
            panels.add(new Panel.Plot("output " + (c + 1), Panel.Scale.of("time bin"), Panel.Scale.of("output"), series, false));
        }
        return List.of(new Figure("task", label + ": outputs", "What the network gives and should give in " + shown + " fresh trials one after the other"
                + conditions(value, shown) + "; nothing is wanted where no line is drawn.", panels, Math.min(2, panels.size())));
    }

    private static String conditions(Value value, int shown) {
        List<String> names = value.texts(Recording.LABELS);
        long[] labels = value.find(Recording.LABELS).map(a -> NdArrays.longs(a.data().all())).orElse(new long[0]);
        return labels.length < shown || names.isEmpty() ? ""
                : " (" + String.join(", ", Arrays.stream(labels).limit(shown).mapToObj(i -> names.get((int) i)).toList()) + ")";
    }
}
