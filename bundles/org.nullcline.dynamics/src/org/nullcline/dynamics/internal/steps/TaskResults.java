// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.model.FittedModel;
import org.nullcline.dynamics.model.TaskModel;
import org.nullcline.dynamics.model.TaskNetwork;
import org.nullcline.dynamics.task.Task;
import org.nullcline.dynamics.task.TaskTrials;
import org.nullcline.dynamics.training.LearningCurves;
import org.nullcline.dynamics.training.TaskScore;
import org.nullcline.dynamics.training.TaskSettings;
import org.nullcline.dynamics.training.TaskTrainer;

/** What training on a task gives, as values. */
public final class TaskResults {

    /** time × input: what the network got. */
    public static final String INPUT = "input";
    /** time × output: what it gave. */
    public static final String OUTPUT = "output";
    /** time × output: what it should have given; NaN in bins that do not count. */
    public static final String TARGET = "target";

    private static final int STATES = 2048;

    private TaskResults() {
    }

    /** Both sets of weights, curves and a sample of states; leaves the network with the weights that count. */
    static Value.Builder model(TaskNetwork network, Task task, TaskTrainer.Outcome outcome, boolean keepBest) {
        Weights weights = network.weights();
        Value.Builder builder = TaskModel.builder(network.blueprint(), task.summary(), task.bins());
        weights.setAll(outcome.best());
        FittedModel.addWeights(builder, FittedModel.BEST, weights);
        weights.setAll(outcome.last());
        FittedModel.addWeights(builder, FittedModel.LAST, weights);
        weights.setAll(keepBest ? outcome.best() : outcome.last());
        outcome.curves().write(builder);
        return builder.attribute(FittedModel.KEPT, keepBest ? FittedModel.BEST : FittedModel.LAST).attribute("epochs", outcome.curves().epochs())
                .attribute("bestEpoch", outcome.bestEpoch());
    }

    /** Says why a training ended before its time, or that it did not reach the loss that was asked for. */
    static void remarkEnd(TaskTrainer.Outcome outcome, TaskSettings settings, Progress progress) {
        int epochs = outcome.curves().epochs();
        double least = Arrays.stream(outcome.curves().curve(LearningCurves.VALIDATION)).min().orElse(Double.NaN);
        if (epochs < settings.epochs()) {
            progress.remark("Training ended early, after epoch " + epochs + " of " + settings.epochs() + ": the loss of the judging trials had come down to "
                    + settings.stopLoss() + ".");
        } else if (settings.stopLoss() > 0 && !(least <= settings.stopLoss())) {
            progress.remark("Training ended after all " + epochs + " epochs without coming down to the loss that 'stopLoss' asks for, " + settings.stopLoss()
                    + "; the lowest was " + String.format(Locale.ROOT, "%.3g", least) + ".");
        }
    }

    /** A sample of the states of a score. */
    static void addStates(Value.Builder model, TaskScore score, int size, long seed) {
        int count = score.states().length / size;
        int[] chosen = RandomStream.of(seed).child("sample of states").choice(count, Math.min(STATES, count));
        Arrays.sort(chosen);
        double[] sample = new double[chosen.length * size];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(score.states(), chosen[i] * size, sample, i * size, size);
        }
        model.array(FittedModel.STATES, "", NdArrays.of(sample, chosen.length, size), "sample", "state");
    }

    /** Hidden states with inputs, outputs, targets and the label of each trial. */
    static Value.Builder trajectories(TaskNetwork network, TaskTrials trials, TaskScore score, long[] labels, List<String> names) {
        Task task = trials.task();
        int size = network.dynamics().stateSize();
        int units = network.blueprint().latentSize();
        int rows = trials.count() * task.bins();
        float[] state = new float[rows * units];
        for (int r = 0; r < rows; r++) {
            for (int d = 0; d < units; d++) {
                state[r * units + d] = (float) score.states()[r * size + d];
            }
        }
        float[] input = new float[rows * task.inputs()];
        float[] target = new float[rows * task.outputs()];
        for (int i = 0; i < trials.count(); i++) {
            Task.Trial trial = trials.trials().get(i);
            System.arraycopy(trial.input(), 0, input, i * trial.input().length, trial.input().length);
            for (int k = 0; k < trial.target().length; k++) {
                target[i * trial.target().length + k] = trial.weight()[k / task.outputs()] == 0 ? Float.NaN : trial.target()[k];
            }
        }
        float[] output = new float[score.outputs().length];
        for (int i = 0; i < output.length; i++) {
            output[i] = (float) score.outputs()[i];
        }
        return Trajectories.builder(NdArrays.of(state, rows, units), Trials.equal(trials.count(), task.bins()))
                .array(INPUT, "", NdArrays.of(input, rows, task.inputs()), "time", "input")
                .array(OUTPUT, "", NdArrays.of(output, rows, task.outputs()), "time", "output")
                .array(TARGET, "", NdArrays.of(target, rows, task.outputs()), "time", "output")
                .array(Recording.LABELS, "", NdArrays.of(labels, labels.length), "trial").attribute(Recording.LABELS, names);
    }
}
