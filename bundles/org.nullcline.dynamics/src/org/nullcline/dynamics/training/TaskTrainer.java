// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Value;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.optimise.Gradients;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.compute.train.Shard;
import org.nullcline.compute.train.ShardedLoss;
import org.nullcline.dynamics.internal.Quietly;
import org.nullcline.dynamics.model.TaskNetwork;
import org.nullcline.dynamics.task.Task;
import org.nullcline.dynamics.task.TaskTrials;

/**
 * Trains a network on a task, every step on fresh trials.
 *
 * <p>The result depends on network, task, rule and settings only: not on the number of threads, and not on whether the training was interrupted
 * and went on from a checkpoint.
 */
public final class TaskTrainer {

    /** Curve: what share of the judging trials is right. */
    public static final String ACCURACY = "accuracy";

    private final TaskNetwork network;
    private final Task task;
    private final LearningRule rule;
    private final TaskSettings settings;
    private final TaskTrials judging;
    private final ActivityLog log;
    private final int threads;
    private final Progress progress;
    private final Checkpoints checkpoints;
    private final String fingerprint;
    /** Trials of the running batch; set before each evaluation. */
    private volatile TaskTrials batch;

    /**
     * The result of a training; the network has the weights of the last epoch.
     *
     * @param best weights of the epoch with the lowest loss of the judging trials
     * @param last weights of the last epoch
     * @param bestEpoch counted from 1
     * @param curves over all epochs
     */
    public record Outcome(double[] best, double[] last, int bestEpoch, LearningCurves curves) {
    }

    /**
     * Prepares a training.
     *
     * @param log keeps hidden activity as it changes with learning, or null
     * @param identity text that tells whether a checkpoint belongs to this training: everything that decides its numbers
     * @param folder where checkpoints go
     */
    public TaskTrainer(TaskNetwork network, Task task, LearningRule rule, TaskSettings settings, ActivityLog log, String identity, int threads,
            Progress progress, Path folder) {
        this.network = network;
        this.task = task;
        this.rule = rule;
        this.settings = settings;
        this.log = log;
        this.threads = threads;
        this.progress = progress;
        judging = TaskTrials.draw(task, settings.judged(), RandomStream.of(settings.seed()).child("judging"));
        fingerprint = identity + " " + settings;
        checkpoints = new Checkpoints(folder, progress::note);
    }

    /**
     * Trains, from the newest checkpoint where there is one.
     *
     * @throws NullclineException when the loss stops being finite
     */
    public Outcome train() {
        TrainingState state = new TrainingState(network.weights(), settings.newOptimiser());
        checkpoints.newest(fingerprint).ifPresentOrElse(saved -> {
            state.restore(saved);
            if (log != null) {
                log.restore(saved);
            }
            progress.note("Training goes on after epoch " + state.epoch + ".");
        }, this::observe);
        try (ShardedLoss loss = new ShardedLoss(network.weights(), this::shardLoss, network.blueprint().precision(), threads)) {
            train(state, loss);
        }
        return new Outcome(state.best, network.weights().values().clone(), state.bestEpoch, state.curves);
    }

    private void train(TrainingState state, ShardedLoss loss) {
        long written = System.nanoTime();
        int savedEpoch = state.epoch;
        Value saved = save(state);
        while (state.epoch < settings.epochs() && !(state.bestLoss <= settings.stopLoss())) {
            try {
                progress.check();
                epoch(state, loss);
            } catch (NullclineException | CancellationException e) {
                if (savedEpoch > 0) {
                    checkpoints.write(savedEpoch, saved);
                }
                throw e;
            }
            progress.fraction((double) state.epoch / settings.epochs());
            savedEpoch = state.epoch;
            saved = save(state);
            if (System.nanoTime() - written >= settings.checkpointSeconds() * 1e9) {
                checkpoints.write(savedEpoch, saved);
                written = System.nanoTime();
            }
        }
        if (state.epoch < settings.epochs()) {
            progress.note("Training stopped after epoch " + state.epoch + ": the loss has come down to " + state.bestLoss + ".");
        }
    }

    private Value save(TrainingState state) {
        Value saved = state.save(fingerprint);
        return log == null ? saved : log.addTo(saved);
    }

    private void epoch(TrainingState state, ShardedLoss loss) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        steps(state, loss, numbers);
        state.epoch++;
        TaskScore score = TaskScore.of(network, judging, settings.noise(), RandomStream.of(settings.seed()).child("judging noise"), threads,
                Quietly.within(progress));
        requireFinite(score.loss(), "loss of the judging trials", state.epoch);
        numbers.put(LearningCurves.VALIDATION, score.loss());
        numbers.put(ACCURACY, score.accuracy());
        state.curves.add(numbers);
        if (score.loss() < state.bestLoss) {
            state.bestLoss = score.loss();
            state.best = network.weights().values().clone();
            state.bestEpoch = state.epoch;
        }
        numbers.forEach((name, value) -> progress.measure(name.equals(LearningCurves.TRAIN) || name.equals(LearningCurves.VALIDATION) ? "loss." + name : name,
                state.epoch, value));
        observe();
    }

    private void observe() {
        if (log != null) {
            log.observe(network);
        }
    }

    private void steps(TrainingState state, ShardedLoss loss, Map<String, Double> numbers) {
        RandomStream random = RandomStream.of(settings.seed());
        int[] all = IntStream.range(0, settings.batch()).toArray();
        double sum = 0;
        double norms = 0;
        for (int i = 0; i < settings.stepsPerEpoch(); i++) {
            progress.check();
            batch = TaskTrials.draw(task, settings.batch(), random.child("batch", state.step));
            ShardedLoss.Result result = loss.gradient(all, random.child("step", state.step));
            double[] gradient = result.gradient();
            double norm = settings.clip() > 0 ? Gradients.clip(gradient, settings.clip()) : Gradients.norm(gradient);
            double value = result.reports().get(LearningRule.LOSS);
            requireFinite(value, "loss", state.epoch + 1);
            requireFinite(norm, "gradient", state.epoch + 1);
            state.optimiser.step(network.weights(), gradient, settings.learningRate());
            state.step++;
            sum += value;
            norms += norm;
        }
        numbers.put(LearningCurves.TRAIN, sum / settings.stepsPerEpoch());
        numbers.put(LearningCurves.GRADIENT, norms / settings.stepsPerEpoch());
    }

    private Var shardLoss(Tape tape, Shard shard) {
        progress.check();
        return rule.objective(tape, network, batch, shard.trials(), settings.noise());
    }

    private void requireFinite(double value, String what, int epoch) {
        if (!Double.isFinite(value)) {
            throw NullclineException.task("Training diverged in epoch " + epoch + ": the " + what + " is " + value + ". Lower 'learningRate' (now "
                    + settings.learningRate() + ") or set 'clip' (now " + (settings.clip() > 0 ? settings.clip() : "off")
                    + "); the checkpoint before that epoch is kept.");
        }
    }
}
