// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.solvers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.dynamics.Solver;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Activation;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.KernelSets;
import org.nullcline.compute.kernel.Kernels;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.Golden;
import org.nullcline.dynamics.GoldenModel;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.TestContributions;
import org.nullcline.dynamics.TestRecordings;
import org.nullcline.dynamics.training.LearningCurves;

import com.google.gson.JsonObject;

/** The adjoint equation against gradients through the steps of the same solver, and against PyTorch. */
class AdjointGradientTest {

    private static final TestContributions CONTRIBUTIONS = new TestContributions();
    private static final JsonObject SCALARS = Golden.json("sae/scalars.json");

    @TempDir
    Path folder;

    private static Parameters settings(String id, double tolerance) {
        return id.equals("rk4") ? CONTRIBUTIONS.parameters(ExtensionPoint.SOLVERS, id, "steps", Integer.toString((int) Math.round(Math.pow(tolerance, -0.25))))
                : CONTRIBUTIONS.parameters(ExtensionPoint.SOLVERS, id, "rtol", Double.toString(tolerance), "atol", Double.toString(tolerance));
    }

    private static Solver solver(String id) {
        return CONTRIBUTIONS.create(CONTRIBUTIONS.find(ExtensionPoint.SOLVERS, id), Solver.class);
    }

    private static Layer mlp(Weights weights, int inputs) {
        return new Layers(weights, RandomStream.of(0)).mlp("f", 3 + inputs, 16, 3, Activation.TANH);
    }

    private static VectorField field(Layer mlp, double speed) {
        return (z, u) -> mlp.of(u == null ? z : Var.concat(z, u)).scale(speed);
    }

