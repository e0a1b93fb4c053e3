// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;

/**
 * Dijkstra's algorithm with unit edge lengths in which equally distant nodes leave the priority queue in the order of a Fibonacci heap
 * (Fredman and Tarjan 1987, doi 10.1145/28869.28874) with first-in-first-linked consolidation, as in the published MARBLE implementation.
 *
 * <p>With unit lengths a key never decreases once it is set, so the heap needs insertion and removal of the minimum only.
 */
final class PublishedOrder {

    private static final int NONE = -1;
    private static final byte NEW = 0;
    private static final byte WAITING = 1;
    private static final byte DONE = 2;

    private final NeighbourGraph graph;
    private final int[] hops;
    private final byte[] state;
    private final int[] parent;
    private final int[] before;
    private final int[] after;
    private final int[] child;
    private final int[] rank;
    private final int[] rootOfRank = new int[64];
    private int[] touched = new int[64];
    private int touchedCount;
    private int minimum = NONE;

    PublishedOrder(NeighbourGraph graph) {
        this.graph = graph;
        int n = graph.count();
        hops = new int[n];
        state = new byte[n];
        parent = filled(n);
        before = filled(n);
        after = filled(n);
        child = filled(n);
        rank = new int[n];
    }

    private static int[] filled(int n) {
        int[] none = new int[n];
        Arrays.fill(none, NONE);
        return none;
    }

    /** The first {@code count} nodes that the search settles from {@code centre}, the centre included. */
    int[] nearest(int centre, int count) {
        reset();
        insert(centre, 0);
        int[] settled = new int[count];
        int size = 0;
        while (minimum != NONE && size < count) {
            int node = removeMinimum();
            state[node] = DONE;
            settled[size++] = node;
            if (size == count) {
                break;
            }
            for (int e = graph.offset(node); e < graph.offset(node + 1); e++) {
                if (state[graph.target(e)] == NEW) {
                    insert(graph.target(e), hops[node] + 1);
                }
            }
        }
        return Arrays.copyOf(settled, size);
    }

    private void reset() {
        for (int t = 0; t < touchedCount; t++) {
            int node = touched[t];
            state[node] = NEW;
            parent[node] = NONE;
            before[node] = NONE;
            after[node] = NONE;
            child[node] = NONE;
            rank[node] = 0;
        }
        touchedCount = 0;
        minimum = NONE;
    }

    private void insert(int node, int distance) {
        if (touchedCount == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touchedCount);
        }
        touched[touchedCount++] = node;
        state[node] = WAITING;
        hops[node] = distance;
        if (minimum == NONE) {
            minimum = node;
        } else {
            append(minimum, node);
            if (distance < hops[minimum]) {
                minimum = node;
            }
        }
    }

    private int removeMinimum() {
        int removed = minimum;
        if (child[removed] != NONE) {
            int next = first(child[removed]);
            while (next != NONE) {
                int following = after[next];
                detach(next);
                append(removed, next);
                next = following;
            }
            child[removed] = NONE;
        }
        int root = first(removed);
        if (root == removed) {
            root = after[removed];
        }
        if (root == NONE) {
            minimum = NONE;
            return removed;
        }
        detach(removed);
        minimum = root;
        Arrays.fill(rootOfRank, NONE);
        while (root != NONE) {
            if (hops[root] < hops[minimum]) {
                minimum = root;
            }
            int following = after[root];
            link(root);
            root = following;
        }
        return removed;
    }

    /** Merges trees of equal rank until the tree at {@code node} has a rank of its own. */
    private void link(int node) {
        int upper = node;
        while (rootOfRank[rank[upper]] != NONE) {
            int other = rootOfRank[rank[upper]];
            rootOfRank[rank[upper]] = NONE;
            boolean keep = hops[upper] < hops[other] || upper == minimum;
            int lower = keep ? other : upper;
            upper = keep ? upper : other;
            detach(lower);
            adopt(upper, lower);
        }
        rootOfRank[rank[upper]] = upper;
    }

    private void adopt(int node, int orphan) {
        parent[orphan] = node;
        if (child[node] == NONE) {
            child[node] = orphan;
            rank[node] = 1;
        } else {
            append(child[node], orphan);
        }
    }

    /** Puts {@code node} at the end of the siblings of {@code sibling}. */
    private void append(int sibling, int node) {
        int last = sibling;
        while (after[last] != NONE) {
            last = after[last];
        }
        after[last] = node;
        before[node] = last;
        after[node] = NONE;
        parent[node] = parent[sibling];
        if (parent[node] != NONE) {
            rank[parent[node]]++;
        }
    }

    private int first(int sibling) {
        int first = sibling;
        while (before[first] != NONE) {
            first = before[first];
        }
        return first;
    }

    private void detach(int node) {
        if (parent[node] != NONE) {
            rank[parent[node]]--;
            child[parent[node]] = before[node] != NONE ? before[node] : after[node];
        }
        if (before[node] != NONE) {
            after[before[node]] = after[node];
        }
        if (after[node] != NONE) {
            before[after[node]] = before[node];
        }
        before[node] = NONE;
        after[node] = NONE;
        parent[node] = NONE;
    }
}
