// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.analysis.Consistency.Session;
import org.nullcline.marble.geometry.Work;

class AnalysisTest {

    private static final Work WORK = new Work(2, Progress.NONE);

    private static double[][] normal(int n, int d, long seed, double... shift) {
        RandomStream random = RandomStream.of(seed).child("points");
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            points[i] = random.normals(d);
            for (int c = 0; c < shift.length; c++) {
                points[i][c] += shift[c];
            }
        }
        return points;
    }

    @Test
    void distanceToAShiftedCopyIsTheShift() {
        double[][] x = normal(70, 3, 1);
        double[][] y = Arrays.stream(x).map(p -> new double[] {p[0] + 0.3, p[1] - 0.4, p[2]}).toArray(double[][]::new);
        double[][] d = ConditionDistances.exact(List.of(x, y, x), WORK).matrix();
        assertEquals(0.5, d[0][1], 1e-12);
        assertEquals(0, d[0][2], 1e-12);
        assertEquals(d[1][0], d[0][1]);
    }

    @Test
    void histogramsOfSeparatedGroupsGiveTheDistanceOfTheGroups() {
        double[][] near = normal(200, 2, 2);
        double[][] far = normal(200, 2, 3, 100, 0);
        double[][] both = Stream.of(normal(150, 2, 4), normal(50, 2, 5, 100, 0)).flatMap(Arrays::stream).toArray(double[][]::new);
        ConditionDistances distances = ConditionDistances.ofHistograms(List.of(near, far, both), 2, 0, WORK);
        assertEquals(100, distances.matrix()[0][1], 0.5);
        // A quarter of the third condition lies at the far group.
        assertEquals(25, distances.matrix()[0][2], 0.2);
        assertEquals(75, distances.matrix()[1][2], 0.4);
        for (int pair = 0; pair < 3; pair++) {
            Matrix plan = distances.plans().get(pair);
            int i = pair < 2 ? 0 : 1;
            for (int c = 0; c < 2; c++) {
                assertEquals(distances.histograms()[i][c], plan.get(c, 0) + plan.get(c, 1), 1e-12);
            }
        }
    }

    @Test
    void tooManyPointsForAllPairsAreRefusedBeforehand() {
        ConditionDistances.requireComparable(List.of("a", "b"), new int[] {5000, 5000});
        String sentence = assertThrows(NullclineException.class,
                () -> ConditionDistances.requireComparable(List.of("a", "b", "c"), new int[] {3, 6000, 6000})).getMessage();
        assertTrue(sentence.contains("'b' and 'c' have 6000 and 6000 points"), sentence);
    }

    @Test
    void clustersAreFoundAndNumberedAlongAChain() {
        double[][] points = IntStream.of(30, 0, 20, 10).boxed().flatMap(x -> Arrays.stream(normal(50, 2, x, x, 0)))
                .toArray(double[][]::new);
        KMeans one = KMeans.of(points, 4, 1, Work.ALONE);
        KMeans two = KMeans.of(points, 4, 1, WORK);
        assertArrayEquals(one.assignment(), two.assignment());
        double[] x = Arrays.stream(one.centroids()).mapToDouble(c -> c[0]).toArray();
        for (int c = 1; c < 4; c++) {
            assertEquals(10, Math.abs(x[c] - x[c - 1]), x[c] > 25 || x[c] < 5 ? 25 : 11);
        }
        for (int group = 0; group < 4; group++) {
            int first = one.assignment()[50 * group];
            assertTrue(Arrays.stream(one.assignment(), 50 * group, 50 * group + 50).allMatch(a -> a == first));
        }
    }

    /** Behaviour that is a linear function of the points {@code lag} bins earlier. */
    private static List<Decoding.Trial> trials(int lag, double noise) {
        List<Decoding.Trial> trials = new ArrayList<>();
        double[][] b = normal(3, 2, 77);
        for (int t = 0; t < 12; t++) {
            double[][] x = normal(40, 3, 100 + t);
            RandomStream random = RandomStream.of(t).child("noise");
            double[][] y = new double[40][2];
            for (double[] row : y) {
                Arrays.fill(row, Double.NaN);
            }
            for (int i = 0; i < 40; i++) {
                int then = i + lag;
                if (then >= 0 && then < 40) {
                    for (int c = 0; c < 2; c++) {
                        y[then][c] = 1 + x[i][0] * b[0][c] + x[i][1] * b[1][c] + x[i][2] * b[2][c] + noise * random.normal();
                    }
                }
            }
            trials.add(new Decoding.Trial(x, IntStream.range(0, 40).toArray(), y));
        }
        return trials;
    }

    @Test
    void linearBehaviourIsDecodedExactlyAtItsLag() {
        Decoding at = Decoding.crossValidated(trials(3, 0), new Regressor.Linear(), 3, 5, 0, WORK);
        assertEquals(1, at.meanR2(), 1e-10);
        assertEquals(12 * 37, at.truth().length);
        assertTrue(at.medianError()[0] < 1e-10);
        for (double r2 : at.integratedR2(0.02)) {
            assertEquals(1, r2, 1e-10);
        }
        assertTrue(Decoding.crossValidated(trials(3, 0), new Regressor.Linear(), 0, 5, 0, WORK).meanR2() < 0.1);
        assertEquals(3, Decoding.withBestLag(trials(3, 0.2), new Regressor.Linear(), 5, 5, 0, WORK).lag());
        assertEquals(-2, Decoding.withBestLag(trials(-2, 0.2), new Regressor.Linear(), 5, 5, 0, WORK).lag());
    }

    @Test
    void neighboursDecodeSmoothBehaviourAndCosineIgnoresLength() {
        List<Decoding.Trial> trials = trials(0, 0);
        assertTrue(Decoding.crossValidated(trials, new Regressor.Nearest(5, false), 0, 4, 0, WORK).meanR2() > 0.6);
        double[][] examples = {{1, 0}, {0, 1}, {5, 0.1}};
        double[][] targets = {{1}, {2}, {3}};
        Regressor.Fitted cosine = new Regressor.Nearest(1, true).fit(examples, targets);
        assertArrayEquals(new double[] {1}, cosine.predict(new double[][] {{100, 0}}, WORK)[0]);
        Regressor.Fitted euclidean = new Regressor.Nearest(1, false).fit(examples, targets);
        assertArrayEquals(new double[] {3}, euclidean.predict(new double[][] {{100, 0}}, WORK)[0]);
    }

    @Test
    void unrelatedBehaviourIsNotDecoded() {
        List<Decoding.Trial> trials = new ArrayList<>();
        for (int t = 0; t < 10; t++) {
            trials.add(new Decoding.Trial(normal(50, 3, t), IntStream.range(0, 50).toArray(), normal(50, 1, 1000 + t)));
        }
        assertTrue(Decoding.crossValidated(trials, new Regressor.Linear(), 0, 5, 0, WORK).meanR2() < 0.02);
        assertThrows(NullclineException.class, () -> Decoding.crossValidated(trials.subList(0, 1), new Regressor.Linear(), 0, 5, 0, WORK));
    }

    private static Session session(String name, double[][] averages, double[][] map, long seed, double noise) {
        RandomStream random = RandomStream.of(seed);
        int repeats = 5;
        double[][] points = new double[averages.length * repeats][];
        String[] keys = new String[points.length];
        for (int i = 0; i < points.length; i++) {
            double[] mapped = Matrix.of(map).times(averages[i / repeats]);
            for (int d = 0; d < mapped.length; d++) {
                mapped[d] += noise * random.normal();
            }
            points[i] = mapped;
            keys[i] = "key " + i / repeats;
        }
        return new Session(name, points, keys);
    }

    @Test
    void linearlyRelatedEmbeddingsAreConsistentAndOthersAreNot() {
        double[][] averages = normal(60, 3, 9);
        double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        Session a = session("a", averages, identity, 1, 0);
        Session b = session("b", averages, normal(3, 3, 10), 2, 0);
        Session unrelated = session("c", normal(60, 3, 11), identity, 3, 0);
        Session noisy = session("d", averages, identity, 4, 0.5);
        double[][] r2 = Consistency.matrix(List.of(a, b, unrelated, noisy));
        assertEquals(1, r2[0][1], 1e-9);
        assertEquals(1, r2[1][0], 1e-9);
        assertTrue(r2[0][2] < 0.2);
        // Averages over five repeats: noise variance 0.05 against a signal of 1.
        assertEquals(0.95, r2[0][3], 0.03);
        Session elsewhere = new Session("e", a.points(), Arrays.stream(a.key()).map(k -> "other " + k).toArray(String[]::new));
        String sentence = assertThrows(NullclineException.class, () -> Consistency.matrix(List.of(a, elsewhere))).getMessage();
        assertTrue(sentence.contains("'a' and 'e' share only 0"), sentence);
    }
}
