// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nullcline.api.step.Progress;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.cases.SteeredSystem.Kind;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.testkit.BareContext;
import org.nullcline.testkit.PluginXml;

class CaseStudiesTest {

    private static final PluginXml CONTRIBUTIONS = PluginXml.onClassPath(CaseStudiesTest.class.getClassLoader());

    private static Matrix mean(List<Matrix> trials) {
        Matrix sum = new Matrix(trials.getFirst().rows(), trials.getFirst().columns());
        for (Matrix trial : trials) {
            sum = sum.plus(1.0 / trials.size(), trial);
        }
        return sum;
    }

    /** Noise of 0.01 · 0.05 per step, averaged over 40 trials, is all that may differ: five standard errors of one step, as steering removes the rest. */
    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"LINE", "POINT"})
    void steeredSystemsHaveTheAveragesOfTheBistableOne(Kind kind) {
        for (boolean right : new boolean[] {false, true}) {
            Matrix leading = mean(new SteeredSystem(Kind.BISTABLE, 3).simulate(right, 40, 100, 10, Progress.NONE));
            Matrix steered = mean(new SteeredSystem(kind, 3).simulate(right, 40, 100, 10, Progress.NONE));
            assertEquals(0, leading.minus(steered).maxAbs(), 5 * 0.01 * 0.05 / Math.sqrt(40));
        }
    }

    /** The fixed points of x' = ax³ + bx + u for a in [−5, −4] and b in [4, 5] lie near ±1, on the side of the evidence. */
    @Test
    void theBistableSystemDecides() {
        for (boolean right : new boolean[] {false, true}) {
            Matrix mean = mean(new SteeredSystem(Kind.BISTABLE, 1).simulate(right, 10, 200, 10, Progress.NONE));
            assertEquals(right ? 1 : -1, mean.get(199, 0), 0.15);
        }
    }

    /** Without noise and velocity the bump of the ring stays where it is; activity is bounded. */
    @Test
    void theRingHoldsItsBumpAnywhere() {
        for (Matrix trial : new RingNetwork(60, 0.6, 0, 0, 0, 0).simulate(3, 50, 20, RandomStream.of(1), Progress.NONE)) {
            assertEquals(place(trial.row(0)), place(trial.row(49)), 0.02);
            assertTrue(trial.maxAbs() > 0.5 && trial.maxAbs() < 10);
        }
    }

    /** A steady velocity carries the bump round the ring, but not over the ends of the line. */
    @Test
    void theSeamStopsTheBumpOnlyWhereItIsCut() {
        assertTrue(turns(new RingNetwork(60, 0.6, 0, 1, 0, 0)) > 1);
        assertTrue(turns(new RingNetwork(60, 0.6, 1, 1, 0, 0)) < 1);
    }

    private static double turns(RingNetwork network) {
        Matrix trial = network.simulate(1, 400, 20, RandomStream.of(2), Progress.NONE).getFirst();
        double total = 0;
        for (int t = 1; t < trial.rows(); t++) {
            total += Math.IEEEremainder(place(trial.row(t)) - place(trial.row(t - 1)), 2 * Math.PI);
        }
        return Math.abs(total) / (2 * Math.PI);
    }

    /** The angle of the bump's centre of mass. */
    private static double place(double[] activity) {
        double cos = 0;
        double sin = 0;
        for (int i = 0; i < activity.length; i++) {
            cos += activity[i] * Math.cos(2 * Math.PI * i / activity.length);
            sin += activity[i] * Math.sin(2 * Math.PI * i / activity.length);
        }
        return Math.atan2(sin, cos);
    }

    @Test
    void everyTrialCanBeAThingOfItsOwn() {
        Value recording = BareContext.of(CONTRIBUTIONS).run("steered-system", Map.of(), Map.of("trials", "2", "bins", "60", "every", "2")).get("recording");
        assertEquals(4, Recording.of(recording).trials().count());
        Value distances = BareContext.of(CONTRIBUTIONS).run("compare", Map.of("values", List.of(new StepInputs.Item("x", recording))),
                Map.of("metric", "dsa", "metric.delays", "2", "metric.rank", "2", "parts", "trials")).get("distances");
        assertEquals(List.of("x trial 0", "x trial 1", "x trial 2", "x trial 3"), Distances.of(distances).rows());
    }

    @Test
    void theLargestStepOfASeriesIsFound() {
        List<String> names = List.of("a", "b", "c", "d");
        double[] place = {0, 1, 5, 6};
        double[][] d = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                d[i][j] = Math.abs(place[i] - place[j]);
            }
        }
        Value value = Distances.builder(d, names, names, "metric", false).build();
        Scores scores = Scores.of(BareContext.of(CONTRIBUTIONS).run("distance-profile", Map.of("distances", List.of(new StepInputs.Item("x", value))), Map.of())
                .get("scores"));
        assertEquals(List.of("Spearman", "last", "farthest", "largest step", "largest step / mean step", "largest step at"), scores.columns());
        double[] row = scores.table()[0];
        assertEquals(1, row[0], 1e-12);
        assertEquals(6, row[1], 0);
        assertEquals(4, row[3], 0);
        assertEquals(2, row[4], 1e-12);
        assertEquals(2, row[5], 0);
    }
}
