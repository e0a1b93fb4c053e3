// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.nullcline.compute.random.RandomStream;

/** Accuracy of the elementary functions against the platform and against values computed with 50 digits. */
class ElementaryTest {

    private static double reference(Elementary f, double x) {
        return switch (f) {
            case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
            case TANH -> StrictMath.tanh(x);
            case SOFTPLUS -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            case EXP -> StrictMath.exp(x);
            case LOG -> StrictMath.log(x);
            default -> throw new IllegalArgumentException(f.name());
        };
    }

    private static void assertAccurate(Elementary f, double from, double to) {
        RandomStream random = RandomStream.of(1).child(f.name());
        for (int i = 0; i < 20_000; i++) {
            double x = random.uniform(from, to);
            double expected = reference(f, x);
            // a few units in the last place (2.2e-16 and 1.2e-7)
            assertEquals(1, DoubleMath.value(f, x) / expected, 1e-15, f + " of " + x);
            float y = (float) x;
            // tanh is one division of two short polynomials, rounded four times
            assertEquals(1, FloatMath.value(f, y) / reference(f, y), f == Elementary.TANH ? 3.5e-7 : 3e-7, f + " of float " + y);
        }
    }

    @Test
    void functionsAreAccurateToAFewUnitsInTheLastPlace() {
        assertAccurate(Elementary.EXP, -80, 80);
        assertAccurate(Elementary.EXP, -1, 1);
        assertAccurate(Elementary.TANH, -12, 12);
        assertAccurate(Elementary.TANH, -1e-3, 1e-3);
        assertAccurate(Elementary.SIGMOID, -80, 30);
        assertAccurate(Elementary.SOFTPLUS, -80, 80);
        assertAccurate(Elementary.LOG, 1e-30, 0.9);
        assertAccurate(Elementary.LOG, 1.1, 1e30);
        // near 1 the logarithm vanishes; the reduced argument is exact there
        assertAccurate(Elementary.LOG, 0.9, 1.1);
    }

    @Test
    void gatesNeverLeaveTheirRange() {
        RandomStream random = RandomStream.of(2);
        for (int i = 0; i < 200_000; i++) {
            float x = (float) random.uniform(-9, 9);
            float tanh = FloatMath.tanh(x);
            assertTrue(Math.abs(tanh) <= 1, "tanh of " + x);
            assertEquals(-tanh, FloatMath.tanh(-x), 0, "tanh is odd");
            float sigmoid = FloatMath.sigmoid(4 * x);
            assertTrue(sigmoid > 0 && sigmoid <= 1, "sigmoid of " + 4 * x);
        }
    }

    @Test
    void limitsAreReachedWithoutNonsense() {
        for (DoubleUnaryOperator exp : new DoubleUnaryOperator[] {DoubleMath::exp, x -> FloatMath.exp((float) x)}) {
            assertEquals(Double.POSITIVE_INFINITY, exp.applyAsDouble(800));
            assertEquals(Double.POSITIVE_INFINITY, exp.applyAsDouble(Double.POSITIVE_INFINITY));
            assertEquals(0, exp.applyAsDouble(-800));
            assertEquals(0, exp.applyAsDouble(Double.NEGATIVE_INFINITY));
            assertEquals(1, exp.applyAsDouble(0));
            assertTrue(Double.isNaN(exp.applyAsDouble(Double.NaN)));
        }
        assertEquals(Float.MIN_VALUE, FloatMath.exp((float) Math.log(Float.MIN_VALUE)), "gradual underflow");
        for (Elementary f : new Elementary[] {Elementary.TANH, Elementary.SIGMOID}) {
            for (double x : new double[] {100, 1e10, Double.POSITIVE_INFINITY}) {
                assertEquals(1, DoubleMath.value(f, x));
                assertEquals(1, FloatMath.value(f, (float) x));
            }
            assertTrue(Double.isNaN(DoubleMath.value(f, Double.NaN)));
            assertTrue(Float.isNaN(FloatMath.value(f, Float.NaN)));
        }
        assertEquals(-1, DoubleMath.tanh(Double.NEGATIVE_INFINITY));
        assertEquals(0, DoubleMath.sigmoid(Double.NEGATIVE_INFINITY), 1e-300);
        assertEquals(Double.NEGATIVE_INFINITY, DoubleMath.log(0));
        assertEquals(Float.NEGATIVE_INFINITY, FloatMath.log(0));
        assertTrue(Double.isNaN(DoubleMath.log(-1)));
        assertTrue(Float.isNaN(FloatMath.log(-1)));
        assertEquals(Double.POSITIVE_INFINITY, DoubleMath.log(Double.POSITIVE_INFINITY));
        assertEquals(StrictMath.log(Double.MIN_VALUE), DoubleMath.log(Double.MIN_VALUE), 1e-13);
        assertEquals((float) StrictMath.log(Float.MIN_VALUE), FloatMath.log(Float.MIN_VALUE), 1e-5f);
        assertTrue(Double.isNaN(DoubleMath.value(Elementary.RELU, Double.NaN)));
    }

    @Test
    void specialFunctionsAgreeWithFiftyDigitValues() {
        double[][] gamma = {{0.1, 2.252712651734205902}, {0.5, 0.57236494292470008707}, {1.5, -0.12078223763524522235}, {3.7, 1.4280723266653881292},
            {20.25, 40.084110597917348984}, {1234.5, 7550.5509010778948957}};
        for (double[] g : gamma) {
            assertEquals(g[1], SpecialFunctions.logGamma(g[0]), 1e-14 * Math.max(1, Math.abs(g[1])), "log Γ(" + g[0] + ")");
        }
        double[][] psi = {{0.1, -10.423754940411076232}, {1, -0.57721566490153286061}, {4.2, 1.311338891286599631}, {100.5, 4.6051743525818452119}};
        for (double[] p : psi) {
            assertEquals(p[1], SpecialFunctions.digamma(p[0]), 1e-14 * Math.max(1, Math.abs(p[1])), "ψ(" + p[0] + ")");
        }
        double[][] erfc = {{-2, 1.9953222650189527342}, {0.1, 0.88753708398171510159}, {1, 0.15729920705028513066}, {3, 2.2090496998585441373e-5},
            {10, 2.0884875837625447570e-45}, {26, 5.6631924088561428464e-296}};
        for (double[] e : erfc) {
            // the exponent x² is rounded, which x² magnifies
            assertEquals(1, SpecialFunctions.erfc(e[0]) / e[1], 1e-15 * (3 + e[0] * e[0]), "erfc(" + e[0] + ")");
        }
        assertEquals(0.0011283787909692364034, SpecialFunctions.erf(1e-3), 1e-18);
        assertEquals(0.52049987781304653768, SpecialFunctions.erf(0.5), 1e-15);
    }
}
