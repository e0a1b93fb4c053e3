// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.train.ShardedLoss;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.model.Sessions;
import org.nullcline.dynamics.model.TrialData;

/**
 * How much memory a training will take, found before it starts: forward and backward passes over the first bins of a few trials say what a trial
 * and a bin cost, and so what the longest trials will. Adaptive solvers are measured with a step for every bin: at first their steps are longer, but
 * the field that a training finds needs shorter ones.
 */
public final class MemoryBound {

    private static final double MEGABYTE = 1 << 20;
    /** Tapes grow by half when they run out, and are copied to do so. */
    private static final double GROWTH = 1.5 + 1;
    /** What the tapes of inference need besides those of training. */
    private static final double INFERENCE = 1.3;
    /** What a process needs before it does anything. */
    private static final double BASE = 48;
    /** A shard may hold half as many trials more than its usual size. */
    private static final int LARGEST_SHARD = ShardedLoss.SHARD_SIZE + ShardedLoss.SHARD_SIZE / 2;
    /** Most numbers that one tape can hold. */
    private static final double TAPE = Integer.MAX_VALUE - 64;
    private static final int FEW_TRIALS = 16;
    private static final int MORE_TRIALS = 32;
    private static final int FEW_BINS = 8;
    private static final int MORE_BINS = 24;

    private MemoryBound() {
    }

    /**
     * Announces the bound.
     *
     * @param kept bytes that the results of the training will take
     * @throws NullclineException when the training would not fit into the memory of this process
     */
    public static void announce(SequentialAutoencoder model, Sessions sessions, int[] training, int threads, long kept, Progress progress) {
        announce(model, sessions, training, threads, kept, progress, Runtime.getRuntime().maxMemory());
    }

    /** As above with the bytes that the process may use. */
    static void announce(SequentialAutoencoder model, Sessions sessions, int[] training, int threads, long kept, Progress progress, long available) {
        double elements = elements(model, sessions, training);
        String remedy = "cut the trials into shorter ones or use larger bins";
        if (elements > TAPE) {
            throw NullclineException.task("Training on trials of " + sessions.longest(training) + " bins needs about " + Math.round(elements)
                    + " numbers at once, more than one array can hold; " + remedy + ".");
        }
        double limit = available / MEGABYTE;
        double bound = megabytes(model, sessions, elements, threads, kept);
        if (bound > limit) {
            throw NullclineException.task("Training with " + threads + (threads == 1 ? " thread" : " threads") + " needs about " + Math.round(bound)
                    + " MB, but this process may use " + Math.round(limit) + " MB; give it more with --memory, " + (threads > 1 ? "use fewer threads, " : "") + "or "
                    + remedy + ".");
        }
        boolean onDisk = IntStream.range(0, sessions.count()).anyMatch(s -> !sessions.data(s).inMemory());
        progress.note("Memory for training: up to about " + Math.max(1, Math.round(bound)) + " MB"
                + (onDisk ? "; the recording stays on the disk and is read batch by batch." : "."));
    }

    private static double megabytes(SequentialAutoencoder model, Sessions sessions, double elements, int threads, long kept) {
        double numbers = kept;
        for (int session = 0; session < sessions.count(); session++) {
            numbers += sessions.data(session).bytes();
        }
        double bytes = model.blueprint().precision() == Precision.FLOAT ? Float.BYTES : Double.BYTES;
        double tapes = GROWTH * INFERENCE * elements * bytes * threads;
        // Weights with gradients of the threads, moments, best and checkpoint.
        double weights = (10.0 + 2 * threads) * Double.BYTES * model.weights().size();
        return BASE + (tapes + weights + numbers) / MEGABYTE;
    }

    /** Numbers on the tape of the largest shard. */
    static double elements(SequentialAutoencoder model, Sessions sessions, int[] training) {
        double elements = 0;
        SequentialAutoencoder cautious = model.binByBin();
        for (int session = 0; session < sessions.count(); session++) {
            int[] own = sessions.of(session, training);
            if (own.length > 0) {
                elements = Math.max(elements, shard(cautious, session, sessions.data(session), own));
            }
        }
        return elements;
    }

    /**
     * Numbers on the tape of a shard of the longest trials of a session, a + b · trials + c · bins + d · trials · bins, from four small shards. All
     * trials count as if they were as long as the longest.
     */
    private static double shard(SequentialAutoencoder model, int session, TrialData data, int[] training) {
        int[] longest = data.longestFirst(training);
        int[] all = Arrays.copyOf(longest, Math.min(longest.length, LARGEST_SHARD));
        int[] few = Arrays.copyOf(all, Math.min(all.length, FEW_TRIALS));
        int[] more = Arrays.copyOf(all, Math.min(all.length, MORE_TRIALS));
        int shortest = data.trials().length(more[more.length - 1]);
        int brief = Math.min(shortest, FEW_BINS);
        int longer = Math.min(shortest, MORE_BINS);
        double base = measured(model, session, data, few, brief);
        double perTrial = slope(base, measured(model, session, data, more, brief), more.length - few.length);
        double longerBase = measured(model, session, data, few, longer);
        double longerPerTrial = slope(longerBase, measured(model, session, data, more, longer), more.length - few.length);
        double trials = all.length - few.length;
        double atBrief = base + perTrial * trials;
        double atLonger = longerBase + longerPerTrial * trials;
        return atBrief + slope(atBrief, atLonger, longer - brief) * (data.longest(all) - brief);
    }

    private static double slope(double from, double to, int steps) {
        return steps == 0 ? 0 : (to - from) / steps;
    }

    private static double measured(SequentialAutoencoder model, int session, TrialData data, int[] trials, int bins) {
        Tape tape = Tape.training(model.blueprint().precision());
        var observed = data.beginnings(tape, trials, bins);
        Var loss = model.negativeLogLikelihood(model.run(session, observed, data.inputBeginnings(tape, trials, bins), bins), observed);
        tape.backward(loss);
        return tape.size();
    }
}
