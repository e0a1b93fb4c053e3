// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;

/**
 * Evaluates the mean loss of a batch and its gradient: cuts the batch into shards of a fixed size, runs them on several threads, and adds
 * the results in the order of the shards. So the result is the same, bit by bit, for any number of threads.
 *
 * <p>One evaluation at a time; {@link #close} ends the threads.
 */
public final class ShardedLoss implements AutoCloseable {

    /** Trials of a shard, unless chosen otherwise: its variables stay in the cache of one core. */
    public static final int SHARD_SIZE = 64;

    private final Weights weights;
    private final ShardFunction function;
    private final Precision precision;
    private final int threads;
    private final int shardSize;
    private final ExecutorService pool;
    private final Tape[] training;
    private final Tape[] inference;

    /** Shards of {@value #SHARD_SIZE} trials. */
    public ShardedLoss(Weights weights, ShardFunction function, Precision precision, int threads) {
        this(weights, function, precision, threads, SHARD_SIZE);
    }

    /**
     * Prepares an evaluation.
     *
     * @param weights   whose gradient is wanted
     * @param function  mean loss of a shard
     * @param precision number format of the computation
     * @param threads   how many threads work at the same time; does not change the result
     * @param shardSize trials per shard, the first of a batch has between half and one and a half times as many; changes the result in the last
     *                  digits. Multiples of {@link Kernels#LANES} are fastest
     */
    public ShardedLoss(Weights weights, ShardFunction function, Precision precision, int threads, int shardSize) {
        if (threads < 1 || shardSize < 1) {
            throw new IllegalArgumentException("At least one thread and one trial per shard are needed, not " + threads + " and " + shardSize + ".");
        }
        this.weights = weights;
        this.function = function;
        this.precision = precision;
        this.threads = threads;
        this.shardSize = shardSize;
        training = new Tape[threads];
        inference = new Tape[threads];
        pool = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1, task -> {
            Thread thread = new Thread(task, "nullcline-shard");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The result of an evaluation.
     *
     * @param loss     mean loss over the batch
     * @param gradient its gradient in the order of {@link Weights#values}; empty if it was not asked for
     * @param reports  means over the batch of what shards reported
     */
    public record Result(double loss, double[] gradient, Map<String, Double> reports) {

        /** Euclidean norm of the gradient. */
        public double gradientNorm() {
            double sum = 0;
            for (double g : gradient) {
                sum += g * g;
            }
            return Math.sqrt(sum);
        }
    }

    /**
     * The loss and its gradient in training mode. Statistics that layers observed (running means) are folded into the weights.
     *
     * @param trials the batch: indices of trials
     * @param random stream of this step; shard i draws from its child ("shard", i)
     */
    public Result gradient(int[] trials, RandomStream random) {
        return evaluate(trials, random, true);
    }

    /** The loss in inference mode, without gradient. */
    public Result value(int[] trials, RandomStream random) {
        return evaluate(trials, random, false);
    }

    private Result evaluate(int[] trials, RandomStream random, boolean train) {
        if (trials.length == 0) {
            throw new IllegalArgumentException("A batch needs at least one trial.");
        }
        // a rest of less than half a shard joins the first one: few trials leave most of a vector empty, and long work should begin early
        int count = Math.max(1, (trials.length + shardSize / 2) / shardSize);
        ShardSum sum = new ShardSum(count, weights.size(), train);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int worker = 1; worker < Math.min(threads, count); worker++) {
            int w = worker;
            running.add(pool.submit(() -> work(w, trials, count, random, train, next, sum)));
        }
        work(0, trials, count, random, train, next, sum);
        for (Future<?> future : running) {
            await(future);
        }
        sum.throwFailure();
        if (train) {
            fold(sum);
        }
        return new Result(sum.loss(), sum.gradient(), sum.reports());
    }

    private static void await(Future<?> future) {
        boolean interrupted = false;
        while (true) {
            try {
                future.get();
                break;
            } catch (InterruptedException e) {
                // the workers share memory with this evaluation, so they must end before it returns
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("A worker thread failed: " + e.getCause().getMessage(), e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(int worker, int[] trials, int count, RandomStream random, boolean train, AtomicInteger next, ShardSum sum) {
        Tape[] tapes = train ? training : inference;
        if (tapes[worker] == null) {
            tapes[worker] = train ? Tape.training(precision) : Tape.inference(precision);
        }
        Tape tape = tapes[worker];
        for (int i = next.getAndIncrement(); i < count && !sum.failed(); i = next.getAndIncrement()) {
            int end = trials.length - (count - 1 - i) * shardSize;
            int[] part = Arrays.copyOfRange(trials, i == 0 ? 0 : end - shardSize, end);
            Shard shard = new Shard(part, i, trials.length);
            try {
                tape.reset();
                tape.random(random.child("shard", i));
                Var loss = function.loss(tape, shard).scale(shard.fraction());
                double[] gradient = null;
                if (train) {
                    tape.backward(loss);
                    gradient = tape.gradient(weights);
                }
                sum.add(i, new ShardSum.Part(shard.fraction(), loss.value(), gradient, tape.reports(), tape.observations()));
            } catch (RuntimeException | Error e) {
                sum.fail(i, e);
            }
        }
    }

    private void fold(ShardSum sum) {
        Map<Parameter, double[]> means = new LinkedHashMap<>();
        Map<Parameter, Double> rates = new LinkedHashMap<>();
        for (ShardSum.Part part : sum.parts()) {
            for (Tape.Observation o : part.observations()) {
                double[] mean = means.computeIfAbsent(o.parameter(), p -> new double[p.size()]);
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += part.fraction() * o.values()[j];
                }
                rates.put(o.parameter(), o.rate());
            }
        }
        means.forEach((p, mean) -> {
            double[] values = p.weights().values();
            double rate = rates.get(p);
            for (int j = 0; j < mean.length; j++) {
                int at = p.offset() + j;
                values[at] = p.weights().precision().round((1 - rate) * values[at] + rate * mean[j]);
            }
        });
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdown();
        }
    }
}
