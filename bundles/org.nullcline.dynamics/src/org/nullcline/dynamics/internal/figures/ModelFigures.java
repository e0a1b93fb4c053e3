// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.FigureSource;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;
import org.nullcline.api.value.Value;
import org.nullcline.dynamics.model.TaskModel;
import org.nullcline.dynamics.training.LearningCurves;
import org.nullcline.dynamics.training.TaskTrainer;

/** Learning curves of a fitted model. */
public final class ModelFigures implements FigureSource {

    @Override
    public List<Figure> draw(String label, Value value) {
        LearningCurves curves = LearningCurves.read(value);
        if (curves.epochs() == 0) {
            return List.of();
        }
        List<Panel> panels = new ArrayList<>();
        List<Series> losses = new ArrayList<>();
        add(losses, curves, LearningCurves.TRAIN, "training", 0);
        add(losses, curves, LearningCurves.VALIDATION, "validation", 1);
        double best = value.number("bestEpoch", 0);
        if (best > 0 && curves.names().contains(LearningCurves.VALIDATION)) {
            losses.add(new Series.Reference("best epoch", -1, best, true));
        }
        boolean task = TaskModel.is(value);
        panels.add(new Panel.Plot("Loss", Panel.Scale.of("epoch"), task ? Panel.Scale.log("mean squared error")
                : Panel.Scale.of("negative log-likelihood per bin and channel [nats]"), losses, false));
        List<Series> right = new ArrayList<>();
        add(right, curves, TaskTrainer.ACCURACY, "judging trials", 1);
        if (!right.isEmpty()) {
            panels.add(new Panel.Plot("Accuracy", Panel.Scale.of("epoch"), Panel.Scale.of("share that is right", 0, 1.02), right, false));
        }
        List<Series> truths = new ArrayList<>();
        add(truths, curves, LearningCurves.RATE_R2, "rates", 2);
        add(truths, curves, LearningCurves.HIDDEN_R2, "hidden states", 3);
        if (!truths.isEmpty()) {
            panels.add(new Panel.Plot("Agreement with the truth", Panel.Scale.of("epoch"), Panel.Scale.of("R²", lowest(truths), 1), truths, false));
        }
        List<Series> steps = new ArrayList<>();
        add(steps, curves, LearningCurves.LEARNING_RATE, "learning rate", 4);
        if (!steps.isEmpty()) {
            panels.add(new Panel.Plot("Learning rate", Panel.Scale.of("epoch"), Panel.Scale.log("learning rate"), steps, false));
        }
        return List.of(new Figure("learning", label + ": learning curves", task ? "Loss of the training trials, which are fresh in every step, and of"
                + " the trials by which the network is judged, and what share of the latter is right."
                : "Loss of training trials (with dropout) and validation trials; the curriculum, where there is one, lets it rise when more bins count.", panels,
                panels.size()));
    }

    private static void add(List<Series> series, LearningCurves curves, String name, String legend, int colour) {
        double[] y = curves.curve(name);
        int[] finite = IntStream.range(0, y.length).filter(i -> Double.isFinite(y[i])).toArray();
        if (finite.length > 0) {
            series.add(Series.Line.of(legend, colour, Arrays.stream(finite).mapToDouble(i -> i + 1).toArray(), Arrays.stream(finite).mapToDouble(i -> y[i])
                    .toArray()));
        }
    }

    /** R² may start far below zero; what matters lies above −1. */
    private static double lowest(List<Series> series) {
        double low = series.stream().flatMapToDouble(s -> Arrays.stream(((Series.Line) s).y())).min().orElse(0);
        return Math.max(-1, Math.min(0, low));
    }
}
