// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.bench;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.compute.diff.Activation;
import org.nullcline.compute.diff.BidirectionalGru;
import org.nullcline.compute.diff.GruCell;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Losses;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.compute.train.Shard;

/**
 * A sequential autoencoder as in Sedler, Versteeg and Pandarinath (2023), with a fixed decoder: a bidirectional GRU encoder of 64 units, a
 * linear map to the initial state, 70 time bins of latent dynamics, a linear readout of log rates, and the Poisson loss.
 */
final class AutoencoderModel {

    static final int BINS = 70;
    private static final int ENCODER_UNITS = 64;
    private static final int FIELD_UNITS = 128;
    /** Tsitouras (2011), 5(4), first same as last: coefficients of the stages, and of the error estimate. */
    private static final double[][] A = {{0.161}, {-0.008480655492356989, 0.335480655492357},
        {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
        {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
        {5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383},
        {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774}};
    private static final double[] ERROR = {0.00178001105222577714, 0.0008164344596567469, -0.007880878010261995, 0.1447110071732629,
        -0.5823571654525552, 0.45808210592918697, -1.0 / 66};

    /** How the latent state moves. */
    enum Decoder {
        /** A gated recurrent unit. */
        GRU,
        /** Residual perceptron, z + 0.1 f(z). */
        EULER,
        /** Fourth-order Runge–Kutta. */
        RK4,
        /** Tsitouras 5(4) with one step for each bin and its error estimate. */
        TSIT5
    }

    private final Weights weights = new Weights(Precision.FLOAT);
    private final BidirectionalGru encoder;
    private final Layer initial;
    private final Layer readout;
    private final GruCell cell;
    private final Layer field;
    private final Decoder decoder;
    private final int neurons;
    private final float[] counts;

    AutoencoderModel(Decoder decoder, int latent, int neurons, int trials) {
        this.decoder = decoder;
        this.neurons = neurons;
        Layers layers = new Layers(weights, RandomStream.of(0));
        encoder = layers.bidirectionalGru("encoder", neurons, ENCODER_UNITS);
        initial = layers.linear("initial", 2 * ENCODER_UNITS, latent);
        readout = layers.linear("readout", latent, neurons);
        cell = decoder == Decoder.GRU ? layers.gruCell("cell", 1, latent) : null;
        field = decoder == Decoder.GRU ? null : layers.mlp("field", latent, FIELD_UNITS, latent, Activation.TANH);
        RandomStream random = RandomStream.of(0).child("counts");
        counts = new float[trials * BINS * neurons];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.poisson(1.6);
        }
    }

    Weights weights() {
        return weights;
    }

    Var loss(Tape tape, Shard shard) {
        List<Var> spikes = tape.sequence(counts, shard.trials(), BINS, neurons);
        Var z = initial.of(encoder.of(spikes));
        List<Var> states = switch (decoder) {
            case GRU -> repeat(z, cell::of);
            case EULER -> repeat(z, s -> s.axpy(0.1, field.of(s)));
            case RK4 -> rungeKutta(z, 1.0 / (BINS - 1));
            case TSIT5 -> tsitouras(z, 1.0 / (BINS - 1));
        };
        Var loss = tape.scalar(0);
        for (int t = 0; t < BINS; t++) {
            loss = loss.plus(Losses.poisson(readout.of(states.get(t)), spikes.get(t), true));
        }
        return loss.scale(1.0 / BINS);
    }

    private static List<Var> repeat(Var start, Layer step) {
        List<Var> states = new ArrayList<>(BINS);
        Var z = start;
        for (int t = 0; t < BINS; t++) {
            z = step.of(z);
            states.add(z);
        }
        return states;
    }

    private List<Var> rungeKutta(Var start, double h) {
        double[] weight = {h / 6, h / 3, h / 3, h / 6};
        List<Var> states = new ArrayList<>(List.of(start));
        Var z = start;
        for (int t = 1; t < BINS; t++) {
            Var k1 = field.of(z);
            Var k2 = field.of(z.axpy(h / 2, k1));
            Var k3 = field.of(z.axpy(h / 2, k2));
            Var k4 = field.of(z.axpy(h, k3));
            z = z.combination(weight, k1, k2, k3, k4);
            states.add(z);
        }
        return states;
    }

    private List<Var> tsitouras(Var start, double h) {
        List<Var> states = new ArrayList<>(List.of(start));
        Var z = start;
        Var first = field.of(z);
        for (int t = 1; t < BINS; t++) {
            Var[] k = new Var[7];
            k[0] = first;
            Var next = z;
            for (int stage = 1; stage < 7; stage++) {
                next = z.combination(scaled(A[stage - 1], h), java.util.Arrays.copyOf(k, stage));
                k[stage] = field.of(next);
            }
            Var error = z.tape().zeros(z.rows(), z.columns()).combination(scaled(ERROR, h), k).stopGradient();
            Var scale = z.stopGradient().abs().maximum(next.stopGradient().abs()).scale(1e-3).plus(1e-3);
            z.tape().report("error", error.divide(scale).square().mean().sqrt());
            z = next;
            first = k[6];
            states.add(z);
        }
        return states;
    }

    private static double[] scaled(double[] coefficients, double h) {
        double[] scaled = coefficients.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= h;
        }
        return scaled;
    }
}
