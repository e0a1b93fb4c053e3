// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.internal.steps;

import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.geometry.Connection;
import org.nullcline.marble.geometry.GeodesicNeighbourhoods;
import org.nullcline.marble.geometry.GradientKernels;
import org.nullcline.marble.geometry.NeighbourGraph;
import org.nullcline.marble.geometry.PointCloud;
import org.nullcline.marble.geometry.TangentFrames;
import org.nullcline.marble.geometry.Work;
import org.nullcline.marble.network.ManifoldSettings;
import org.nullcline.marble.network.ManifoldSettings.Frames;

/** Computes directional-derivative kernels. */
public final class GradientKernelsStep implements Step {

    /**
     * Kind of the result: the arrays of a neighbour graph and {@code kernelWeights} (edge × direction: K_q(i, j)), {@code kernelDiagonal} (node ×
     * direction: K_q(i, i)), {@code frames} (node × ambient × direction), for local frames {@code connection} (edge × direction × direction: R_ij),
     * and for up to {@value #MOST_DENSE} nodes {@code kernels} (direction × node × node).
     */
    public static final String KIND = "gradient-kernels";
    private static final int MOST_DENSE = 1000;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Work work = GeometryParameters.work(context);
        PointCloud points = GeometryParameters.points(inputs, "points");
        ManifoldSettings settings = GeometryParameters.manifold(parameters, 0, points.dimension() > 2 ? Frames.LOCAL : Frames.GLOBAL);
        NeighbourGraph whole = NeighbourGraph.of(points, settings.rule(), work);
        int[] nodes = NeighbourGraphStep.nodes(whole, settings.parts());
        NeighbourGraph graph = nodes.length == whole.count() ? whole : whole.subgraph(nodes);
        TangentFrames frames = settings.frames() == Frames.GLOBAL ? TangentFrames.global(graph.count(), points.dimension())
                : local(graph, settings, work);
        Connection connection = Connection.of(graph, frames, work);
        GradientKernels kernels = GradientKernels.of(graph, frames, connection, work);
        return Map.of("kernels", value(graph, nodes, frames, connection, kernels));
    }

    private static TangentFrames local(NeighbourGraph graph, ManifoldSettings settings, Work work) {
        GeodesicNeighbourhoods nearby = GeodesicNeighbourhoods.of(graph, settings.neighbourhoodSize(), settings.ties(), work);
        int dimension = TangentFrames.manifoldDimension(TangentFrames.singularValues(graph.points(), nearby, work), settings.explainedVariance());
        return TangentFrames.of(graph.points(), nearby, dimension, work);
    }

    private static Value value(NeighbourGraph graph, int[] nodes, TangentFrames frames, Connection connection, GradientKernels kernels) {
        int n = graph.count();
        int m = kernels.directions();
        int edges = graph.edges();
        float[] weights = new float[edges * m];
        double[] diagonal = new double[n * m];
        for (int e = 0; e < edges; e++) {
            for (int q = 0; q < m; q++) {
                weights[e * m + q] = kernels.weight(e, q);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int q = 0; q < m; q++) {
                diagonal[i * m + q] = kernels.diagonal(i, q);
            }
        }
        float[] columns = new float[n * frames.ambient() * m];
        for (int at = 0; at < columns.length; at++) {
            columns[at] = frames.get(at / (frames.ambient() * m), at % m, at / m % frames.ambient());
        }
        Value.Builder builder = NeighbourGraphStep.value(graph, nodes, KIND)
                .array("kernelWeights", "", NdArrays.of(weights, edges, m), "edge", "direction")
                .array("kernelDiagonal", "", NdArrays.of(diagonal, n, m), "node", "direction")
                .array("frames", "", NdArrays.of(columns, n, frames.ambient(), m), "node", "ambient", "direction").attribute("dimension", m);
        if (!connection.trivial()) {
            float[] rotations = new float[edges * m * m];
            for (int at = 0; at < rotations.length; at++) {
                rotations[at] = connection.get(at / (m * m), at / m % m, at % m);
            }
            builder.array("connection", "", NdArrays.of(rotations, edges, m, m), "edge", "direction", "direction");
        }
        if (n <= MOST_DENSE) {
            builder.array("kernels", "", NdArrays.of(dense(graph, kernels), m, n, n), "direction", "node", "node");
        }
        return builder.build();
    }

    private static double[] dense(NeighbourGraph graph, GradientKernels kernels) {
        int n = graph.count();
        double[] dense = new double[kernels.directions() * n * n];
        for (int q = 0; q < kernels.directions(); q++) {
            for (int i = 0; i < n; i++) {
                dense[(q * n + i) * n + i] = kernels.diagonal(i, q);
                for (int e = graph.offset(i); e < graph.offset(i + 1); e++) {
                    dense[(q * n + i) * n + graph.target(e)] = kernels.weight(e, q);
                }
            }
        }
        return dense;
    }
}
