// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.step.Progress;
import org.nullcline.dynamics.Golden;
import org.nullcline.dynamics.TestSystems;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

class FixedPointSearchTest {

    private static final FixedPointSearch SEARCH = new FixedPointSearch(200, 1, 1e-18, 1e-4, 256, 5);

    private static final Map<String, DynamicalSystem> SYSTEMS = Map.of("Lorenz", TestSystems.lorenz(10, 28, 2.667), "Rossler",
            TestSystems.rossler(0.2, 0.2, 5.7), "Arneodo", TestSystems.arneodo(-5.5, 4.5, 1, -1));

    private static double[][] attractor(DynamicalSystem system) {
        return Arrays.copyOfRange(RungeKutta.trajectory(system, new double[] {1, 1, 1}, 0.01, 20000), 2000, 20000);
    }

    @Test
    void pointsAndSpectraOfTextbookSystemsAreTheAnalyticOnes() {
        JsonObject golden = Golden.json("fixedpoints/analytic_fixed_points.json");
        SYSTEMS.forEach((name, system) -> {
            JsonObject entry = golden.getAsJsonObject(name);
            List<FixedPoint> found = SEARCH.search(system, attractor(system), 2, Progress.NONE).points();
            assertEquals(entry.getAsJsonArray("fixed_points").size(), found.size(), name);
            for (JsonElement expected : entry.getAsJsonArray("fixed_points")) {
                double[] x = Golden.numbers(expected.getAsJsonObject().get("x"));
                FixedPoint nearest = found.stream().min(Comparator.comparingDouble(p -> SpeedMinimiser.distance(p.state(), x))).orElseThrow();
                // The analytic points are themselves rounded to 16 digits.
                assertArrayEquals(x, nearest.state(), 1e-11, name);
                sameSpectrum(Golden.rows(expected.getAsJsonObject().get("eig_continuous")), nearest.eigenvalues(), 1e-8);
                sameSpectrum(Golden.rows(expected.getAsJsonObject().get("eig_discrete_I_plus_J_dt")),
                        nearest.multipliers(entry.get("dt_bin").getAsDouble()), 1e-8);
                assertFalse(nearest.stable(), "all fixed points of these chaotic systems are unstable");
            }
        });
    }

    @Test
    void unstableDimensionsOfLorenzAreOneAtTheOriginAndTwoAtTheSpirals() {
        List<FixedPoint> found = SEARCH.search(SYSTEMS.get("Lorenz"), attractor(SYSTEMS.get("Lorenz")), 1, Progress.NONE).points();
        assertEquals(List.of(2, 1, 2), found.stream().map(FixedPoint::unstableDimensions).toList());
        assertTrue(found.stream().allMatch(p -> p.starts() > 0));
        assertEquals(200, found.stream().mapToInt(FixedPoint::starts).sum());
    }

    @Test
    void resultDoesNotDependOnThreadsAndRepeatsWithItsSeed() {
        DynamicalSystem system = SYSTEMS.get("Rossler");
        double[][] states = attractor(system);
        List<FixedPoint> one = SEARCH.search(system, states, 1, Progress.NONE).points();
        List<FixedPoint> three = SEARCH.search(system, states, 3, Progress.NONE).points();
        assertEquals(one.size(), three.size());
        for (int i = 0; i < one.size(); i++) {
            assertArrayEquals(one.get(i).state(), three.get(i).state(), 0);
            assertArrayEquals(one.get(i).jacobian(), three.get(i).jacobian(), 0);
        }
    }

    @Test
    void pointsOfAMapSolveFxEqualsX() {
        double a = 1.4;
        double b = 0.3;
        DynamicalSystem henon = TestSystems.henon(a, b);
        List<FixedPoint> found = SEARCH.search(henon, RungeKutta.trajectory(henon, new double[] {0.1, 0.1}, 1, 500), 2, Progress.NONE).points();
        double root = Math.sqrt((1 - b) * (1 - b) + 4 * a);
        assertEquals(2, found.size());
        assertArrayEquals(new double[] {(b - 1 - root) / (2 * a), b * (b - 1 - root) / (2 * a)}, found.getFirst().state(), 1e-12);
        assertArrayEquals(new double[] {(b - 1 + root) / (2 * a), b * (b - 1 + root) / (2 * a)}, found.getLast().state(), 1e-12);
        assertEquals(Update.NEXT_STATE, found.getFirst().update());
    }

    @Test
    void singularJacobianDoesNotStopTheSearch() {
        // x' = x², y' = −y has a degenerate point at the origin, where Newton's matrix is singular and convergence only linear.
        DynamicalSystem degenerate = new TestSystems.System(2, Update.DERIVATIVE, (s, r) -> {
            r[0] = s[0] * s[0];
            r[1] = -s[1];
        }, null);
        List<FixedPoint> found = new FixedPointSearch(20, 1, 1e-12, 1e-1, 10, 1).search(degenerate, new double[][] {{1, 1}, {2, -1}}, 1, Progress.NONE)
                .points();
        assertEquals(1, found.size());
        // q = x⁴/2 ≤ 1e-12 allows |x| up to 1.2e-3.
        assertArrayEquals(new double[] {0, 0}, found.getFirst().state(), 2e-3);
    }

    @Test
    void slowPointAboveTheToleranceIsNoFixedPoint() {
        // x' = 1 + x² has a slowest point at 0 but no fixed point.
        DynamicalSystem ghost = new TestSystems.System(1, Update.DERIVATIVE, (s, r) -> r[0] = 1 + s[0] * s[0], (s, r) -> r[0] = 2 * s[0]);
        double[][] states = {{-1}, {1}, {0.5}};
        assertEquals(0, new FixedPointSearch(30, 1, 1e-6, 1e-3, 10, 1).search(ghost, states, 1, Progress.NONE).points().size());
        List<FixedPoint> slow = new FixedPointSearch(30, 1, 0.6, 1e-3, 10, 1).search(ghost, states, 1, Progress.NONE).points();
        assertEquals(1, slow.size());
        assertEquals(0, slow.getFirst().state()[0], 1e-6);
        assertEquals(0.5, slow.getFirst().speed(), 1e-10);
    }

    @Test
    void mostLimitsTheNumberOfPointsAndTellsHowManyWereDropped() {
        // Every point of the line x = y is fixed.
        DynamicalSystem line = TestSystems.linear(Update.DERIVATIVE, new double[][] {{-1, 1}, {1, -1}});
        FixedPointSearch.Outcome outcome = new FixedPointSearch(50, 1, 1e-12, 1e-6, 10, 1).search(line, new double[][] {{1, 0}, {0, 1}}, 1, Progress.NONE);
        assertEquals(10, outcome.points().size());
        assertEquals(40, outcome.dropped());
        assertEquals(50, outcome.converged());
    }

    private static void sameSpectrum(double[][] expected, double[][] actual, double tolerance) {
        for (double[] e : expected) {
            double gap = Arrays.stream(actual).mapToDouble(l -> Math.hypot(l[0] - e[0], l[1] - e[1])).min().orElseThrow();
            assertEquals(0, gap, tolerance, () -> Arrays.toString(e));
        }
    }
}
