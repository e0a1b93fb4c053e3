// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleFunction;

import org.junit.jupiter.api.Test;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.step.Progress;
import org.nullcline.dynamics.TestSystems;
import org.nullcline.dynamics.analysis.Branch.Event;
import org.nullcline.dynamics.analysis.Branch.Point;
import org.nullcline.dynamics.analysis.Branch.Special;

/** Against bifurcations that are known in closed form. */
class ContinuationTest {

    /** Where an event is located by halving a step; a fold is only as sharp as the square root of rounding in the state. */
    private static final double SHARP = 1e-7;

    private static Continuation.Diagram follow(DoubleFunction<DynamicalSystem> members, double from, double to, double scale, double parameter, double... start) {
        SystemFamily family = new SystemFamily("p", parameter, members);
        FixedPoint point = new FixedPoint(start, 0, null, null, family.at(parameter).update(), 1, 0);
        return new Continuation(family, from, to, scale, 0.02, 2000, 64, Progress.NONE).follow(List.of(new Point(parameter, point)));
    }

    /** x' or next x = f(p, x) in one dimension; the Jacobian by differences. */
    private static DoubleFunction<DynamicalSystem> scalar(Update update, java.util.function.DoubleBinaryOperator f) {
        return p -> new TestSystems.System(1, update, (s, r) -> r[0] = f.applyAsDouble(p, s[0]), null);
    }

    private static List<Special> of(Continuation.Diagram diagram, Event event) {
        return diagram.specials().stream().filter(s -> s.event() == event).toList();
    }

    @Test
    void lorenzHasAPitchforkAtOneAndHopfPointsWhereTheCubicSays() {
        double sigma = 10;
        double beta = 8 / 3.0;
        Continuation.Diagram diagram = follow(rho -> TestSystems.lorenz(sigma, rho, beta), 0, 30, 10, 0.5, 0, 0, 0);
        assertEquals(2, diagram.branches().size(), "the origin, and the two spirals through the pitchfork");
        assertEquals(1, of(diagram, Event.BRANCH_POINT).size());
        assertEquals(1, of(diagram, Event.BRANCH_POINT).getFirst().point().parameter(), SHARP);
        // λ³ + (σ+β+1)λ² + β(σ+ρ)λ + 2βσ(ρ−1) has roots ±iω where (σ+β+1) β(σ+ρ) = 2βσ(ρ−1), and ω² = β(σ+ρ).
        double hopf = sigma * (sigma + beta + 3) / (sigma - beta - 1);
        List<Special> found = of(diagram, Event.HOPF);
        assertEquals(2, found.size());
        for (Special special : found) {
            assertEquals(hopf, special.point().parameter(), 1e-6);
            assertEquals(Math.sqrt(beta * (sigma + hopf)) / (2 * Math.PI), special.frequency(), 1e-6);
        }
        assertTrue(found.getFirst().point().fixed().state()[0] * found.getLast().point().fixed().state()[0] < 0, "one on each side");
        assertEquals(3, diagram.specials().size());
        assertFalse(diagram.truncated());
        for (Branch branch : diagram.branches()) {
            for (Point point : branch.points()) {
                double[] x = point.fixed().state();
                double rho = point.parameter();
                double expected = Math.abs(x[0]) < 1e-6 ? 0 : Math.copySign(Math.sqrt(beta * (rho - 1)), x[0]);
                assertArrayEquals(new double[] {expected, expected, expected * expected / beta}, x, 1e-7, "ρ = " + rho);
            }
        }
        assertEquals(30, diagram.branches().getFirst().points().getLast().parameter(), 1e-12, "up to the very end of the range");
    }

    @Test
    void aFoldedCurveIsFollowedAroundItsFolds() {
        Continuation.Diagram diagram = follow(scalar(Update.DERIVATIVE, (p, x) -> p + x - x * x * x), -1, 1, 1, -1, -1.3247);
        assertEquals(1, diagram.branches().size());
        double fold = 2 / (3 * Math.sqrt(3));
        List<Special> folds = of(diagram, Event.FOLD);
        assertEquals(2, folds.size());
        assertEquals(-fold, folds.getFirst().point().parameter(), SHARP);
        assertEquals(1 / Math.sqrt(3), folds.getFirst().point().fixed().state()[0], 1e-5);
        assertEquals(fold, folds.getLast().point().parameter(), SHARP);
        assertEquals(2, diagram.specials().size());
        List<Point> points = diagram.branches().getFirst().points();
        assertEquals(-1, points.getFirst().parameter(), 1e-12);
        assertEquals(1, points.getLast().parameter(), 1e-12);
        for (Point point : points) {
            double x = point.fixed().state()[0];
            assertEquals(Math.abs(x) > 1 / Math.sqrt(3), point.fixed().stable(), "x = " + x);
        }
    }

