// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.TestContributions;
import org.nullcline.dynamics.model.StateUpdate;
import org.nullcline.dynamics.model.TaskNetwork;
import org.nullcline.dynamics.task.FlipFlop;
import org.nullcline.dynamics.task.TaskTrials;

class LearningRuleTest {

    private static final TestContributions CONTRIBUTIONS = new TestContributions();
    private static final int TRIALS = 6;
    private static final FlipFlop TASK = new FlipFlop(2, 0.3, 7);
    private static final TaskTrials BATCH = TaskTrials.draw(TASK, TRIALS, RandomStream.of(3));
    private static final int[] ALL = IntStream.range(0, TRIALS).toArray();

    private static TaskNetwork network(String architecture, long seed, int units) {
        Parameters.Choice choice = new Parameters.Choice(CONTRIBUTIONS.find(ExtensionPoint.ARCHITECTURES, architecture),
                CONTRIBUTIONS.parameters(ExtensionPoint.ARCHITECTURES, architecture).withSizes(units, TASK.inputs()));
        StateUpdate update = StateUpdate.of("auto", choice.descriptor());
        Parameters.Choice solver = update == StateUpdate.DERIVATIVE ? new Parameters.Choice(CONTRIBUTIONS.find(ExtensionPoint.SOLVERS, "euler"),
                CONTRIBUTIONS.parameters(ExtensionPoint.SOLVERS, "euler")) : null;
        return new TaskNetwork(TaskNetwork.blueprint(choice, update, solver, 0.05, TASK.outputs(), Precision.DOUBLE), RandomStream.of(seed), CONTRIBUTIONS);
    }

    private static double[] direction(LearningRule rule, TaskNetwork network, int[] chosen, RandomStream random) {
        Tape tape = Tape.training(Precision.DOUBLE).random(random);
        tape.backward(rule.objective(tape, network, BATCH, chosen, 0));
        return tape.gradient(network.weights());
    }

    private static double[] gradient(TaskNetwork network) {
        return direction(new LearningRule.Backpropagation(), network, ALL, RandomStream.of(0));
    }

    private static double loss(TaskNetwork network) {
        return TaskScore.of(network, BATCH, 0, RandomStream.of(0), 1, Progress.NONE).loss();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "gru", "lstm", "low-rank-rnn"})
    void backpropagationGivesTheGradientOfTheLoss(String architecture) {
        TaskNetwork network = network(architecture, 5, 4);
        double[] gradient = gradient(network);
        double[] weights = network.weights().values();
        double step = 1e-5;
        for (int i = 0; i < weights.length; i++) {
            double at = weights[i];
            weights[i] = at + step;
            double above = loss(network);
            weights[i] = at - step;
            double below = loss(network);
            weights[i] = at;
            // Central differences err by step² times third derivatives of order 1.
            assertEquals((above - below) / (2 * step), gradient[i], 1e-8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "gru", "low-rank-rnn"})
    void feedbackThroughTheOwnWeightsIsBackpropagationToTheBit(String architecture) {
        TaskNetwork network = network(architecture, 5, 4);
        assertArrayEquals(gradient(network), direction(LearningRule.FeedbackAlignment.like(network, false), network, ALL, RandomStream.of(0)), 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void randomFeedbackChangesAllGradientsButThatOfTheReadout(boolean readoutOnly) {
        TaskNetwork network = network("rnn", 5, 4);
        double[] truth = gradient(network);
        double[] aligned = direction(LearningRule.FeedbackAlignment.like(network("rnn", 6, 4), readoutOnly), network, ALL, RandomStream.of(0));
        for (Parameter p : network.weights().parameters()) {
            double[] a = Arrays.copyOfRange(truth, p.offset(), p.offset() + p.size());
            double[] b = Arrays.copyOfRange(aligned, p.offset(), p.offset() + p.size());
            assertEquals(p.name().startsWith("readout"), Arrays.equals(a, b), p.name());
        }
    }

    /** In the last bin hₜ gets Bᵀ e with e the gradient of the output: checked through the recurrent bias where there is one bin only. */
    @Test
    void errorsReachTheStateThroughTheFeedbackMatrix() {
        TaskNetwork network = network("rnn", 5, 4);
        FlipFlop oneBin = new FlipFlop(2, 0.3, 1);
        TaskTrials trials = TaskTrials.draw(oneBin, 1, RandomStream.of(4));
        LearningRule.FeedbackAlignment rule = LearningRule.FeedbackAlignment.like(network("rnn", 6, 4), true);
        Tape tape = Tape.training(Precision.DOUBLE);
        tape.backward(rule.objective(tape, network, trials, new int[] {0}, 0));
        double[] gradient = tape.gradient(network.weights());
        TaskScore score = TaskScore.of(network, trials, 0, RandomStream.of(0), 1, Progress.NONE);
        double[] b = rule.matrices().get(TaskNetwork.READOUT);
        Parameter bias = network.weights().parameter("dynamics.cell.bias_hh");
        for (int u = 0; u < 4; u++) {
            double h = score.states()[u];
            double back = 0;
            for (int o = 0; o < 2; o++) {
                // loss = mean over both outputs of squared errors
                back += b[o * 4 + u] * (score.outputs()[o] - trials.trials().getFirst().target()[o]);
            }
            assertEquals(back * (1 - h * h), gradient[bias.offset() + u], 1e-14);
        }
    }

    /** 60 independent estimates from 100 repetitions of every trial; their mean must lie within sampling error of the gradient. */
    @ParameterizedTest
    @ValueSource(strings = {"rnn", "gru", "low-rank-rnn"})
    void nodePerturbationIsTheGradientOnAverage(String architecture) {
        TaskNetwork network = network(architecture, 5, 4);
        double[] truth = gradient(network);
        LearningRule rule = new LearningRule.NodePerturbation(1e-4);
        int[] repeated = IntStream.range(0, TRIALS * 100).map(i -> i % TRIALS).toArray();
        int samples = 60;
        double[] mean = new double[truth.length];
        double[] square = new double[truth.length];
        for (int s = 0; s < samples; s++) {
            double[] estimate = direction(rule, network, repeated, RandomStream.of(100 + s));
            for (int i = 0; i < truth.length; i++) {
                mean[i] += estimate[i] / samples;
                square[i] += estimate[i] * estimate[i] / samples;
            }
        }
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < truth.length; i++) {
            double error = Math.sqrt(Math.max(0, square[i] - mean[i] * mean[i]) / (samples - 1));
            // Five standard errors; the loss smoothed over σ = 1e-4 differs from the loss by the order of σ².
            assertEquals(truth[i], mean[i], 5 * error + 1e-6, "weight " + i);
            dot += truth[i] * mean[i];
            a += truth[i] * truth[i];
            b += mean[i] * mean[i];
        }
        assertTrue(dot / Math.sqrt(a * b) > 0.98, "cosine " + dot / Math.sqrt(a * b));
    }

    @Test
    void nodePerturbationTrainsTheReadoutByItsExactGradient() {
        TaskNetwork network = network("rnn", 5, 4);
        double[] truth = gradient(network);
        double[] estimate = direction(new LearningRule.NodePerturbation(0.1), network, ALL, RandomStream.of(9));
        Parameter readout = network.weights().parameter(TaskNetwork.READOUT);
        assertArrayEquals(Arrays.copyOfRange(truth, readout.offset(), readout.offset() + readout.size()),
                Arrays.copyOfRange(estimate, readout.offset(), readout.offset() + readout.size()), 1e-15);
    }
}
