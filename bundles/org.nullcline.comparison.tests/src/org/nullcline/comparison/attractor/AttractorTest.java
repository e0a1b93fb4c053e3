// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.attractor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.comparison.Golden;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.attractor.FixedPointDistance.Point;
import org.nullcline.compute.linalg.Matrix;

import com.google.gson.JsonObject;

class AttractorTest {

    private static final Matrix A = Golden.matrix("dynmetrics/A.csv");
    private static final Matrix B = Golden.matrix("dynmetrics/B.csv");

    private static double golden(String system, String name) {
        JsonObject scalars = Golden.scalars("dynmetrics").getAsJsonObject(system);
        return scalars.get(name).getAsDouble();
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 10})
    void stateSpaceDivergenceIsThatOfTheReference(int bins) {
        StateSpaceDivergence divergence = new StateSpaceDivergence(bins, 1e-5);
        assertEquals(golden("B", "D_stsp_" + bins), divergence.between(A, B), 1e-9);
        assertEquals(golden("A", "D_stsp_" + bins), divergence.between(A, A), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 0})
    void powerSpectrumErrorIsThatOfTheReference(int smoothing) {
        PowerSpectrumError error = new PowerSpectrumError(smoothing);
        assertEquals(golden("B", "PSE_s" + smoothing), error.between(List.of(A), List.of(B)), 1e-9);
        assertEquals(0, error.between(List.of(A), List.of(A)), 1e-12);
    }

    /** Two Gaussians in many dimensions: the divergence of broadened samples approaches the analytic ½‖Δ‖²/(1 + 1). */
    @Test
    void mixtureDivergenceApproachesThatOfGaussians() {
        Matrix x = Samples.normal(4000, 6, 1);
        Matrix shifted = Samples.normal(4000, 6, 2);
        for (int i = 0; i < shifted.rows(); i++) {
            shifted.set(i, 0, shifted.get(i, 0) + 2);
        }
        assertEquals(0, StateSpaceDivergence.byMixture(x, x), 1e-12);
        assertEquals(1, new StateSpaceDivergence(30, 1e-5).between(x, shifted), 0.15);
    }

    @Test
    void statesOutsideTheGridAreLeftOut() {
        StateSpaceDivergence divergence = new StateSpaceDivergence(5, 1e-5);
        Matrix far = A.copy();
        far.set(0, 0, 1e6);
        assertEquals(divergence.between(A, A.rows(1, A.rows())), divergence.between(A, far), 1e-12);
        assertThrows(NullclineException.class, () -> divergence.between(new Matrix(10, 2), new Matrix(10, 2)));
        assertThrows(NullclineException.class, () -> divergence.between(A, Samples.normal(10, 2, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 12, 15, 97, 100})
    void transformOfAnyLengthIsTheSumThatDefinesIt(int n) {
        double[] re = Samples.normal(1, n, 1).data();
        double[] im = Samples.normal(1, n, 2).data();
        double[] expectedRe = new double[n];
        double[] expectedIm = new double[n];
        for (int k = 0; k < n; k++) {
            for (int t = 0; t < n; t++) {
                double angle = -2 * Math.PI * ((long) k * t % n) / n;
                expectedRe[k] += re[t] * Math.cos(angle) - im[t] * Math.sin(angle);
                expectedIm[k] += re[t] * Math.sin(angle) + im[t] * Math.cos(angle);
            }
        }
        Fourier.transform(re, im);
        assertArrayEquals(expectedRe, re, 1e-12 * n);
        assertArrayEquals(expectedIm, im, 1e-12 * n);
    }

    @Test
    void fixedPointsWithoutPartnerCostTheCutoff() {
        Point saddle = new Point(Matrix.of(new double[][] {{1, 0}, {-1, 0}}), 1);
        Point moved = new Point(Matrix.of(new double[][] {{1.3, 0}, {-1, 0}}), 1);
        Point sink = new Point(Matrix.of(new double[][] {{-1, 0}, {-1, 0}}), 0);
        FixedPointDistance spectrum = new FixedPointDistance(false, 0.5);
        assertEquals(0, spectrum.between(List.of(saddle, sink), List.of(sink, saddle)));
        assertEquals(0.3 / Math.sqrt(2), spectrum.between(List.of(saddle), List.of(moved)), 1e-12);
        assertEquals(0.5 / Math.sqrt(2), spectrum.between(List.of(saddle), List.of(saddle, sink)), 1e-12);
        assertEquals(0.5, spectrum.between(List.of(), List.of(saddle, sink)), 1e-12);
        assertEquals(0, spectrum.between(List.of(), List.of()));
        FixedPointDistance index = new FixedPointDistance(true, 1);
        assertEquals(0, index.between(List.of(saddle), List.of(moved)));
        assertEquals(1, index.between(List.of(saddle), List.of(sink)));
        assertTrue(index.between(List.of(saddle, sink), List.of(moved, saddle)) > 0.7);
    }
}
