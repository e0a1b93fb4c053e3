// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.solvers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.dynamics.Solver;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Activation;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.Golden;
import org.nullcline.dynamics.GoldenModel;
import org.nullcline.dynamics.TestContributions;

import com.google.gson.JsonObject;

class SolverTest {

    private static final TestContributions CONTRIBUTIONS = new TestContributions();
    private static final JsonObject SCALARS = Golden.json("sae/scalars.json");

    /** A nonlinear pendulum, x' = y, y' = −sin x. */
    private static final VectorField PENDULUM = (z, u) -> Var.concat(z.columns(1, 2), z.columns(0, 1).sin().negate());

    private static Solver solver(String id) {
        return CONTRIBUTIONS.create(CONTRIBUTIONS.find(ExtensionPoint.SOLVERS, id), Solver.class);
    }

    private static Parameters settings(String id, String... settings) {
        return CONTRIBUTIONS.parameters(ExtensionPoint.SOLVERS, id, settings);
    }

    private static double[] end(String id, VectorField field, double[] start, double duration, String... settings) {
        Tape tape = Tape.inference(Precision.DOUBLE);
        return solver(id).advance(field, tape.constant(1, start.length, start), null, duration, settings(id, settings)).values();
    }

    @ParameterizedTest
    @CsvSource({"euler,1", "midpoint,2", "heun,2", "rk4,4", "implicit-midpoint,2"})
    void errorFallsWithTheDeclaredOrder(String id, int order) {
        double[] exact = end("rk4", PENDULUM, new double[] {1, 0.5}, 2, "steps", "4000");
        double coarse = distance(exact, end(id, PENDULUM, new double[] {1, 0.5}, 2, "steps", "40"));
        double fine = distance(exact, end(id, PENDULUM, new double[] {1, 0.5}, 2, "steps", "80"));
        assertEquals(order, Math.log(coarse / fine) / Math.log(2), 0.15);
        assertEquals(Integer.toString(order), CONTRIBUTIONS.find(ExtensionPoint.SOLVERS, id).attribute("order", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOPRI5", "TSIT5"})
    void onePairStepHasLocalErrorOfOrderSixAndAnErrorEstimateOfOrderFive(String name) {
        ExplicitTableau tableau = name.equals("DOPRI5") ? ExplicitTableau.DOPRI5 : ExplicitTableau.TSIT5;
        double[] errors = new double[2];
        double[] estimates = new double[2];
        for (int i = 0; i < 2; i++) {
            double h = 0.2 / (1 << i);
            Tape tape = Tape.inference(Precision.DOUBLE);
            // Several starts, because the leading term of the error may happen to vanish at one.
            Var z = tape.constant(4, 2, 1, 0.5, -2, 1, 0.3, -1.5, 2.5, 0.1);
            ExplicitTableau.Step step = tableau.step(PENDULUM, z, null, h, null);
            double[] exact = solver("rk4").advance(PENDULUM, z, null, h, settings("rk4", "steps", "2000")).values();
            errors[i] = distance(exact, step.state().values());
            estimates[i] = distance(new double[8], ExplicitTableau.move(tape.zeros(4, 2), h, tableau.e(), step.stages()).values());
        }
        // Tsitouras made the leading term so small that the next one still shows at these steps: the order may look higher, never lower.
        double order = Math.log(errors[0] / errors[1]) / Math.log(2);
        assertTrue(order > 5.6 && order < 7.4, "order " + order);
        assertEquals(5, Math.log(estimates[0] / estimates[1]) / Math.log(2), 0.5);
        assertTrue(tableau.firstSameAsLast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dopri5", "tsit5"})
    void adaptiveSolverMeetsItsTolerance(String id) {
        double[] exact = end("rk4", PENDULUM, new double[] {1, 0.5}, 20, "steps", "10000");
        for (String tolerance : List.of("1e-4", "1e-7", "1e-10")) {
            double error = distance(exact, end(id, PENDULUM, new double[] {1, 0.5}, 20, "rtol", tolerance, "atol", tolerance));
            // Local errors add up over the steps; a global error within a factor of some tens of the tolerance is what such control gives.
            assertTrue(error < 50 * Double.parseDouble(tolerance), tolerance + ": " + error);
        }
    }

    /** Σ bᵢ(θ) Φᵢ = θⁿ / γ for every tree of order n ≤ 4 (Hairer, Nørsett &amp; Wanner I, equation II.6.2). */
    @ParameterizedTest
    @ValueSource(strings = {"DOPRI5", "TSIT5"})
    void denseOutputMeetsTheConditionsOfOrderFourAndIsSmoothFromStepToStep(String name) {
        ExplicitTableau tableau = name.equals("DOPRI5") ? ExplicitTableau.DOPRI5 : ExplicitTableau.TSIT5;
        int stages = tableau.b().length;
        double[] c = times(tableau.a(), filled(stages, 1));
        double[] c2 = product(c, c);
        double[] ac = times(tableau.a(), c);
        double[][] trees = {filled(stages, 1), c, c2, ac, product(c2, c), product(c, ac), times(tableau.a(), c2), times(tableau.a(), ac)};
        int[] order = {1, 2, 3, 3, 4, 4, 4, 4};
        int[] density = {1, 2, 3, 6, 4, 8, 12, 24};
        for (double theta : new double[] {0, 0.15, 0.5, 0.77, 1}) {
            double[] b = weights(tableau, theta);
            for (int i = 0; i < trees.length; i++) {
                // The coefficients have some 15 digits and sizes up to 100.
                assertEquals(Math.pow(theta, order[i]) / density[i], sum(product(b, trees[i])), 1e-12, "tree " + i + " at " + theta);
            }
        }
        assertArrayEquals(tableau.b(), weights(tableau, 1), 1e-13);
        double tiny = 1e-6;
        for (int i = 0; i < stages; i++) {
            assertEquals(i == 0 ? 1 : 0, weights(tableau, tiny)[i] / tiny, 1e-3);
            assertEquals(i == stages - 1 ? 1 : 0, (tableau.b()[i] - weights(tableau, 1 - tiny)[i]) / tiny, 1e-3);
        }
    }

    private static double[] weights(ExplicitTableau tableau, double theta) {
        return Arrays.stream(tableau.dense()).mapToDouble(row -> {
            double sum = 0;
            for (int p = 0; p < row.length; p++) {
                sum += row[p] * Math.pow(theta, p + 1);
            }
            return sum;
        }).toArray();
    }

    private static double[] filled(int n, double value) {
        double[] x = new double[n];
        Arrays.fill(x, value);
        return x;
    }

    private static double[] times(double[][] a, double[] x) {
        return Arrays.stream(a).mapToDouble(row -> sum(product(row, x))).toArray();
    }

    private static double[] product(double[] a, double[] b) {
        double[] y = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            y[i] = a[i] * b[i];
        }
        return y;
    }

    private static double sum(double[] x) {
        return Arrays.stream(x).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dopri5", "tsit5"})
    void moreOutputTimesCostNoMoreEvaluations(String id) {
        int[] evaluations = new int[3];
        double[][] ends = new double[3][];
        for (int i = 0; i < 3; i++) {
            int run = i;
            VectorField counted = (z, u) -> {
                evaluations[run]++;
                return PENDULUM.of(z, u);
            };
            Tape tape = Tape.inference(Precision.DOUBLE);
            int outputs = i == 0 ? 20 : 2000;
            List<Var> states = solver(id).trajectory(counted, tape.constant(1, 2, 1, 0.5), null, 10.0 / outputs, outputs + 1,
                settings(id, "rtol", "1e-6", "atol", "1e-6", "denseOutput", Boolean.toString(i < 2)));
            assertEquals(outputs + 1, states.size());
            ends[i] = states.getLast().values();
        }
        assertTrue(evaluations[1] < 1.3 * evaluations[0] && evaluations[2] >= 6 * 2000, Arrays.toString(evaluations));
        for (double[] end : ends) {
            assertArrayEquals(end("rk4", PENDULUM, new double[] {1, 0.5}, 10, "steps", "8000"), end, 1e-5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dopri5", "tsit5"})
    void gradientThroughDenseOutputIsThatOfFiniteDifferences(String id) {
        Weights weights = new Weights(Precision.DOUBLE);
        Layer f = new Layers(weights, RandomStream.of(3)).mlp("f", 2, 8, 2, Activation.TANH);
        double[] start = {0.4, -0.3};
        Tape tape = Tape.training(Precision.DOUBLE);
        Var z = tape.variable(1, 2, start);
        tape.backward(between(id, f, z));
        double[] slope = z.gradient().toDoubleVector();
        for (int i = 0; i < 2; i++) {
            double[] loss = new double[2];
            for (int side = 0; side < 2; side++) {
                double[] moved = start.clone();
                moved[i] += side == 0 ? 1e-5 : -1e-5;
                loss[side] = between(id, f, Tape.inference(Precision.DOUBLE).constant(1, 2, moved)).value();
            }
            assertEquals((loss[0] - loss[1]) / 2e-5, slope[i], 1e-8);
        }
    }

    /** A loss that looks at states inside of steps. With so wide a tolerance every step is five times the one before: no step depends on the state. */
    private static Var between(String id, Layer f, Var z) {
        List<Var> states = solver(id).trajectory((x, u) -> f.of(x).scale(3), z, null, 0.05, 10, settings(id, "rtol", "1", "atol", "1"));
        Var loss = states.get(3).square().sum();
        return loss.plus(states.get(5).sin().sum()).plus(states.get(8).sum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dopri5", "tsit5"})
    void outputTimesDoNotDisturbTheAccuracy(String id) {
        Tape tape = Tape.inference(Precision.DOUBLE);
        List<Var> states = solver(id).trajectory(PENDULUM, tape.constant(1, 2, 1, 0.5), null, 0.37, 28, settings(id, "rtol", "1e-9", "atol", "1e-9"));
        for (int i = 0; i < states.size(); i += 9) {
            double[] exact = end("rk4", PENDULUM, new double[] {1, 0.5}, 0.37 * i, "steps", "8000");
            assertArrayEquals(exact, states.get(i).values(), 1e-7);
        }
    }

    /** The field of the golden neural ODE, MLP 3 → 16 tanh → 3. */
    private static Layer goldenField(Weights weights) {
        Layer mlp = new Layers(weights, RandomStream.of(0)).mlp("f", 3, 16, 3, Activation.TANH);
        GoldenModel.fill(weights, "f.", "0.weight", "0.bias", "2.weight", "2.bias");
        return mlp;
    }

    private static double[] goldenStart() {
        return Golden.csv("sae/ic_z0.csv").data();
    }

    @ParameterizedTest
    @CsvSource({"tsit5,1e-11,1e-9", "dopri5,1e-11,1e-9", "tsit5,1e-3,1e-3"})
    void neuralOdeFollowsTheReferenceAtAllTimes(String id, String tolerance, double allowed) {
        Layer mlp = goldenField(new Weights(Precision.DOUBLE));
        Tape tape = Tape.inference(Precision.DOUBLE);
        List<Var> states = solver(id).trajectory((z, u) -> mlp.of(z), tape.constant(4, 3, goldenStart()), null, 1.0 / 69, 70,
                settings(id, "rtol", tolerance, "atol", tolerance));
        double[][] expected = Golden.csv("sae/node_ref_latents_t70.csv").toRows();
        double[][] actual = GoldenModel.trialMajor(states);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual[i], allowed, "row " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"tsit5", "dopri5", "rk4", "implicit-midpoint"})
    void sensitivitiesOfTheNeuralOdeAreThoseOfTheReference(String id) {
        Weights weights = new Weights(Precision.DOUBLE);
        Layer mlp = goldenField(weights);
        Tape tape = Tape.training(Precision.DOUBLE);
        Var z0 = tape.variable(4, 3, goldenStart());
        Parameters settings = switch (id) {
            case "rk4" -> settings(id, "steps", "60");
            // Second order: the error at this step is about 1e-6.
            case "implicit-midpoint" -> settings(id, "steps", "150", "tolerance", "1e-13");
            default -> settings(id, "rtol", "1e-11", "atol", "1e-11");
        };
        Var z1 = solver(id).advance((z, u) -> mlp.of(z), z0, null, 1, settings);
        Var loss = z1.square().sum();
        tape.backward(loss);
        double tolerance = id.equals("implicit-midpoint") ? 1e-4 : 1e-7;
        assertEquals(SCALARS.get("node_sens_loss").getAsDouble(), loss.value(), tolerance);
        double[][] expected = Golden.rows(SCALARS.get("node_sens_dz0"));
        double[] slope = NdArrays.doubles(z0.gradient());
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

    @ParameterizedTest
    @CsvSource({"tsit5", "dopri5", "implicit-midpoint", "rk4"})
    void fieldTwentyTimesFasterEndsWhereTheReferenceDoes(String id) {
        Layer mlp = goldenField(new Weights(Precision.DOUBLE));
        Tape tape = Tape.inference(Precision.DOUBLE);
        boolean adaptive = CONTRIBUTIONS.find(ExtensionPoint.SOLVERS, id).attribute("adaptive", "").equals("true");
        Parameters settings = adaptive ? settings(id, "rtol", "1e-10", "atol", "1e-10") : settings(id, "steps", id.equals("rk4") ? "400" : "2000");
        double[] end = solver(id).advance((z, u) -> mlp.of(z).scale(20), tape.constant(4, 3, goldenStart()), null, 1, settings).values();
        double[][] expected = Golden.rows(SCALARS.get("node_scale20_final"));
        for (int b = 0; b < 4; b++) {
            assertArrayEquals(expected[b], Arrays.copyOfRange(end, 3 * b, 3 * b + 3), adaptive ? 1e-7 : 1e-4);
        }
    }

    @Test
    void implicitMidpointStaysStableOnAStiffFieldWhereExplicitMethodsBlowUp() {
        VectorField stiff = (z, u) -> z.scale(-1e4).plus(z.cos());
        double[] implicit = end("implicit-midpoint", stiff, new double[] {0.01}, 1, "steps", "50");
        assertTrue(Math.abs(implicit[0]) < 0.02);
        double[] explicit = end("midpoint", stiff, new double[] {0.01}, 1, "steps", "50");
        assertTrue(!(Math.abs(explicit[0]) < 1e6));
    }

    @Test
    void implicitMidpointConservesQuadraticInvariants() {
        VectorField rotation = (z, u) -> Var.concat(z.columns(1, 2), z.columns(0, 1).negate());
        double[] end = end("implicit-midpoint", rotation, new double[] {3, 4}, 100, "steps", "300", "tolerance", "1e-14");
        assertEquals(5, Math.hypot(end[0], end[1]), 1e-10);
    }

    @Test
    void implicitMidpointUsesTheInput() {
        VectorField driven = (z, u) -> u.minus(z);
        Tape tape = Tape.inference(Precision.DOUBLE);
        Var end = solver("implicit-midpoint").advance(driven, tape.constant(2, 1, 0, 0), tape.constant(2, 1, 1, 2), 50,
                settings("implicit-midpoint", "steps", "100"));
        assertArrayEquals(new double[] {1, 2}, end.values(), 1e-9);
    }

    @Test
    void adaptiveSolverSaysSoWhenTheFieldExplodes() {
        VectorField explosive = (z, u) -> z.square().scale(1e6);
        NullclineException failure = assertThrows(NullclineException.class, () -> end("tsit5", explosive, new double[] {1}, 1));
        assertEquals(NullclineException.Kind.TASK, failure.kind());
        assertTrue(failure.getMessage().contains("solver"));
    }

    @Test
    void toleranceHoldsForEveryTrialOfAShardNotOnlyOnAverage() {
        // One fast trial among 63 slow ones must not be averaged away.
        double[] frequencies = new double[64];
        Arrays.fill(frequencies, 0.01);
        frequencies[17] = 40;
        Tape tape = Tape.inference(Precision.DOUBLE);
        Matrix start = new Matrix(64, 2);
        for (int i = 0; i < 64; i++) {
            start.set(i, 0, 1);
        }
        Var frequency = tape.constant(64, 1, frequencies);
        VectorField oscillators = (z, u) -> Var.concat(z.columns(1, 2).times(frequency), z.columns(0, 1).times(frequency).negate());
        double[] end = solver("tsit5").advance(oscillators, tape.constant(64, 2, start.data()), null, 1, settings("tsit5", "rtol", "1e-6", "atol", "1e-6"))
                .values();
        assertEquals(Math.cos(40), end[34], 1e-4);
        assertEquals(-Math.sin(40), end[35], 1e-4);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
