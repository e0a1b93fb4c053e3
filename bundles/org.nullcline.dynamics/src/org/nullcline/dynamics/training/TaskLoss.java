// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.dynamics.task.TaskTrials;

/** Mean squared error of the outputs of a task over its bins that count. */
final class TaskLoss {

    private TaskLoss() {
    }

    /** What every bin adds to the loss of each trial: trials × 1, null where it adds nothing. */
    static List<Var> perBin(Tape tape, TaskTrials trials, int[] chosen, List<Var> outputs) {
        List<Var> targets = trials.targets(tape, chosen);
        List<Var> weights = trials.weights(tape, chosen);
        List<Var> losses = new ArrayList<>(outputs.size());
        for (int t = 0; t < outputs.size(); t++) {
            losses.add(weights.get(t) == null ? null : outputs.get(t).minus(targets.get(t)).square().meanOverColumns().times(weights.get(t)));
        }
        return losses;
    }

    /** Mean over trials of their losses. */
    static Var mean(List<Var> perBin) {
        List<Var> counted = perBin.stream().filter(Objects::nonNull).toList();
        Var sum = counted.getFirst();
        for (Var loss : counted.subList(1, counted.size())) {
            sum = sum.plus(loss);
        }
        return sum.mean();
    }
}
