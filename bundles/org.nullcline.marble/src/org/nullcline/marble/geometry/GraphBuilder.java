// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import org.nullcline.api.NullclineException;

/** Finds neighbours with a {@link KdTree}; no matrix of all distances is ever formed. */
final class GraphBuilder {

    private static final int BLOCK = 256;
    /** Directed edges that a graph may have: 12 bytes each, and as much again for kernels and connections. */
    private static final long MAX_EDGES = 150_000_000;

    private final PointCloud points;
    private final GraphRule rule;
    private final Work work;
    private final KdTree tree;

    GraphBuilder(PointCloud points, GraphRule rule, Work work) {
        this.points = points;
        this.rule = rule;
        this.work = work;
        requireEnough();
        tree = new KdTree(points);
        requireDistinct();
    }

    private void requireEnough() {
        int n = points.count();
        int k = switch (rule) {
            case GraphRule.ContinuousNearest cknn -> cknn.k();
            case GraphRule.Nearest knn -> knn.k();
            case GraphRule.Radius radius -> 1;
        };
        if (n == 1) {
            throw NullclineException.input("'" + points.name() + "' has only one point; a neighbour graph needs at least " + (k + 1) + ".");
        }
        if (k >= n) {
            throw NullclineException.input("k = " + k + " neighbours need at least " + (k + 1) + " points, but '" + points.name() + "' has " + n
                    + "; choose a smaller k or give more points (a smaller spacing keeps more).");
        }
    }

    private void requireDistinct() {
        int n = points.count();
        int[] twin = new int[n];
        work.blocks(n, BLOCK, (from, to) -> {
            NearestQueue two = new NearestQueue(2);
            for (int i = from; i < to; i++) {
                tree.nearest(points.coordinates(), i * points.dimension(), two);
                int other = two.index(0) == i ? 1 : 0;
                twin[i] = two.squared(other) == 0 ? two.index(other) : -1;
            }
        });
        int first = -1;
        int coinciding = 0;
        for (int i = 0; i < n; i++) {
            if (twin[i] >= 0) {
                first = first < 0 ? i : first;
                coinciding++;
            }
        }
        if (first >= 0) {
            throw NullclineException.input("In '" + points.name() + "', points " + first + " and " + twin[first] + " are the same (" + coinciding
                    + " points have a duplicate); remove duplicates, for example with a spacing above 0, because neighbours need a direction.");
        }
    }

    NeighbourGraph build() {
        return switch (rule) {
            case GraphRule.ContinuousNearest cknn -> continuousNearest(cknn);
            case GraphRule.Nearest knn -> nearest(knn.k());
            case GraphRule.Radius radius -> {
                double square = radius.radius() * radius.radius();
                yield within((i, j, squared) -> squared <= square, (i, node, toBox) -> toBox <= square);
            }
        };
    }

    /** Whether two points at a squared distance are neighbours. */
    private interface Pair {
        boolean test(int i, int j, double squared);
    }

    /** Whether a node's box at a squared distance may hold neighbours. */
    private interface Candidate {
        boolean test(int i, int node, double toBox);
    }

    private NeighbourGraph continuousNearest(GraphRule.ContinuousNearest cknn) {
        int n = points.count();
        double[] reach = new double[n];
        work.blocks(n, BLOCK, (from, to) -> {
            NearestQueue queue = new NearestQueue(cknn.k() + 1);
            for (int i = from; i < to; i++) {
                tree.nearest(points.coordinates(), i * points.dimension(), queue);
                reach[i] = Math.sqrt(queue.squared(cknn.k()));
            }
        });
        double[] largest = new double[tree.nodes()];
        for (int node = tree.nodes() - 1; node >= 0; node--) {
            if (tree.leaf(node)) {
                for (int i = tree.from[node]; i < tree.to[node]; i++) {
                    largest[node] = Math.max(largest[node], reach[tree.order[i]]);
                }
            } else {
                largest[node] = Math.max(largest[tree.left[node]], largest[tree.right[node]]);
            }
        }
        double delta = cknn.delta();
        // A hair of slack in the bound on boxes: the exact test on pairs decides.
        double slack = delta * (1 + 1e-9);
        return within((i, j, squared) -> Math.sqrt(squared) < delta * Math.sqrt(reach[i] * reach[j]),
                (i, node, toBox) -> Math.sqrt(toBox) < slack * Math.sqrt(reach[i] * largest[node]));
    }

