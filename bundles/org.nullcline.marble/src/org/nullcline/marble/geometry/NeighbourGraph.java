// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;

/**
 * An undirected graph without self-loops in compressed rows: the neighbours of node i are {@code target[offset[i]] … target[offset[i + 1] − 1]},
 * ascending, at the distances of the same positions. Every edge is stored in both directions.
 */
public final class NeighbourGraph {

    private final PointCloud points;
    private final int[] offset;
    private final int[] target;
    private final double[] distance;

    NeighbourGraph(PointCloud points, int[] offset, int[] target, double[] distance) {
        this.points = points;
        this.offset = offset;
        this.target = target;
        this.distance = distance;
    }

    /**
     * The neighbour graph of a cloud, in O(n log n) time for data of moderate dimension and O(edges) memory.
     *
     * @throws NullclineException when there are too few points for k, when points coincide, or when the graph would be too large
     */
    public static NeighbourGraph of(PointCloud points, GraphRule rule, Work work) {
        return new GraphBuilder(points, rule, work).build();
    }

    /** The points that are the nodes. */
    public PointCloud points() {
        return points;
    }

    /** Number of nodes. */
    public int count() {
        return offset.length - 1;
    }

    /** Number of directed edges: twice the number of neighbour pairs. */
    public int edges() {
        return target.length;
    }

    /** First edge of a node; {@code offset(count())} is the number of edges. */
    public int offset(int node) {
        return offset[node];
    }

    /** Number of neighbours of a node. */
    public int degree(int node) {
        return offset[node + 1] - offset[node];
    }

    /** End of an edge. */
    public int target(int edge) {
        return target[edge];
    }

    /** Length of an edge, &gt; 0. */
    public double distance(int edge) {
        return distance[edge];
    }

    /** Weight of an edge: the reciprocal of its length. */
    public double weight(int edge) {
        return 1 / distance[edge];
    }

    /** Sum of the weights of a node's edges. */
    public double strength(int node) {
        double sum = 0;
        for (int e = offset[node]; e < offset[node + 1]; e++) {
            sum += 1 / distance[e];
        }
        return sum;
    }

    /** The connected component of each node, numbered by their smallest node. */
    public int[] components() {
        int[] component = new int[count()];
        Arrays.fill(component, -1);
        int[] stack = new int[count()];
        int found = 0;
        for (int start = 0; start < count(); start++) {
            if (component[start] >= 0) {
                continue;
            }
            int top = 0;
            stack[top++] = start;
            component[start] = found;
            while (top > 0) {
                int node = stack[--top];
                for (int e = offset[node]; e < offset[node + 1]; e++) {
                    if (component[target[e]] < 0) {
                        component[target[e]] = found;
                        stack[top++] = target[e];
                    }
                }
            }
            found++;
        }
        return component;
    }

    /** Sizes of the connected components. */
    public int[] componentSizes() {
        int[] component = components();
        int[] sizes = new int[Arrays.stream(component).max().orElse(-1) + 1];
        for (int c : component) {
            sizes[c]++;
        }
        return sizes;
    }

    /** Returns this graph, or throws with a sentence when it falls into parts. */
    public NeighbourGraph requireConnected() {
        int[] sizes = componentSizes();
        if (sizes.length > 1) {
            Arrays.sort(sizes);
            String largest = IntStream.range(0, Math.min(4, sizes.length)).mapToObj(i -> Integer.toString(sizes[sizes.length - 1 - i]))
                    .collect(Collectors.joining(", "));
            throw NullclineException.task("The neighbour graph of '" + points.name() + "' falls into " + sizes.length + " unconnected parts (of " + largest
                    + (sizes.length > 4 ? " … " : " ") + "points); increase k or delta, or set components=largest to keep the largest part only.");
        }
        return this;
    }

    /** Indices of the nodes of the largest connected component, ascending; the first of equally large ones. */
    public int[] largestComponent() {
        int[] component = components();
        int[] sizes = componentSizes();
        int best = 0;
        for (int c = 1; c < sizes.length; c++) {
            best = sizes[c] > sizes[best] ? c : best;
        }
        int chosen = best;
        return IntStream.range(0, component.length).filter(i -> component[i] == chosen).toArray();
    }

    /** The graph on some of the nodes, which keep their neighbours among themselves; node i of the result is {@code nodes[i]}. */
    public NeighbourGraph subgraph(int[] nodes) {
        int[] position = new int[count()];
        Arrays.fill(position, -1);
        for (int i = 0; i < nodes.length; i++) {
            position[nodes[i]] = i;
        }
        int[] kept = new int[nodes.length + 1];
        for (int i = 0; i < nodes.length; i++) {
            int degree = 0;
            for (int e = offset[nodes[i]]; e < offset[nodes[i] + 1]; e++) {
                degree += position[target[e]] >= 0 ? 1 : 0;
            }
            kept[i + 1] = kept[i] + degree;
        }
        int[] ends = new int[kept[nodes.length]];
        double[] lengths = new double[ends.length];
        for (int i = 0; i < nodes.length; i++) {
            int at = kept[i];
            for (int e = offset[nodes[i]]; e < offset[nodes[i] + 1]; e++) {
                if (position[target[e]] >= 0) {
                    ends[at] = position[target[e]];
                    lengths[at++] = distance[e];
                }
            }
        }
        return new NeighbourGraph(points.subset(nodes), kept, ends, lengths);
    }
}
