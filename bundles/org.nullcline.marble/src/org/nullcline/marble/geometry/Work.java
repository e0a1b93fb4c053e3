// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.nullcline.api.step.Progress;

/**
 * How many threads a computation may use and who watches it. Results never depend on the number of threads: work is cut into blocks whose
 * outcomes do not touch each other.
 *
 * @param threads at least 1
 * @param progress asked between blocks whether to stop
 */
public record Work(int threads, Progress progress) {

    /** One thread that nobody watches. */
    public static final Work ALONE = new Work(1, Progress.NONE);

    /** Checks the number of threads. */
    public Work {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, not " + threads + ".");
        }
    }

    /** Something to do for the indices {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    public interface Block {

        /** Does it; blocks run in any order and at the same time. */
        void run(int from, int to);
    }

    /** Runs {@code block} over 0 … count − 1, {@code size} indices at a time. The first failure stops the rest and is thrown. */
    public void blocks(int count, int size, Block block) {
        int blocks = (count + size - 1) / size;
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable worker = () -> {
            for (int b = next.getAndIncrement(); b < blocks && failure.get() == null; b = next.getAndIncrement()) {
                try {
                    progress.check();
                    block.run(b * size, Math.min(count, (b + 1) * size));
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            }
        };
        Thread[] helpers = new Thread[Math.max(0, Math.min(threads, blocks) - 1)];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(worker, "manifold-geometry-" + i);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
        worker.run();
        join(helpers);
        switch (failure.get()) {
            case null -> {
            }
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    private static void join(Thread[] helpers) {
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
