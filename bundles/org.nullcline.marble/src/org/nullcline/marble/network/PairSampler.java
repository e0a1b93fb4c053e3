// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import java.util.List;

import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.geometry.NeighbourGraph;

/**
 * Draws what a point is compared with: a random neighbour on its graph (which should be embedded near it) and a random point of any condition
 * (which need not).
 */
final class PairSampler {

    private final List<NeighbourGraph> graphs;
    private final int[] first;

    PairSampler(List<Manifold> manifolds) {
        graphs = manifolds.stream().map(Manifold::graph).toList();
        first = new int[graphs.size() + 1];
        for (int c = 0; c < graphs.size(); c++) {
            first[c + 1] = first[c] + graphs.get(c).count();
        }
    }

    /** Number of points of all conditions. */
    int count() {
        return first[first.length - 1];
    }

    /** The given points, then a neighbour of each, then a random point for each. */
    int[] triples(int[] nodes, RandomStream random) {
        int b = nodes.length;
        int[] triples = new int[3 * b];
        for (int i = 0; i < b; i++) {
            triples[i] = nodes[i];
            triples[b + i] = neighbour(nodes[i], random);
            triples[2 * b + i] = random.below(count());
        }
        return triples;
    }

    private int neighbour(int node, RandomStream random) {
        int c = condition(node);
        NeighbourGraph graph = graphs.get(c);
        int i = node - first[c];
        return first[c] + graph.target(graph.offset(i) + random.below(graph.degree(i)));
    }

    private int condition(int node) {
        int low = 0;
        int high = graphs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (first[middle] <= node) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
