// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.dsa.InputDistance.Part;
import org.nullcline.comparison.matrix.Groups;
import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;

/**
 * The example of Huang and Ostrow 2025, figure 2, with the published parameters and our own random numbers: two dynamics of 20 states and spectral radius
 * 0.92 and 0.82, each with two ways how one input enters (gains 0.5 and 2), four inputs each; 2 of 20 states are seen for 1000 bins with noise 0.01, the
 * others have a weak nonlinearity. On the published random numbers silhouettes come out as published; see the documentation of this room.
 */
class PublishedDrivenSystemsTest {

    private static final int STATES = 20;
    private static final int BINS = 1000;
    private static final int WINDOW = 20;
    private static final RankRule RANK = new RankRule.Fixed(10);

    private final List<DrivenTrials> systems = new ArrayList<>();
    private final int[] byState = new int[16];
    private final int[] byControl = new int[16];

    PublishedDrivenSystemsTest() {
        Matrix[] a = {ofRadius(0.92, 11), ofRadius(0.82, 12)};
        Matrix factor = Samples.normal(STATES, STATES, 13);
        Matrix[] b = {factor.times(Samples.normal(STATES, 1, 15)).times(0.5),
            Samples.orthogonal(STATES, 1, 14).times(factor).times(Samples.normal(STATES, 1, 16)).times(2)};
        for (int k = 0; k < 16; k++) {
            byState[k] = k / 8;
            byControl[k] = k / 4 % 2;
            systems.add(simulate(a[byState[k]], b[byControl[k]], k));
        }
    }

    private static Matrix ofRadius(double radius, long seed) {
        Matrix m = Samples.normal(STATES, STATES, seed);
        Eigen.Values values = Eigen.values(m);
        double largest = 0;
        for (int i = 0; i < values.count(); i++) {
            largest = Math.max(largest, values.modulus(i));
        }
        return m.times(radius / largest);
    }

    private static DrivenTrials simulate(Matrix a, Matrix b, int k) {
        Matrix u = Samples.normal(BINS, 1, 111 + k);
        Matrix y = new Matrix(BINS, 2);
        RandomGenerator noise = Samples.generator(211 + k);
        double[] x = new double[STATES];
        int[] seen = {4, 17};
        for (int t = 0; t < BINS; t++) {
            for (int c = 0; c < 2; c++) {
                y.set(t, c, x[seen[c]] + 0.01 * noise.nextGaussian());
            }
            double[] next = a.times(x);
            for (int i = 0; i < STATES; i++) {
                boolean hidden = i != seen[0] && i != seen[1];
                x[i] = next[i] + (hidden ? 0.1 * Math.tanh(next[i]) : 0) + b.get(i, 0) * u.get(t, 0);
            }
        }
        return new DrivenTrials(List.of(y), List.of(u));
    }

    private static <T> double silhouette(List<T> fitted, ToDoubleBiFunction<T, T> distance, int[] groups) {
        double[][] d = new double[fitted.size()][fitted.size()];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < i; j++) {
                d[i][j] = distance.applyAsDouble(fitted.get(i), fitted.get(j));
                d[j][i] = d[i][j];
            }
        }
        return Groups.silhouette(d, groups);
    }

    private static double spectra(ControlledOperator x, ControlledOperator y) {
        return new SpectrumDistance(2, true, false).between(Matrix.of(Eigen.values(x.state()).points()), Matrix.of(Eigen.values(y.state()).points()));
    }

    @Test
    void subspaceIdentificationTellsDynamicsAndInputsApartAndControlWithoutHiddenStatesDoesNot() {
        List<ControlledOperator> subspace = systems.stream().map(s -> SubspaceDmdc.fit(s, WINDOW, RANK, 1e-8)).toList();
        List<ControlledOperator> dmdc = systems.stream().map(s -> Dmdc.fit(s, new DelayEmbedding(WINDOW, 1), WINDOW, RANK, 1e-8)).toList();
        int[] both = new int[16];
        Arrays.setAll(both, k -> 2 * byState[k] + byControl[k]);
        double state = silhouette(subspace, PublishedDrivenSystemsTest::spectra, byState);
        double control = silhouette(subspace, (x, y) -> InputDistance.between(x, y, Part.CONTROL, false), byControl);
        double leaking = silhouette(dmdc, (x, y) -> InputDistance.between(x, y, Part.CONTROL, false), byControl);
        double joint = silhouette(subspace, (x, y) -> InputDistance.between(x, y, Part.JOINT, false), both);
        // Published: 0.952 by state, 0.747 and 0.338 by control. How far dynamics lie apart depends on the random matrices, hence the wider bound.
        assertTrue(state > 0.4, "by state " + state);
        assertTrue(control > 0.6, "by control " + control);
        assertTrue(leaking < 0.4, "by control, without hidden states " + leaking);
        assertTrue(joint > 0.7, "all four " + joint);
    }
}
