// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The calling thread and a few helpers, which do independent pieces of work. Results come in the order of the pieces, so that it makes no difference
 * how many there are.
 *
 * @param <T> what a member has of its own
 */
final class Crew<T> implements AutoCloseable {

    private final List<T> tools = new ArrayList<>();
    private final ExecutorService helpers;

    /**
     * Piece number {@code index} of some work.
     *
     * @param <T> what the member that does it has of its own
     * @param <R> the result
     */
    @FunctionalInterface
    interface Piece<T, R> {
        R work(int index, T tool);
    }

    /** So many members, the calling thread being one. */
    Crew(int members, Supplier<T> tool) {
        for (int i = 0; i < members; i++) {
            tools.add(tool.get());
        }
        helpers = members > 1 ? Executors.newFixedThreadPool(members - 1, Thread.ofPlatform().daemon().name("align-", 0).factory()) : null;
    }

    /** The results of the pieces 0 … count − 1; the first failure ends all. */
    <R> List<R> map(int count, Piece<T, R> piece) {
        List<R> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(null);
        }
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> others = new ArrayList<>();
        for (int member = 1; member < Math.min(tools.size(), count); member++) {
            T tool = tools.get(member);
            others.add(helpers.submit(() -> work(next, count, piece, tool, results)));
        }
        try {
            work(next, count, piece, tools.getFirst(), results);
            for (Future<?> other : others) {
                other.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The alignment was interrupted.");
        } finally {
            next.set(count);
        }
        return results;
    }

    private static <T, R> void work(AtomicInteger next, int count, Piece<T, R> piece, T tool, List<R> results) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            results.set(i, piece.work(i, tool));
        }
    }

    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdownNow();
        }
    }
}
