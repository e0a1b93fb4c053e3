// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Value;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.optimise.Gradients;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.compute.train.Shard;
import org.nullcline.compute.train.ShardedLoss;
import org.nullcline.dynamics.internal.Quietly;
import org.nullcline.dynamics.model.Predictions;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.model.Sessions;
import org.nullcline.dynamics.model.TrialData;
import org.nullcline.dynamics.score.AffineMap;
import org.nullcline.dynamics.score.Determination;

/**
 * Trains a sequential autoencoder (S0 §3): Adam on the negative log-likelihood of the first bins of each trial, more bins with time.
 *
 * <p>The result depends on model, data, splits and settings only: not on the number of threads, and not on whether the training was interrupted
 * and went on from a checkpoint.
 */
public final class Trainer {

    private static final int SCORED_EPOCHS = 200;

    private final SequentialAutoencoder model;
    private final Sessions sessions;
    private final int[] training;
    private final int[] validation;
    private final TrainingSettings settings;
    private final List<Truth> truths;
    private final Progress progress;
    private final Checkpoints checkpoints;
    private final int threads;
    private final int bins;
    private final String fingerprint;
    /** What the loss of the running batch looks at; set before each evaluation. */
    private volatile Window window;

    private record Window(int points, double binsPerTrial, double divergenceWeight) {
    }

    /**
     * What is known about validation trials of a simulated session; either matrix may be null.
     *
     * @param session index
     * @param trials of the session, one after the other in the matrices
     * @param rates samples × channels
     * @param latents samples × state
     */
    public record Truth(int session, int[] trials, Matrix rates, Matrix latents) {
    }

    /**
     * The result of a training.
     *
     * @param best weights of the epoch with the lowest validation loss over the whole trials (those of the last epoch without validation trials)
     * @param last weights of the last epoch
     * @param bestEpoch counted from 1
     * @param curves over all epochs
     */
    public record Outcome(double[] best, double[] last, int bestEpoch, LearningCurves curves) {
    }

    /**
     * Prepares a training.
     *
     * @param training trials to fit, counted over all sessions; at least one
     * @param validation trials to choose by; may be empty
     * @param truths about validation trials, at most one per session; empty where nothing is known
     * @param folder where checkpoints go
     */
    public Trainer(SequentialAutoencoder model, Sessions sessions, int[] training, int[] validation, TrainingSettings settings, List<Truth> truths,
            int threads, Progress progress, Path folder) {
        this.model = model;
        this.sessions = sessions;
        this.training = training.clone();
        this.validation = sessions.inOrder(validation);
        this.settings = settings;
        this.truths = List.copyOf(truths);
        this.threads = threads;
        this.progress = progress;
        bins = Math.max(sessions.longest(training), sessions.longest(validation));
        fingerprint = Fingerprint.of(model.blueprint(), settings, sessions, training, validation);
        checkpoints = new Checkpoints(folder, progress::note);
    }

    /**
     * Trains, from the newest checkpoint where there is one.
     *
     * @throws NullclineException when the loss stops being finite
     */
    public Outcome train() {
        TrainingState state = new TrainingState(model.weights(), settings.newOptimiser(), settings.schedule().plateau());
        checkpoints.newest(fingerprint).ifPresent(saved -> {
            state.restore(saved);
            progress.note("Training goes on after epoch " + state.epoch + ".");
        });
        RandomStream random = RandomStream.of(settings.seed()).child("training");
        try (ShardedLoss loss = new ShardedLoss(model.weights(), this::shardLoss, model.blueprint().precision(), threads)) {
            train(state, loss, random);
        }
        return new Outcome(state.best, model.weights().values().clone(), state.bestEpoch, state.curves);
    }

    private void train(TrainingState state, ShardedLoss loss, RandomStream random) {
        long written = System.nanoTime();
        int savedEpoch = state.epoch;
        Value saved = state.save(fingerprint);
        while (state.epoch < settings.epochs() && !(settings.patience() > 0 && state.sinceBest >= settings.patience())) {
            try {
                progress.check();
                epoch(state, loss, random);
            } catch (NullclineException | CancellationException e) {
                if (savedEpoch > 0) {
                    checkpoints.write(savedEpoch, saved);
                }
                throw e;
            }
            progress.fraction((double) state.epoch / settings.epochs());
            savedEpoch = state.epoch;
            saved = state.save(fingerprint);
            if (System.nanoTime() - written >= settings.checkpointSeconds() * 1e9) {
                checkpoints.write(savedEpoch, saved);
                written = System.nanoTime();
            }
        }
        if (state.epoch < settings.epochs()) {
            progress.note("Training stopped after epoch " + state.epoch + ": the validation loss has not fallen for " + settings.patience() + " epochs.");
        }
    }

