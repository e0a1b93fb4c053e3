// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.task;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.random.RandomStream;

/**
 * Trials of a task in the form that networks read.
 *
 * @param task the task
 * @param trials the trials
 */
public record TaskTrials(Task task, List<Task.Trial> trials) {

    /** Draws trials; trial i depends on {@code random} and i only. */
    public static TaskTrials draw(Task task, int count, RandomStream random) {
        List<Task.Trial> trials = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            trials.add(task.draw(random.child("trial", i)));
        }
        return new TaskTrials(task, trials);
    }

    /** Number of trials. */
    public int count() {
        return trials.size();
    }

    /** Inputs of some trials: one matrix (trials × inputs) per bin. */
    public List<Var> inputs(Tape tape, int[] chosen) {
        return sequence(tape, chosen, task.inputs(), Task.Trial::input);
    }

    /** Wanted outputs of some trials: one matrix (trials × outputs) per bin. */
    public List<Var> targets(Tape tape, int[] chosen) {
        return sequence(tape, chosen, task.outputs(), Task.Trial::target);
    }

    /** Weights of the bins: one column (trials × 1) per bin, null where a bin counts for none of the trials. */
    public List<Var> weights(Tape tape, int[] chosen) {
        List<Var> weights = new ArrayList<>(task.bins());
        for (int t = 0; t < task.bins(); t++) {
            double[] column = new double[chosen.length];
            boolean any = false;
            for (int i = 0; i < chosen.length; i++) {
                column[i] = trials.get(chosen[i]).weight()[t];
                any |= column[i] != 0;
            }
            weights.add(any ? tape.constant(chosen.length, 1, column) : null);
        }
        return weights;
    }

    private interface Part {
        float[] of(Task.Trial trial);
    }

    private List<Var> sequence(Tape tape, int[] chosen, int width, Part part) {
        List<Var> sequence = new ArrayList<>(task.bins());
        for (int t = 0; t < task.bins(); t++) {
            float[] values = new float[chosen.length * width];
            for (int i = 0; i < chosen.length; i++) {
                System.arraycopy(part.of(trials.get(chosen[i])), t * width, values, i * width, width);
            }
            sequence.add(tape.constant(chosen.length, width, values));
        }
        return sequence;
    }
}
