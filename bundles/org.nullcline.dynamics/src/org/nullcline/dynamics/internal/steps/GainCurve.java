// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.dynamics.task.DelayedMatch;
import org.nullcline.dynamics.task.Task;
import org.nullcline.dynamics.task.TaskTrials;
import org.nullcline.dynamics.training.TaskScore;

/**
 * Delayed match to sample at stimulus gains from high to low: at every gain each of the four sequences, several times, with the mean delay.
 *
 * @param task the task, learned at gain 1
 * @param lowest gain
 * @param highest gain
 * @param gains how many, equally spaced
 * @param repetitions trials of every sequence at every gain
 */
record GainCurve(DelayedMatch task, double lowest, double highest, int gains, int repetitions) {

    /** All trials, from the highest gain to the lowest. */
    TaskTrials draw() {
        List<Task.Trial> all = new ArrayList<>();
        int conditions = task.conditions().size();
        for (int i = 0; i < gains * conditions * repetitions; i++) {
            all.add(task.trial(i / repetitions % conditions, gain(i), task.delay()));
        }
        return new TaskTrials(task, all);
    }

    /** Gain of a trial. */
    double gain(int trial) {
        int step = trial / (repetitions * task.conditions().size());
        return gains == 1 ? highest : highest + (lowest - highest) * step / (gains - 1);
    }

    /**
     * Behaviour over the gains: a row per gain with accuracy and mean answer to matches and non-matches, and a row {@code all} with the critical
     * gain, below which accuracy lies under three quarters (half way between all right and chance), interpolated linearly; NaN where accuracy
     * never crosses it.
     */
    Value scores(TaskTrials all, TaskScore score) {
        int perGain = repetitions * task.conditions().size();
        double[] accuracy = new double[gains];
        double[][] answers = new double[gains][2];
        for (int i = 0; i < all.count(); i++) {
            Task.Trial trial = all.trials().get(i);
            accuracy[i / perGain] += score.correct()[i];
            answers[i / perGain][DelayedMatch.match(trial.condition()) ? 0 : 1] += DelayedMatch.answer(trial, score.output(i)) * 2 / perGain;
        }
        Arrays.setAll(accuracy, g -> accuracy[g] / perGain);
        Scores.Builder table = new Scores.Builder(List.of("accuracy", "matchAnswer", "nonMatchAnswer", "criticalGain", "lowestGainAccuracy"));
        table.row("all", accuracy[0], answers[0][0], answers[0][1], critical(accuracy), accuracy[gains - 1]);
        for (int g = 0; g < gains; g++) {
            table.row(String.format(Locale.ROOT, "gain %.3g", gain(g * perGain)), accuracy[g], answers[g][0], answers[g][1], Double.NaN, Double.NaN);
        }
        return table.note("Row 'all': behaviour at the highest gain, and the gain below which fewer than three quarters of the answers are right.").build();
    }

    private double critical(double[] accuracy) {
        double level = 0.75;
        int perGain = repetitions * task.conditions().size();
        for (int g = 1; g < gains; g++) {
            if (accuracy[g - 1] >= level && accuracy[g] < level) {
                double above = gain((g - 1) * perGain);
                double below = gain(g * perGain);
                return below + (above - below) * (level - accuracy[g]) / (accuracy[g - 1] - accuracy[g]);
            }
        }
        return Double.NaN;
    }
}
