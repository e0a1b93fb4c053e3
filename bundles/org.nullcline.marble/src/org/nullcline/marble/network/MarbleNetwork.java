// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.diff.Initialiser;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;

/**
 * The network that maps local features to the embedding: features → (inner products) → perceptron.
 *
 * <p>Embedding-agnostic features: with the vectors x_1 … x_C (consecutive groups of s feature columns) and learned matrices O_j (the identity
 * at first), g_i = tanh Σ_j ⟨x_i, O_j x_j⟩. Of a scalar field (s = 1) they are the magnitudes of f, ∇f … ∇^p f, without weights.
 *
 * <p>Weights: {@code diffusion.time}, {@code inner.weight} (s × C s: O_1 … O_C side by side), {@code encoder.l.weight}, {@code encoder.l.bias},
 * and {@code encoder.l.norm.*} of batch normalisation.
 */
final class MarbleNetwork {

    private static final String TIME = "diffusion.time";
    /** Keeps the slope of a root finite at 0. */
    private static final double TINY = 1e-12;

    private final NetworkSettings settings;
    private final Weights weights;
    private final int features;
    private final int components;
    private final Parameter inner;
    /** Columns of each order of derivatives of a scalar field in the embedding-agnostic mode; empty otherwise. */
    private final int[] orders;
    private final Parameter time;
    private final List<Layer> layers = new ArrayList<>();

    /**
     * A network with random weights.
     *
     * @param features columns of the feature matrix
     * @param components components s of the field
     * @param directions number of derivative directions; inner products need as many as there are components
     * @param positions coordinates of the points, 0 unless the settings ask for them
     */
    MarbleNetwork(NetworkSettings settings, int features, int components, int directions, int positions, Precision precision, RandomStream random) {
        this.settings = settings;
        this.features = features;
        this.components = components;
        weights = new Weights(precision);
        Layers made = new Layers(weights, random);
        time = settings.diffusion() ? made.vector(TIME, 1, Initialiser.zeros()) : null;
        int width = features;
        if (settings.innerProduct() && components == 1) {
            inner = null;
            orders = orders(features, directions);
            width = orders.length;
        } else if (settings.innerProduct()) {
            orders = new int[0];
            if (components != directions) {
                throw NullclineException.invalid("Inner-product features compare vectors with gradients, so the field must have as many components as the"
                        + " manifold has dimensions; it has " + components + " and " + directions + ". Set innerProduct=false or frames=local.");
            }
            inner = made.parameter("inner.weight", components, features, (stream, rows, columns) -> identities(rows, columns));
            width = features / components;
        } else {
            orders = new int[0];
            inner = null;
        }
        width += positions;
        for (int l = 0; l < settings.hidden().size(); l++) {
            int units = settings.hidden().get(l);
            layers.add(made.linear("encoder." + l, width, units));
            if (settings.batchNorm()) {
                layers.add(made.batchNorm("encoder." + l + ".norm", units));
            }
            layers.add(Var::relu);
            if (settings.dropout() > 0) {
                layers.add(x -> x.dropout(settings.dropout()));
            }
            width = units;
        }
        layers.add(made.linear("encoder." + settings.hidden().size(), width, settings.out()));
    }

    /** Identity matrices side by side. */
    private static double[] identities(int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = r; c < columns; c += rows) {
                values[r * columns + c] = 1;
            }
        }
        return values;
    }

    Weights weights() {
        return weights;
    }

    /** The learned diffusion time, absent without diffusion. */
    OptionalDouble time() {
        return time == null ? OptionalDouble.empty() : OptionalDouble.of(weights.values()[time.offset()]);
    }

    /** Heat flows forward only: a negative time becomes 0. */
    void keepTimePositive() {
        if (time != null && weights.values()[time.offset()] < 0) {
            weights.values()[time.offset()] = 0;
        }
    }

    /**
     * The embedding of some points.
     *
     * @param nodes rows of the features
     * @param matrix features of all points
     * @param positions coordinates of all points, or null
     * @return nodes × out
     */
    Var embed(Tape tape, int[] nodes, GradientFeatures.Matrix matrix, float[] positions) {
        Var x = tape.sequence(matrix.values(), nodes, 1, features).getFirst();
        if (time != null && matrix.rates() != null) {
            // f(t) ≈ f(t₀) + (t − t₀) f′(t₀)
            Var rates = tape.sequence(matrix.rates(), nodes, 1, features).getFirst();
            x = x.plus(rates.times(time.on(tape).minus(matrix.time())));
        }
        if (inner != null) {
            x = innerProducts(x);
        } else if (orders.length > 0) {
            x = magnitudes(x);
        }
        if (positions != null) {
            x = Var.concat(x, tape.sequence(positions, nodes, 1, positions.length / (matrix.values().length / features)).getFirst());
        }
        for (Layer layer : layers) {
            x = layer.of(x);
        }
        return settings.unitSphere() ? x.divide(x.norm().maximum(x.tape().scalar(1e-12))) : x;
    }

    /** 1, d, d² … columns. */
    private static int[] orders(int features, int directions) {
        List<Integer> counts = new ArrayList<>();
        for (int left = features, count = 1; left > 0; left -= count, count *= directions) {
            counts.add(count);
        }
        return counts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** |∇^o f| of each order o. */
    private Var magnitudes(Var x) {
        double[] sums = new double[features * orders.length];
        int column = 0;
        for (int o = 0; o < orders.length; o++) {
            for (int c = 0; c < orders[o]; c++, column++) {
                sums[column * orders.length + o] = 1;
            }
        }
        Var squares = x.times(x).matmul(x.tape().constant(features, orders.length, sums));
        return squares.plus(TINY).sqrt();
    }

    /** g_i = tanh ⟨x_i, y⟩ with y = Σ_j O_j x_j. */
    private Var innerProducts(Var x) {
        Var y = x.linear(inner, null);
        int groups = features / components;
        Var[] copies = new Var[groups];
        Arrays.fill(copies, y);
        Var products = x.times(Var.concat(copies));
        double[] sums = new double[features * groups];
        for (int c = 0; c < features; c++) {
            sums[c * groups + c / components] = 1;
        }
        return products.matmul(x.tape().constant(features, groups, sums)).tanh();
    }
}
