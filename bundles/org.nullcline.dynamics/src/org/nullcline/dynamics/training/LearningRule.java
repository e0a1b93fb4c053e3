// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.dynamics.model.TaskNetwork;
import org.nullcline.dynamics.task.TaskTrials;

/**
 * How a network learns of its errors. A rule gives a number whose gradient on the tape is the direction in which it moves the weights (the true
 * gradient of the loss for backpropagation); an optimiser makes steps of it.
 */
public sealed interface LearningRule {

    /** Name under which a rule reports the loss itself. */
    String LOSS = "loss";

    /**
     * Runs some trials and prepares the gradient.
     *
     * @param trials of the batch
     * @param chosen those of the shard
     * @param noise standard deviation of the network's own noise
     * @return 1 × 1, to be propagated back on its tape; the mean loss over the trials is reported as {@value #LOSS}
     */
    Var objective(Tape tape, TaskNetwork network, TaskTrials trials, int[] chosen, double noise);

    /** The gradient of the loss by backpropagation through time. */
    record Backpropagation() implements LearningRule {

        @Override
        public Var objective(Tape tape, TaskNetwork network, TaskTrials trials, int[] chosen, double noise) {
            TaskNetwork.Pass pass = network.run(trials.inputs(tape, chosen), network.noise(tape, chosen.length, trials.task().bins(), noise));
            return mean(tape, TaskLoss.perBin(tape, trials, chosen, pass.outputs()));
        }
    }

    /**
     * Feedback alignment (Lillicrap et al. 2016, doi 10.1038/ncomms13276) in time: as backpropagation, but errors travel back through fixed random
     * matrices instead of the transposed weights.
     *
     * @param matrices what replaces each weight matrix, by name, in its shape and row-major; others stay
     */
    record FeedbackAlignment(Map<String, double[]> matrices) implements LearningRule {

        /**
         * The matrices of another network with the same blueprint, whose first weights were drawn from another stream.
         *
         * @param other gives the matrices
         * @param readoutOnly replace the weights of the readout alone, so that errors travel through time by the true weights
         */
        public static FeedbackAlignment like(TaskNetwork other, boolean readoutOnly) {
            Map<String, double[]> matrices = new LinkedHashMap<>();
            for (Parameter p : other.weights().parameters()) {
                if (!p.vector() && (!readoutOnly || p.name().equals(TaskNetwork.READOUT))) {
                    matrices.put(p.name(), other.weights().doubles(p.name()));
                }
            }
            return new FeedbackAlignment(matrices);
        }

        @Override
        public Var objective(Tape tape, TaskNetwork network, TaskTrials trials, int[] chosen, double noise) {
            Var loss = new Backpropagation().objective(tape, network, trials, chosen, noise);
            matrices.forEach((name, values) -> tape.feedback(network.weights().parameter(name), values));
            return loss;
        }
    }

    /**
     * Node perturbation (Williams 1992, doi 10.1007/BF00992696; Fiete &amp; Seung 2006, doi 10.1103/PhysRevLett.97.048104): each trial runs twice, once
     * with white noise σ ξ on the states. States are moved along ξ in proportion to how much the loss of this and all later bins rises by it,
     *
     * <p>Δθ ∝ Σₜ (1/σ) Σ_{s ≥ t} (l̃ₛ − lₛ) ξₜ · ∂hₜ/∂θ at fixed hₜ₋₁,
     *
     * <p>so nothing travels back, neither through the network nor through time. The expectation is the gradient of the loss smoothed over σ. The
     * readout, whose error is known where it arises, learns by the delta rule.
     *
     * @param deviation σ
     */
    record NodePerturbation(double deviation) implements LearningRule {

        @Override
        public Var objective(Tape tape, TaskNetwork network, TaskTrials trials, int[] chosen, double noise) {
            int bins = trials.task().bins();
            int rows = chosen.length;
            List<Var> inputs = trials.inputs(tape, chosen);
            List<Var> own = network.noise(tape, rows, bins, noise);
            List<Var> perturbation = network.noise(tape, rows, bins, deviation);
            List<Var> moved = new ArrayList<>(bins);
            List<Var> outputs = new ArrayList<>(bins);
            Var h = network.initial(tape, rows);
            for (int t = 0; t < bins; t++) {
                h = network.step(h, inputs.get(t));
                moved.add(h);
                h = (own == null ? h : h.plus(own.get(t))).stopGradient();
                outputs.add(network.output(h));
            }
            List<Var> plain = TaskLoss.perBin(tape, trials, chosen, outputs);
            List<Var> perturbed = TaskLoss.perBin(tape, trials, chosen, network.run(inputs, sum(perturbation, own)).outputs());
            Var objective = mean(tape, plain);
            double[] rise = new double[rows];
            for (int t = bins - 1; t >= 0; t--) {
                if (plain.get(t) != null) {
                    double[] before = plain.get(t).values();
                    double[] after = perturbed.get(t).values();
                    for (int i = 0; i < rows; i++) {
                        rise[i] += after[i] - before[i];
                    }
                }
                // The perturbation is σ ξ, hence 1/σ² for (1/σ) ξ; losses are means over the trials.
                Var direction = perturbation.get(t).times(tape.constant(rows, 1, rise)).scale(1 / (deviation * deviation * rows));
                objective = objective.plus(moved.get(t).times(direction).sum());
            }
            return objective;
        }

        private static List<Var> sum(List<Var> perturbation, List<Var> own) {
            if (own == null) {
                return perturbation;
            }
            List<Var> both = new ArrayList<>(perturbation.size());
            for (int t = 0; t < perturbation.size(); t++) {
                both.add(perturbation.get(t).plus(own.get(t)));
            }
            return both;
        }
    }

    /** The mean loss over trials of the losses per bin, reported. */
    private static Var mean(Tape tape, List<Var> perBin) {
        Var loss = TaskLoss.mean(perBin);
        tape.report(LOSS, loss);
        return loss;
    }
}
