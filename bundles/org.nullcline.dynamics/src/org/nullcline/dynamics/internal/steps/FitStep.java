// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Value;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.model.Blueprint;
import org.nullcline.dynamics.model.FittedModel;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.training.LearningCurves;
import org.nullcline.dynamics.training.MemoryBound;
import org.nullcline.dynamics.training.RateSchedule;
import org.nullcline.dynamics.training.Trainer;
import org.nullcline.dynamics.training.TrainingSettings;

/** Fits a sequential autoencoder to a recording, or to several that share its dynamics. */
public final class FitStep implements Step {

    private static final double CHECKPOINT_SECONDS = 20;

    @Override
    public void check(Parameters parameters) {
        ModelChoice.check(parameters);
    }

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Progress progress = context.progress();
        FitSessions sessions = FitSessions.of(inputs, parameters, progress);
        int[] training = sessions.trialsOf(Split.TRAIN);
        int[] validation = sessions.trialsOf(Split.VALIDATION);
        Blueprint blueprint = ModelChoice.blueprint(parameters, sessions, context.contributions());
        long seed = Seeds.of(parameters, context);
        SequentialAutoencoder model = new SequentialAutoencoder(blueprint, RandomStream.of(seed).child("model"), context.contributions());
        sessions.readIn(model, parameters, RandomStream.of(seed).child("alignment"), progress);
        TrainingSettings settings = settings(parameters, training.length, seed, progress);
        progress.note("Fitting " + blueprint.summary() + ", " + model.weights().size() + " weights, to " + training.length + " trials ("
                + validation.length + " for validation).");
        MemoryBound.announce(model, sessions.data(), training, context.threads(), FitResults.bytes(sessions, blueprint.latentSize()), progress);
        Trainer.Outcome outcome = new Trainer(model, sessions.data(), training, validation, settings, sessions.truths(progress), context.threads(), progress,
                context.checkpoints()).train();
        remarkEnd(outcome, settings, validation.length, progress);
        return results(sessions, parameters, context, model, outcome, seed);
    }

    private static TrainingSettings settings(Parameters p, int trials, long seed, Progress progress) {
        int batch = p.integer("batch");
        if (batch > trials) {
            progress.remark("A batch of " + batch + " trials is more than the " + trials + " training trials; each step uses all of them.");
        }
        return new TrainingSettings(p.integer("epochs"), Math.min(batch, trials), p.real("learningRate"), schedule(p), p.real("weightDecay"),
                p.text("optimiser"), p.real("clip"), p.integer("pointsPerGroup"), p.integer("epochsPerGroup"), p.integer("earlyStopping"),
                p.real("divergenceWeight"), p.integer("divergenceEpochs"), CHECKPOINT_SECONDS, seed);
    }

    private static RateSchedule schedule(Parameters p) {
        RateSchedule.Shape shape = RateSchedule.Shape.valueOf(p.text("schedule").toUpperCase(Locale.ROOT));
        if (shape == RateSchedule.Shape.CONSTANT && p.integer("warmUp") == 0) {
            return RateSchedule.CONSTANT;
        }
        int all = Math.max(1, p.integer("epochs") - p.integer("warmUp"));
        int usual = shape == RateSchedule.Shape.COSINE ? all : Math.max(1, all / 10);
        return new RateSchedule(shape, p.has("scheduleEpochs") ? p.integer("scheduleEpochs") : usual, p.real("scheduleFactor"), p.integer("warmUp"));
    }

    private static void remarkEnd(Trainer.Outcome outcome, TrainingSettings settings, int validation, Progress progress) {
        int epochs = outcome.curves().epochs();
        if (settings.schedule().shape() == RateSchedule.Shape.PLATEAU) {
            remarkRates(outcome.curves().curve(LearningCurves.LEARNING_RATE), settings.schedule().warmUp(), progress);
        }
        if (epochs < settings.epochs()) {
            progress.remark("Training ended early, after epoch " + epochs + " of " + settings.epochs() + ": the validation loss had not fallen for "
                    + settings.patience() + " epochs.");
        } else if (validation > 0 && outcome.bestEpoch() == epochs) {
            progress.remark("The validation loss was lowest in the last epoch (" + epochs + "); it may fall further with more epochs.");
        }
    }

    private static void remarkRates(double[] rates, int warmUp, Progress progress) {
        int[] lowered = IntStream.range(warmUp + 1, rates.length).filter(epoch -> rates[epoch] < rates[epoch - 1]).toArray();
        if (lowered.length > 0) {
            progress.remark("The learning rate was lowered " + (lowered.length == 1 ? "once" : lowered.length + " times") + ", first in epoch " + (lowered[0] + 1)
                    + ", to " + String.format(Locale.ROOT, "%.3g", rates[rates.length - 1]) + ", as the loss had stopped falling.");
        }
    }

    private static Map<String, Value> results(FitSessions sessions, Parameters parameters, StepContext context, SequentialAutoencoder model,
            Trainer.Outcome outcome, long seed) {
        Weights weights = model.weights();
        boolean keepBest = parameters.text("keep").equals(FittedModel.BEST);
        Value.Builder builder = FittedModel.builder(model.blueprint(), sessions.data(), sessions.longest());
        weights.setAll(outcome.best());
        FittedModel.addWeights(builder, FittedModel.BEST, weights);
        weights.setAll(outcome.last());
        FittedModel.addWeights(builder, FittedModel.LAST, weights);
        weights.setAll(keepBest ? outcome.best() : outcome.last());
        outcome.curves().write(builder);
        FitResults results = new FitResults(model, sessions, context, seed);
        for (Map.Entry<String, String> entry : parameters.normalised().entrySet()) {
            builder.attribute("fit." + entry.getKey(), entry.getValue());
        }
        Value fitted = builder.attribute(FittedModel.KEPT, keepBest ? FittedModel.BEST : FittedModel.LAST).attribute("seed", seed)
                .attribute("epochs", outcome.curves().epochs()).attribute("bestEpoch", outcome.bestEpoch())
                .array(FittedModel.STATES, "", results.states(), "sample", "state").build();
        return Map.of("model", fitted, "trajectories", results.trajectories());
    }
}
