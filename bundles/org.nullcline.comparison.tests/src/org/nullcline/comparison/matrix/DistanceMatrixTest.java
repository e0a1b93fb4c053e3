// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.Distances;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.matrix.Dendrogram.Linkage;
import org.nullcline.comparison.matrix.Dendrogram.Merge;
import org.nullcline.comparison.similarity.Correlation;
import org.nullcline.comparison.similarity.DissimilarityMatrix;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;

class DistanceMatrixTest {

    private static final int[] GROUP = {0, 0, 0, 0, 0, 1, 1, 1, 1};

    /** Nine points in space; the last four are shifted. The reference numbers below are those of SciPy 1.17 and NumPy for the same points. */
    private static Matrix points() {
        Matrix points = new Matrix(9, 3);
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 3; j++) {
                points.set(i, j, Math.sin(3.1 * i + 0.7 * j) + (i >= 5 && j == 0 ? 2 : 0));
            }
        }
        return points;
    }

    private static Dissimilarities between(Matrix points) {
        int n = points.rows();
        double[] pairs = DissimilarityMatrix.euclidean(points);
        double[][] d = new double[n][n];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                d[i][j] = pairs[k];
                d[j][i] = pairs[k++];
            }
        }
        return new Dissimilarities(IntStream.range(0, n).mapToObj(Integer::toString).toList(), d);
    }

    private static void assertHeights(Linkage linkage, double... expected) {
        double[] heights = Dendrogram.of(between(points()), linkage).merges().stream().mapToDouble(Merge::height).toArray();
        assertArrayEquals(expected, heights, 1e-12, linkage.toString());
    }

    @Test
    void treesAreThoseOfSciPy() {
        assertHeights(Linkage.SINGLE, 0.10741455640152604, 0.10911688350032041, 0.11074520827903533, 0.11511137545889333, 0.11637207950889694,
                1.701020615868078, 2.0213265286848823, 2.0834254643302015);
        assertHeights(Linkage.COMPLETE, 0.10741455640152604, 0.10911688350032041, 0.11511137545889333, 0.11637207950889694, 0.21804502758689023,
                1.9202762705554424, 2.2571774891750813, 3.1965991073450852);
        assertHeights(Linkage.AVERAGE, 0.10741455640152604, 0.10911688350032041, 0.11511137545889333, 0.11637207950889694, 0.1643951179329628,
                1.8082489427580262, 2.169734666929794, 2.570192770771399);
        assertHeights(Linkage.WARD, 0.10741455640152604, 0.10911688350032041, 0.11511137545889333, 0.11637207950889694, 0.18980550000578017,
                2.7985970352008254, 3.067648468597142, 4.631265445091204);
        List<Merge> single = Dendrogram.of(between(points()), Linkage.SINGLE).merges();
        int[][] expected = {{0, 2, 2}, {1, 3, 2}, {4, 9, 3}, {5, 7, 2}, {6, 8, 2}, {11, 13, 5}, {12, 14, 7}, {10, 15, 9}};
        for (int k = 0; k < expected.length; k++) {
            assertArrayEquals(expected[k], new int[] {single.get(k).first(), single.get(k).second(), single.get(k).size()});
        }
    }

    @Test
    void cutTreeKeepsClustersTogether() {
        Dendrogram tree = Dendrogram.of(between(points()), Linkage.AVERAGE);
        assertArrayEquals(new int[] {0, 1, 0, 1, 0, 2, 3, 2, 3}, tree.cut(4));
        assertArrayEquals(new int[9], tree.cut(1));
        assertArrayEquals(IntStream.range(0, 9).toArray(), tree.cut(9));
        int[] order = tree.order();
        assertEquals(9, Arrays.stream(order).distinct().count());
        assertEquals(1, Dendrogram.of(between(points().rows(0, 1)), Linkage.WARD).order().length);
    }

    @Test
    void groupScoresAreThoseComputedByHand() {
        double[][] d = between(points()).values();
        assertEquals(0.4204137339452601, Groups.silhouette(d, GROUP), 1e-12);
        assertEquals(6.049131945742737, Groups.pseudoF(d, GROUP), 1e-12);
        assertEquals(1, Groups.nearestNeighbourAccuracy(d, GROUP, 1), 0);
        double p = Groups.permutationP(d, GROUP, 499, RandomStream.of(1), Progress.NONE);
        assertTrue(p <= 0.05 && p >= 1.0 / 500, "p = " + p);
        double chance = Groups.permutationP(d, new int[] {0, 0, 1, 1, 0, 0, 1, 1, 0}, 499, RandomStream.of(1), Progress.NONE);
        assertTrue(chance > 0.05, "p = " + chance);
    }

    @Test
    void loneMembersHaveSilhouetteZero() {
        double[] s = Groups.silhouettes(new double[][] {{0, 1, 5}, {1, 0, 5}, {5, 5, 0}}, new int[] {0, 0, 1});
        assertArrayEquals(new double[] {0.8, 0.8, 0}, s, 1e-15);
    }

    @Test
    void mapsOfEuclideanDistancesReproduceThem() {
        Dissimilarities d = between(points());
        Scaling classical = Scaling.classical(d, 3);
        assertEquals(0, classical.stress(), 1e-7);
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 9; j++) {
                assertEquals(d.values()[i][j], between(classical.points()).values()[i][j], 1e-10);
            }
        }
        assertTrue(Scaling.majorised(d, 1, Progress.NONE).stress() < Scaling.classical(d, 1).stress());
        assertEquals(0, Scaling.majorised(d, 3, Progress.NONE).stress(), 1e-7);
    }

    @Test
    void seriationRecoversPointsOnALine() {
        int[] shuffled = {4, 0, 7, 2, 6, 1, 5, 3};
        Matrix line = new Matrix(8, 1);
        for (int i = 0; i < 8; i++) {
            line.set(i, 0, shuffled[i] * shuffled[i]);
        }
        int[] order = Seriation.order(between(line), Progress.NONE);
        int[] position = Arrays.stream(order).map(i -> shuffled[i]).toArray();
        int[] sorted = position.clone();
        Arrays.sort(sorted);
        int[] reversed = IntStream.range(0, 8).map(i -> 7 - i).toArray();
        assertTrue(Arrays.equals(position, sorted) || Arrays.equals(position, reversed), Arrays.toString(position));
    }

    @Test
    void mantelFindsCommonStructureAndNoOther() {
        double[][] d = between(Samples.normal(12, 3, 1)).values();
        double[][] noisy = between(Samples.normal(12, 3, 1).plus(0.3, Samples.normal(12, 3, 2))).values();
        double[][] other = between(Samples.normal(12, 3, 3)).values();
        assertEquals(1, Mantel.test(d, d, Correlation.PEARSON, 0, RandomStream.of(1), Progress.NONE).correlation(), 1e-12);
        assertTrue(Mantel.test(d, noisy, Correlation.SPEARMAN, 199, RandomStream.of(1), Progress.NONE).p() < 0.02);
        assertTrue(Mantel.test(d, other, Correlation.PEARSON, 199, RandomStream.of(1), Progress.NONE).p() > 0.05);
    }

    @Test
    void similaritiesBecomeDistancesAndOddMatricesAreRefused() {
        List<String> names = List.of("a", "b");
        Dissimilarities turned = Dissimilarities.of(Distances.of(Distances.builder(new double[][] {{1, 0.2}, {0.4, 1}}, names, names, "m", true).build()));
        assertArrayEquals(new double[] {0, 0.7}, turned.values()[0], 1e-15);
        assertThrows(NullclineException.class, () -> Dissimilarities.of(Distances.of(
                Distances.builder(new double[][] {{1, 2}}, List.of("a"), names, "m", false).build())));
        assertThrows(NullclineException.class, () -> Dissimilarities.of(Distances.of(
                Distances.builder(new double[][] {{0, Double.NaN}, {1, 0}}, names, names, "m", false).build())));
    }
}
