// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.field.FieldSample;
import org.nullcline.marble.geometry.Work;
import org.nullcline.marble.network.ManifoldSettings.Frames;

/**
 * A trained MARBLE network with everything that is needed to embed new data.
 *
 * <p>As a value of kind {@value #KIND} it has the arrays {@code best.<weight>} (see the network), {@code curve.train} and
 * {@code curve.validation} over {@code curve.epoch}, and its settings as attributes.
 */
public final class MarbleModel {

    /** The kind of value that a trained network is. */
    public static final String KIND = "marble-model";
    /** Attribute: mean loss on the test points. */
    public static final String TEST_LOSS = "testLoss";
    /** Prefix of the names of weights. */
    private static final String BEST = "best.";
    private static final int BLOCK = 2048;

    private final ManifoldSettings geometry;
    private final NetworkSettings settings;
    private final int ambient;
    private final int components;
    private final int dimension;
    private final Weights weights;
    private final double[] train;
    private final double[] validation;
    private final int bestEpoch;
    private final double testLoss;

    private MarbleModel(ManifoldSettings geometry, NetworkSettings settings, int ambient, int components, int dimension, Weights weights,
            double[] train, double[] validation, int bestEpoch, double testLoss) {
        this.geometry = geometry;
        this.settings = settings;
        this.ambient = ambient;
        this.components = components;
        this.dimension = dimension;
        this.weights = weights;
        this.train = train;
        this.validation = validation;
        this.bestEpoch = bestEpoch;
        this.testLoss = testLoss;
    }

    /**
     * Points in the embedding space.
     *
     * @param name of the condition
     * @param points point × dimension
     * @param rows the row of each point on the time axis of the value that it comes from
     */
    public record Embedded(String name, double[][] points, int[] rows) {
    }

    /** The manifolds of some conditions for this or another network. */
    public static List<Manifold> manifolds(List<FieldSample> conditions, ManifoldSettings geometry, Work work) {
        return Manifold.of(conditions, geometry, 0, work);
    }

