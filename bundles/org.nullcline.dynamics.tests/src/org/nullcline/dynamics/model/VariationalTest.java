// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.TestContributions;
import org.nullcline.dynamics.TestRecordings;
import org.nullcline.dynamics.training.LearningCurves;

class VariationalTest {

    private static final TestContributions CONTRIBUTIONS = new TestContributions();

    @TempDir
    Path folder;

    private static SequentialAutoencoder model(String architecture, Inference inference) {
        Parameters.Choice choice = new Parameters.Choice(CONTRIBUTIONS.find(ExtensionPoint.ARCHITECTURES, architecture),
                CONTRIBUTIONS.parameters(ExtensionPoint.ARCHITECTURES, architecture).withSizes(3, inference.inferredInputs()));
        StateUpdate rule = StateUpdate.of("auto", choice.descriptor());
        Parameters.Choice solver = rule != StateUpdate.DERIVATIVE ? null
                : new Parameters.Choice(CONTRIBUTIONS.find(ExtensionPoint.SOLVERS, "rk4"), CONTRIBUTIONS.parameters(ExtensionPoint.SOLVERS, "rk4"));
        return new SequentialAutoencoder(new Blueprint(choice, rule, solver, 0.2, 4, 3, 0, Likelihood.POISSON, Precision.DOUBLE, Readout.PLAIN,
                inference),
                RandomStream.of(3), CONTRIBUTIONS);
    }

