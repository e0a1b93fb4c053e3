// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.nullcline.compute.diff.Activation;
import org.nullcline.compute.diff.BidirectionalGru;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Losses;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.KernelSets;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.optimise.Adam;
import org.nullcline.compute.random.RandomStream;

class ShardedLossTest {

    private static final int TRIALS = 150;
    private static final int BINS = 6;
    private static final int CHANNELS = 5;

    /** A small stochastic autoencoder: recurrent encoder, dropout, batch statistics, noise, residual decoder, Poisson loss. */
    private static final class Model {
        final Weights weights = new Weights(Precision.FLOAT);
        final float[] counts = new float[TRIALS * BINS * CHANNELS];
        private final BidirectionalGru encoder;
        private final Layer initial;
        private final Layer field;
        private final Layer norm;
        private final Layer readout;

        Model() {
            Layers layers = new Layers(weights, RandomStream.of(1));
            encoder = layers.bidirectionalGru("encoder", CHANNELS, 7);
            initial = layers.linear("initial", 14, 3);
            norm = layers.batchNorm("norm", 3);
            field = layers.mlp("field", 3, 20, 3, Activation.TANH);
            readout = layers.linear("readout", 3, CHANNELS);
            RandomStream random = RandomStream.of(2);
            for (int i = 0; i < counts.length; i++) {
                counts[i] = random.poisson(1.2);
            }
        }

        Var loss(Tape tape, Shard shard) {
            List<Var> spikes = tape.sequence(counts, shard.trials(), BINS, CHANNELS);
            Var z = norm.of(initial.of(encoder.of(spikes).dropout(0.1)));
            z = z.axpy(0.1, tape.normal(z.rows(), z.columns()));
            Var loss = tape.scalar(0);
            for (Var y : spikes) {
                z = z.axpy(0.1, field.of(z));
                loss = loss.plus(Losses.poisson(readout.of(z), y, true));
            }
            Var mean = loss.scale(1.0 / BINS);
            tape.report("poisson", mean);
            return mean;
        }
    }

    private static double[] train(int threads, int steps) {
        Model model = new Model();
        Adam adam = Adam.adam(1e-4);
        double[] losses = new double[steps];
        try (ShardedLoss loss = new ShardedLoss(model.weights, model::loss, Precision.FLOAT, threads, 16)) {
            for (int step = 0; step < steps; step++) {
                RandomStream random = RandomStream.of(3).child("step", step);
                ShardedLoss.Result result = loss.gradient(Arrays.copyOf(random.permutation(TRIALS), 101), random);
                assertEquals(result.loss(), result.reports().get("poisson"), 1e-12, "the same mean over shards");
                losses[step] = result.loss();
                adam.step(model.weights, result.gradient(), 0.01);
            }
        }
        double[] all = Arrays.copyOf(model.weights.values(), model.weights.size() + steps);
        System.arraycopy(losses, 0, all, model.weights.size(), steps);
        return all;
    }

    @Test
    void oneTwoAndFiveThreadsGiveTheSameBitsAfterFiftySteps() {
        double[] one = train(1, 50);
        assertArrayEquals(one, train(2, 50));
        assertArrayEquals(one, train(5, 50));
        assertTrue(one[one.length - 1] < one[one.length - 50], "it also learns");
    }

    @Test
    void vectorAndPlainKernelsGiveTheSameBitsAfterFiftySteps() {
        String before = System.getProperty(KernelSets.PROPERTY);
        try {
            System.setProperty(KernelSets.PROPERTY, "plain");
            double[] plain = train(2, 50);
            System.setProperty(KernelSets.PROPERTY, "vector");
            assertArrayEquals(plain, train(2, 50));
        } finally {
            if (before == null) {
                System.clearProperty(KernelSets.PROPERTY);
            } else {
                System.setProperty(KernelSets.PROPERTY, before);
            }
        }
    }

