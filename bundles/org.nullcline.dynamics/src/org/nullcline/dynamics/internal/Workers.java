// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.nullcline.api.step.Progress;

/** Independent pieces of work on several threads, each thread with a tool of its own; results come back in the order of the items. */
public final class Workers {

    private static final int SLICES_PER_THREAD = 8;

    private Workers() {
    }

    /** Applies {@code work} to all items; the first failure ends it. */
    public static <T, W, R> List<R> map(int threads, List<T> items, Supplier<W> tool, BiFunction<W, T, R> work, Progress progress) {
        int slices = Math.max(1, Math.min(items.size(), threads * SLICES_PER_THREAD));
        AtomicInteger done = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
        try {
            List<Future<List<R>>> futures = new ArrayList<>();
            for (int slice = 0; slice < slices; slice++) {
                List<T> part = items.subList((int) ((long) items.size() * slice / slices), (int) ((long) items.size() * (slice + 1) / slices));
                futures.add(pool.submit(() -> {
                    W own = tool.get();
                    List<R> results = new ArrayList<>(part.size());
                    for (T item : part) {
                        progress.check();
                        results.add(work.apply(own, item));
                        progress.fraction((double) done.incrementAndGet() / items.size());
                    }
                    return results;
                }));
            }
            List<R> all = new ArrayList<>(items.size());
            for (Future<List<R>> future : futures) {
                all.addAll(future.get());
            }
            return all;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The work was interrupted.");
        } finally {
            pool.shutdownNow();
        }
    }
}
