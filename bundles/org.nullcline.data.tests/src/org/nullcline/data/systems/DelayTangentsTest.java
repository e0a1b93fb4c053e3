// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.dynamics.TangentMotion;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.data.Steps;

/** Lyapunov exponents of delay equations against characteristic roots and the literature. */
class DelayTangentsTest {

    private static double[] exponents(TangentMotion motion, int skipped, int averaged) {
        double[] sums = new double[motion.count()];
        for (int i = 0; i < skipped + averaged; i++) {
            motion.advance();
            for (int k = 0; k < sums.length && i >= skipped; k++) {
                sums[k] += motion.growth(k) / (averaged * motion.duration());
            }
        }
        return sums;
    }

    /** The roots of s = −a exp(−s τ), from the branches of Lambert's W: for a = τ = 1, −0.31813 ± 1.33724 i, −2.06228 ± 7.58863 i. */
    @Test
    void exponentsOfALinearDelayEquationAreItsCharacteristicRoots() {
        EquationFlow field = EquationFlow.of("x' = -a*xt; xt' = 0", List.of("x", "xt"), Map.of("a", 1.0));
        int steps = 200;
        double[][] past = new double[2][steps + 1];
        for (int i = 0; i <= steps; i++) {
            past[0][i] = 1;
        }
        double[] exponents = exponents(new DelayTangents(field, 1, past, 4, RandomStream.of(3)), 50, 400);
        double[] expected = {-0.3181315052, -0.3181315052, -2.0622777296, -2.0622777296};
        for (int k = 0; k < 4; k++) {
            // complex pairs turn, so that each of the two is an average over whole turns up to 1/400 of a delay; fourth order in steps of 1/200
            assertEquals(expected[k], exponents[k], 0.01, "exponent " + k);
        }
        assertEquals(expected[0], (exponents[0] + exponents[1]) / 2, 2e-3);
        assertEquals(expected[2], (exponents[2] + exponents[3]) / 2, 2e-3);
    }

    /** Farmer 1982 (β = 0.2, γ = 0.1, n = 10): one positive exponent, one that is zero, and a dimension of 2.1 at τ = 17, 2.8 at τ = 23. */
    @ParameterizedTest
    @CsvSource({"17, 0.0052, 2.13", "23, 0.0093, 2.77"})
    void mackeyGlassHasThePublishedExponents(String tau, double first, double dimension) {
        Descriptor descriptor = Steps.CONTRIBUTIONS.find(ExtensionPoint.SYSTEMS, "mackey-glass");
        Parameters parameters = Parameters.resolve(descriptor, Map.of("tau", tau), Steps.CONTRIBUTIONS);
        TangentMotion motion = Steps.CONTRIBUTIONS.create(descriptor, SimulatedSystem.class).tangents(parameters, 4, RandomStream.of(1)).orElseThrow();
        double[] exponents = exponents(motion, 100, 1500);
        // over 1500 delays the first scatters by some 3e-4, which moves the dimension by some hundredths
        assertEquals(first, exponents[0], 1e-3);
        assertEquals(0, exponents[1], 2e-4);
        assertEquals(dimension, 2 + (exponents[0] + exponents[1]) / Math.abs(exponents[2]), 0.12);
    }

    @Test
    void mackeyGlassHasALimitCycleAtItsDefaultDelay() {
        Descriptor descriptor = Steps.CONTRIBUTIONS.find(ExtensionPoint.SYSTEMS, "mackey-glass");
        TangentMotion motion = Steps.CONTRIBUTIONS.create(descriptor, SimulatedSystem.class).tangents(Parameters.defaults(descriptor, Steps.CONTRIBUTIONS), 2,
                RandomStream.of(1)).orElseThrow();
        double[] exponents = exponents(motion, 100, 800);
        assertEquals(0, exponents[0], 2e-4);
        assertTrue(exponents[1] < -0.005, "" + exponents[1]);
    }

    @Test
    void moreExponentsThanGridPointsAreRefused() {
        EquationFlow field = EquationFlow.of("x' = -xt; xt' = 0", List.of("x", "xt"), Map.of());
        assertTrue(assertThrows(NullclineException.class, () -> new DelayTangents(field, 1, new double[2][11], 11, RandomStream.of(3))).getMessage()
                .contains("Between 1 and 10"));
    }
}
