// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.step.Progress;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.internal.Workers;
import org.nullcline.dynamics.model.TaskNetwork;
import org.nullcline.dynamics.task.Task;
import org.nullcline.dynamics.task.TaskTrials;

/**
 * What a network does in given trials, and how well.
 *
 * @param states full states, (trial, bin) × state in C order
 * @param outputs (trial, bin) × output in C order
 * @param correct how much of each trial is right
 * @param loss mean squared error over what counts
 * @param r2 share of the variance of the wanted output that the output explains, over what counts; NaN where it does not vary
 */
public record TaskScore(double[] states, double[] outputs, double[] correct, double loss, double r2) {

    private static final int SHARD = 64;

    /** Share of the trials (or of their parts) that is right. */
    public double accuracy() {
        return Arrays.stream(correct).average().orElse(Double.NaN);
    }

    /** Outputs of one trial, bin × output. */
    public double[] output(int trial) {
        int n = outputs.length / correct.length;
        return Arrays.copyOfRange(outputs, trial * n, (trial + 1) * n);
    }

    /**
     * Runs trials.
     *
     * @param noise standard deviation of white noise on the states
     * @param random of the noise
     * @param threads number of threads; the result does not depend on it
     */
    public static TaskScore of(TaskNetwork network, TaskTrials trials, double noise, RandomStream random, int threads, Progress progress) {
        Task task = trials.task();
        int size = network.dynamics().stateSize();
        int bins = task.bins();
        int width = task.outputs();
        double[] states = new double[trials.count() * bins * size];
        double[] outputs = new double[trials.count() * bins * width];
        List<Integer> shards = new ArrayList<>();
        for (int from = 0; from < trials.count(); from += SHARD) {
            shards.add(from);
        }
        Workers.map(threads, shards, () -> Tape.inference(network.blueprint().precision()), (tape, from) -> {
            tape.reset();
            tape.random(random.child("shard", from));
            int[] chosen = IntStream.range(from, Math.min(trials.count(), from + SHARD)).toArray();
            TaskNetwork.Pass pass = network.run(trials.inputs(tape, chosen), network.noise(tape, chosen.length, bins, noise));
            for (int t = 0; t < bins; t++) {
                scatter(pass.states().get(t), chosen, t, bins, states);
                scatter(pass.outputs().get(t), chosen, t, bins, outputs);
            }
            return from;
        }, progress);
        return judged(trials, states, outputs);
    }

    private static void scatter(Var x, int[] trials, int t, int bins, double[] to) {
        double[] values = x.values();
        for (int i = 0; i < trials.length; i++) {
            System.arraycopy(values, i * x.columns(), to, (trials[i] * bins + t) * x.columns(), x.columns());
        }
    }

    private static TaskScore judged(TaskTrials trials, double[] states, double[] outputs) {
        Task task = trials.task();
        int width = task.outputs();
        int n = task.bins() * width;
        double[] correct = new double[trials.count()];
        double[] mean = new double[width];
        forEach(trials, (weight, column, i, wanted) -> mean[column] += weight * wanted / trials.count());
        double[] squares = new double[2];
        forEach(trials, (weight, column, i, wanted) -> {
            squares[0] += weight * (outputs[i] - wanted) * (outputs[i] - wanted);
            squares[1] += weight * (wanted - mean[column]) * (wanted - mean[column]);
        });
        for (int trial = 0; trial < correct.length; trial++) {
            correct[trial] = task.correct(trials.trials().get(trial), Arrays.copyOfRange(outputs, trial * n, (trial + 1) * n));
        }
        return new TaskScore(states, outputs, correct, squares[0] / (trials.count() * width), squares[1] > 0 ? 1 - squares[0] / squares[1] : Double.NaN);
    }

    private interface Visitor {
        void visit(double weight, int column, int i, double wanted);
    }

    private static void forEach(TaskTrials trials, Visitor visitor) {
        int width = trials.task().outputs();
        int bins = trials.task().bins();
        for (int trial = 0; trial < trials.count(); trial++) {
            Task.Trial one = trials.trials().get(trial);
            for (int t = 0; t < bins; t++) {
                for (int c = 0; c < width && one.weight()[t] != 0; c++) {
                    visitor.visit(one.weight()[t], c, (trial * bins + t) * width + c, one.target()[t * width + c]);
                }
            }
        }
    }
}