    private static TrialData data() {
        RandomStream random = RandomStream.of(5);
        float[] observed = new float[14 * 4];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = random.poisson(1.5);
        }
        return new TrialData(Trials.ofLengths(List.of(5, 3, 6)), 4, observed, 0, new float[0]);
    }

    private static Var loss(SequentialAutoencoder model, Tape tape) {
        tape.random(RandomStream.of(17));
        TrialData data = data();
        List<Var> observed = data.observed(tape, data.longestFirst(new int[] {0, 1, 2}));
        SequentialAutoencoder.Pass pass = model.run(observed, null, observed.size());
        Var loss = model.negativeLogLikelihood(pass, observed);
        return pass.divergence() == null ? loss : loss.plus(pass.divergence());
    }

    @ParameterizedTest
    @CsvSource({"gru,0", "gru,2", "node,2", "lstm,1"})
    void gradientOfTheEvidenceBoundIsThatOfFiniteDifferences(String architecture, int inputs) {
        SequentialAutoencoder model = model(architecture, new Inference(true, inputs, 3, 0.1, 4, 0, 1));
        Tape tape = Tape.training(Precision.DOUBLE);
        tape.backward(loss(model, tape));
        double[] gradient = tape.gradient(model.weights());
        double[] values = model.weights().values();
        for (int i = 0; i < values.length; i += 7) {
            double before = values[i];
            double h = 1e-5;
            values[i] = before + h;
            double above = loss(model, Tape.training(Precision.DOUBLE)).value();
            values[i] = before - h;
            double below = loss(model, Tape.training(Precision.DOUBLE)).value();
            values[i] = before;
            // The loss is a sum of about 60 terms near 1; central differences leave about 1e-9 of rounding.
            assertEquals((above - below) / (2 * h), gradient[i], 1e-6 * Math.max(1, Math.abs(gradient[i])), "weight " + i);
        }
    }

    @Test
    void nothingIsDrawnOutsideTraining() {
        SequentialAutoencoder model = model("gru", new Inference(true, 2, 3, 0.1, 4, 0.3, 0));
        TrialData data = data();
        double[][] results = new double[2][];
        for (int i = 0; i < 2; i++) {
            Tape tape = Tape.inference(Precision.DOUBLE).random(RandomStream.of(i));
            List<Var> observed = data.observed(tape, data.longestFirst(new int[] {0, 1, 2}));
            SequentialAutoencoder.Pass pass = model.run(observed, null, observed.size());
            assertNull(pass.divergence());
            results[i] = pass.readouts().getLast().values();
        }
        assertArrayEquals(results[0], results[1], 0);
    }

    @Test
    void divergenceOfThePriorFromItselfIsZero() {
        SequentialAutoencoder model = model("gru", new Inference(true, 0, 3, 0.1, 4, 0, 0));
        for (String name : List.of("initial.weight", "initial.bias", "initial_log_variance.weight")) {
            Arrays.fill(model.weights().values(), model.weights().parameter(name).offset(),
                    model.weights().parameter(name).offset() + model.weights().parameter(name).size(), 0);
        }
        model.weights().set("initial_log_variance.bias", Math.log(0.1), Math.log(0.1), Math.log(0.1));
        Tape tape = Tape.training(Precision.DOUBLE);
        List<Var> observed = data().observed(tape, new int[] {2, 0, 1});
        assertEquals(0, model.run(observed, null, 6).divergence().value(), 1e-12);
    }

    @Test
    void coordinatedDropoutLearnsFromHiddenObservationsOnly() {
        SequentialAutoencoder model = model("gru", new Inference(false, 0, 1, 0.1, 4, 0.5, 0));
        Tape tape = Tape.training(Precision.DOUBLE).random(RandomStream.of(2));
        List<Var> observed = data().observed(tape, new int[] {2});
        CoordinatedDropout dropout = CoordinatedDropout.of(0.5, observed, 6);
        Var readout = tape.variable(1, 4, 0.1, 0.2, 0.3, 0.4);
        Var masked = dropout.learning(0, readout);
        assertArrayEquals(readout.values(), masked.values(), 1e-15);
        tape.backward(masked.sum());
        double[] seen = dropout.seen().getFirst().values();
        double[] original = observed.getFirst().values();
        double[] slope = NdArrays.doubles(readout.gradient());
        for (int i = 0; i < 4; i++) {
            assertTrue(slope[i] == 0 || slope[i] == 1);
            assertEquals(slope[i] == 1 ? 0 : 2 * original[i], seen[i]);
        }
        assertEquals(4, model.blueprint().channels());
    }

    @Test
    void heldOutChannelsDoNotReachTheEncoder() {
        SequentialAutoencoder model = model("gru", new Inference(false, 0, 1, 0.1, 4, 0, 2));
        float[] one = new float[14 * 4];
        TrialData all = data();
        for (int trial = 0; trial < 3; trial++) {
            float[] own = all.observed(trial);
            System.arraycopy(own, 0, one, (int) all.trials().offsets()[trial] * 4, own.length);
        }
        float[] other = one.clone();
        for (int t = 0; t < 14; t++) {
            other[t * 4 + 3] += 5;
        }
        double[][] states = new double[2][];
        int i = 0;
        for (float[] observed : List.of(one, other)) {
            Tape tape = Tape.inference(Precision.DOUBLE);
            TrialData data = new TrialData(Trials.equal(2, 7), 4, observed, 0, new float[0]);
            states[i++] = model.run(data.observed(tape, new int[] {0, 1}), null, 7).states().getLast().values();
        }
        assertArrayEquals(states[0], states[1], 0);
    }

    @Test
    void variationalFitRunsResumesAndScoresCoSmoothing() {
        Value recording = TestRecordings.lorenz(30, 8, 6);
        String[] settings = {"variational", "true", "inferredInputs", "2", "controllerSize", "5", "coordinatedDropout", "0.2", "heldOutChannels", "2",
            "encoderSize", "6", "epochs", "6", "batch", "9", "divergenceEpochs", "3", "learningRate", "0.01", "seed", "1"};
        Map<String, Value> whole = new TestContext(folder.resolve("whole"), 1).run("fit", Map.of("recording", recording), settings);
        TestContext interrupted = new TestContext(folder.resolve("parts"), 2).cancelAt(3);
        assertThrows(CancellationException.class,
                () -> interrupted.run("fit", Map.of("recording", recording), settings));
        Map<String, Value> resumed = new TestContext(folder.resolve("parts"), 2).run("fit", Map.of("recording", recording), settings);
        for (String array : whole.get("model").arrays().keySet()) {
            assertArrayEquals(NdArrays.doubles(whole.get("model").array(array)), NdArrays.doubles(resumed.get("model").array(array)), 0, array);
        }
        double[] divergence = LearningCurves.read(whole.get("model")).curve(LearningCurves.DIVERGENCE);
        assertTrue(Arrays.stream(divergence).allMatch(d -> d > 0));
        Scores scores = Scores.of(new TestContext(folder, 1).run("score", Map.of("recording", recording, "trajectories", whole.get("trajectories"), "model",
                whole.get("model"))).get("scores"));
        assertTrue(Double.isFinite(scores.table()[0][scores.columns().indexOf("co-smoothing bits per spike")]));
        // The opened model takes its inferred inputs to be zero.
        double[] next = new double[3];
        FittedModel.of(whole.get("model"), CONTRIBUTIONS).system().evaluate(new double[] {0.1, 0.2, 0.3}, next);
        assertTrue(Arrays.stream(next).allMatch(Double::isFinite));
    }
}
