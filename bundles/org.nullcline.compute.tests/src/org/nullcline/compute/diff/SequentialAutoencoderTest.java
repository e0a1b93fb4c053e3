// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.optimise.Adam;
import org.nullcline.compute.random.RandomStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The building blocks of the sequential autoencoders of Sedler et al. (2023) against PyTorch in double precision. */
class SequentialAutoencoderTest {

    private static final int TRIALS = 4;
    private static final int BINS = 12;
    private static final int NEURONS = 6;
    private static final int LATENT = 3;
    private static final JsonObject SCALARS = Golden.json("sae/scalars.json");

    /** The reference has 17 digits; rounding errors of a dozen steps stay far below 1e-9. Floats carry 7 digits through 12 steps. */
    private static double tolerance(Precision precision) {
        return precision == Precision.DOUBLE ? 1e-9 : 1e-4;
    }

    /** The model: an encoder, a map to the initial state, and a readout; the decoder is up to the test. */
    private static final class Model {
        final Weights weights;
        final Layers layers;
        final BidirectionalGru encoder;
        final Layer initial;
        final Map<String, String> golden = new LinkedHashMap<>();
        Layer readout;

        Model(Precision precision) {
            weights = new Weights(precision);
            layers = new Layers(weights, RandomStream.of(1));
            encoder = layers.bidirectionalGru("enc", NEURONS, 5);
            initial = layers.linear("ic", 10, LATENT);
            formula("enc", "param_order_encoder");
            formula("ic", "param_order_ic");
        }

        void readout() {
            readout = layers.linear("ro", LATENT, NEURONS);
            formula("ro", "param_order_readout");
        }

        /** Parameter number q, element i: 0.8 sin(0.7 i + 1.3 q + 0.5)/√(last dimension). */
        void formula(String layer, String order) {
            for (JsonElement entry : SCALARS.getAsJsonArray(order)) {
                int q = entry.getAsJsonArray().get(0).getAsInt();
                String name = layer + "." + entry.getAsJsonArray().get(1).getAsString();
                double[] shape = Golden.numbers(entry.getAsJsonArray().get(2));
                double[] values = new double[weights.parameter(name).size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = 0.8 * Math.sin(0.7 * i + 1.3 * q + 0.5) / Math.sqrt(shape[shape.length - 1]);
                }
                weights.set(name, values);
            }
        }

        List<Var> spikes(Tape tape) {
            List<Var> sequence = new ArrayList<>();
            for (int t = 0; t < BINS; t++) {
                double[] y = new double[TRIALS * NEURONS];
                for (int b = 0; b < TRIALS; b++) {
                    for (int k = 0; k < NEURONS; k++) {
                        y[b * NEURONS + k] = (7 * b + 3 * t + 5 * k + b * t * k) % 4;
                    }
                }
                sequence.add(tape.constant(TRIALS, NEURONS, y));
            }
            return sequence;
        }

        Var start(Tape tape) {
            return initial.of(encoder.of(spikes(tape)));
        }

        /** Mean over bins of the Poisson loss of a decoder that is applied again and again. */
        Var loss(Tape tape, UnaryOperator<Var> decoder, boolean full) {
            List<Var> spikes = spikes(tape);
            Var z = initial.of(encoder.of(spikes));
            Var loss = tape.scalar(0);
            for (Var y : spikes) {
                z = decoder.apply(z);
                loss = loss.plus(Losses.poisson(readout.of(z), y, full));
            }
            return loss.scale(1.0 / BINS);
        }
    }

    private static void assertRows(String file, List<Var> sequence, double tolerance) {
        double[][] expected = Golden.csv("sae/" + file);
        for (int t = 0; t < sequence.size(); t++) {
            for (int b = 0; b < sequence.get(t).rows(); b++) {
                for (int k = 0; k < sequence.get(t).columns(); k++) {
                    assertEquals(expected[b * sequence.size() + t][k], sequence.get(t).at(b, k), tolerance, file + " trial " + b + " bin " + t);
                }
            }
        }
    }

    private static List<Var> unroll(Var start, UnaryOperator<Var> step) {
        List<Var> states = new ArrayList<>();
        Var z = start;
        for (int t = 0; t < BINS; t++) {
            z = step.apply(z);
            states.add(z);
        }
        return states;
    }

    @ParameterizedTest
    @EnumSource
    void encoderGivesTheStatesOfPyTorch(Precision precision) {
        Model model = new Model(precision);
        for (Tape tape : List.of(Tape.inference(precision), Tape.training(precision))) {
            Var h = model.encoder.of(model.spikes(tape));
            assertRows("enc_hcat.csv", List.of(h), tolerance(precision));
            assertRows("ic_z0.csv", List.of(model.initial.of(h)), tolerance(precision));
        }
    }

