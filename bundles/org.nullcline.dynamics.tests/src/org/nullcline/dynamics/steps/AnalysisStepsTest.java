// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.TestRecordings;

class AnalysisStepsTest {

    private static final Value LORENZ = Value.of(Kinds.SYSTEM).attribute("system", "org.nullcline.lorenz").build();

    @TempDir
    Path folder;

    private TestContext context() {
        return new TestContext(folder.resolve("task" + System.nanoTime()), 2);
    }

    private Map<String, Value> fitted(String architecture, Value recording) {
        return context().run("fit", Map.of("recording", recording), "architecture", architecture, "encoderSize", "6", "epochs", "3", "batch", "7",
                "learningRate", "0.01", "seed", "5");
    }

    @Test
    void fixedPointsOfASimulatedSystemAreFoundByItsId() {
        FixedPoints points = FixedPoints.of(context().run("fixed-points", Map.of("system", LORENZ), "starts", "100").get("points"));
        assertEquals(3, points.count());
        assertTrue(points.continuous());
        assertArrayEquals(new double[] {-Math.sqrt(72.009), -Math.sqrt(72.009), 27}, Matrix.of(points.value().array(FixedPoints.STATE)).row(0), 1e-9);
        assertEquals(1, points.unstableDimensions(1));
    }

    @Test
    void lyapunovSpectrumOfASimulatedSystemHasItsAttributes() {
        Map<String, Value> result = context().run("lyapunov", Map.of("system", LORENZ), "time", "300", "step", "0.005", "seed", "1");
        double[] spectrum = NdArrays.doubles(result.get("spectrum").array("spectrum"));
        // A tenth of the reference's length: statistical errors three times larger.
        assertEquals(0.905, spectrum[0], 0.03);
        assertEquals(-13.667, result.get("spectrum").number("sumDivergence", 0), 1e-9);
        assertEquals(2.062, result.get("spectrum").number("kaplanYorke", 0), 0.01);
        Scores scores = Scores.of(result.get("scores"));
        assertEquals(spectrum[2], scores.table()[0][2]);
    }

    @ParameterizedTest
    @CsvSource({"gru", "lstm", "node"})
    void fittedModelsCanBeAnalysedLikeSystems(String architecture) {
        Value model = fitted(architecture, TestRecordings.lorenz(20, 10, 4)).get("model");
        FixedPoints points = FixedPoints.of(context().run("fixed-points", Map.of("system", model), "starts", "20").get("points"));
        assertEquals(architecture.equals("node"), points.continuous());
        for (double q : NdArrays.doubles(points.value().array(FixedPoints.SPEED))) {
            assertTrue(q <= 1e-12);
        }
        assertTrue(points.count() >= 1);
        double[] spectrum = NdArrays.doubles(context().run("lyapunov", Map.of("system", model), "time", "20").get("spectrum").array("spectrum"));
        assertEquals(architecture.equals("lstm") ? 6 : 3, spectrum.length);
        Value field = context().run("flow-field", Map.of("system", model), "x", "0", "y", "2", "resolution", "11").get("field");
        assertArrayEquals(new long[] {11, 11, 2}, field.array("field").shape());
    }

    @Test
    void flowFieldOfLorenzKnowsItsNullclines() {
        Value field = context().run("flow-field", Map.of("system", LORENZ), "x", "0", "y", "1", "range", "-20,20,-25,25", "origin", "0,0,10", "resolution",
                "81").get("field");
        // x' = σ(y − x) vanishes on y = x, y' = x(28 − 10) − y on y = 18 x.
        for (double[] p : Matrix.of(field.array("nullcline.x")).toRows()) {
            assertEquals(p[0], p[1], 1e-9);
        }
        for (double[] p : Matrix.of(field.array("nullcline.y")).toRows()) {
            assertEquals(18 * p[0], p[1], 1e-9);
        }
    }

    @Test
    void planeOutsideTheStateSpaceIsRefused() {
        assertTrue(assertThrows(NullclineException.class, () -> context().run("flow-field", Map.of("system", LORENZ), "x", "0", "y", "3")).getMessage()
                .contains("0 to 2"));
        assertThrows(NullclineException.class, () -> context().run("flow-field", Map.of("system", LORENZ), "range", "1,0,0,1"));
    }

    @Test
    void truePointsMatchThoseOfAModelThatIsAnAffineImageOfTheTruth() {
        Value recording = TestRecordings.lorenz(20, 30, 4).copy().attribute("interval", TestRecordings.INTERVAL).build();
        Matrix truth = Matrix.of(recording.array(Recording.TRUE_LATENTS));
        Matrix stretch = Matrix.of(new double[][] {{0.1, 0, 0.02}, {0, -0.2, 0}, {0.05, 0, 0.1}});
        Matrix inferred = truth.times(stretch);
        Value trajectories = Trajectories.builder(inferred.toArray(), Recording.of(recording).trials()).build();
        Value points = context().run("fixed-points", Map.of("system", LORENZ), "starts", "100").get("points");
        Value model = FixedPoints.builder(Matrix.of(points.array(FixedPoints.STATE)).times(stretch).toArray(), points.array(FixedPoints.SPEED),
                points.array(FixedPoints.EIGENVALUES), points.array(FixedPoints.JACOBIAN), true).attribute("interval", TestRecordings.INTERVAL).build();
        Map<String, Value> result = context().run("match-fixed-points", Map.of("truth", points, "model", model, "recording", recording, "trajectories",
                trajectories));
        Scores scores = Scores.of(result.get("scores"));
        assertEquals(3, scores.rows().size());
        for (int i = 0; i < 3; i++) {
            assertEquals(i + 1, scores.table()[i][0]);
            assertEquals(0, scores.table()[i][1], 1e-8);
            assertEquals(0, scores.table()[i][3], 1e-12);
        }
        // The leading multiplier of the origin over one bin, from golden/fixedpoints.
        assertEquals(1.17751, scores.table()[1][4], 1e-4);
        double[] summary = Scores.of(result.get("summary")).table()[0];
        assertArrayEquals(new double[] {3, 3, 3, 0, 0}, summary, 1e-8, "points, true points, found, mean distance, mean error of eigenvalues");
        assertArrayEquals(new long[] {0, 1, 2}, NdArrays.longs(result.get("mapped").array("match")));
    }

    @Test
    void scoringForeignTrajectoriesIsRefused() {
        Value recording = TestRecordings.lorenz(10, 8, 4);
        Value other = fitted("gru", TestRecordings.lorenz(12, 8, 4)).get("trajectories");
        assertThrows(NullclineException.class, () -> context().run("score", Map.of("recording", recording, "trajectories", other)));
    }

    @Test
    void everySplitCanBeScoredAndBehaviourChosen() {
        Value recording = TestRecordings.lorenz(20, 10, 4);
        Value trajectories = fitted("gru", recording).get("trajectories");
        for (String split : new String[] {"validation", "test", "train", "all"}) {
            Scores scores = Scores.of(context().run("score", Map.of("recording", recording, "trajectories", trajectories), "split", split, "behaviour",
                    "truth.latents", "lag", "2").get("scores"));
            assertTrue(Double.isFinite(scores.table()[0][scores.columns().indexOf("behaviour R²")]), split);
        }
        assertThrows(NullclineException.class,
                () -> context().run("score", Map.of("recording", recording, "trajectories", trajectories), "behaviour", "behaviour.nothing"));
    }
}
