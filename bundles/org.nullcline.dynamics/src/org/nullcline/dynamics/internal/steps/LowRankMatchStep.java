// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.internal.Quietly;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.StateUpdate;
import org.nullcline.dynamics.model.TaskNetwork;
import org.nullcline.dynamics.task.DelayedMatch;
import org.nullcline.dynamics.task.Task;
import org.nullcline.dynamics.task.TaskTrials;
import org.nullcline.dynamics.training.LearningRule;
import org.nullcline.dynamics.training.TaskScore;
import org.nullcline.dynamics.training.TaskSettings;
import org.nullcline.dynamics.training.TaskTrainer;

/**
 * A network of low rank learns delayed match to sample at full stimulus gain and is then run at gains from one to zero (Gosztolai et al. 2025,
 * doi 10.1038/s41592-024-02582-2, figure 3; networks of Dubreuil et al. 2022).
 */
public final class LowRankMatchStep implements Step {

    /** trial: amplitude of the stimuli. */
    public static final String GAIN = "gain";
    /** trial: index into the attribute of that name. */
    public static final String STIMULI = "stimuli";

    private static final String ARCHITECTURE = "org.nullcline.low-rank-rnn";
    private static final double OVERLAP = 1.2;
    private static final double CHECKPOINT_SECONDS = 20;

    @Override
    public void check(Parameters p) {
        if (!(p.real("lowestGain") < p.real("highestGain"))) {
            throw NullclineException.invalid("low-rank-match: 'lowestGain' must be smaller than 'highestGain'.");
        }
        if (p.integer("jitter") > p.integer("delay")) {
            throw NullclineException.invalid("low-rank-match: a delay of " + p.integer("delay") + " bins cannot vary by " + p.integer("jitter")
                    + "; lower 'jitter'.");
        }
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters p, StepContext context) {
        check(p);
        long seed = Seeds.of(p, context);
        RandomStream random = RandomStream.of(seed);
        DelayedMatch task = new DelayedMatch(p.integer("fixation"), p.integer("stimulus"), p.integer("delay"), p.integer("jitter"), p.integer("response"));
        Blueprint blueprint = blueprint(p, task, context.contributions());
        TaskNetwork network = new TaskNetwork(blueprint, random.child("network"), context.contributions());
        startWithMemory(network.weights());
        TaskSettings settings = new TaskSettings(p.integer("epochs"), p.integer("stepsPerEpoch"), p.integer("batch"), p.integer("batch"),
                p.real("learningRate"), 0, "adam", 0, 1, p.real("noise"), p.real("stopLoss"), CHECKPOINT_SECONDS, seed);
        context.progress().note("Training a network of " + p.integer("units") + " units and rank " + p.integer("rank") + " on delayed match to sample.");
        TaskTrainer.Outcome outcome = new TaskTrainer(network, task, new LearningRule.Backpropagation(), settings, null,
                p.normalised() + " " + blueprint.architecture().descriptor().version(), context.threads(), context.progress(), context.checkpoints()).train();
        TaskResults.remarkEnd(outcome, settings, context.progress());
        Value.Builder model = TaskResults.model(network, task, outcome, true);
        p.normalised().forEach((name, text) -> model.attribute("fit." + name, text));
        GainCurve curve = new GainCurve(task, p.real("lowestGain"), p.real("highestGain"), p.integer("gains"), p.integer("trials"));
        TaskTrials trials = curve.draw();
        TaskScore score = TaskScore.of(network, trials, p.real("noise"), random.child("gain noise"), context.threads(), Quietly.within(context.progress()));
        TaskResults.addStates(model, score, network.dynamics().stateSize(), seed);
        return Map.of("model", model.attribute("seed", seed).build(), "trajectories", trajectories(network, curve, trials, score, p.text("labels")),
                "scores", curve.scores(trials, score));
    }

    private static Blueprint blueprint(Parameters p, Task task, Contributions contributions) {
        Descriptor descriptor = contributions.find(ExtensionPoint.ARCHITECTURES, ARCHITECTURE);
        // Time is counted in time constants of the units.
        Parameters own = Parameters.resolve(descriptor, Map.of("rank", Integer.toString(p.integer("rank")), "tau", "1"), contributions);
        Parameters.Choice architecture = new Parameters.Choice(descriptor, own.withSizes(p.integer("units"), task.inputs()));
        return TaskNetwork.blueprint(architecture, StateUpdate.DERIVATIVE, TaskChoice.usualSolver(descriptor, contributions), p.real("alpha"),
                task.outputs(), Precision.FLOAT);
    }

    /**
     * Adds to the selection vectors N their output vectors M, so that the untrained network can already hold activity along each of them: the gain
     * of a latent variable, ⟨n tanh′ m⟩, is {@value #OVERLAP} at rest instead of nearly 0, from where memory is hard to learn.
     */
    private static void startWithMemory(Weights weights) {
        Parameter m = weights.parameter("dynamics.m");
        double[] n = weights.doubles("dynamics.n");
        double[] own = weights.doubles("dynamics.m");
        for (int r = 0; r < m.columns(); r++) {
            for (int i = 0; i < m.rows(); i++) {
                n[r * m.rows() + i] += OVERLAP * own[i * m.columns() + r];
            }
        }
        weights.set("dynamics.n", n);
    }

    private static Value trajectories(TaskNetwork network, GainCurve curve, TaskTrials trials, TaskScore score, String by) {
        Map<String, Long> names = new LinkedHashMap<>();
        long[] labels = new long[trials.count()];
        double[] gains = new double[trials.count()];
        long[] stimuli = new long[trials.count()];
        for (int i = 0; i < labels.length; i++) {
            gains[i] = curve.gain(i);
            stimuli[i] = trials.trials().get(i).condition();
            String gain = String.format(Locale.ROOT, "gain %.3g", gains[i]);
            String sequence = trials.task().conditions().get((int) stimuli[i]);
            String name = switch (by) {
                case "stimuli" -> sequence;
                case "both" -> gain + " " + sequence;
                default -> gain;
            };
            labels[i] = names.computeIfAbsent(name, n -> (long) names.size());
        }
        return TaskResults.trajectories(network, trials, score, labels, new ArrayList<>(names.keySet()))
                .array(GAIN, "", NdArrays.of(gains, gains.length), "trial").array(STIMULI, "", NdArrays.of(stimuli, stimuli.length), "trial")
                .attribute(STIMULI, List.copyOf(trials.task().conditions())).build();
    }
}