    @ParameterizedTest
    @EnumSource
    void gatedRecurrentUnitUnrollsAsInPyTorch(Precision precision) {
        Model model = new Model(precision);
        model.readout();
        GruCell cell = model.layers.gruCell("cell", 1, LATENT);
        model.formula("cell", "param_order_grucell");
        Tape tape = Tape.inference(precision);
        List<Var> withoutInput = unroll(model.start(tape), cell::of);
        assertRows("gru_latents_BxT.csv", withoutInput, tolerance(precision));
        assertRows("gru_latents_BxT.csv", unroll(model.start(tape), z -> cell.of(tape.zeros(TRIALS, 1), z)), tolerance(precision));
        assertRows("logrates_gru.csv", withoutInput.stream().map(model.readout::of).toList(), tolerance(precision));
    }

    @ParameterizedTest
    @EnumSource
    void elmanCellUnrollsAsInPyTorch(Precision precision) {
        Model model = new Model(precision);
        RnnCell cell = model.layers.rnnCell("cell", 1, LATENT, Activation.TANH);
        model.formula("cell", "param_order_rnncell");
        Tape tape = Tape.inference(precision);
        assertRows("rnn_latents_BxT.csv", unroll(model.start(tape), cell::of), tolerance(precision));
        assertRows("rnn_latents_BxT.csv", unroll(model.start(tape), z -> cell.of(tape.zeros(TRIALS, 1), z)), tolerance(precision));
    }

    @ParameterizedTest
    @EnumSource
    void longShortTermMemoryUnrollsAsInPyTorch(Precision precision) {
        Model model = new Model(precision);
        LstmCell cell = model.layers.lstmCell("cell", 1, LATENT);
        model.formula("cell", "param_order_lstmcell");
        Tape tape = Tape.inference(precision);
        Var start = Var.concat(model.start(tape), tape.zeros(TRIALS, LATENT));
        UnaryOperator<Var> step = both -> cell.of(new LstmCell.State(both)).both();
        assertRows("lstm_latents_BxT.csv", unroll(start, step).stream().map(s -> s.columns(0, LATENT)).toList(), tolerance(precision));
    }

    @ParameterizedTest
    @EnumSource
    void residualPerceptronUnrollsAsInPyTorch(Precision precision) {
        Model model = new Model(precision);
        Layer field = model.layers.mlp("field", 1 + LATENT, 16, LATENT, Activation.TANH);
        model.formula("field", "param_order_residual_mlp");
        Tape tape = Tape.inference(precision);
        Var input = tape.zeros(TRIALS, 1);
        assertRows("residual_mlp_dt0.1_latents_BxT.csv", unroll(model.start(tape), z -> z.axpy(0.1, field.of(Var.concat(input, z)))),
            tolerance(precision));
    }