    private void epoch(TrainingState state, ShardedLoss loss, RandomStream random) {
        int points = settings.points(state.epoch, bins);
        if (state.epoch > 0 && points > settings.points(state.epoch - 1, bins)) {
            // Losses over more bins cannot be compared with those before: later bins are harder to predict.
            state.bestLoss = Double.POSITIVE_INFINITY;
            state.sinceBest = 0;
            if (state.plateau != null) {
                state.plateau.forgetLosses();
            }
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        steps(state, loss, random, points, numbers);
        state.epoch++;
        numbers.put(LearningCurves.POINTS, (double) points);
        double judged = numbers.get(LearningCurves.TRAIN);
        if (validation.length > 0) {
            window = new Window(points, sessions.meanBins(validation, points), 0);
            judged = loss.value(validation, random.child("validation")).loss();
            requireFinite(judged, "validation loss", state.epoch);
            numbers.put(LearningCurves.VALIDATION, judged);
            score(state.epoch, numbers);
        }
        state.curves.add(numbers);
        if (state.plateau != null) {
            state.plateau.observe(judged);
        }
        if (validation.length == 0 || judged < state.bestLoss) {
            state.bestLoss = judged;
            state.best = model.weights().values().clone();
            state.bestEpoch = state.epoch;
            state.sinceBest = 0;
        } else {
            state.sinceBest++;
        }
        numbers.forEach((name, value) -> progress.measure(name.equals(LearningCurves.TRAIN) || name.equals(LearningCurves.VALIDATION) ? "loss." + name : name,
                state.epoch, value));
    }

    private void steps(TrainingState state, ShardedLoss loss, RandomStream random, int points, Map<String, Double> numbers) {
        int[] order = random.child("order", state.epoch).permutation(training.length);
        window = new Window(points, sessions.meanBins(training, points), settings.divergenceWeight(state.epoch));
        double rate = settings.learningRate() * settings.schedule().at(state.epoch) * (state.plateau == null ? 1 : state.plateau.factor());
        double sum = 0;
        double norms = 0;
        double divergence = 0;
        int batches = 0;
        for (int from = 0; from < order.length; from += settings.batch()) {
            int[] batch = Arrays.stream(order, from, Math.min(order.length, from + settings.batch())).map(i -> training[i]).toArray();
            ShardedLoss.Result result = loss.gradient(sessions.inOrder(batch), random.child("step", state.step));
            double[] gradient = result.gradient();
            double norm = settings.clip() > 0 ? Gradients.clip(gradient, settings.clip()) : Gradients.norm(gradient);
            requireFinite(result.loss(), "loss", state.epoch + 1);
            requireFinite(norm, "gradient", state.epoch + 1);
            state.optimiser.step(model.weights(), gradient, rate);
            state.step++;
            sum += result.loss() * batch.length;
            norms += norm;
            divergence += result.reports().getOrDefault(LearningCurves.DIVERGENCE, 0.0) * batch.length;
            batches++;
        }
        numbers.put(LearningCurves.TRAIN, sum / order.length);
        numbers.put(LearningCurves.GRADIENT, norms / batches);
        if (!settings.schedule().equals(RateSchedule.CONSTANT)) {
            numbers.put(LearningCurves.LEARNING_RATE, rate);
        }
        if (model.blueprint().inference().variational()) {
            numbers.put(LearningCurves.DIVERGENCE, divergence / order.length);
        }
    }

    private void requireFinite(double value, String what, int epoch) {
        if (!Double.isFinite(value)) {
            throw NullclineException.task("Training diverged in epoch " + epoch + ": the " + what + " is " + value + ". Lower 'learningRate' (now "
                    + settings.learningRate() + ") or set 'clip' (now " + (settings.clip() > 0 ? settings.clip() : "off")
                    + ")" + (epoch > 1 ? "; the checkpoint before that epoch is kept." : "."));
        }
    }

    /** The part of a shard in the mean loss per bin, trial and channel. */
    private Var shardLoss(Tape tape, Shard shard) {
        progress.check();
        Window now = window;
        Var loss = null;
        Var divergence = null;
        // Each trial weighs the same, whatever the number of channels of its session.
        for (Sessions.Group group : sessions.groups(shard.trials())) {
            TrialData data = sessions.data(group.session());
            List<Var> observed = data.observed(tape, group.trials());
            var pass = model.run(group.session(), observed, data.inputs(tape, group.trials()), Math.min(now.points(), observed.size()));
            double share = 1 / (now.binsPerTrial() * shard.trials().length * data.channels());
            loss = plus(loss, model.negativeLogLikelihood(pass, observed).scale(share));
            divergence = pass.divergence() == null ? null : plus(divergence, pass.divergence().scale(share));
        }
        if (divergence == null) {
            return loss;
        }
        tape.report(LearningCurves.DIVERGENCE, divergence);
        return loss.plus(divergence.scale(now.divergenceWeight()));
    }

    private static Var plus(Var sum, Var term) {
        return sum == null ? term : sum.plus(term);
    }

    /** Agreement with the truth, the mean over the sessions of which it is known. */
    private void score(int epoch, Map<String, Double> numbers) {
        int every = Math.max(1, settings.epochs() / SCORED_EPOCHS);
        if (epoch % every != 0 && epoch != settings.epochs()) {
            return;
        }
        long ratesKnown = truths.stream().filter(t -> t.rates() != null).count();
        long latentsKnown = truths.stream().filter(t -> t.latents() != null).count();
        for (Truth truth : truths) {
            Predictions predicted = Predictions.of(model, sessions, truth.session(), truth.trials(), threads, Quietly.within(progress));
            if (truth.rates() != null) {
                Matrix rates = new Matrix(truth.rates().rows(), truth.rates().columns(), predicted.rates());
                numbers.merge(LearningCurves.RATE_R2, Determination.mean(truth.rates(), rates) / ratesKnown, Double::sum);
            }
            if (truth.latents() != null) {
                int rows = truth.latents().rows();
                Matrix states = new Matrix(rows, model.dynamics().stateSize(), predicted.states()).columns(0, model.blueprint().latentSize());
                double r2 = rows > truth.latents().columns() ? AffineMap.r2(truth.latents(), states) : Double.NaN;
                numbers.merge(LearningCurves.HIDDEN_R2, r2 / latentsKnown, Double::sum);
            }
        }
    }
}
