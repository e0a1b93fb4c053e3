// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.similarity.AffineRegression;
import org.nullcline.comparison.similarity.CycleConsistency;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;

class StochasticShapeTest {

    private static List<Matrix> conditions(int count, int repeats, int neurons, double spread, long seed) {
        List<Matrix> conditions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Matrix mean = Samples.normal(1, neurons, seed + 100 * i);
            Matrix mix = Samples.normal(neurons, neurons, seed + 100 * i + 1).times(spread);
            Matrix repeated = Samples.normal(repeats, neurons, seed + 100 * i + 2).times(mix);
            for (int k = 0; k < repeated.data().length; k++) {
                repeated.data()[k] += mean.data()[k % neurons];
            }
            conditions.add(repeated);
        }
        return conditions;
    }

    private static List<Matrix> turned(List<Matrix> conditions, Matrix q) {
        return conditions.stream().map(condition -> condition.times(q)).toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2})
    void rotatedResponsesHaveZeroGaussianDistance(double alpha) {
        List<Matrix> x = conditions(6, 30, 4, 0.5, 1);
        for (int determinant = -1; determinant <= 1; determinant += 2) {
            // The root of a loss that is zero up to rounding of 1e-13.
            assertEquals(0, StochasticShape.gaussian(x, turned(x, Samples.orthogonal(4, determinant, 5)), alpha), 1e-6);
        }
    }

    @Test
    void rotatedResponsesHaveZeroEnergyDistance() {
        List<Matrix> x = conditions(5, 15, 3, 0.4, 1);
        assertEquals(0, StochasticShape.energy(x, turned(x, Samples.orthogonal(3, -1, 5))), 1e-5);
    }

    /** With α = 2 only means count: a Procrustes problem without centring. */
    @Test
    void meansAloneAreAProcrustesProblem() {
        List<Matrix> x = conditions(8, 10, 3, 0.3, 1);
        List<Matrix> y = conditions(8, 10, 3, 0.3, 50);
        Matrix mx = new Matrix(8, 3);
        Matrix my = new Matrix(8, 3);
        for (int i = 0; i < 8; i++) {
            System.arraycopy(x.get(i).columnMeans(), 0, mx.data(), 3 * i, 3);
            System.arraycopy(y.get(i).columnMeans(), 0, my.data(), 3 * i, 3);
        }
        double expected = mx.minus(my.times(Svd.of(my.transposeTimes(mx)).polar())).norm();
        assertEquals(expected * Math.sqrt(2.0 / 8), StochasticShape.gaussian(x, y, 2), 1e-9);
    }

    /** In one dimension the Bures distance is the difference of standard deviations. */
    @Test
    void covariancesAloneInOneDimensionAreStandardDeviations() {
        List<Matrix> x = List.of(Matrix.of(new double[][] {{0}, {2}}), Matrix.of(new double[][] {{5}, {5}}));
        List<Matrix> y = List.of(Matrix.of(new double[][] {{1}, {7}}), Matrix.of(new double[][] {{-1}, {1}}));
        double first = (Math.sqrt(2) - Math.sqrt(18)) * (Math.sqrt(2) - Math.sqrt(18));
        assertEquals(Math.sqrt(2 * (first + 2) / 2), StochasticShape.gaussian(x, y, 0), 1e-9);
        assertEquals(StochasticShape.gaussian(x, y, 1), StochasticShape.gaussian(y, x, 1), 1e-9);
    }

    @Test
    void energyDistanceSeesNoiseThatMeansDoNot() {
        List<Matrix> quiet = conditions(5, 20, 3, 0.01, 1);
        List<Matrix> loud = conditions(5, 20, 3, 1, 1);
        assertTrue(StochasticShape.energy(quiet, loud) > 0.3);
        assertThrows(NullclineException.class, () -> StochasticShape.energy(quiet, loud.subList(0, 2)));
        assertThrows(NullclineException.class, () -> StochasticShape.gaussian(quiet, loud, 3));
    }

    @Test
    void injectiveReadoutIsCycleConsistentAndALossyOneIsNot() {
        Matrix states = Samples.normal(300, 3, 1);
        Matrix rates = exp(states.times(Samples.normal(3, 20, 2).times(0.3)));
        assertEquals(1, new CycleConsistency(1, 0).of(states, rates), 1e-9);
        Matrix hidden = Samples.normal(3, 20, 2).times(0.3);
        for (int j = 0; j < 20; j++) {
            hidden.set(2, j, 0);
        }
        double lossy = new CycleConsistency(0.99, 0).of(states, exp(states.times(hidden)));
        double third = AffineRegression.r2(states, states.times(Matrix.diagonal(1, 1, 0)), AffineRegression.Average.VARIANCE);
        assertEquals(third, lossy, 0.02);
        assertTrue(new CycleConsistency(1, 0.3).of(states, rates) < 0.999);
    }

    private static Matrix exp(Matrix x) {
        Matrix y = x.copy();
        for (int i = 0; i < y.data().length; i++) {
            y.data()[i] = Math.exp(y.data()[i]);
        }
        return y;
    }
}
