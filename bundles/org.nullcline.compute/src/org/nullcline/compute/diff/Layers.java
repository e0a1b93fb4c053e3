// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.compute.random.RandomStream;

/**
 * Creates layers whose weights are named arrays of one {@link Weights} set. Names, shapes and first values are those of PyTorch: a linear
 * layer "gate" has {@code gate.weight} (outputs × inputs) and {@code gate.bias}, so weights can be exchanged by name.
 *
 * <p>The first values of a weight depend on the seed and its name only: adding a layer changes no other.
 */
public final class Layers {

    private final Weights weights;
    private final RandomStream random;
    private final String prefix;

    /** Layers that add their weights to {@code weights}, with first values drawn from children of {@code random}. */
    public Layers(Weights weights, RandomStream random) {
        this(weights, random, "");
    }

    private Layers(Weights weights, RandomStream random, String prefix) {
        this.weights = weights;
        this.random = random;
        this.prefix = prefix;
    }

    /** The set that the weights are added to. */
    public Weights weights() {
        return weights;
    }

    /** The same, with {@code name.} before every name. */
    public Layers within(String name) {
        return new Layers(weights, random, prefix + name + ".");
    }

    // ---- raw weights

    /** A matrix (rows × columns); use it in operations through {@link Parameter#on}. */
    public Parameter parameter(String name, int rows, int columns, Initialiser first) {
        Parameter p = weights.matrix(prefix + name, rows, columns);
        return fill(p, first);
    }

    /** A vector; as a variable it is one row. */
    public Parameter vector(String name, int length, Initialiser first) {
        Parameter p = weights.vector(prefix + name, length);
        return fill(p, first);
    }

    private Parameter fill(Parameter p, Initialiser first) {
        double[] values = first.values(random.child("weight:" + p.name()), p.rows(), p.columns());
        weights.set(p.name(), values);
        return p;
    }

    // ---- feed-forward

    /** W x + b with W and b uniform in ±1/√inputs. */
    public Layer linear(String name, int inputs, int outputs) {
        return linear(name, inputs, outputs, true, Activation.IDENTITY);
    }

    /** f(W x + b). */
    public Layer linear(String name, int inputs, int outputs, Activation f) {
        return linear(name, inputs, outputs, true, f);
    }

    /** f(W x + b), or f(W x). */
    public Layer linear(String name, int inputs, int outputs, boolean bias, Activation f) {
        Initialiser first = Initialiser.uniform(1 / Math.sqrt(inputs));
        Parameter w = parameter(name + ".weight", outputs, inputs, first);
        Parameter b = bias ? vector(name + ".bias", outputs, first) : null;
        return x -> x.linear(w, b, f);
    }

    /** inputs → hidden → outputs with {@code f} after the hidden layer. */
    public Layer mlp(String name, int inputs, int hidden, int outputs, Activation f) {
        return mlp(name, inputs, List.of(hidden), outputs, f);
    }

    /**
     * A multilayer perceptron with {@code f} after every hidden layer and none after the last. Weights are called as in
     * {@code torch.nn.Sequential(Linear, f, Linear, …)}: {@code name.0.weight}, {@code name.2.weight} …
     */
    public Layer mlp(String name, int inputs, List<Integer> hidden, int outputs, Activation f) {
        if (hidden.size() == 1 && f.function() != null && f.fromResult() && inputs <= Perceptron.FEW_INPUTS) {
            Parameter[] in = weightAndBias(name + ".0", inputs, hidden.get(0));
            Parameter[] out = weightAndBias(name + ".2", hidden.get(0), outputs);
            return new Perceptron(in[0], in[1], out[0], out[1], f);
        }
        List<Layer> layers = new ArrayList<>();
        int width = inputs;
        for (int i = 0; i < hidden.size(); i++) {
            layers.add(linear(name + "." + 2 * i, width, hidden.get(i), f));
            width = hidden.get(i);
        }
        layers.add(linear(name + "." + 2 * hidden.size(), width, outputs));
        return x -> {
            Var y = x;
            for (Layer layer : layers) {
                y = layer.of(y);
            }
            return y;
        };
    }

    private Parameter[] weightAndBias(String name, int inputs, int outputs) {
        Initialiser first = Initialiser.uniform(1 / Math.sqrt(inputs));
        return new Parameter[] {parameter(name + ".weight", outputs, inputs, first), vector(name + ".bias", outputs, first)};
    }

    /** Layer normalisation over the units (Ba et al. 2016) with gain and bias, ε = 1e-5. */
    public Layer layerNorm(String name, int units) {
        Parameter gain = vector(name + ".weight", units, Initialiser.constant(1));
        Parameter bias = vector(name + ".bias", units, Initialiser.zeros());
        return x -> x.normalise(1e-5).times(gain.on(x)).plus(bias.on(x));
    }

    /**
     * Batch normalisation (Ioffe and Szegedy 2015) with gain and bias, ε = 1e-5. In training, the statistics are those of the shard ("ghost
     * batch"), and running means with rate 0.1 are kept for inference.
     */
    public Layer batchNorm(String name, int units) {
        return new BatchNorm(vector(name + ".weight", units, Initialiser.constant(1)), vector(name + ".bias", units, Initialiser.zeros()),
            vector(name + ".running_mean", units, Initialiser.zeros()).trained(false),
            vector(name + ".running_var", units, Initialiser.constant(1)).trained(false));
    }

    /** A table of {@code count} learned vectors, standard normal at first. */
    public Embedding embedding(String name, int count, int units) {
        return new Embedding(parameter(name + ".weight", count, units, Initialiser.normal(1)));
    }

    // ---- recurrent; gates in the order of PyTorch, weights uniform in ±1/√units

    /** A gated recurrent unit. */
    public GruCell gruCell(String name, int inputs, int units) {
        return recurrentGru(name, "", inputs, units);
    }

    private GruCell recurrentGru(String name, String suffix, int inputs, int units) {
        Parameter[] p = recurrent(name, suffix, 3, inputs, units);
        return new GruCell(p[0], p[1], p[2], p[3]);
    }

    /** A long short-term memory. */
    public LstmCell lstmCell(String name, int inputs, int units) {
        Parameter[] p = recurrent(name, "", 4, inputs, units);
        return new LstmCell(p[0], p[1], p[2], p[3]);
    }

    /** An Elman cell f(W x + b + U h + c). */
    public RnnCell rnnCell(String name, int inputs, int units, Activation f) {
        Parameter[] p = recurrent(name, "", 1, inputs, units);
        return new RnnCell(p[0], p[1], p[2], p[3], f);
    }

    /** A GRU that reads a sequence forwards, and another that reads it backwards (one layer of {@code torch.nn.GRU}). */
    public BidirectionalGru bidirectionalGru(String name, int inputs, int units) {
        return new BidirectionalGru(recurrentGru(name, "_l0", inputs, units), recurrentGru(name, "_l0_reverse", inputs, units));
    }

    private Parameter[] recurrent(String name, String suffix, int gates, int inputs, int units) {
        Initialiser first = Initialiser.uniform(1 / Math.sqrt(units));
        return new Parameter[] {parameter(name + ".weight_ih" + suffix, gates * units, inputs, first),
            parameter(name + ".weight_hh" + suffix, gates * units, units, first), vector(name + ".bias_ih" + suffix, gates * units, first),
            vector(name + ".bias_hh" + suffix, gates * units, first)};
    }
}
