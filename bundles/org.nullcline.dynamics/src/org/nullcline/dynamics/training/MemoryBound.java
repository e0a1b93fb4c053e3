// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.KernelSets;
import org.nullcline.compute.kernel.Kernels;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.train.ShardedLoss;
import org.nullcline.dynamics.model.SequentialAutoencoder;
import org.nullcline.dynamics.model.Sessions;
import org.nullcline.dynamics.model.TrialData;

/** How much memory a training will take, measured by one forward and backward pass over the longest trials. */
public final class MemoryBound {

    private static final double MEGABYTE = 1 << 20;
    /** Tapes grow by half when they run out. */
    private static final double GROWTH = 1.5;

    private MemoryBound() {
    }

    /**
     * Announces the bound.
     *
     * @param kept bytes that the results of the training will take
     * @throws NullclineException when the training would not fit into the memory of this process
     */
    public static void announce(SequentialAutoencoder model, Sessions sessions, int[] training, int threads, long kept, Progress progress) {
        double limit = Runtime.getRuntime().maxMemory() / MEGABYTE;
        double bound;
        try {
            bound = megabytes(model, sessions, training, threads, kept);
        } catch (OutOfMemoryError e) {
            throw new NullclineException(NullclineException.Kind.TASK, "One shard of " + ShardedLoss.SHARD_SIZE + " trials does not fit into the "
                    + Math.round(limit) + " MB of this process; cut the trials into shorter ones, use larger bins, or give the process more memory.", e);
        }
        if (bound > limit) {
            throw NullclineException.task("Training with " + threads + " threads needs about " + Math.round(bound) + " MB, but this process may use "
                    + Math.round(limit) + " MB; use fewer threads, shorter trials or larger bins, or give the process more memory.");
        }
        boolean onDisk = IntStream.range(0, sessions.count()).anyMatch(s -> !sessions.data(s).inMemory());
        progress.note("Memory for training: up to about " + Math.max(1, Math.round(bound)) + " MB"
                + (onDisk ? "; the recording stays on the disk and is read batch by batch." : "."));
    }

    private static double megabytes(SequentialAutoencoder model, Sessions sessions, int[] training, int threads, long kept) {
        double elements = 0;
        double numbers = kept;
        for (int session = 0; session < sessions.count(); session++) {
            int[] own = sessions.of(session, training);
            if (own.length > 0) {
                elements = Math.max(elements, shard(model, session, sessions.data(session), own));
            }
            numbers += sessions.data(session).bytes();
        }
        double bytes = model.blueprint().precision() == Precision.FLOAT ? Float.BYTES : Double.BYTES;
        // Training and inference tape of each thread, weights with moments, best and checkpoint, and the data.
        double tapes = GROWTH * elements * bytes * threads * 1.5;
        double weights = 10.0 * Double.BYTES * model.weights().size();
        return (tapes + weights + numbers) / MEGABYTE;
    }

    /** Elements that a shard of the longest trials of a session takes on a tape. */
    private static double shard(SequentialAutoencoder model, int session, TrialData data, int[] training) {
        int[] longest = data.longestFirst(training);
        int[] shard = Arrays.copyOf(longest, Math.min(longest.length, ShardedLoss.SHARD_SIZE + ShardedLoss.SHARD_SIZE / 2));
        Kernels memory = KernelSets.create(model.blueprint().precision());
        Tape tape = new Tape(memory, Tape.Mode.TRAINING);
        List<Var> observed = data.observed(tape, shard);
        Var loss = model.negativeLogLikelihood(model.run(session, observed, data.inputs(tape, shard), observed.size()), observed);
        tape.backward(loss);
        return memory.capacity();
    }
}
