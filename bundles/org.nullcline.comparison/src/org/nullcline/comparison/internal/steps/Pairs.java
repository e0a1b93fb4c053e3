// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.steps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.step.PreparedValues;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.StepContext;

/** Runs independent pieces of work on a few threads; the result does not depend on how many. */
final class Pairs implements AutoCloseable {

    private final ExecutorService executor;
    private final int threads;
    private final Progress progress;

    Pairs(int threads, Progress progress) {
        this.threads = Math.max(1, threads);
        this.progress = progress;
        this.executor = Executors.newFixedThreadPool(this.threads, Thread.ofPlatform().daemon().name("compare-", 0).factory());
    }

    /** What each of so many pieces of work may use: all threads if it is alone, one if there are enough pieces for all threads. */
    StepContext within(StepContext context, int pieces) {
        return new Share(context, pieces >= threads ? 1 : Math.max(1, threads / Math.max(1, pieces)));
    }

    private record Share(StepContext whole, int threads) implements StepContext {

        @Override
        public Progress progress() {
            return whole.progress();
        }

        @Override
        public long seed() {
            return whole.seed();
        }

        @Override
        public Path checkpoints() {
            return whole.checkpoints();
        }

        @Override
        public Contributions contributions() {
            return whole.contributions();
        }

        @Override
        public PreparedValues prepared() {
            return whole.prepared();
        }
    }

    /** How many pieces of work go on at the same time. */
    int threads() {
        return threads;
    }

    /** Calls {@code work} for 0 … count − 1 and reports progress from {@code from} to {@code to}; the first failure ends all. */
    void forEach(int count, double from, double to, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Future<?>> futures = new ArrayList<>();
        for (int t = 0; t < Math.min(threads, count); t++) {
            futures.add(executor.submit(() -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    progress.check();
                    work.accept(i);
                    progress.fraction(from + (to - from) * done.incrementAndGet() / count);
                }
                return null;
            }));
        }
        try {
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            next.set(count);
            throw e.getCause() instanceof RuntimeException failure ? failure
                    : new NullclineException(NullclineException.Kind.TASK, "A comparison failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            next.set(count);
            Thread.currentThread().interrupt();
            throw new CancellationException("The comparison was interrupted.");
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
