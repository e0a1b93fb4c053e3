// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.geometry.GeodesicNeighbourhoods.Ties;

class GraphTest {

    static PointCloud cloud(int n, int dimension, long seed) {
        double[] values = RandomStream.of(seed).child("cloud").normals(n * dimension);
        float[] coordinates = new float[values.length];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = (float) values[i];
        }
        return PointCloud.of("cloud", coordinates, dimension);
    }

    private static double[] sortedDistances(PointCloud points, int i) {
        return IntStream.range(0, points.count()).mapToDouble(j -> points.distance(i, j)).sorted().toArray();
    }

    /** Second implementation: all distances. */
    private static boolean[][] bruteForce(PointCloud points, GraphRule rule) {
        int n = points.count();
        boolean[][] adjacent = new boolean[n][n];
        double[][] sorted = new double[n][];
        for (int i = 0; i < n; i++) {
            sorted[i] = sortedDistances(points, i);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double d = points.distance(i, j);
                adjacent[i][j] = i != j && switch (rule) {
                    case GraphRule.ContinuousNearest c -> d < c.delta() * Math.sqrt(sorted[i][c.k()] * sorted[j][c.k()]);
                    case GraphRule.Nearest knn -> d <= sorted[i][knn.k()] || d <= sorted[j][knn.k()];
                    case GraphRule.Radius r -> d <= r.radius();
                };
            }
        }
        return adjacent;
    }

    @ParameterizedTest
    @CsvSource({"cknn,7,1.0,2", "cknn,12,1.5,3", "cknn,5,1.2,12", "knn,6,0,3", "knn,9,0,25", "radius,1,0.7,2", "radius,1,2.0,5"})
    void treeSearchFindsTheNeighboursThatAllDistancesGive(String name, int k, double delta, int dimension) {
        PointCloud points = cloud(300, dimension, 1);
        GraphRule rule = GraphRule.of(name, k, delta);
        NeighbourGraph graph = NeighbourGraph.of(points, rule, Work.ALONE);
        boolean[][] expected = bruteForce(points, rule);
        for (int i = 0; i < points.count(); i++) {
            int node = i;
            int[] row = IntStream.range(graph.offset(i), graph.offset(i + 1)).map(graph::target).toArray();
            assertArrayEquals(IntStream.range(0, points.count()).filter(j -> expected[node][j]).toArray(), row);
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameGraph() {
        PointCloud points = cloud(2000, 3, 2);
        GraphRule rule = GraphRule.of("cknn", 10, 1);
        NeighbourGraph one = NeighbourGraph.of(points, rule, Work.ALONE);
        NeighbourGraph three = NeighbourGraph.of(points, rule, new Work(3, Progress.NONE));
        assertEquals(one.edges(), three.edges());
        for (int e = 0; e < one.edges(); e++) {
            assertEquals(one.target(e), three.target(e));
            assertEquals(one.distance(e), three.distance(e));
        }
    }

    @Test
    void farthestPointsFollowTheGreedyRule() {
        PointCloud points = cloud(400, 3, 3);
        FarthestPoints sample = FarthestPoints.sample(points, 0.08, 17, Work.ALONE);
        double diameter = 0;
        for (int i = 0; i < points.count(); i++) {
            for (int j = 0; j < i; j++) {
                diameter = Math.max(diameter, points.distance(i, j));
            }
        }
        assertEquals(diameter, sample.diameter());
        double[] nearest = new double[points.count()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int next = 17;
        for (int m = 0; m < sample.indices().length; m++) {
            assertEquals(next, sample.indices()[m]);
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.min(nearest[i], points.distance(i, next));
            }
            next = IntStream.range(0, nearest.length).reduce((a, b) -> nearest[b] > nearest[a] ? b : a).orElseThrow();
            assertEquals(nearest[next], sample.radii()[m]);
            assertEquals(m == sample.indices().length - 1, sample.radii()[m] < 0.08 * diameter);
        }
    }

    @Test
    void farthestPointsOfIdenticalPointsIsOnePoint() {
        FarthestPoints sample = FarthestPoints.sample(PointCloud.of("same", new float[40], 2), 0.1, 3, Work.ALONE);
        assertArrayEquals(new int[] {3}, sample.indices());
    }

    /** Two clusters far apart, each of which is connected. */
    static PointCloud twoClusters() {
        PointCloud one = cloud(100, 2, 4);
        float[] both = Arrays.copyOf(one.coordinates(), 300);
        for (int i = 200; i < 300; i++) {
            both[i] = one.coordinates()[i - 200] + 100;
        }
        return PointCloud.of("split", both, 2);
    }

    @Test
    void disconnectedGraphIsRefusedInOneSentence() {
        NeighbourGraph graph = NeighbourGraph.of(twoClusters(), GraphRule.of("cknn", 10, 1), Work.ALONE);
        assertArrayEquals(new int[] {100, 50}, graph.componentSizes());
        String sentence = assertThrows(NullclineException.class, graph::requireConnected).getMessage();
        assertTrue(sentence.contains("'split' falls into 2 unconnected parts (of 100, 50 points)"), sentence);
        NeighbourGraph largest = graph.subgraph(graph.largestComponent());
        assertEquals(100, largest.requireConnected().count());
        for (int e = 0; e < largest.offset(1); e++) {
            assertEquals(largest.points().distance(0, largest.target(e)), largest.distance(e));
        }
    }

    private static String refusal(float[] coordinates, int k) {
        return assertThrows(NullclineException.class,
                () -> NeighbourGraph.of(PointCloud.of("left", coordinates, 2), GraphRule.of("cknn", k, 1), Work.ALONE)).getMessage();
    }

    @Test
    void unusablePointsAreRefusedWithWhatIsWrongAndWhere() {
        float[] good = cloud(30, 2, 5).coordinates();
        float[] twins = good.clone();
        twins[8] = twins[20];
        twins[9] = twins[21];
        assertTrue(refusal(twins, 5).contains("'left', points 4 and 10 are the same (2 points have a duplicate)"), refusal(twins, 5));
        float[] missing = good.clone();
        missing[7] = Float.NaN;
        assertTrue(refusal(missing, 5).contains("'left' has the value NaN at point 3, coordinate 1"));
        assertTrue(refusal(good, 30).contains("k = 30 neighbours need at least 31 points, but 'left' has 30"));
        assertTrue(refusal(new float[] {1, 2}, 3).contains("'left' has only one point"));
        assertTrue(refusal(new float[0], 3).contains("'left' has no points"));
    }

    @Test
    void geodesicNeighbourhoodsAreTheNearestInHopsAndThenInSpace() {
        NeighbourGraph graph = NeighbourGraph.of(cloud(200, 2, 6), GraphRule.of("cknn", 8, 1.2), Work.ALONE).requireConnected();
        GeodesicNeighbourhoods nearby = GeodesicNeighbourhoods.of(graph, 20, Ties.DISTANCE, Work.ALONE);
        GeodesicNeighbourhoods published = GeodesicNeighbourhoods.of(graph, 20, Ties.PUBLISHED, Work.ALONE);
        for (int i = 0; i < graph.count(); i++) {
            int[] hops = hops(graph, i);
            int centre = i;
            int[] expected = IntStream.range(0, graph.count()).boxed()
                    .sorted((a, b) -> hops[a] != hops[b] ? Integer.compare(hops[a], hops[b])
                            : Double.compare(graph.points().squaredDistance(centre, a), graph.points().squaredDistance(centre, b)))
                    .mapToInt(Integer::intValue).limit(21).sorted().toArray();
            assertArrayEquals(expected, Arrays.stream(nearby.members()[i]).sorted().toArray());
            assertArrayEquals(Arrays.stream(expected).map(j -> hops[j]).sorted().toArray(),
                    Arrays.stream(published.members()[i]).map(j -> hops[j]).toArray());
        }
    }

    private static int[] hops(NeighbourGraph graph, int centre) {
        int[] hops = new int[graph.count()];
        Arrays.fill(hops, Integer.MAX_VALUE / 2);
        hops[centre] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < graph.count(); i++) {
                for (int e = graph.offset(i); e < graph.offset(i + 1); e++) {
                    if (hops[graph.target(e)] > hops[i] + 1) {
                        hops[graph.target(e)] = hops[i] + 1;
                        changed = true;
                    }
                }
            }
        }
        return hops;
    }
}