    @Test
    void trainingThatWasStoppedGoesOnWithTheSameBits() {
        double[] straight = train(1, 20);
        Model first = new Model();
        Adam adam = Adam.adam(1e-4);
        run(first, adam, 0, 8);
        Model second = new Model();
        second.weights.load(first.weights.arrays());
        Adam resumed = Adam.adam(1e-4);
        resumed.restore(adam.state());
        run(second, resumed, 8, 20);
        assertArrayEquals(Arrays.copyOf(straight, second.weights.size()), second.weights.values());
    }

    private static void run(Model model, Adam adam, int from, int to) {
        try (ShardedLoss loss = new ShardedLoss(model.weights, model::loss, Precision.FLOAT, 2, 16)) {
            for (int step = from; step < to; step++) {
                RandomStream random = RandomStream.of(3).child("step", step);
                adam.step(model.weights, loss.gradient(Arrays.copyOf(random.permutation(TRIALS), 101), random).gradient(), 0.01);
            }
        }
    }

    @Test
    void shardsOfAnySizeGiveTheGradientOfTheWholeBatch() {
        Model model = new Model();
        // without batch statistics and noise the loss is a plain mean over trials
        ShardFunction plain = (tape, shard) -> {
            List<Var> spikes = tape.sequence(model.counts, shard.trials(), BINS, CHANNELS);
            return Losses.poisson(model.readout.of(model.initial.of(model.encoder.of(spikes))), spikes.get(2), true);
        };
        int[] batch = IntStream.range(10, 140).toArray();
        double[] whole;
        double value;
        try (ShardedLoss loss = new ShardedLoss(model.weights, plain, Precision.DOUBLE, 1, 1000)) {
            ShardedLoss.Result result = loss.gradient(batch, RandomStream.of(0));
            whole = result.gradient();
            value = result.loss();
            assertEquals(value, loss.value(batch, RandomStream.of(0)).loss(), 1e-14);
        }
        for (int size : new int[] {1, 7, 16, 64}) {
            try (ShardedLoss loss = new ShardedLoss(model.weights, plain, Precision.DOUBLE, 2, size)) {
                ShardedLoss.Result result = loss.gradient(batch, RandomStream.of(0));
                assertEquals(value, result.loss(), 1e-13);
                assertArrayEquals(whole, result.gradient(), 1e-14, "only the order of 130 additions differs");
            }
        }
    }

    @Test
    void runningMeansOfBatchNormalisationFollowTheBatch() {
        Weights weights = new Weights(Precision.DOUBLE);
        Layer norm = new Layers(weights, RandomStream.of(1)).batchNorm("norm", 1);
        ShardFunction f = (tape, shard) -> {
            double[] x = Arrays.stream(shard.trials()).mapToDouble(i -> i).toArray();
            return norm.of(tape.constant(x.length, 1, x)).mean();
        };
        try (ShardedLoss loss = new ShardedLoss(weights, f, Precision.DOUBLE, 2, 4)) {
            loss.gradient(IntStream.range(0, 8).toArray(), RandomStream.of(0));
        }
        // mean of 0 … 7 is 3.5; each shard of four has variance 5/3
        assertEquals(0.35, weights.doubles("norm.running_mean")[0], 1e-14);
        assertEquals(0.9 + 0.1 * 5 / 3, weights.doubles("norm.running_var")[0], 1e-14);
    }

    @Test
    void failureOfTheFirstShardIsToldWhateverTheThreads() {
        ShardFunction failing = (tape, shard) -> {
            throw new IllegalArgumentException("shard " + shard.index());
        };
        Model model = new Model();
        try (ShardedLoss loss = new ShardedLoss(model.weights, failing, Precision.FLOAT, 1, 16)) {
            IllegalArgumentException failure = assertThrows(IllegalArgumentException.class,
                () -> loss.gradient(IntStream.range(0, 100).toArray(), RandomStream.of(0)));
            assertEquals("shard 0", failure.getMessage());
            assertThrows(IllegalArgumentException.class, () -> loss.gradient(new int[0], RandomStream.of(0)));
        }
    }
}