    /**
     * Trains a network on manifolds.
     *
     * @param checkpoints folder to go on from and to write to, if any
     */
    public static MarbleModel fit(List<Manifold> manifolds, ManifoldSettings geometry, NetworkSettings settings, TrainingSettings training,
            Optional<Path> checkpoints, Work work) {
        Manifold first = manifolds.getFirst();
        try (MarbleTrainer trainer = new MarbleTrainer(manifolds, settings, training, work)) {
            TrainingState state = trainer.run(checkpoints, MarbleTrainer.CHECKPOINT_NANOS);
            double test = trainer.testLoss();
            return new MarbleModel(geometry, settings, first.sample().points().dimension(), first.sample().components(),
                    first.kernels().directions(), trainer.model().weights(), array(state.train), array(state.validation), state.bestEpoch, test);
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Embeds new data: their geometry is computed with the settings of this model. */
    public List<Embedded> transform(List<FieldSample> conditions, Work work) {
        for (FieldSample condition : conditions) {
            if (condition.points().dimension() != ambient || condition.components() != components) {
                throw NullclineException.input("This model embeds points of dimension " + ambient + " with vectors of " + components
                        + " components, but '" + condition.name() + "' has " + condition.points().dimension() + " and " + condition.components() + ".");
            }
        }
        return embed(Manifold.of(conditions, geometry, geometry.frames() == Frames.GLOBAL ? 0 : dimension, work), work);
    }

    /** Embeds manifolds whose geometry is there already. */
    public List<Embedded> embed(List<Manifold> manifolds, Work work) {
        GradientFeatures features = new GradientFeatures(manifolds, settings, work);
        MarbleNetwork network = network();
        network.weights().setAll(weights.values());
        GradientFeatures.Matrix matrix = features.at(network.time(), false);
        float[] positions = settings.positions() ? MarbleTrainer.positions(manifolds) : null;
        double[][] all = new double[features.rows()][];
        work.blocks(features.rows(), BLOCK, (from, to) -> {
            int[] nodes = new int[to - from];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = from + i;
            }
            double[] z = network.embed(Tape.inference(Precision.FLOAT), nodes, matrix, positions).values();
            for (int i = 0; i < nodes.length; i++) {
                all[from + i] = Arrays.copyOfRange(z, i * settings.out(), (i + 1) * settings.out());
            }
        });
        List<Embedded> embedded = new ArrayList<>();
        int from = 0;
        for (Manifold manifold : manifolds) {
            double[][] points = Arrays.copyOfRange(all, from, from + manifold.count());
            embedded.add(new Embedded(manifold.sample().name(), points, manifold.sample().rows()));
            from += manifold.count();
        }
        return embedded;
    }

    private MarbleNetwork network() {
        int vector = geometry.frames() == Frames.GLOBAL || components == 1 ? components : dimension;
        int columns = GradientFeatures.columns(vector, dimension, settings.order());
        return new MarbleNetwork(settings, columns, vector, dimension, settings.positions() ? ambient : 0, Precision.FLOAT, RandomStream.of(0));
    }

    /** Training loss of each epoch. */
    public double[] trainLosses() {
        return train.clone();
    }

    /** Validation loss after each epoch. */
    public double[] validationLosses() {
        return validation.clone();
    }

    /** The epoch whose weights these are, from 1. */
    public int bestEpoch() {
        return bestEpoch;
    }

    /** Mean loss on the test points; 2 log 2 is chance. */
    public double testLoss() {
        return testLoss;
    }

    /** Dimension of the frames: of the manifold for local ones, of the space around it for global ones. */
    public int dimension() {
        return dimension;
    }

    /** The learned diffusion time; 0 without diffusion. */
    public double diffusionTime() {
        return settings.diffusion() ? weights.doubles("diffusion.time")[0] : 0;
    }

    /** All weights, array after array. */
    public double[] weights() {
        return weights.values().clone();
    }

    /** This model as a value. */
    public Value toValue() {
        double[] epochs = new double[train.length];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = i + 1;
        }
        Value.Builder builder = Value.of(KIND).array("curve.epoch", "", NdArrays.of(epochs, epochs.length), "epoch")
                .array("curve.train", "", NdArrays.of(train.clone(), train.length), "epoch")
                .array("curve.validation", "", NdArrays.of(validation.clone(), validation.length), "epoch").attribute("bestEpoch", bestEpoch)
                .attribute(TEST_LOSS, testLoss).attribute("ambient", ambient).attribute("components", components)
                .attribute("dimension", dimension);
        for (Parameter p : weights.parameters()) {
            INDArray array = weights.array(p.name());
            if (p.vector()) {
                builder.array(BEST + p.name(), "", array, "output");
            } else {
                builder.array(BEST + p.name(), "", array, "output", "input");
            }
        }
        ModelAttributes.write(geometry, settings, builder);
        return builder.build();
    }

    /** The model of a value. */
    public static MarbleModel of(Value value) {
        value.require(KIND);
        ManifoldSettings geometry = ModelAttributes.geometry(value);
        NetworkSettings settings = ModelAttributes.network(value);
        int dimension = (int) value.number("dimension", 0);
        int ambient = (int) value.number("ambient", 0);
        int components = (int) value.number("components", 0);
        if (dimension < 1 || ambient < 1 || components < 1) {
            throw NullclineException.input("This marble-model does not say what it was trained on; it is damaged.");
        }
        MarbleModel model = new MarbleModel(geometry, settings, ambient, components, dimension, null, NdArrays.doubles(value.array("curve.train")),
                NdArrays.doubles(value.array("curve.validation")), (int) value.number("bestEpoch", 0), value.number(TEST_LOSS, Double.NaN));
        Weights weights = model.network().weights();
        Map<String, INDArray> stored = new LinkedHashMap<>();
        for (Parameter p : weights.parameters()) {
            stored.put(p.name(), value.array(BEST + p.name()));
        }
        try {
            weights.load(stored);
        } catch (IllegalArgumentException e) {
            throw NullclineException.input("The weights of this marble-model do not fit its settings: " + e.getMessage(), e);
        }
        return new MarbleModel(geometry, settings, ambient, components, dimension, weights, model.train, model.validation, model.bestEpoch,
                model.testLoss);
    }
}
