// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Arrays;
import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.geometry.NeighbourGraph;
import org.nullcline.marble.geometry.PointCloud;
import org.nullcline.marble.network.ManifoldSettings.Parts;

/** Connects points with their neighbours. */
public final class NeighbourGraphStep implements Step {

    /**
     * Kind of the result: {@code points} (node × dimension), {@code nodes} (index of each node among the input's points), {@code edges} (edge × 2,
     * both directions, no self-loops), {@code distances} and {@code weights} (edge; 1 / distance), {@code degree} and {@code component} (node).
     */
    public static final String KIND = "neighbour-graph";

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        PointCloud points = GeometryParameters.points(inputs, "points");
        NeighbourGraph graph = NeighbourGraph.of(points, GeometryParameters.rule(parameters), GeometryParameters.work(context));
        int[] nodes = nodes(graph, GeometryParameters.parts(parameters));
        return Map.of("graph", value(nodes.length == graph.count() ? graph : graph.subgraph(nodes), nodes, KIND).build());
    }

    /** The nodes that stay. */
    static int[] nodes(NeighbourGraph graph, Parts parts) {
        if (parts == Parts.REFUSE) {
            graph.requireConnected();
        }
        if (parts == Parts.LARGEST) {
            return graph.largestComponent();
        }
        int[] all = new int[graph.count()];
        Arrays.setAll(all, i -> i);
        return all;
    }

    /** A graph as the arrays of a value. */
    static Value.Builder value(NeighbourGraph graph, int[] nodes, String kind) {
        int n = graph.count();
        int m = graph.edges();
        long[] edges = new long[2 * m];
        double[] distances = new double[m];
        double[] weights = new double[m];
        long[] degree = new long[n];
        for (int i = 0; i < n; i++) {
            degree[i] = graph.degree(i);
            for (int e = graph.offset(i); e < graph.offset(i + 1); e++) {
                edges[2 * e] = i;
                edges[2 * e + 1] = graph.target(e);
                distances[e] = graph.distance(e);
                weights[e] = graph.weight(e);
            }
        }
        long[] component = Arrays.stream(graph.components()).asLongStream().toArray();
        return Value.of(kind).array("points", "", graph.points().toArray(), "node", "dimension")
                .array("nodes", "", NdArrays.of(Arrays.stream(nodes).asLongStream().toArray(), n), "node")
                .array("edges", "", NdArrays.of(edges, m, 2), "edge", "end").array("distances", "", NdArrays.of(distances, m), "edge")
                .array("weights", "", NdArrays.of(weights, m), "edge").array("degree", "", NdArrays.of(degree, n), "node")
                .array("component", "", NdArrays.of(component, n), "node").attribute("components", graph.componentSizes().length);
    }
}
