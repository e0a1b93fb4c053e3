// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nullcline.api.NullclineException;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.dsa.InputDistance.Part;
import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;

class DrivenSystemsTest {

    private static final Matrix A = Samples.operator(4, 0.95, 1);
    private static final Matrix B = Samples.normal(4, 2, 2);
    private static final Matrix C = Samples.normal(3, 4, 3);

    /** x(t+1) = A x + B u, y = C x, without noise unless asked for. */
    private static DrivenTrials simulate(Matrix a, Matrix b, Matrix c, int[] lengths, double noise, long seed) {
        List<Matrix> outputs = new ArrayList<>();
        List<Matrix> inputs = new ArrayList<>();
        for (int k = 0; k < lengths.length; k++) {
            Matrix u = Samples.normal(lengths[k], b.columns(), seed + 10 * k);
            Matrix disturbance = Samples.normal(lengths[k], a.rows(), seed + 10 * k + 5).times(noise);
            Matrix y = new Matrix(lengths[k], c.rows());
            double[] x = Samples.normal(1, a.rows(), seed + 10 * k + 1).data();
            for (int t = 0; t < lengths[k]; t++) {
                System.arraycopy(c.times(x), 0, y.data(), t * c.rows(), c.rows());
                double[] next = a.times(x);
                double[] drive = b.times(u.row(t));
                for (int i = 0; i < next.length; i++) {
                    x[i] = next[i] + drive[i] + disturbance.get(t, i);
                }
            }
            outputs.add(y);
            inputs.add(u);
        }
        return new DrivenTrials(outputs, inputs);
    }

    private static double[] sortedModuli(Matrix a) {
        Eigen.Values values = Eigen.values(a);
        double[] moduli = new double[values.count()];
        Arrays.setAll(moduli, values::modulus);
        Arrays.sort(moduli);
        return moduli;
    }

    /** Markov parameters C Aᵏ B say how inputs show in outputs, whatever the coordinates of the state. */
    private static void assertSameResponse(ControlledOperator expected, ControlledOperator actual, double tolerance) {
        Matrix e = expected.control();
        Matrix f = actual.control();
        for (int k = 0; k < 6; k++) {
            assertEquals(0, expected.readout().times(e).minus(actual.readout().times(f)).maxAbs(), tolerance, "power " + k);
            e = expected.state().times(e);
            f = actual.state().times(f);
        }
    }

    @Test
    void subspaceIdentificationRecoversAPartlyObservedSystem() {
        DrivenTrials trials = simulate(A, B, C, new int[] {120, 90, 12, 150}, 0, 4);
        ControlledOperator fitted = SubspaceDmdc.fit(trials, 6, new RankRule.Fixed(4), 0);
        assertArrayEquals(sortedModuli(A), sortedModuli(fitted.state()), 1e-8);
        assertSameResponse(new ControlledOperator(A, B, C, new double[0]), fitted, 1e-8);
        // Noise-free, the order shows in the singular values.
        assertTrue(fitted.singularValues()[4] < 1e-8 * fitted.singularValues()[0]);
    }

    @Test
    void regressionWithControlRecoversAFullyObservedSystem() {
        DrivenTrials trials = simulate(A, B, Matrix.identity(4), new int[] {60, 50}, 0, 5);
        ControlledOperator fitted = Dmdc.fit(trials, new DelayEmbedding(1, 1), 1, new RankRule.All(), 0);
        assertArrayEquals(sortedModuli(A), sortedModuli(fitted.state()), 1e-10);
        assertSameResponse(new ControlledOperator(A, B, Matrix.identity(4), new double[0]), fitted, 1e-10);
    }

