// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.optimise.Adam;
import org.nullcline.compute.optimise.Optimiser;
import org.nullcline.dynamics.Golden;
import org.nullcline.dynamics.GoldenModel;

import com.google.gson.JsonObject;

/** Against PyTorch in double precision. Tolerances of 1e-12 allow for another order of summation and other exponentials. */
class GoldenAutoencoderTest {

    private static final JsonObject SCALARS = Golden.json("sae/scalars.json");
    private static final Map<String, String> NAMES = Map.of("enc", "encoder", "ic", "initial", "ro", "readout", "cell", "dynamics.cell");

    private static SequentialAutoencoder gru() {
        SequentialAutoencoder model = GoldenModel.of("gru");
        GoldenModel.fill(model.weights(), "dynamics.cell.", "weight_ih", "weight_hh", "bias_ih", "bias_hh");
        return model;
    }

    private static void same(String file, List<Var> sequence, double tolerance) {
        double[][] expected = Golden.csv("sae/" + file).toRows();
        double[][] actual = GoldenModel.trialMajor(sequence);
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], Arrays.copyOf(actual[i], expected[i].length), tolerance, file + " row " + i);
        }
    }

    @Test
    void encoderInfersTheInitialStateOfTheReference() {
        Tape tape = Tape.inference(Precision.DOUBLE);
        SequentialAutoencoder model = gru();
        Var z0 = model.initialState(GoldenModel.spikes(tape));
        same("ic_z0.csv", List.of(z0), 1e-12);
    }

    @Test
    void spikesAreThoseOfTheReference() {
        same("spikes_BxT_by_N.csv", GoldenModel.spikes(Tape.inference(Precision.DOUBLE)), 0);
    }

    @Test
    void gruUnrollsAndReadsOutAsTheReference() {
        Tape tape = Tape.inference(Precision.DOUBLE);
        SequentialAutoencoder.Pass pass = gru().run(GoldenModel.spikes(tape), null, GoldenModel.BINS);
        same("gru_latents_BxT.csv", pass.states(), 1e-12);
        same("logrates_gru.csv", pass.readouts(), 1e-12);
    }

    @Test
    void vanillaRnnUnrollsAsTheReference() {
        SequentialAutoencoder model = GoldenModel.of("rnn");
        GoldenModel.fill(model.weights(), "dynamics.cell.", "weight_ih", "weight_hh", "bias_ih", "bias_hh");
        same("rnn_latents_BxT.csv", model.run(GoldenModel.spikes(Tape.inference(Precision.DOUBLE)), null, GoldenModel.BINS).states(), 1e-12);
    }

    @Test
    void lstmUnrollsAsTheReference() {
        SequentialAutoencoder model = GoldenModel.of("lstm");
        GoldenModel.fill(model.weights(), "dynamics.cell.", "weight_ih", "weight_hh", "bias_ih", "bias_hh");
        same("lstm_latents_BxT.csv", model.run(GoldenModel.spikes(Tape.inference(Precision.DOUBLE)), null, GoldenModel.BINS).states(), 1e-12);
    }

    @Test
    void residualMlpUnrollsAsTheReference() {
        SequentialAutoencoder model = GoldenModel.of("residual-mlp", "hidden", "16");
        // The reference feeds a constant input of zero beside the state: its weights are the first column.
        Matrix first = new Matrix(16, 4, GoldenModel.values(0, 64, 4));
        model.weights().set("dynamics.mlp.0.weight", first.columns(1, 4).data());
        model.weights().set("dynamics.mlp.0.bias", GoldenModel.values(1, 16, 16));
        model.weights().set("dynamics.mlp.2.weight", GoldenModel.values(2, 48, 16));
        model.weights().set("dynamics.mlp.2.bias", GoldenModel.values(3, 3, 3));
        same("residual_mlp_dt0.1_latents_BxT.csv", model.run(GoldenModel.spikes(Tape.inference(Precision.DOUBLE)), null, GoldenModel.BINS).states(),
                1e-12);
    }

    @Test
    void lossAndAllGradientsAreThoseOfTheReference() {
        SequentialAutoencoder model = gru();
        double[] gradient = new double[model.weights().size()];
        assertEquals(SCALARS.get("poisson_nll_full_mean_gru").getAsDouble(), lossAndGradient(model, gradient), 1e-13);
        gradientsAgree(model.weights(), gradient, 1e-12);
    }

    @Test
    void gradientsInSinglePrecisionAgreeToSixDigits() {
        SequentialAutoencoder model = GoldenModel.of("gru", Precision.FLOAT);
        GoldenModel.fill(model.weights(), "dynamics.cell.", "weight_ih", "weight_hh", "bias_ih", "bias_hh");
        double[] gradient = new double[model.weights().size()];
        assertEquals(SCALARS.get("poisson_nll_full_mean_gru").getAsDouble(), lossAndGradient(model, gradient), 1e-6);
        gradientsAgree(model.weights(), gradient, 2e-6);
    }

    private static void gradientsAgree(Weights weights, double[] gradient, double tolerance) {
        for (String name : SCALARS.getAsJsonObject("grads_l2").keySet()) {
            double[] own = part(weights, gradient, name);
            assertEquals(SCALARS.getAsJsonObject("grads_l2").get(name).getAsDouble(), Math.sqrt(Arrays.stream(own).map(g -> g * g).sum()), tolerance, name);
            assertEquals(SCALARS.getAsJsonObject("grads_sum").get(name).getAsDouble(), Arrays.stream(own).sum(), tolerance, name);
            assertArrayEquals(Golden.numbers(SCALARS.getAsJsonObject("grads_first3").get(name)), Arrays.copyOf(own, 3), tolerance, name);
        }
    }

    @Test
    void fiveAdamStepsWithCoupledPenaltyAreThoseOfTheReference() {
        SequentialAutoencoder model = gru();
        Optimiser adam = Adam.adam(1e-4);
        double[] losses = new double[5];
        for (int step = 0; step < 5; step++) {
            double[] gradient = new double[model.weights().size()];
            losses[step] = lossAndGradient(model, gradient);
            adam.step(model.weights(), gradient, 1e-3);
        }
        assertArrayEquals(Golden.numbers(SCALARS.get("adam_lr1e-3_wd1e-4_losses_5steps")), losses, 1e-12);
        JsonObject sums = SCALARS.getAsJsonObject("adam_param_sums_after5");
        for (String name : sums.keySet()) {
            assertEquals(sums.get(name).getAsDouble(), Arrays.stream(part(model.weights(), model.weights().values(), name)).sum(), 1e-9, name);
        }
    }

    private static double lossAndGradient(SequentialAutoencoder model, double[] gradient) {
        Tape tape = Tape.training(model.blueprint().precision());
        List<Var> spikes = GoldenModel.spikes(tape);
        Var loss = model.negativeLogLikelihood(model.run(spikes, null, GoldenModel.BINS), spikes)
                .scale(1.0 / (GoldenModel.TRIALS * GoldenModel.BINS * GoldenModel.NEURONS));
        tape.backward(loss);
        System.arraycopy(tape.gradient(model.weights()), 0, gradient, 0, gradient.length);
        return loss.value();
    }

    private static double[] part(Weights weights, double[] all, String goldenName) {
        int dot = goldenName.indexOf('.');
        var p = weights.parameter(NAMES.get(goldenName.substring(0, dot)) + goldenName.substring(dot));
        return Arrays.copyOfRange(all, p.offset(), p.offset() + p.size());
    }
}
