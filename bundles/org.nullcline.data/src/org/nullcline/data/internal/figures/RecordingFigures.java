// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Panel.Scale;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** A recording: what it holds, the activity of a trial, the mean response to each label, behaviour, and true latent states of simulations. */
public final class RecordingFigures implements FigureSource {

    private static final int SHOWN_BINS = 400;
    private static final int SHOWN_CHANNELS = 200;
    private static final int SHOWN_RESPONSES = 6;
    private static final int SHOWN_LABELS = 12;
    private static final int SHOWN_TRIALS = 60;

    @Override
    public List<Figure> draw(String label, Value value) {
        Recording recording = Recording.of(value);
        if (recording.trials().count() == 0 || recording.trials().total() == 0) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("recording", label, "What the recording holds.", table(recording)));
        figures.add(Figure.of("activity", label + ": activity", "Activity of the first trial" + unitSuffix(recording, ", ") + ".", heatMap(recording)));
        List<Panel> responses = responses(recording);
        if (!responses.isEmpty()) {
            figures.add(new Figure("responses", label + ": mean responses", "Activity of the channels that differ most between labels, averaged over the trials"
                    + " of each label, with the standard error. Trials are aligned at their beginning.", responses, 3));
        }
        figures.addAll(behaviour(label, recording));
        value.find(Recording.TRUE_LATENTS).filter(a -> a.size(1) >= 3).ifPresent(a -> figures.add(Figure.of("latents", label + ": true latent states",
                "The first three coordinates of the simulated system, some trials.", latents(recording, a))));
        return figures;
    }

    private static String unitSuffix(Recording recording, String separator) {
        String unit = recording.value().named(Recording.ACTIVITY).unit();
        return unit.isEmpty() ? "" : separator + unit;
    }

    private static Panel table(Recording recording) {
        List<List<String>> rows = new ArrayList<>();
        int trials = recording.trials().count();
        int shortest = IntStream.range(0, trials).map(recording.trials()::length).min().orElse(0);
        int longest = IntStream.range(0, trials).map(recording.trials()::length).max().orElse(0);
        rows.add(List.of("trials", Integer.toString(trials)));
        rows.add(List.of("time bins of a trial", shortest == longest ? Integer.toString(shortest) : shortest + " to " + longest));
        rows.add(List.of("channels", Integer.toString(recording.channels())));
        rows.add(List.of("signal", recording.signal().text() + unitSuffix(recording, " in ")));
        rows.add(List.of("bin width", Double.isNaN(recording.binWidth()) ? "not known"
                : new BigDecimal(recording.binWidth()).round(new MathContext(4)).stripTrailingZeros().toPlainString() + " s"));
        if (recording.value().has(Recording.SPLIT)) {
            rows.add(List.of("train / validation / test", recording.trialsOf(Split.TRAIN).length + " / " + recording.trialsOf(Split.VALIDATION).length + " / "
                    + recording.trialsOf(Split.TEST).length));
        }
        if (!recording.labelNames().isEmpty()) {
            rows.add(List.of("labels", String.join(", ", recording.labelNames().stream().limit(SHOWN_LABELS).toList())));
        }
        recording.value().texts(Value.NOTES).forEach(note -> rows.add(List.of("note", note)));
        return new Panel.Table("", List.of("", ""), rows);
    }

    private static Panel heatMap(Recording recording) {
        double[][] rows = NdArrays.rows(recording.value().named(Recording.ACTIVITY).data().slice(0, Math.min(SHOWN_BINS, recording.trials().length(0))));
        int channels = Math.min(SHOWN_CHANNELS, recording.channels());
        double[][] values = new double[channels][rows.length];
        for (int t = 0; t < rows.length; t++) {
            for (int c = 0; c < channels; c++) {
                values[c][t] = rows[t][c];
            }
        }
        boolean signed = Arrays.stream(rows).flatMapToDouble(Arrays::stream).anyMatch(v -> v < 0);
        String shown = channels < recording.channels() ? "first " + channels + " channels" : "channels";
        return new Panel.HeatMap("Rows: " + shown + "; columns: time bins", List.of(), List.of(), values, activityLabel(recording), signed, false);
    }

    private static String activityLabel(Recording recording) {
        return "activity" + (recording.value().named(Recording.ACTIVITY).unit().isEmpty() ? "" : " (" + recording.value().named(Recording.ACTIVITY).unit() + ")");
    }

    private static List<Panel> responses(Recording recording) {
        int labels = Math.min(SHOWN_LABELS, recording.labelNames().size());
        if (labels == 0 || !recording.value().has(Recording.LABELS)) {
            return List.of();
        }
        Responses responses = Responses.of(recording, labels);
        List<Panel> panels = new ArrayList<>();
        for (int channel : responses.mostSelective(SHOWN_RESPONSES)) {
            List<Series> series = new ArrayList<>();
            for (int l = 0; l < labels; l++) {
                double[] time = time(recording, responses.bins());
                double[] mean = responses.mean(l, channel);
                double[] error = responses.error(l, channel);
                double[] low = mean.clone();
                double[] high = mean.clone();
                for (int t = 0; t < mean.length; t++) {
                    low[t] -= error[t];
                    high[t] += error[t];
                }
                series.add(new Series.Band("", l, time, low, high));
                series.add(Series.Line.of(recording.labelNames().get(l), l, time, mean));
            }
            panels.add(new Panel.Plot("channel " + channel, Scale.of(timeLabel(recording)), Scale.of(activityLabel(recording)), series, false));
        }
        return panels;
    }

    private static double[] time(Recording recording, int bins) {
        double width = Double.isNaN(recording.binWidth()) ? 1 : recording.binWidth();
        return IntStream.range(0, bins).mapToDouble(t -> t * width).toArray();
    }

    private static String timeLabel(Recording recording) {
        return Double.isNaN(recording.binWidth()) ? "time (bins)" : "time (s)";
    }

    /** Behaviour of two dimensions in its plane, other behaviour over time; colours are labels. */
    private static List<Figure> behaviour(String label, Recording recording) {
        List<Figure> figures = new ArrayList<>();
        int[] labels = recording.labels();
        for (String name : recording.alignedNames()) {
            if (!name.startsWith("behaviour.")) {
                continue;
            }
            NamedArray array = recording.value().named(name);
            boolean plane = array.axes().size() == 2 && array.size(1) == 2;
            List<Series> series = new ArrayList<>();
            for (int trial = 0; trial < Math.min(SHOWN_TRIALS, recording.trials().count()); trial++) {
                double[][] rows = NdArrays.rows(recording.trials().slice(array, trial));
                int colour = labels[trial] < 0 ? -1 : labels[trial];
                String legend = labels[trial] < 0 || labelDrawn(series, colour) ? "" : recording.labelNames().get(labels[trial]);
                double[] first = column(rows, 0);
                series.add(new Series.Line(legend, colour, plane ? first : time(recording, rows.length), plane ? column(rows, 1) : first, 1, false));
            }
            String what = name.substring("behaviour.".length());
            String unit = array.unit().isEmpty() ? "" : " (" + array.unit() + ")";
            Panel panel = plane ? new Panel.Plot("", Scale.of(what + " x" + unit), Scale.of(what + " y" + unit), series, true)
                    : new Panel.Plot("", Scale.of(timeLabel(recording)), Scale.of(what + unit), series, false);
            figures.add(Figure.of("behaviour-" + what.toLowerCase(Locale.ROOT), label + ": " + what, "One line per trial, coloured by label.", panel));
        }
        return figures;
    }

    private static boolean labelDrawn(List<Series> series, int colour) {
        return series.stream().anyMatch(s -> s.colour() == colour);
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(r -> r[column]).toArray();
    }

    private static Panel latents(Recording recording, NamedArray states) {
        List<Panel.Curve> curves = new ArrayList<>();
        int shown = Math.min(SHOWN_TRIALS, recording.trials().count());
        for (int trial = 0; trial < shown; trial++) {
            double[][] rows = NdArrays.rows(recording.trials().slice(states, trial));
            curves.add(new Panel.Curve("trials", Arrays.stream(rows).map(r -> new double[] {r[0], r[1], r[2]}).toArray(double[][]::new), 0, 0.5));
        }
        return new Panel.Space("", List.of("z1", "z2", "z3"), curves, List.of(), 40, 20);
    }
}
