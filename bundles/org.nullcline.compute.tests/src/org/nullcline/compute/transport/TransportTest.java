// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.compute.linalg.Matrix;

class TransportTest {

    private static double next(long[] state) {
        state[0] += 0x9E3779B97F4A7C15L;
        long z = (state[0] ^ (state[0] >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    private static Matrix random(int rows, int columns, long seed) {
        long[] state = {seed};
        Matrix matrix = new Matrix(rows, columns);
        Arrays.setAll(matrix.data(), i -> next(state));
        return matrix;
    }

    private static double[] masses(int n, long seed) {
        double[] masses = random(1, n, seed).data();
        double sum = Arrays.stream(masses).sum();
        return Arrays.stream(masses).map(x -> x / sum).toArray();
    }

    private static double best(Matrix cost, int row, boolean[] used) {
        if (row == cost.rows()) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < cost.columns(); j++) {
            if (!used[j]) {
                used[j] = true;
                best = Math.min(best, cost.get(row, j) + best(cost, row + 1, used));
                used[j] = false;
            }
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "5,5", "7,7", "4,7", "3,6"})
    void assignmentEqualsExhaustiveSearch(int n, int m) {
        for (int seed = 0; seed < 20; seed++) {
            Matrix cost = random(n, m, seed);
            Assignment assignment = Assignment.minimise(cost);
            assertEquals(best(cost, 0, new boolean[m]), assignment.cost(), 1e-14);
            assertEquals(n, Arrays.stream(assignment.columnOf()).distinct().count());
        }
    }

    @Test
    void assignmentHandlesTiesAndNegativeCosts() {
        Matrix ties = new Matrix(6, 6);
        for (int e = 0; e < 36; e++) {
            ties.data()[e] = (e * 7 % 5) - 2;
        }
        assertEquals(best(ties, 0, new boolean[6]), Assignment.minimise(ties).cost(), 0);
        assertEquals(-best(ties.times(-1), 0, new boolean[6]), Assignment.maximise(ties).cost(), 0);
    }

    /** An optimal plan is proved by duals; here by the equality with a solution of the same problem through the other algorithm. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 60, 200})
    void simplexAndAssignmentAgreeOnUniformMasses(int n) {
        Matrix cost = Wasserstein.costs(random(n, 3, n), random(n, 3, n + 1000), 1);
        double[] mass = new double[n];
        Arrays.fill(mass, 1.0 / n);
        NetworkSimplex simplex = new NetworkSimplex(mass, mass, cost);
        simplex.solve(() -> { });
        assertEquals(Assignment.minimise(cost).cost() / n, simplex.plan().cost(), 1e-13);
    }

    /** On a line, W₁ is the area between the distribution functions. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "10,7", "100,130", "64,64"})
    void distanceOnALineIsTheAreaBetweenTheDistributionFunctions(int n, int m) {
        Matrix x = random(n, 1, 3);
        Matrix y = random(m, 1, 4);
        double[] a = masses(n, 5);
        double[] b = masses(m, 6);
        double[] at = new double[n + m];
        System.arraycopy(x.data(), 0, at, 0, n);
        System.arraycopy(y.data(), 0, at, n, m);
        Arrays.sort(at);
        double area = 0;
        for (int k = 1; k < at.length; k++) {
            double left = at[k - 1];
            double difference = 0;
            for (int i = 0; i < n; i++) {
                difference += x.data()[i] <= left ? a[i] : 0;
            }
            for (int j = 0; j < m; j++) {
                difference -= y.data()[j] <= left ? b[j] : 0;
            }
            area += Math.abs(difference) * (at[k] - left);
        }
        assertEquals(area, Wasserstein.distance(x, a, y, b, 1, () -> { }), 1e-12);
    }

    @Test
    void planHasTheMarginalsAndTheCostItClaims() {
        double[] a = masses(40, 7);
        double[] b = masses(25, 8);
        a[3] = 0;
        b[4] = 0;
        double scale = Arrays.stream(a).sum() / Arrays.stream(b).sum();
        double[] b2 = Arrays.stream(b).map(x -> x * scale).toArray();
        Matrix cost = Wasserstein.costs(random(40, 2, 9), random(25, 2, 10), 2);
        TransportPlan plan = TransportPlan.optimal(a, b2, cost);
        Matrix dense = plan.dense(40, 25);
        for (int i = 0; i < 40; i++) {
            assertEquals(a[i], Arrays.stream(dense.row(i)).sum(), 1e-15);
        }
        for (int j = 0; j < 25; j++) {
            assertEquals(b2[j], Arrays.stream(dense.column(j)).sum(), 1e-15);
        }
        assertEquals(dense.dot(cost), plan.cost(), 1e-15);
        assertTrue(plan.mass().length <= 64);
    }

    /** Splitting every point into equal copies changes no measure, but turns unequal sizes into an assignment problem. */
    @Test
    void uniformMeasuresOfUnequalSizeEqualTheirCommonRefinement() {
        Matrix x = random(12, 2, 11);
        Matrix y = random(20, 2, 12);
        Matrix fineX = new Matrix(60, 2);
        Matrix fineY = new Matrix(60, 2);
        for (int i = 0; i < 60; i++) {
            System.arraycopy(x.data(), i / 5 * 2, fineX.data(), i * 2, 2);
            System.arraycopy(y.data(), i / 3 * 2, fineY.data(), i * 2, 2);
        }
        assertEquals(Wasserstein.distance(fineX, fineY, 2), Wasserstein.distance(x, y, 2), 1e-13);
        assertEquals(Wasserstein.distance(y, x, 1), Wasserstein.distance(x, y, 1), 1e-13);
    }

    @Test
    void largeMeasuresAreSolvedToOptimality() {
        Matrix x = random(700, 3, 13);
        Matrix shifted = x.copy();
        for (int i = 0; i < shifted.data().length; i++) {
            shifted.data()[i] += i % 3 == 0 ? 0.25 : 0;
        }
        // Under the squared distance a translation is the optimal map, whatever the points.
        assertEquals(0.25, Wasserstein.distance(x, shifted, 2), 1e-12);
        double[] weights = masses(700, 14);
        assertEquals(0.25, Wasserstein.distance(x, weights, shifted, weights, 2, () -> { }), 1e-12);
    }

    @Test
    void senselessInputIsRefusedAndWorkCanBeStopped() {
        Matrix cost = random(2, 2, 15);
        assertThrows(IllegalArgumentException.class, () -> TransportPlan.optimal(new double[] {1, 1}, new double[] {1, 2}, cost));
        assertThrows(IllegalArgumentException.class, () -> TransportPlan.optimal(new double[] {1, -1}, new double[] {0, 0}, cost));
        cost.set(0, 1, Double.NaN);
        assertThrows(IllegalArgumentException.class, () -> Assignment.minimise(cost));
        assertThrows(CancellationException.class, () -> Wasserstein.distance(random(9, 2, 1), random(8, 2, 2), 1, () -> {
            throw new CancellationException();
        }));
    }
}
