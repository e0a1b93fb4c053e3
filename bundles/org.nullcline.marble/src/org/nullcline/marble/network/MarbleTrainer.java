// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.optimise.Adam;
import org.nullcline.compute.optimise.GradientDescent;
import org.nullcline.compute.optimise.Optimiser;
import org.nullcline.compute.optimise.Plateau;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.compute.train.Shard;
import org.nullcline.compute.train.ShardedLoss;
import org.nullcline.marble.geometry.Work;

/**
 * Trains the network with the contrastive objective: neighbours on a manifold should be embedded near each other, random points need not,
 *
 * <p>L = −mean log σ(z_i · z_i⁺) − mean log σ(−z_i · z_i⁻).
 *
 * <p>A batch is one shard, so that batch normalisation sees all of it; the result does not depend on the number of threads.
 */
final class MarbleTrainer implements AutoCloseable {

    /** Nodes per shard when only the loss is wanted. */
    private static final int INFERENCE_SHARD = 256;
    /** How far the diffusion time may move before features are computed anew; the linear features are then wrong by less than 0.1 %. */
    private static final double TIME_STEP = 0.02;
    /** Time between checkpoints, unless chosen otherwise. */
    static final long CHECKPOINT_NANOS = 5_000_000_000L;

    private final NetworkSettings network;
    private final TrainingSettings training;
    private final Work work;
    private final GradientFeatures features;
    private final float[] positions;
    private final PairSampler pairs;
    private final MarbleNetwork model;
    private final RandomStream random;
    private final TrainingState state;
    private final ShardedLoss batches;
    private final ShardedLoss evaluation;
    private final int[] trainNodes;
    private final int[] validationNodes;
    private final int[] testNodes;
    private GradientFeatures.Matrix matrix;

    MarbleTrainer(List<Manifold> manifolds, NetworkSettings network, TrainingSettings training, Work work) {
        this.network = network;
        this.training = training;
        this.work = work;
        random = RandomStream.of(training.seed()).child("marble");
        work.progress().note("Computing gradient features.");
        features = new GradientFeatures(manifolds, network, work);
        positions = network.positions() ? positions(manifolds) : null;
        pairs = new PairSampler(manifolds);
        Manifold first = manifolds.getFirst();
        model = new MarbleNetwork(network, features.columns(), first.components(), first.kernels().directions(),
                positions == null ? 0 : first.sample().points().dimension(), Precision.FLOAT, random.child("weights"));
        int[] order = random.child("split").permutation(features.rows());
        int validationFrom = (int) Math.round(training.trainFraction() * order.length);
        int testFrom = (int) Math.round((training.trainFraction() + training.validationFraction()) * order.length);
        trainNodes = Arrays.copyOf(order, validationFrom);
        validationNodes = Arrays.copyOfRange(order, validationFrom, testFrom);
        testNodes = Arrays.copyOfRange(order, testFrom, order.length);
        if (trainNodes.length < 2 || validationNodes.length == 0 || testNodes.length == 0) {
            throw NullclineException.input("The conditions have only " + order.length
                    + " points together, too few to split into training, validation and test points; give more points or a smaller spacing.");
        }
        Optimiser optimiser = switch (training.method()) {
            case SGD -> new GradientDescent(training.momentum(), 0, false);
            case ADAM -> Adam.adam(0);
        };
        state = new TrainingState(model.weights(), optimiser, new Plateau(training.factor(), training.patience(), 1e-4, 0));
        batches = new ShardedLoss(model.weights(), this::loss, Precision.FLOAT, 1, Math.max(training.batch(), trainNodes.length));
        evaluation = new ShardedLoss(model.weights(), this::loss, Precision.FLOAT, work.threads(), INFERENCE_SHARD);
    }

    static float[] positions(List<Manifold> manifolds) {
        int dimension = manifolds.getFirst().sample().points().dimension();
        float[] all = new float[manifolds.stream().mapToInt(Manifold::count).sum() * dimension];
        int at = 0;
        for (Manifold manifold : manifolds) {
            float[] x = manifold.sample().points().coordinates();
            System.arraycopy(x, 0, all, at, x.length);
            at += x.length;
        }
        return all;
    }

