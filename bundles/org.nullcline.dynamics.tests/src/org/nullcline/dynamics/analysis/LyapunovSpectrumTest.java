// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.step.Progress;
import org.nullcline.dynamics.Golden;
import org.nullcline.dynamics.TestSystems;

import com.google.gson.JsonObject;

class LyapunovSpectrumTest {

    private static DynamicalSystem system(String name) {
        return switch (name) {
            case "Lorenz_10_28_2.667" -> TestSystems.lorenz(10, 28, 2.667);
            case "Lorenz_10_28_8/3" -> TestSystems.lorenz(10, 28, 8.0 / 3);
            case "Rossler_.2_.2_5.7" -> TestSystems.rossler(0.2, 0.2, 5.7);
            default -> TestSystems.arneodo(-5.5, 4.5, 1, -1);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lorenz_10_28_2.667", "Lorenz_10_28_8/3", "Rossler_.2_.2_5.7", "Arneodo_-5.5_4.5_1_-1"})
    void spectrumAgreesWithTheReference(String name) {
        JsonObject golden = Golden.json("dysts/lyapunov_reference.json").getAsJsonObject(name);
        double h = golden.get("dt").getAsDouble();
        LyapunovSpectrum.Result result = new LyapunovSpectrum(golden.get("T").getAsDouble(), h, 50, 3).compute(system(name), new double[] {1, 1, 1},
                Progress.NONE);
        double[] expected = Golden.numbers(golden.get("spectrum"));
        // Both are averages over finite chaotic trajectories: the reference states ±0.005, this run has an error of the same size.
        assertArrayEquals(expected, result.exponents(), 0.01);
        assertEquals(golden.get("kaplan_yorke").getAsDouble(), result.kaplanYorke(), 0.005);
        // The sum is not statistical: it equals the mean divergence up to the error of the integration.
        assertEquals(result.meanDivergence(), result.sum(), 2e-3);
        assertEquals(expected[0], result.exponents()[0], Math.max(6 * result.standardErrors()[0], 0.003));
    }

    @Test
    void exponentsOfALinearFlowAreTheRealPartsOfItsEigenvalues() {
        // Block with eigenvalues −0.1 ± 2i and a real eigenvalue −1.5.
        DynamicalSystem linear = TestSystems.linear(Update.DERIVATIVE, new double[][] {{-0.1, 2, 0}, {-2, -0.1, 0}, {0, 0, -1.5}});
        LyapunovSpectrum.Result result = new LyapunovSpectrum(50, 0.01, 20, 1).compute(linear, new double[] {1, 0, 0}, Progress.NONE);
        // RK4 damps by O(h⁴).
        assertArrayEquals(new double[] {-0.1, -0.1, -1.5}, result.exponents(), 1e-6);
        assertEquals(0, result.kaplanYorke());
    }

    @Test
    void henonMapHasItsKnownExponents() {
        LyapunovSpectrum.Result result = new LyapunovSpectrum(200_000, 1, 1000, 1).compute(TestSystems.henon(1.4, 0.3), new double[] {0.1, 0.1},
                Progress.NONE);
        // 0.41922 (Sprott 2003); the sum is log |det J| = log 0.3 everywhere.
        assertEquals(0.41922, result.exponents()[0], 0.003);
        assertEquals(Math.log(0.3), result.sum(), 1e-9);
        // A plain sum of 200 000 terms.
        assertEquals(Math.log(0.3), result.meanDivergence(), 1e-10);
    }

    @Test
    void kaplanYorkeInterpolatesWhereThePartialSumChangesSign() {
        assertEquals(2.5, LyapunovSpectrum.kaplanYorke(new double[] {1, 0, -2}));
        assertEquals(0, LyapunovSpectrum.kaplanYorke(new double[] {-1, -2}));
        assertEquals(2, LyapunovSpectrum.kaplanYorke(new double[] {1, 0}));
    }

    @Test
    void sameSeedGivesTheSameNumbersAndTheCurveEndsAtTheResult() {
        LyapunovSpectrum settings = new LyapunovSpectrum(20, 0.01, 5, 9);
        LyapunovSpectrum.Result a = settings.compute(TestSystems.lorenz(10, 28, 2.667), new double[] {1, 2, 20}, Progress.NONE);
        LyapunovSpectrum.Result b = settings.compute(TestSystems.lorenz(10, 28, 2.667), new double[] {1, 2, 20}, Progress.NONE);
        assertArrayEquals(a.exponents(), b.exponents(), 0);
        double[] last = a.curve()[a.curve().length - 1].clone();
        Arrays.sort(last);
        for (int i = 0; i < 3; i++) {
            assertEquals(a.exponents()[2 - i], last[i], 1e-12);
        }
    }

    @Test
    void trajectoryThatLeavesTheFiniteNumbersIsReported() {
        DynamicalSystem explosive = new TestSystems.System(1, Update.DERIVATIVE, (s, r) -> r[0] = s[0] * s[0], (s, r) -> r[0] = 2 * s[0]);
        NullclineException failure = assertThrows(NullclineException.class,
                () -> new LyapunovSpectrum(100, 0.1, 0, 1).compute(explosive, new double[] {1}, Progress.NONE));
        assertTrue(failure.getMessage().contains("smaller step"));
    }
}