    private static Solver adjoint(String id, Weights weights, int inputs, double speed) {
        return new AdjointGradient((ExplicitMethod) solver(id), () -> {
            Weights own = new Weights(weights.precision());
            return new AdjointGradient.Field(field(mlp(own, inputs), speed), own);
        }, weights.parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsit5", "dopri5", "rk4"})
    void sensitivitiesOfTheNeuralOdeAreThoseOfTheReference(String id) {
        Weights weights = new Weights(Precision.DOUBLE);
        Layer mlp = mlp(weights, 0);
        GoldenModel.fill(weights, "f.", "0.weight", "0.bias", "2.weight", "2.bias");
        Tape tape = Tape.training(Precision.DOUBLE);
        Var z0 = tape.variable(4, 3, Golden.csv("sae/ic_z0.csv").data());
        // rk4 with 60 steps per unit of time, the others at a tolerance beyond that of the comparison
        Var z1 = adjoint(id, weights, 0, 1).advance(field(mlp, 1), z0, null, 1, id.equals("rk4") ? CONTRIBUTIONS.parameters(ExtensionPoint.SOLVERS, id, "steps",
                "60") : settings(id, 1e-11));
        Var loss = z1.square().sum();
        tape.backward(loss);
        double tolerance = 1e-7;
        assertEquals(SCALARS.get("node_sens_loss").getAsDouble(), loss.value(), tolerance);
        double[] slope = NdArrays.doubles(z0.gradient());
        double[][] expected = Golden.rows(SCALARS.get("node_sens_dz0"));
        for (int b = 0; b < 4; b++) {
            assertArrayEquals(expected[b], Arrays.copyOfRange(slope, 3 * b, 3 * b + 3), tolerance);
        }
        double[] gradient = tape.gradient(weights);
        double[] sums = Golden.numbers(SCALARS.get("node_sens_param_sums"));
        double[] norms = Golden.numbers(SCALARS.get("node_sens_param_l2"));
        for (int q = 0; q < 4; q++) {
            var p = weights.parameters().get(q);
            double[] own = Arrays.copyOfRange(gradient, p.offset(), p.offset() + p.size());
            assertEquals(sums[q], Arrays.stream(own).sum(), tolerance * 10, p.name());
            assertEquals(norms[q], Math.sqrt(Arrays.stream(own).map(g -> g * g).sum()), tolerance * 10, p.name());
        }
    }

    /** Gradients by initial state, inputs and weights, one after the other, of a loss that looks at all output times. */
    private static double[] gradient(Solver solver, Weights weights, Layer mlp, int inputs, Parameters settings) {
        Tape tape = Tape.training(weights.precision());
        RandomStream random = RandomStream.of(4);
        Var z0 = tape.variable(5, 3, random.normals(15));
        List<Var> drive = new ArrayList<>();
        for (int i = 0; i < 6 && inputs > 0; i++) {
            drive.add(tape.variable(5, inputs, random.normals(5 * inputs)));
        }
        List<Var> states = solver.trajectory(field(mlp, 20), z0, inputs == 0 ? null : drive, 0.1, 7, settings);
        Var loss = null;
        for (Var z : states) {
            Var term = z.square().plus(z.sin()).mean();
            loss = loss == null ? term : loss.plus(term);
        }
        tape.backward(loss);
        double[] all = NdArrays.doubles(z0.gradient());
        for (Var u : drive) {
            all = join(all, NdArrays.doubles(u.gradient()));
        }
        return join(all, tape.gradient(weights));
    }

    private static double[] join(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        double norm = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
            norm += b[i] * b[i];
        }
        return Math.sqrt(sum / norm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsit5", "dopri5", "rk4"})
    void itApproachesTheGradientThroughTheStepsAsTheToleranceFalls(String id) {
        for (int inputs : new int[] {0, 2}) {
            Weights weights = new Weights(Precision.DOUBLE);
            Layer mlp = mlp(weights, inputs);
            double[] exact = gradient(solver(id), weights, mlp, inputs, settings(id, 1e-12));
            double previous = Double.POSITIVE_INFINITY;
            for (double tolerance : new double[] {1e-3, 1e-5, 1e-7, 1e-9}) {
                double error = distance(gradient(adjoint(id, weights, inputs, 20), weights, mlp, inputs, settings(id, tolerance)), exact);
                // Local errors accumulate over some ten time constants; a hundred tolerances is what such control gives.
                assertTrue(error < 100 * tolerance && error < previous, id + " at " + tolerance + ": " + error + " after " + previous);
                previous = error;
            }
        }
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfSteps() {
        long[] adjoint = new long[2];
        long[] steps = new long[2];
        for (int i = 0; i < 2; i++) {
            Parameters settings = CONTRIBUTIONS.parameters(ExtensionPoint.SOLVERS, "rk4", "steps", i == 0 ? "2" : "200");
            Weights weights = new Weights(Precision.FLOAT);
            Layer mlp = mlp(weights, 0);
            adjoint[i] = memory(adjoint("rk4", weights, 0, 1), mlp, settings);
            steps[i] = memory(solver("rk4"), mlp, settings);
        }
        assertEquals(adjoint[0], adjoint[1]);
        // a tape begins with a block of its own, so that a hundredfold number of steps shows as less
        assertTrue(steps[1] > 5 * steps[0], steps[0] + " to " + steps[1]);
    }

    private static long memory(Solver solver, Layer mlp, Parameters settings) {
        Kernels kernels = KernelSets.create(Precision.FLOAT);
        Tape tape = new Tape(kernels, Tape.Mode.TRAINING);
        Var z0 = tape.variable(16, 3, new double[48]);
        tape.backward(solver.trajectory(field(mlp, 1), z0, null, 0.1, 5, settings).getLast().square().sum());
        return kernels.capacity();
    }

    @Test
    void fitWithTheAdjointLearnsAsThroughTheStepsAndGivesTheSameBytesOnAnyNumberOfThreads() {
        Value recording = TestRecordings.lorenz(100, 10, 5);
        double[][] curves = new double[3][];
        String[] gradients = {"steps", "adjoint", "adjoint"};
        for (int i = 0; i < 3; i++) {
            Value model = new TestContext(folder.resolve("run" + i), 1 + i).run("fit", Map.of("recording", recording), "architecture", "node", "gradient",
                    gradients[i], "solver", "tsit5", "solver.rtol", "1e-6", "solver.atol", "1e-6", "dropout", "0", "encoderSize", "6", "epochs", "5",
                    "batch", "30", "learningRate", "0.01", "seed", "2", "inputs", "behaviour.velocity", "precision", "double").get("model");
            curves[i] = LearningCurves.read(model).curve(LearningCurves.VALIDATION);
        }
        // The gradients differ by about the tolerance; some fifteen steps of Adam keep the losses that close.
        assertArrayEquals(curves[0], curves[1], 1e-5);
        assertArrayEquals(curves[1], curves[2], 0);
    }

    @Test
    void whatHasNoAdjointIsRefusedBeforeTheRun() {
        Value recording = TestRecordings.lorenz(10, 5, 3);
        for (String[] wrong : new String[][] {{"architecture", "gru"}, {"architecture", "node", "solver", "implicit-midpoint"}}) {
            String[] settings = Arrays.copyOf(wrong, wrong.length + 2);
            settings[wrong.length] = "gradient";
            settings[wrong.length + 1] = "adjoint";
            NullclineException failure = assertThrows(NullclineException.class,
                    () -> new TestContext(folder, 1).run("fit", Map.of("recording", recording), settings));
            assertEquals(NullclineException.Kind.INVALID, failure.kind());
            assertTrue(failure.getMessage().contains("gradient=steps"), failure.getMessage());
        }
    }
}