    private NeighbourGraph within(Pair pair, Candidate candidate) {
        int n = points.count();
        int[][] rows = new int[n][];
        AtomicLong edges = new AtomicLong();
        work.blocks(n, BLOCK, (from, to) -> {
            Search search = new Search(pair, candidate);
            for (int i = from; i < to; i++) {
                rows[i] = search.neighbours(i);
                requireBudget(edges.addAndGet(rows[i].length));
            }
        });
        return assemble(rows);
    }

    /** Walks the tree for all neighbours of a point. */
    private final class Search {

        private final Pair pair;
        private final Candidate candidate;
        /** Deep enough for any tree: each level leaves one node behind, and there are at most 31 levels. */
        private final int[] stack = new int[64];
        private int[] found = new int[64];
        private int size;

        Search(Pair pair, Candidate candidate) {
            this.pair = pair;
            this.candidate = candidate;
        }

        /** The neighbours of point {@code i}, ascending. */
        int[] neighbours(int i) {
            size = 0;
            float[] x = points.coordinates();
            int at = i * points.dimension();
            int top = 0;
            stack[top++] = 0;
            while (top > 0) {
                int node = stack[--top];
                if (!candidate.test(i, node, tree.squaredToBox(x, at, node))) {
                    continue;
                }
                if (tree.leaf(node)) {
                    scan(node, i, x, at);
                } else {
                    stack[top++] = tree.right[node];
                    stack[top++] = tree.left[node];
                }
            }
            int[] row = Arrays.copyOf(found, size);
            Arrays.sort(row);
            return row;
        }

        private void scan(int leaf, int i, float[] x, int at) {
            for (int p = tree.from[leaf]; p < tree.to[leaf]; p++) {
                int j = tree.order[p];
                if (j != i && pair.test(i, j, tree.squaredTo(x, at, p))) {
                    if (size == found.length) {
                        found = Arrays.copyOf(found, 2 * size);
                    }
                    found[size++] = j;
                }
            }
        }
    }

    private NeighbourGraph nearest(int k) {
        int n = points.count();
        requireBudget(2L * n * k);
        int[][] chosen = new int[n][k];
        work.blocks(n, BLOCK, (from, to) -> {
            NearestQueue queue = new NearestQueue(k + 1);
            for (int i = from; i < to; i++) {
                tree.nearest(points.coordinates(), i * points.dimension(), queue);
                int at = 0;
                for (int r = 0; r < queue.size() && at < k; r++) {
                    if (queue.index(r) != i) {
                        chosen[i][at++] = queue.index(r);
                    }
                }
            }
        });
        return assemble(symmetric(chosen));
    }

    private static int[][] symmetric(int[][] chosen) {
        int n = chosen.length;
        int[] size = new int[n];
        for (int i = 0; i < n; i++) {
            size[i] += chosen[i].length;
            for (int j : chosen[i]) {
                size[j]++;
            }
        }
        int[][] rows = new int[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = new int[size[i]];
        }
        int[] at = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j : chosen[i]) {
                rows[i][at[i]++] = j;
                rows[j][at[j]++] = i;
            }
        }
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.stream(rows[i]).sorted().distinct().toArray();
        }
        return rows;
    }

    private void requireBudget(long edges) {
        if (edges > MAX_EDGES) {
            throw NullclineException.task("The neighbour graph of '" + points.name() + "' has more than " + MAX_EDGES
                    + " edges; decrease k, delta or the radius, or thin the points with a larger spacing.");
        }
    }

    private NeighbourGraph assemble(int[][] rows) {
        int n = rows.length;
        int[] offset = new int[n + 1];
        for (int i = 0; i < n; i++) {
            offset[i + 1] = offset[i] + rows[i].length;
        }
        int[] target = new int[offset[n]];
        double[] distance = new double[offset[n]];
        work.blocks(n, BLOCK, (from, to) -> {
            for (int i = from; i < to; i++) {
                System.arraycopy(rows[i], 0, target, offset[i], rows[i].length);
                for (int e = offset[i]; e < offset[i + 1]; e++) {
                    distance[e] = points.distance(i, target[e]);
                }
            }
        });
        return new NeighbourGraph(points, offset, target, distance);
    }
}