    @ParameterizedTest
    @EnumSource
    void poissonLossAndAllGradientsAreThoseOfPyTorch(Precision precision) {
        Model model = new Model(precision);
        model.readout();
        GruCell cell = model.layers.gruCell("cell", 1, LATENT);
        model.formula("cell", "param_order_grucell");
        Tape tape = Tape.training(precision);
        assertEquals(SCALARS.get("poisson_nll_nofull_mean_gru").getAsDouble(), model.loss(tape, cell::of, false).value(), tolerance(precision));
        tape.reset();
        Var loss = model.loss(tape, z -> cell.of(tape.zeros(TRIALS, 1), z), true);
        assertEquals(SCALARS.get("poisson_nll_full_mean_gru").getAsDouble(), loss.value(), tolerance(precision));
        tape.backward(loss);
        double[] gradient = tape.gradient(model.weights);
        for (Parameter p : model.weights.parameters()) {
            double[] g = Arrays.copyOfRange(gradient, p.offset(), p.offset() + p.size());
            assertEquals(SCALARS.getAsJsonObject("grads_sum").get(p.name()).getAsDouble(), Arrays.stream(g).sum(), tolerance(precision), p.name());
            double norm = Math.sqrt(Arrays.stream(g).map(v -> v * v).sum());
            assertEquals(SCALARS.getAsJsonObject("grads_l2").get(p.name()).getAsDouble(), norm, tolerance(precision), p.name());
            double[] first = Golden.numbers(SCALARS.getAsJsonObject("grads_first3").get(p.name()));
            for (int i = 0; i < first.length; i++) {
                assertEquals(first[i], g[i], tolerance(precision), p.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiveStepsOfAdamAreThoseOfPyTorch(Precision precision) {
        Model model = new Model(precision);
        model.readout();
        GruCell cell = model.layers.gruCell("cell", 1, LATENT);
        model.formula("cell", "param_order_grucell");
        Adam adam = Adam.adam(1e-4);
        Tape tape = Tape.training(precision);
        double[] losses = Golden.numbers(SCALARS.get("adam_lr1e-3_wd1e-4_losses_5steps"));
        for (double expected : losses) {
            tape.reset();
            Var loss = model.loss(tape, z -> cell.of(tape.zeros(TRIALS, 1), z), true);
            assertEquals(expected, loss.value(), tolerance(precision));
            tape.backward(loss);
            adam.step(model.weights, tape.gradient(model.weights), 1e-3);
        }
        for (Parameter p : model.weights.parameters()) {
            double sum = Arrays.stream(model.weights.doubles(p.name())).sum();
            // Adam divides by the gradient's size: where a gradient is near 1e-8 its rounding error is not small in float
            assertEquals(SCALARS.getAsJsonObject("adam_param_sums_after5").get(p.name()).getAsDouble(), sum, 10 * tolerance(precision), p.name());
        }
    }

    /** A fixed-step classical Runge–Kutta method with {@code steps} steps between two of 70 points on [0, 1]. */
    private static List<Var> solve(Layer field, Var start, int steps, double speed) {
        double h = 1.0 / (69 * steps);
        List<Var> states = new ArrayList<>(List.of(start));
        Var z = start;
        for (int i = 1; i <= 69 * steps; i++) {
            Var k1 = field.of(z).scale(speed);
            Var k2 = field.of(z.axpy(h / 2, k1)).scale(speed);
            Var k3 = field.of(z.axpy(h / 2, k2)).scale(speed);
            Var k4 = field.of(z.axpy(h, k3)).scale(speed);
            z = z.combination(new double[] {h / 6, h / 3, h / 3, h / 6}, k1, k2, k3, k4);
            if (i % steps == 0) {
                states.add(z);
            }
        }
        return states;
    }

    @Test
    void neuralDifferentialEquationAndItsSensitivitiesAgreeWithAnAdaptiveReference() {
        Model model = new Model(Precision.DOUBLE);
        Weights weights = new Weights(Precision.DOUBLE);
        Layer field = new Layers(weights, RandomStream.of(1)).mlp("node", LATENT, 16, LATENT, Activation.TANH);
        for (JsonElement entry : SCALARS.getAsJsonArray("param_order_node_mlp")) {
            int q = entry.getAsJsonArray().get(0).getAsInt();
            double[] shape = Golden.numbers(entry.getAsJsonArray().get(2));
            Parameter p = weights.parameters().get(q);
            double[] values = new double[p.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.8 * Math.sin(0.7 * i + 1.3 * q + 0.5) / Math.sqrt(shape[shape.length - 1]);
            }
            weights.set(p.name(), values);
        }
        Tape tape = Tape.differentiation(Precision.DOUBLE);
        Var start = tape.variable(model.start(tape).array());
        List<Var> states = solve(field, start, 1, 1);
        // RK4 with h = 1/69 on a smooth field: h⁴ ≈ 4e-8 times small derivatives
        assertRows("node_ref_latents_t70.csv", states, 1e-9);
        Var loss = states.get(69).square().sum();
        assertEquals(SCALARS.get("node_sens_loss").getAsDouble(), loss.value(), 1e-9);
        tape.backward(loss);
        double[][] dz0 = SCALARS.getAsJsonArray("node_sens_dz0").asList().stream().map(Golden::numbers).toArray(double[][]::new);
        for (int b = 0; b < TRIALS; b++) {
            for (int k = 0; k < LATENT; k++) {
                assertEquals(dz0[b][k], start.gradient().getDouble(b, k), 1e-8);
            }
        }
        double[] sums = Golden.numbers(SCALARS.get("node_sens_param_sums"));
        double[] norms = Golden.numbers(SCALARS.get("node_sens_param_l2"));
        double[] gradient = tape.gradient(weights);
        for (int q = 0; q < 4; q++) {
            Parameter p = weights.parameters().get(q);
            double[] g = Arrays.copyOfRange(gradient, p.offset(), p.offset() + p.size());
            assertEquals(sums[q], Arrays.stream(g).sum(), 1e-7);
            assertEquals(norms[q], Math.sqrt(Arrays.stream(g).map(v -> v * v).sum()), 1e-7);
        }
        List<Var> fast = solve(field, tape.constant(start.array()), 10, 20);
        double[][] end = SCALARS.getAsJsonArray("node_scale20_final").asList().stream().map(Golden::numbers).toArray(double[][]::new);
        for (int b = 0; b < TRIALS; b++) {
            for (int k = 0; k < LATENT; k++) {
                assertTrue(Math.abs(end[b][k] - fast.get(69).at(b, k)) < 1e-6, "the 20 times faster field, 10 steps per interval");
            }
        }
    }
}
