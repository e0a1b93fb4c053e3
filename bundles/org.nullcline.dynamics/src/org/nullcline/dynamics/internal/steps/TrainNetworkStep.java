// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.List;
import java.util.Map;

import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.internal.Quietly;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.FittedModel;
import org.nullcline.dynamics.model.TaskNetwork;
import org.nullcline.dynamics.task.Task;
import org.nullcline.dynamics.task.TaskTrials;
import org.nullcline.dynamics.training.ActivityLog;
import org.nullcline.dynamics.training.LearningCurves;
import org.nullcline.dynamics.training.LearningRule;
import org.nullcline.dynamics.training.TaskScore;
import org.nullcline.dynamics.training.TaskSettings;
import org.nullcline.dynamics.training.TaskTrainer;

/** Trains a recurrent network on a task and runs it on fresh trials. */
public final class TrainNetworkStep implements Step {

    private static final double CHECKPOINT_SECONDS = 20;

    @Override
    public void check(Parameters parameters) {
        TaskChoice.check(parameters);
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters p, StepContext context) {
        long seed = Seeds.of(p, context);
        Task task = TaskChoice.task(p);
        Blueprint blueprint = TaskChoice.blueprint(p, task, context.contributions());
        RandomStream random = RandomStream.of(seed);
        TaskNetwork network = new TaskNetwork(blueprint, random.child("network"), context.contributions());
        LearningRule rule = TaskChoice.rule(p, blueprint, random.child("network"), context.contributions());
        TaskSettings settings = new TaskSettings(p.integer("epochs"), p.integer("stepsPerEpoch"), p.integer("batch"), p.integer("judgingTrials"),
                p.real("learningRate"), p.real("weightDecay"), p.text("optimiser"), p.real("momentum"), p.real("clip"), p.real("noise"),
                p.real("stopLoss"), CHECKPOINT_SECONDS, seed);
        // Fresh trials have a seed of their own, so that networks with different seeds can be compared on the same inputs.
        RandomStream fresh = RandomStream.of(p.whole("trialSeed"));
        ActivityLog log = new ActivityLog(TaskTrials.draw(task, p.integer("observedTrials"), fresh.child("observed")), p.integer("observedBins"));
        context.progress().note("Training " + blueprint.architecture().descriptor().name() + " with " + blueprint.latentSize() + " units, "
                + network.weights().size() + " weights, on " + task.summary() + ".");
        TaskTrainer.Outcome outcome = new TaskTrainer(network, task, rule, settings, log, identity(p, blueprint), context.threads(), context.progress(),
                context.checkpoints()).train();
        TaskResults.remarkEnd(outcome, settings, context.progress());
        Value.Builder model = TaskResults.model(network, task, outcome, p.text("keep").equals(FittedModel.BEST));
        p.normalised().forEach((name, text) -> model.attribute("fit." + name, text));
        TaskTrials trials = TaskTrials.draw(task, p.integer("trials"), fresh.child("fresh"));
        TaskScore score = TaskScore.of(network, trials, p.real("noise"), random.child("fresh noise"), context.threads(),
                Quietly.within(context.progress()));
        TaskResults.addStates(model, score, network.dynamics().stateSize(), seed);
        long[] labels = trials.trials().stream().mapToLong(Task.Trial::condition).toArray();
        return Map.of("model", model.attribute("seed", seed).build(), "trajectories",
                TaskResults.trajectories(network, trials, score, labels, task.conditions()).build(), "learning", log.value(), "scores",
                scores(blueprint, score, outcome));
    }

    private static String identity(Parameters p, Blueprint blueprint) {
        Descriptor architecture = blueprint.architecture().descriptor();
        String solver = blueprint.solver() == null ? "" : blueprint.solver().descriptor().id() + " " + blueprint.solver().descriptor().version();
        return p.normalised() + " " + architecture.id() + " " + architecture.version() + " " + solver;
    }

    private static Value scores(Blueprint blueprint, TaskScore score, TaskTrainer.Outcome outcome) {
        double[] train = outcome.curves().curve(LearningCurves.TRAIN);
        return new Scores.Builder(List.of("accuracy", "loss", "r2", "trainLoss", "bestEpoch", "epochs"))
                .row(blueprint.architecture().descriptor().shortId(), score.accuracy(), score.loss(), score.r2(), train[train.length - 1],
                        outcome.bestEpoch(), outcome.curves().epochs())
                .note("Accuracy, loss and R² of fresh trials; the training loss is that of the last epoch.").build();
    }
}