    @Test
    void branchesThatCrossAreFoundFromOneOfThem() {
        Continuation.Diagram diagram = follow(scalar(Update.DERIVATIVE, (p, x) -> p * x - x * x), -1, 1, 1, -0.5, 0);
        assertEquals(2, diagram.branches().size());
        assertEquals(1, diagram.specials().size());
        assertEquals(0, of(diagram, Event.BRANCH_POINT).getFirst().point().parameter(), SHARP);
        for (Point point : diagram.branches().getLast().points()) {
            assertEquals(point.parameter(), point.fixed().state()[0], 1e-9);
        }
        assertEquals(-1, diagram.branches().getLast().points().stream().mapToDouble(Point::parameter).min().orElseThrow(), 1e-12);
        assertEquals(1, diagram.branches().getLast().points().stream().mapToDouble(Point::parameter).max().orElseThrow(), 1e-12);
    }

    @Test
    void aClosedCurveEndsWhereItBegan() {
        Continuation.Diagram diagram = follow(scalar(Update.DERIVATIVE, (p, x) -> 1 - x * x - p * p), -2, 2, 1, 0, 1);
        assertEquals(1, diagram.branches().size());
        List<Special> folds = of(diagram, Event.FOLD);
        assertArrayEquals(new double[] {-1, 1}, folds.stream().mapToDouble(s -> s.point().parameter()).toArray(), SHARP);
        List<Point> points = diagram.branches().getFirst().points();
        assertArrayEquals(points.getFirst().fixed().state(), points.getLast().fixed().state());
        assertTrue(points.stream().anyMatch(p -> p.fixed().state()[0] < -0.99), "the other half belongs to it");
        assertFalse(diagram.truncated());
    }

    @Test
    void mapsFoldAndDoubleTheirPeriodWhereHenonSays() {
        double b = 0.3;
        Continuation.Diagram diagram = follow(a -> TestSystems.henon(a, b), -1, 1.5, 1, 0.1, 0.9, 0.27);
        assertEquals(1, diagram.branches().size());
        // Hénon 1976: fixed points exist from a = −(1−b)²/4 on, one of them is stable up to a = 3(1−b)²/4.
        assertEquals(-(1 - b) * (1 - b) / 4, of(diagram, Event.FOLD).getFirst().point().parameter(), SHARP);
        assertEquals(3 * (1 - b) * (1 - b) / 4, of(diagram, Event.PERIOD_DOUBLING).getFirst().point().parameter(), SHARP);
        assertEquals(2, diagram.specials().size());
    }

    @Test
    void theDelayedLogisticMapBeginsToTurnAtASixthOfACycle() {
        // Maynard Smith 1968: x ↦ r x (1 − y), y ↦ x has multipliers exp(±iπ/3) at r = 2.
        DoubleFunction<DynamicalSystem> members = r -> new TestSystems.System(2, Update.NEXT_STATE, (s, y) -> {
            y[0] = r * s[0] * (1 - s[1]);
            y[1] = s[0];
        }, null);
        Continuation.Diagram diagram = follow(members, 1.2, 2.5, 1, 1.5, 1 / 3.0, 1 / 3.0);
        assertEquals(1, diagram.specials().size());
        Special special = of(diagram, Event.NEIMARK_SACKER).getFirst();
        assertEquals(2, special.point().parameter(), SHARP);
        assertEquals(1 / 6.0, special.frequency(), SHARP);
    }

    @Test
    void manyStartsOnOneBranchGiveOneBranch() {
        SystemFamily family = new SystemFamily("rho", 28, rho -> TestSystems.lorenz(10, rho, 8 / 3.0));
        double spiral = Math.sqrt(8 / 3.0 * 19);
        List<Point> starts = List.of(start(20, spiral, spiral, 19), start(20, 0, 0, 0), start(20, -spiral, -spiral, 19), start(5, 0, 0, 0));
        Continuation.Diagram diagram = new Continuation(family, 0, 30, 10, 0.02, 2000, 64, Progress.NONE).follow(starts);
        assertEquals(2, diagram.branches().size());
        assertEquals(3, diagram.specials().size());
    }

    private static Point start(double parameter, double... state) {
        return new Point(parameter, new FixedPoint(state, 0, null, null, Update.DERIVATIVE, 1, 0));
    }
}
