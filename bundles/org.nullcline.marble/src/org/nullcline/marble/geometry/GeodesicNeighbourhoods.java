// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;

import org.nullcline.api.NullclineException;

/**
 * The points nearest to each point along the graph, in hops, by a breadth-first search that stops as soon as it has enough: O(n) in all for
 * neighbourhoods of fixed size.
 *
 * @param members members[i] are the points of the neighbourhood of i, i itself first, in ascending number of hops
 */
public record GeodesicNeighbourhoods(int[][] members) {

    private static final int BLOCK = 256;

    /** Which of the points at the same number of hops come first. */
    public enum Ties {
        /** The nearer ones in space. The neighbourhood is then compact and does not depend on the order of the points. */
        DISTANCE,
        /**
         * Those that the heap of the published MARBLE implementation happens to hand out first, for comparison with its numbers. The
         * outermost ring is then covered one-sidedly, which tilts the frames (on a sphere of 200 points by a factor of five more).
         */
        PUBLISHED
    }

    /**
     * Neighbourhoods of {@code size} points besides the centre.
     *
     * @throws NullclineException when the graph has no more than {@code size} nodes or a part of it has fewer than three
     */
    public static GeodesicNeighbourhoods of(NeighbourGraph graph, int size, Ties ties, Work work) {
        if (size >= graph.count()) {
            throw NullclineException.input("Geodesic neighbourhoods of " + size + " points need more points than the " + graph.count() + " of '"
                    + graph.points().name() + "'; choose a smaller k or geodesicFactor.");
        }
        int[][] members = new int[graph.count()][];
        work.blocks(graph.count(), BLOCK, (from, to) -> {
            Search search = switch (ties) {
                case DISTANCE -> new RingSearch(graph)::nearest;
                case PUBLISHED -> new PublishedOrder(graph)::nearest;
            };
            for (int i = from; i < to; i++) {
                members[i] = search.apply(i, size + 1);
            }
        });
        for (int i = 0; i < members.length; i++) {
            if (members[i].length < 3) {
                throw NullclineException.task("Point " + i + " of '" + graph.points().name() + "' reaches only " + (members[i].length - 1)
                        + " other point along the graph, too few for a tangent space; increase k or delta.");
            }
        }
        return new GeodesicNeighbourhoods(members);
    }

    /** Finds the first {@code count} nodes from a centre on. */
    @FunctionalInterface
    private interface Search {
        int[] apply(int centre, int count);
    }

    /** Breadth-first search ring by ring; the last ring is cut by distance. */
    private static final class RingSearch {

        private final NeighbourGraph graph;
        private final int[] seen;
        private int round;
        private int[] queue = new int[64];

        RingSearch(NeighbourGraph graph) {
            this.graph = graph;
            seen = new int[graph.count()];
        }

        int[] nearest(int centre, int count) {
            round++;
            int size = 0;
            queue[size++] = centre;
            seen[centre] = round;
            int ring = 0;
            while (size < count && ring < size) {
                int end = size;
                for (int q = ring; q < end; q++) {
                    for (int e = graph.offset(queue[q]); e < graph.offset(queue[q] + 1); e++) {
                        int node = graph.target(e);
                        if (seen[node] != round) {
                            seen[node] = round;
                            if (size == queue.length) {
                                queue = Arrays.copyOf(queue, 2 * size);
                            }
                            queue[size++] = node;
                        }
                    }
                }
                if (size > count) {
                    keepNearest(centre, end, size, count - end);
                    return Arrays.copyOf(queue, count);
                }
                ring = end;
            }
            return Arrays.copyOf(queue, size);
        }

        /** Moves the {@code kept} nodes of a ring that are nearest to the centre to its front. */
        private void keepNearest(int centre, int from, int to, int kept) {
            NearestQueue nearest = new NearestQueue(kept);
            for (int q = from; q < to; q++) {
                nearest.offer(queue[q], graph.points().squaredDistance(centre, queue[q]));
            }
            for (int q = 0; q < kept; q++) {
                queue[from + q] = nearest.index(q);
            }
        }
    }
}
