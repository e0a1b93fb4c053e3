// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.optimise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nullcline.compute.diff.Weights;
import org.nullcline.compute.kernel.Precision;

class OptimiserTest {

    private static final Map<String, Supplier<Optimiser>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("gradient descent", GradientDescent::new);
        ALL.put("momentum", () -> new GradientDescent(0.9, 1e-4, false));
        ALL.put("Nesterov", () -> new GradientDescent(0.9, 0, true));
        ALL.put("Adam", () -> Adam.adam(1e-4));
        ALL.put("AdamW", () -> Adam.adamW(1e-4));
        ALL.put("RAdam", () -> Adam.rectified(1e-4));
    }

    private static Weights weights(Precision precision, double... values) {
        Weights weights = new Weights(precision);
        weights.vector("w", values.length);
        weights.set("w", values);
        return weights;
    }

    /** The gradient of ½ Σ cᵢ (wᵢ − i)² with curvatures 1, 10 and 100. */
    private static double[] quadratic(Weights weights) {
        double[] w = weights.values();
        double[] g = new double[w.length];
        double curvature = 1;
        for (int i = 0; i < g.length; i++) {
            g[i] = curvature * (w[i] - i);
            curvature *= 10;
        }
        return g;
    }

    @TestFactory
    Stream<DynamicTest> everyOptimiserFindsTheMinimumOfAQuadratic() {
        return ALL.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
            Weights w = weights(Precision.DOUBLE, 3, -2, 5);
            Optimiser optimiser = e.getValue().get();
            for (int i = 0; i < 6000; i++) {
                optimiser.step(w, quadratic(w), 0.005 * Schedule.cosine(6000, 0.001).factor(i));
            }
            // a weight decay of 1e-4 moves the minimum of curvature 1 by 1e-4 of the weight
            assertArrayEquals(new double[] {0, 1, 2}, w.values(), 2e-3);
        }));
    }

    @TestFactory
    Stream<DynamicTest> goingOnFromASavedStateGivesTheSameBits() {
        return ALL.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
            Weights straight = weights(Precision.FLOAT, 3, -2, 5);
            Optimiser one = e.getValue().get();
            Weights resumed = weights(Precision.FLOAT, 3, -2, 5);
            Optimiser two = e.getValue().get();
            two.restore(one.state());
            for (int i = 0; i < 30; i++) {
                one.step(straight, quadratic(straight), 0.01);
                two.step(resumed, quadratic(resumed), 0.01);
                if (i % 7 == 0) {
                    Optimiser next = e.getValue().get();
                    next.restore(two.state());
                    two = next;
                    Weights loaded = weights(Precision.FLOAT, 0, 0, 0);
                    loaded.load(resumed.arrays());
                    resumed = loaded;
                }
            }
            assertArrayEquals(straight.values(), resumed.values());
        }));
    }

    /** The update rules written down as in the papers, for one weight with the gradients 1, −2, 0.5 … */
    @Test
    void adamAndAdamWFollowTheirDefinitions() {
        double rate = 0.1;
        double decay = 0.05;
        for (boolean decoupled : new boolean[] {false, true}) {
            Weights w = weights(Precision.DOUBLE, 1.5);
            Optimiser optimiser = decoupled ? Adam.adamW(decay) : Adam.adam(decay);
            double x = 1.5;
            double m = 0;
            double v = 0;
            for (int t = 1; t <= 5; t++) {
                double gradient = Math.sin(3 * t);
                double g = decoupled ? gradient : gradient + decay * x;
                x = decoupled ? x - rate * decay * x : x;
                m = 0.9 * m + 0.1 * g;
                v = 0.999 * v + 0.001 * g * g;
                x -= rate * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
                optimiser.step(w, new double[] {gradient}, rate);
                assertEquals(x, w.values()[0], 1e-14);
            }
        }
    }

    @Test
    void rectifiedAdamBeginsWithMomentumAndAdaptsFromTheSixthStep() {
        Weights w = weights(Precision.DOUBLE, 0);
        Optimiser optimiser = Adam.rectified(0);
        // with a constant gradient g the first moment, corrected, is g
        for (int t = 1; t <= 5; t++) {
            optimiser.step(w, new double[] {4}, 0.1);
            assertEquals(-0.1 * 4 * t, w.values()[0], 1e-14);
        }
        double before = w.values()[0];
        optimiser.step(w, new double[] {4}, 0.1);
        double limit = 1999;
        double rho = limit - 12 * Math.pow(0.999, 6) / (1 - Math.pow(0.999, 6));
        double r = Math.sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho));
        assertEquals(before - 0.1 * r, w.values()[0], 1e-9, "the corrected second moment of a constant gradient is its square");
    }

    @Test
    void weightsThatAreNotTrainedStay() {
        Weights w = weights(Precision.DOUBLE, 3, 4);
        w.vector("frozen", 1).trained(false);
        w.set("frozen", 7);
        Optimiser optimiser = Adam.adam(0.1);
        optimiser.step(w, new double[] {1, 1, 1}, 0.1);
        assertEquals(7, w.values()[2]);
        assertTrue(w.values()[0] < 3);
    }

    @Test
    void stateOfAnotherModelIsRefused() {
        Optimiser optimiser = Adam.adam(0);
        optimiser.step(weights(Precision.DOUBLE, 1, 2), new double[2], 0.1);
        assertThrows(IllegalArgumentException.class, () -> optimiser.step(weights(Precision.DOUBLE, 1, 2, 3), new double[3], 0.1));
        assertThrows(IllegalArgumentException.class, () -> new GradientDescent().restore(optimiser.state()));
    }

    @Test
    void clippingLimitsTheNormAndTellsTheOldOne() {
        double[] g = {3, 4};
        assertEquals(5, Gradients.clip(g, 10));
        assertArrayEquals(new double[] {3, 4}, g);
        assertEquals(5, Gradients.clip(g, 1));
        // PyTorch adds 1e-6 to the norm
        assertEquals(1, Gradients.norm(g), 1e-6);
        assertEquals(0.75, g[0] / g[1], 1e-15);
        assertTrue(Double.isNaN(Gradients.clip(new double[] {Double.NaN}, 1)));
    }

    @Test
    void schedulesHaveTheirShapes() {
        assertEquals(1, Schedule.constant().factor(99));
        assertEquals(0.25, Schedule.step(10, 0.5).factor(29), 1e-15);
        assertEquals(0.125, Schedule.exponential(0.5).factor(3), 1e-15);
        Schedule cosine = Schedule.cosine(100, 0.1);
        assertEquals(1, cosine.factor(0));
        assertEquals(0.55, cosine.factor(50), 1e-15);
        assertEquals(0.1, cosine.factor(100), 1e-15);
        assertEquals(0.1, cosine.factor(500), 1e-15);
        Schedule warm = Schedule.warmUp(4, cosine);
        assertEquals(0.25, warm.factor(0));
        assertEquals(1, warm.factor(3));
        assertEquals(1, warm.factor(4));
        assertEquals(0.55, warm.factor(54), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> Schedule.step(0, 0.5));
    }

    @Test
    void plateauLowersTheRateAfterPatienceAndGoesOnFromItsState() {
        Plateau plateau = new Plateau(0.5, 2, 0.01, 0.2);
        double[] losses = {10, 9, 8.95, 8.95, 8.95, 8, 8, 8, 8, 8, 8, 8, 8, 8};
        double[] factors = {1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.2, 0.2, 0.2};
        for (int i = 0; i < losses.length; i++) {
            assertEquals(factors[i], plateau.observe(losses[i]), 1e-15, "observation " + i);
            Plateau next = new Plateau(0.5, 2, 0.01, 0.2);
            next.restore(plateau.state());
            plateau = next;
        }
    }
}
