// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;

/** Gradients that travel back through other matrices than the layers have. */
class FeedbackTest {

    private static final int TRIALS = 5;
    private static final int INPUTS = 4;
    private static final int UNITS = 3;

    private final Weights weights = new Weights(Precision.DOUBLE);
    private final double[] x = RandomStream.of(1).normals(TRIALS * INPUTS);
    private final double[] other = RandomStream.of(2).normals(UNITS * INPUTS);
    private Layer layer;

    @BeforeEach
    void layer() {
        layer = new Layers(weights, RandomStream.of(3)).linear("w", INPUTS, UNITS, Activation.TANH);
    }

    private record Result(double[] weights, double[] input) {
    }

    private Result gradient(Layer of, double[] feedback) {
        Tape tape = Tape.training(Precision.DOUBLE);
        Var in = tape.variable(TRIALS, INPUTS, x);
        Var loss = of.of(in).square().sum();
        if (feedback != null) {
            tape.feedback(weights.parameter("w.weight"), feedback);
        }
        tape.backward(loss);
        return new Result(tape.gradient(weights), NdArrays.doubles(in.gradient()));
    }

    @Test
    void theOwnWeightsAsFeedbackGiveTheGradientToTheBit() {
        Result plain = gradient(layer, null);
        Result own = gradient(layer, weights.doubles("w.weight"));
        assertArrayEquals(plain.weights(), own.weights(), 0);
        assertArrayEquals(plain.input(), own.input(), 0);
    }

    /** y = tanh(W x + b), loss Σ y²: the gradient of W x + b is g = 2 y (1 − y²); that of x becomes Bᵀ g, that of W stays g xᵀ. */
    @Test
    void otherFeedbackChangesWhatGoesBackAndNothingElse() {
        Result plain = gradient(layer, null);
        Result swapped = gradient(layer, other);
        assertArrayEquals(plain.weights(), swapped.weights(), 0);
        Tape tape = Tape.inference(Precision.DOUBLE);
        double[] y = layer.of(tape.constant(TRIALS, INPUTS, x)).values();
        double[] expected = new double[TRIALS * INPUTS];
        for (int b = 0; b < TRIALS; b++) {
            for (int i = 0; i < INPUTS; i++) {
                for (int u = 0; u < UNITS; u++) {
                    double out = y[b * UNITS + u];
                    expected[b * INPUTS + i] += other[u * INPUTS + i] * 2 * out * (1 - out * out);
                }
            }
        }
        assertArrayEquals(expected, swapped.input(), 1e-14, "rounding of sums of three terms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "lstm", "rnn", "mlp"})
    void cellsAndPerceptronsObeyFeedbackOfTheirWeights(String kind) {
        Weights own = new Weights(Precision.DOUBLE);
        Layers layers = new Layers(own, RandomStream.of(4));
        Layer cell = switch (kind) {
            case "gru" -> layers.gruCell("c", 1, INPUTS)::of;
            case "rnn" -> layers.rnnCell("c", 1, INPUTS, Activation.TANH)::of;
            case "lstm" -> {
                LstmCell lstm = layers.lstmCell("c", 1, INPUTS);
                yield z -> lstm.of(new LstmCell.State(Var.concat(z, z))).hidden();
            }
            default -> layers.mlp("c", INPUTS, 6, INPUTS, Activation.TANH);
        };
        String name = kind.equals("mlp") ? "c.2.weight" : "c.weight_hh";
        double[] plain = input(cell, own, name, null);
        assertArrayEquals(plain, input(cell, own, name, own.doubles(name)), 0);
        double[] twice = own.doubles(name);
        for (int i = 0; i < twice.length; i++) {
            twice[i] *= 2;
        }
        double[] changed = input(cell, own, name, twice);
        // gradients through the state itself (gates) stay, those through the matrix double: their difference is what goes through the matrix
        double[] none = input(cell, own, name, new double[twice.length]);
        for (int i = 0; i < plain.length; i++) {
            changed[i] -= plain[i];
            plain[i] -= none[i];
        }
        assertArrayEquals(plain, changed, 1e-14, "rounding of a few terms");
    }

    private double[] input(Layer cell, Weights own, String name, double[] feedback) {
        Tape tape = Tape.training(Precision.DOUBLE);
        Var in = tape.variable(TRIALS, INPUTS, x);
        Var loss = cell.of(in).square().sum();
        if (feedback != null) {
            tape.feedback(own.parameter(name), feedback);
        }
        tape.backward(loss);
        return NdArrays.doubles(in.gradient());
    }

    @Test
    void aVectorOrAMatrixOfAnotherSizeIsRefused() {
        Tape tape = Tape.training(Precision.DOUBLE);
        assertThrows(IllegalArgumentException.class, () -> tape.feedback(weights.parameter("w.bias"), new double[UNITS]));
        assertThrows(IllegalArgumentException.class, () -> tape.feedback(weights.parameter("w.weight"), new double[2]));
    }
}