    private Var loss(Tape tape, Shard shard) {
        int b = shard.trials().length;
        int[] triples = pairs.triples(shard.trials(), tape.random().child("pairs"));
        Var z = model.embed(tape, triples, matrix, positions);
        Var centre = z.rows(0, b);
        Var near = centre.times(z.rows(b, 2 * b)).sumOverColumns();
        Var far = centre.times(z.rows(2 * b, 3 * b)).sumOverColumns();
        return near.logSigmoid().mean().plus(far.negate().logSigmoid().mean()).negate();
    }

    /** Trains to the end, from the newest checkpoint if there is one. Checkpoints are written after epochs, at this distance in time. */
    TrainingState run(Optional<Path> checkpoints, long checkpointNanos) {
        prepare();
        String settings = checkpoints.isPresent() ? fingerprint() : "";
        if (checkpoints.isPresent() && state.load(checkpoints.get(), settings)) {
            work.progress().note("Going on after epoch " + state.epoch() + ".");
            refresh(state.featureTime);
        }
        long saved = System.nanoTime();
        while (state.epoch() < training.epochs() && !stalled()) {
            epoch();
            work.progress().measure("loss.train", state.epoch(), state.train.getLast());
            work.progress().measure("loss.validation", state.epoch(), state.validation.getLast());
            work.progress().fraction((double) state.epoch() / training.epochs());
            if (checkpoints.isPresent() && System.nanoTime() - saved > checkpointNanos) {
                state.save(checkpoints.get(), settings);
                saved = System.nanoTime();
            }
        }
        checkpoints.ifPresent(folder -> state.save(folder, settings));
        return state;
    }

    /** Computes the features. */
    void prepare() {
        matrix = features.at(model.time(), true);
    }

    /** Mean training loss of the last epoch. */
    double lastLoss() {
        return state.train.getLast();
    }

    private boolean stalled() {
        return training.stopAfter() > 0 && state.epoch() - state.bestEpoch >= training.stopAfter();
    }

    /** One pass over the training nodes, then the validation loss. */
    void epoch() {
        int epoch = state.epoch();
        RandomStream stream = random.child("epoch", epoch);
        int[] order = stream.child("order").permutation(trainNodes.length);
        double sum = 0;
        double rate = training.rate() * state.plateau.factor();
        for (int from = 0, step = 0; from < order.length; from += training.batch(), step++) {
            int[] nodes = new int[Math.min(training.batch(), order.length - from)];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = trainNodes[order[from + i]];
            }
            ShardedLoss.Result result = batches.gradient(nodes, stream.child("step", step));
            sum += result.loss() * nodes.length;
            state.optimiser.step(model.weights(), result.gradient(), rate);
            followTime();
            if (step % 64 == 0) {
                work.progress().check();
            }
        }
        double loss = sum / order.length;
        if (!Double.isFinite(loss)) {
            throw NullclineException.task("Training diverged in epoch " + (epoch + 1) + ": the loss is " + loss
                    + ". Scale the data to about unit size or choose a lower rate.");
        }
        state.plateau.observe(loss);
        // The same pairs after every epoch, so that epochs can be compared.
        state.finishEpoch(loss, evaluation.value(validationNodes, random.child("validation")).loss());
    }

    private void followTime() {
        model.keepTimePositive();
        OptionalDouble time = model.time();
        if (time.isPresent() && Math.abs(time.getAsDouble() - matrix.time()) > TIME_STEP) {
            refresh(time.getAsDouble());
        }
    }

    private void refresh(double time) {
        state.featureTime = time;
        if (network.diffusion()) {
            matrix = features.at(OptionalDouble.of(time), true);
        }
    }

    /** Mean loss on the test nodes with the best weights; leaves the best weights in place. */
    double testLoss() {
        model.weights().setAll(state.best);
        if (network.diffusion()) {
            matrix = features.at(model.time(), false);
        }
        return evaluation.value(testNodes, random.child("test")).loss();
    }

    MarbleNetwork model() {
        return model;
    }

    /** What a checkpoint must agree with: settings and data. */
    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((network + " " + training).getBytes(StandardCharsets.UTF_8));
            for (float[] data : new float[][] {matrix.values(), positions == null ? new float[0] : positions}) {
                for (int from = 0; from < data.length; from += 1 << 16) {
                    int count = Math.min(1 << 16, data.length - from);
                    ByteBuffer bytes = ByteBuffer.allocate(4 * count);
                    bytes.asFloatBuffer().put(data, from, count);
                    digest.update(bytes.array());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every Java platform must have.", e);
        }
    }

    @Override
    public void close() {
        batches.close();
        evaluation.close();
    }
}
