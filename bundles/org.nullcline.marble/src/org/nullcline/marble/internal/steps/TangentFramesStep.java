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
import org.nullcline.marble.geometry.GeodesicNeighbourhoods;
import org.nullcline.marble.geometry.GeodesicNeighbourhoods.Ties;
import org.nullcline.marble.geometry.NeighbourGraph;
import org.nullcline.marble.geometry.PointCloud;
import org.nullcline.marble.geometry.TangentFrames;
import org.nullcline.marble.geometry.Work;

/** Estimates the dimension of a manifold and its tangent spaces. */
public final class TangentFramesStep implements Step {

    /**
     * Kind of the result: {@code points}, {@code nodes}, {@code frames} (node × ambient × direction: orthonormal columns), {@code singularValues}
     * (node × direction), {@code projectors} (node × ambient × ambient, for up to {@value #MOST_PROJECTORS} numbers). Attribute {@code dimension}.
     */
    public static final String KIND = "tangent-frames";
    private static final long MOST_PROJECTORS = 20_000_000;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Work work = GeometryParameters.work(context);
        PointCloud points = GeometryParameters.points(inputs, "points");
        NeighbourGraph whole = NeighbourGraph.of(points, GeometryParameters.rule(parameters), work);
        int[] nodes = NeighbourGraphStep.nodes(whole, GeometryParameters.parts(parameters));
        NeighbourGraph graph = nodes.length == whole.count() ? whole : whole.subgraph(nodes);
        int size = (int) (parameters.integer("k") * parameters.real("geodesicFactor"));
        GeodesicNeighbourhoods nearby = GeodesicNeighbourhoods.of(graph, size, GeometryParameters.choice(Ties.class, parameters, "ties"), work);
        double[][] values = TangentFrames.singularValues(graph.points(), nearby, work);
        int dimension = parameters.has("dimension") ? parameters.integer("dimension")
                : TangentFrames.manifoldDimension(values, parameters.real("explainedVariance"));
        context.progress().note("The manifold has dimension " + dimension + ".");
        TangentFrames frames = TangentFrames.of(graph.points(), nearby, dimension, work);
        return Map.of("frames", value(frames, graph, nodes, values));
    }

    private static Value value(TangentFrames frames, NeighbourGraph graph, int[] nodes, double[][] singularValues) {
        int n = frames.count();
        int ambient = frames.ambient();
        int m = frames.dimension();
        float[] columns = new float[n * ambient * m];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < ambient; d++) {
                for (int q = 0; q < m; q++) {
                    columns[(i * ambient + d) * m + q] = frames.get(i, q, d);
                }
            }
        }
        long[] index = Arrays.stream(nodes).asLongStream().toArray();
        Value.Builder builder = Value.of(KIND).array("points", "", graph.points().toArray(), "node", "ambient")
                .array("nodes", "", NdArrays.of(index, n), "node").array("frames", "", NdArrays.of(columns, n, ambient, m), "node", "ambient", "direction")
                .array("singularValues", "", NdArrays.of(padded(singularValues)), "node", "direction").attribute("dimension", m);
        if ((long) n * ambient * ambient <= MOST_PROJECTORS) {
            builder.array("projectors", "", NdArrays.of(projectors(frames), n, ambient, ambient), "node", "ambient", "ambient");
        }
        return builder.build();
    }

    private static float[] projectors(TangentFrames frames) {
        int ambient = frames.ambient();
        float[] projectors = new float[frames.count() * ambient * ambient];
        for (int i = 0; i < frames.count(); i++) {
            for (int a = 0; a < ambient; a++) {
                for (int b = 0; b < ambient; b++) {
                    double sum = 0;
                    for (int q = 0; q < frames.dimension(); q++) {
                        sum += (double) frames.get(i, q, a) * frames.get(i, q, b);
                    }
                    projectors[(i * ambient + a) * ambient + b] = (float) sum;
                }
            }
        }
        return projectors;
    }

    /** Neighbourhoods in small parts of a graph have fewer directions; their missing singular values are 0. */
    private static double[][] padded(double[][] values) {
        int width = 0;
        for (double[] row : values) {
            width = Math.max(width, row.length);
        }
        double[][] equal = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            equal[i] = Arrays.copyOf(values[i], width);
        }
        return equal;
    }
}
