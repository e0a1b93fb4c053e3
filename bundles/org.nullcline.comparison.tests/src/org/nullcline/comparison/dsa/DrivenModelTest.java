// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.dsa.InputDistance.Part;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;

/** Forecasts of driven systems, and the distance between them by ways of computing that the code does not use. */
class DrivenModelTest {

    private static final Matrix A = Samples.operator(4, 0.95, 1);
    private static final Matrix B = Samples.normal(4, 2, 2);

    private static DrivenTrials simulate(Matrix c, int[] lengths) {
        List<Matrix> outputs = new ArrayList<>();
        List<Matrix> inputs = new ArrayList<>();
        for (int k = 0; k < lengths.length; k++) {
            Matrix u = Samples.normal(lengths[k], 2, 40 + k);
            Matrix y = new Matrix(lengths[k], c.rows());
            double[] x = Samples.normal(1, 4, 60 + k).data();
            for (int t = 0; t < lengths[k]; t++) {
                System.arraycopy(c.times(x), 0, y.data(), t * c.rows(), c.rows());
                double[] driven = B.times(u.row(t));
                double[] next = A.times(x);
                for (int i = 0; i < 4; i++) {
                    x[i] = next[i] + driven[i];
                }
            }
            outputs.add(y);
            inputs.add(u);
        }
        return new DrivenTrials(outputs, inputs);
    }

    private static double error(DrivenTrials trials, List<Matrix> predicted) {
        double worst = 0;
        for (int i = 0; i < trials.count(); i++) {
            worst = Math.max(worst, trials.outputs().get(i).minus(predicted.get(i)).maxAbs());
        }
        return worst;
    }

    /** Without noise the law is exact, so that forecasts are, too, however long they run by themselves: the last trial is shorter than any window. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1000})
    void forecastsOfAnExactSystemAreExact(int reseed) {
        DrivenTrials seen = simulate(Matrix.identity(4), new int[] {60, 45, 4});
        assertEquals(0, error(seen, Dmdc.model(seen, new DelayEmbedding(1, 1), 1, new RankRule.All(), 0).predict(seen, reseed)), 1e-9);
        DrivenTrials hidden = simulate(Samples.normal(2, 4, 3), new int[] {90, 80, 3});
        assertEquals(0, error(hidden, SubspaceDmdc.model(hidden, 5, new RankRule.Fixed(4), 0).predict(hidden, reseed)), 1e-6);
        assertTrue(error(hidden, Dmdc.model(hidden, new DelayEmbedding(1, 1), 1, new RankRule.All(), 0).predict(hidden, reseed)) > 0.1,
                "two channels do not show four states");
    }

    @Test
    void theOrderOfTrialsDoesNotMatterAndNoPairCrossesThem() {
        DrivenTrials trials = simulate(Samples.normal(2, 4, 3), new int[] {70, 50, 60});
        DrivenTrials turned = new DrivenTrials(List.of(trials.outputs().get(2), trials.outputs().get(0), trials.outputs().get(1)),
                List.of(trials.inputs().get(2), trials.inputs().get(0), trials.inputs().get(1)));
        ControlledOperator one = SubspaceDmdc.fit(trials, 5, new RankRule.Fixed(4), 0);
        ControlledOperator other = SubspaceDmdc.fit(turned, 5, new RankRule.Fixed(4), 0);
        for (Part part : Part.values()) {
            assertEquals(0, InputDistance.between(one, other, part, true), 1e-6, part.toString());
        }
        DrivenTrials joined = new DrivenTrials(List.of(Dmdc.stack(trials.outputs())), List.of(Dmdc.stack(trials.inputs())));
        ControlledOperator crossing = SubspaceDmdc.fit(joined, 5, new RankRule.Fixed(4), 0);
        assertTrue(InputDistance.between(one, crossing, Part.STATE, true) > 1e-4, "pairs over seams spoil an exact law");
    }

    /** min ‖K₁ − C K₂‖² = ‖K₁‖² + ‖K₂‖² − 2‖K₁K₂ᵀ‖₊, the sum of singular values (Schönemann 1966): no C is ever made. */
    @Test
    void jointAndControlDistancesAreTheirClosedForms() {
        for (int n = 2; n <= 12; n += 5) {
            ControlledOperator first = system(n, 3, n);
            ControlledOperator second = system(n, 3, n + 100);
            Matrix[][] pairs = {{first.control(), second.control()}, {InputDistance.controllability(first.state(), first.control()),
                InputDistance.controllability(second.state(), second.control())}};
            Part[] parts = {Part.CONTROL, Part.JOINT};
            for (int k = 0; k < 2; k++) {
                Matrix x = pairs[k][0];
                Matrix y = pairs[k][1];
                double nuclear = Arrays.stream(Svd.values(x.timesTranspose(y))).sum();
                double squares = x.dot(x) + y.dot(y);
                assertEquals(Math.sqrt(squares - 2 * nuclear), InputDistance.between(first, second, parts[k], false), 1e-9 * Math.sqrt(squares));
                assertEquals(Math.acos(nuclear / Math.sqrt(x.dot(x) * y.dot(y))), InputDistance.between(first, second, parts[k], true), 1e-9);
            }
        }
    }

    /** Plane rotations one after the other, from both components of O(n), find the same minimum as the singular value decomposition. */
    @Test
    void noRotationOfAnyPlaneImprovesTheJointAlignment() {
        ControlledOperator first = system(5, 2, 7);
        ControlledOperator second = system(5, 2, 8);
        Matrix x = InputDistance.controllability(first.state(), first.control());
        Matrix y = InputDistance.controllability(second.state(), second.control());
        double best = 0;
        for (int determinant = -1; determinant <= 1; determinant += 2) {
            Matrix m = x.timesTranspose(Samples.orthogonal(5, determinant, 9).times(y));
            for (int sweep = 0; sweep < 200; sweep++) {
                for (int i = 0; i < 5; i++) {
                    for (int j = i + 1; j < 5; j++) {
                        turn(m, i, j);
                    }
                }
            }
            best = Math.max(best, m.trace());
        }
        double squares = x.dot(x) + y.dot(y);
        assertEquals(Math.sqrt(squares - 2 * best), InputDistance.between(first, second, Part.JOINT, false), 1e-8 * Math.sqrt(squares));
    }

    /** Turns the columns i and j of M so that its trace is largest. */
    private static void turn(Matrix m, int i, int j) {
        double angle = Math.atan2(m.get(i, j) - m.get(j, i), m.get(i, i) + m.get(j, j));
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int k = 0; k < m.rows(); k++) {
            double a = m.get(k, i);
            double b = m.get(k, j);
            m.set(k, i, cos * a + sin * b);
            m.set(k, j, cos * b - sin * a);
        }
    }

    @Test
    void distancesAreSymmetricAndObeyTheTriangle() {
        ControlledOperator[] s = {system(4, 2, 1), system(4, 2, 2), system(4, 2, 3)};
        for (Part part : Part.values()) {
            for (boolean angular : new boolean[] {false, true}) {
                double ab = InputDistance.between(s[0], s[1], part, angular);
                assertEquals(ab, InputDistance.between(s[1], s[0], part, angular), 1e-9);
                assertTrue(ab <= InputDistance.between(s[0], s[2], part, angular) + InputDistance.between(s[2], s[1], part, angular) + 1e-9);
            }
        }
    }

    private static ControlledOperator system(int n, int m, long seed) {
        return new ControlledOperator(Samples.operator(n, 0.9, seed), Samples.normal(n, m, seed + 50), new Matrix(0, n), new double[0]);
    }
}
