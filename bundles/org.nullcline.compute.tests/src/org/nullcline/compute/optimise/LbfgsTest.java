// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.optimise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class LbfgsTest {

    /** Rosenbrock's valley in many dimensions: minimum 0 at (1, …, 1). */
    private static double rosenbrock(double[] x, double[] g) {
        Arrays.fill(g, 0);
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            double a = x[i + 1] - x[i] * x[i];
            double b = 1 - x[i];
            sum += 100 * a * a + b * b;
            g[i] += -400 * a * x[i] - 2 * b;
            g[i + 1] += 200 * a;
        }
        return sum;
    }

    @Test
    void rosenbrockValleyIsFollowedToItsMinimum() {
        for (int n : new int[] {2, 10, 50}) {
            double[] start = new double[n];
            start[0] = n == 2 ? -1.2 : 0;
            Lbfgs.Result result = new Lbfgs(2000, 1e-9, 10).minimise(LbfgsTest::rosenbrock, start);
            assertTrue(result.converged());
            double[] ones = new double[n];
            Arrays.fill(ones, 1);
            assertArrayEquals(ones, result.point(), 1e-7, "the valley is flat: its smallest curvature is below 1");
        }
    }

    @Test
    void quadraticOfConditionOneThousandIsSolved() {
        int n = 30;
        Lbfgs.Result result = new Lbfgs(2000, 1e-7, 20).minimise((x, g) -> {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double c = Math.pow(10, 3.0 * i / (n - 1));
                g[i] = c * (x[i] - i);
                sum += 0.5 * g[i] * (x[i] - i);
            }
            return sum;
        }, new double[n]);
        assertTrue(result.converged());
        for (int i = 0; i < n; i++) {
            assertEquals(i, result.point()[i], 1e-6, "gradient 1e-7 at the smallest curvature 1");
        }
    }

    @Test
    void functionThatIsInfiniteBeyondAWallIsMinimisedBeforeIt() {
        // −log(1 − x) − x log … : x ↦ −log(1 − x²) + x has its minimum where 2x/(1 − x²) = −1
        Lbfgs.Result result = new Lbfgs(200, 1e-10, 5).minimise((x, g) -> {
            g[0] = 2 * x[0] / (1 - x[0] * x[0]) + 1;
            return Math.abs(x[0]) < 1 ? -Math.log(1 - x[0] * x[0]) + x[0] : Double.POSITIVE_INFINITY;
        }, new double[] {0.99999});
        assertEquals(1 - Math.sqrt(2), result.point()[0], 1e-9);
    }

    @Test
    void endOfIterationsIsNotCalledConvergence() {
        Lbfgs.Result result = new Lbfgs(3, 1e-9, 10).minimise(LbfgsTest::rosenbrock, new double[] {-1.2, 1});
        assertEquals(3, result.iterations());
        assertFalse(result.converged());
    }

    @Test
    void startAtTheMinimumStays() {
        Lbfgs.Result result = new Lbfgs(10, 1e-9, 10).minimise(LbfgsTest::rosenbrock, new double[] {1, 1});
        assertEquals(0, result.iterations());
        assertTrue(result.converged());
    }
}