    @Test
    void withoutControlTermTheSpectrumOfADrivenSystemIsMissed() {
        DrivenTrials trials = simulate(A, B.times(5), Matrix.identity(4), new int[] {60, 50}, 0, 5);
        double[] without = sortedModuli(Dmd.fit(trials.outputs(), DmdSettings.of(1, 1, new RankRule.All())).reduced());
        assertTrue(Math.abs(without[3] - sortedModuli(A)[3]) > 1e-3);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void rotatedSystemsHaveZeroDistance(Part part) {
        for (int determinant = -1; determinant <= 1; determinant += 2) {
            Matrix q = Samples.orthogonal(4, determinant, 6);
            ControlledOperator first = new ControlledOperator(A, B, C, new double[0]);
            ControlledOperator second = new ControlledOperator(q.times(A).timesTranspose(q), q.times(B), C.timesTranspose(q), new double[0]);
            assertEquals(0, InputDistance.between(first, second, part, false), 1e-6);
            assertEquals(0, InputDistance.between(first, second, part, true), 1e-6);
        }
    }

    /** The closed-form optimum is compared with every orthogonal matrix of the plane, by a fine grid. */
    @Test
    void jointDistanceIsTheMinimumOverTheOrthogonalGroup() {
        ControlledOperator first = new ControlledOperator(Samples.operator(2, 0.9, 1), Samples.normal(2, 2, 2), new Matrix(0, 2), new double[0]);
        ControlledOperator second = new ControlledOperator(Samples.operator(2, 0.7, 3), Samples.normal(2, 2, 4), new Matrix(0, 2), new double[0]);
        Matrix k1 = InputDistance.controllability(first.state(), first.control());
        Matrix k2 = InputDistance.controllability(second.state(), second.control());
        double best = Double.POSITIVE_INFINITY;
        for (int step = 0; step < 20000; step++) {
            double angle = 2 * Math.PI * step / 20000;
            for (int sign = -1; sign <= 1; sign += 2) {
                Matrix c = Matrix.of(new double[][] {{Math.cos(angle), -sign * Math.sin(angle)}, {Math.sin(angle), sign * Math.cos(angle)}});
                best = Math.min(best, k1.minus(c.times(k2)).norm());
            }
        }
        assertEquals(best, InputDistance.between(first, second, Part.JOINT, false), 1e-6);
        assertEquals(6, k1.columns());
        assertEquals(0, k1.columns(2, 4).minus(first.state().times(first.control())).maxAbs(), 1e-15);
        assertEquals(0, k1.columns(4, 6).minus(first.state().transposeTimes(first.control())).maxAbs(), 1e-15);
    }

    @Test
    void badDrivenDataIsRefused() {
        Matrix y = Samples.normal(30, 2, 1);
        assertThrows(NullclineException.class, () -> new DrivenTrials(List.of(y), List.of()));
        assertThrows(NullclineException.class, () -> new DrivenTrials(List.of(y), List.of(Samples.normal(29, 1, 1))));
        DrivenTrials still = new DrivenTrials(List.of(y), List.of(new Matrix(30, 1)));
        assertThrows(NullclineException.class, () -> Dmdc.fit(still, new DelayEmbedding(2, 1), 1, new RankRule.All(), 0));
        assertThrows(NullclineException.class, () -> SubspaceDmdc.fit(still, 20, new RankRule.All(), 0));
    }

    @Test
    void residualsTellTrueEigenvaluesFromSpuriousOnes() {
        Matrix a = Matrix.of(new double[][] {{0.9 * Math.cos(0.5), -0.9 * Math.sin(0.5)}, {0.9 * Math.sin(0.5), 0.9 * Math.cos(0.5)}});
        List<Matrix> trials = Samples.trials(a, 2, new int[] {60, 60}, 0.05, 7);
        DmdOperator exact = Dmd.fit(trials, DmdSettings.of(1, 1, new RankRule.All()));
        DmdOperator rich = Dmd.fit(trials, DmdSettings.of(6, 1, new RankRule.All()));
        Residuals residuals = Residuals.of(rich, trials);
        assertTrue(Residuals.of(exact, trials).residual()[0] < 0.2);
        double[] sorted = residuals.residual().clone();
        Arrays.sort(sorted);
        Matrix best = residuals.best(2);
        // Among the twelve of the rich model, one pair is that of the system and has the smallest residuals.
        assertEquals(0.9, Math.hypot(best.get(0, 0), best.get(0, 1)), 0.08);
        assertEquals(0.5, Math.abs(Math.atan2(best.get(0, 1), best.get(0, 0))), 0.1);
        assertEquals(2, residuals.clean(sorted[1] * (1 + 1e-9)).rows());
        assertEquals(0, residuals.clean(-1).rows());
    }

    @Test
    void exactLinearDataLeavesNoResidual() {
        List<Matrix> trials = Samples.trials(Samples.operator(3, 0.97, 8), 3, new int[] {40}, 0, 9);
        Residuals residuals = Residuals.of(Dmd.fit(trials, DmdSettings.of(1, 1, new RankRule.All())), trials);
        for (double residual : residuals.residual()) {
            assertEquals(0, residual, 1e-10);
        }
        assertTrue(Arrays.stream(residuals.participation()).allMatch(p -> p > 1.0 / 3 - 1e-9 && p <= 1 + 1e-9));
    }

    @Test
    void sweepFindsTheOrderOfTheSystemAndSaysWhy() {
        List<Matrix> trials = Samples.trials(Samples.operator(3, 0.97, 8), 6, new int[] {80, 80, 80, 80, 80}, 0.05, 9);
        List<List<Matrix>> parts = DmdSweep.split(trials, 0.8);
        assertEquals(4, parts.get(0).size());
        DmdSweep sweep = DmdSweep.run(parts.get(0), parts.get(1), 1, new int[] {1, 2, 200}, new int[] {1, 3, 7}, 0, 1, done -> { });
        assertTrue(Double.isNaN(sweep.mase()[0][2]), "rank 7 of 6 channels is not possible");
        assertTrue(Double.isNaN(sweep.mase()[2][0]), "200 delays do not fit into 80 time bins");
        assertEquals(3, sweep.recommend().rank());
        assertTrue(sweep.recommend().reason().startsWith("1 delay with rank 3: held-out data are forecast with a scaled error of"), sweep.recommend().reason());
        List<List<Matrix>> single = DmdSweep.split(trials.subList(0, 1), 0.75);
        assertEquals(60, single.get(0).getFirst().rows());
        assertEquals(20, single.get(1).getFirst().rows());
    }
}
