// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.step.Progress;

class IntegrationTest {

    private static double[][] integrate(String equations, double interval, int count, double... start) {
        return DormandPrince.accurate(Progress.NONE).integrate(EquationFlow.of(equations, List.of(), Map.of()), start, interval, count);
    }

    @Test
    void exponentialGrowthAndRotationAreExactToTheTolerance() {
        double[][] growth = integrate("x' = x", 0.5, 21, 1);
        double[][] turn = integrate("x' = y; y' = -x", 1, 101, 1, 0);
        for (int i = 0; i <= 20; i++) {
            // about twenty steps, each within 1e-10 of the growing state
            assertEquals(Math.exp(0.5 * i), growth[i][0], 1e-8 * Math.exp(0.5 * i));
        }
        assertArrayEquals(new double[] {Math.cos(100), -Math.sin(100)}, turn[100], 1e-8);
    }

    /** A linear decay with rates a million apart: the step must follow the fast one, and the slow one must stay right. */
    @Test
    void stiffEquationsAreFollowed() {
        double[][] path = integrate("x' = -x; y' = -1e4*(y - x)", 0.1, 11, 1, 0);
        assertEquals(Math.exp(-1), path[10][0], 1e-8);
        assertEquals(Math.exp(-1) / (1 - 1e-4), path[10][1], 1e-7);
    }

    /** Dry friction: x′ = −sign(x) reaches zero in finite time and stays there, sliding along the jump. */
    @Test
    void slidingAlongAJumpEnds() {
        double[][] path = integrate("x' = -sign(x)", 0.5, 5, 1);
        assertEquals(0.5, path[1][0], 1e-9);
        // at the jump a step of at most 1e-4 of the sampling interval is taken whatever its error
        assertEquals(0, path[4][0], 1e-4);
    }

    @Test
    void smallerTolerancesGiveSmallerErrors() {
        DynamicalSystem flow = EquationFlow.of("x' = y; y' = -sin(x)", List.of(), Map.of());
        double[] reference = new DormandPrince(1e-13, Progress.NONE).integrate(flow, new double[] {2, 0}, 20, 2)[1];
        double previous = Double.POSITIVE_INFINITY;
        for (double tolerance : new double[] {1e-4, 1e-7, 1e-10}) {
            double error = Math.abs(new DormandPrince(tolerance, Progress.NONE).integrate(flow, new double[] {2, 0}, 20, 2)[1][0] - reference[0]);
            assertTrue(error < previous / 10, "tolerance " + tolerance + " leaves " + error);
            previous = error;
        }
        // 20 units of time near the separatrix stretch errors by about a hundred
        assertTrue(previous < 1e-7, "the tightest tolerance leaves " + previous);
    }

    @Test
    void solutionsThatRunAwayAreTold() {
        assertTrue(assertThrows(NullclineException.class, () -> integrate("x' = x^2", 0.5, 10, 1)).getMessage().endsWith("."));
    }

    @Test
    void mapsAreIterated() {
        DynamicalSystem logistic = new DynamicalSystem() {
            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public Update update() {
                return Update.NEXT_STATE;
            }

            @Override
            public void evaluate(double[] state, double[] result) {
                result[0] = 4 * state[0] * (1 - state[0]);
            }
        };
        double[][] orbit = DormandPrince.accurate(Progress.NONE).integrate(logistic, new double[] {0.25}, 1, 4);
        assertArrayEquals(new double[] {0.75}, orbit[1]);
        assertArrayEquals(new double[] {0.75}, orbit[3]);
    }

    @Test
    void integrationCanBeCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        DynamicalSystem flow = EquationFlow.of("x' = -x", List.of(), Map.of());
        assertThrows(CancellationException.class, () -> DormandPrince.accurate(cancelled).integrate(flow, new double[] {1}, 0.1, 100_000));
    }

    @ParameterizedTest
    @CsvSource({"2 + 3*4, 14", "2 - 3 - 4, -5", "-2^2, -4", "2^3^2, 512", "2^-1, 0.5", "8/4/2, 1", "(1 + 2)*3, 9", "1.5e2 + .5, 150.5", "sin(pi/2), 1",
        "'max(1, 2) + min(1, 2)', 3", "'H(-1, 0) + H(2, 0) + H(0, 0.5)', 1.5", "abs(-3) + sign(-2), 2", "exp(log(5)) + sqrt(16), 9", "--3, 3"})
    void formulasMeanWhatTheyMeanInMathematics(String formula, double expected) {
        double[] result = new double[1];
        EquationFlow.of("x' = " + formula, List.of(), Map.of()).evaluate(new double[] {0}, result);
        assertEquals(expected, result[0], 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"x' = , name is missing", "x' = (1, ')' is missing", "x' = y, neither a state variable", "x' = foo(1), no function 'foo'",
        "x = 1, no derivative", "x' = 1 2, operator", "x' = sin(1; x, missing", "'x'' = max(1)', 2 arguments", "x' = 1; x' = 2, defined twice", "'', no derivative",
        "x' = 1.2.3, no number"})
    void mistakesInFormulasAreTold(String equations, String part) {
        NullclineException e = assertThrows(NullclineException.class, () -> EquationFlow.of(equations.replace("''", "'"), List.of(), Map.of()));
        assertEquals(NullclineException.Kind.INVALID, e.kind());
        assertTrue(e.getMessage().contains(part.replace("''", "'")), e.getMessage());
    }
}
