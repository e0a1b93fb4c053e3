// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;

/**
 * Tangent frames that follow the flow: the first vector points along the vector field f, and each further one to where the field turns along
 * the one before it, as in the frame of Frenet and Serret.
 *
 * <p>e₁ = f / |f|, e_(q+1) = the unit vector along the part of ∂f/∂e_q that is orthogonal to e₁ … e_q. Where the field vanishes or does not turn,
 * the nearest vector of the given tangent frame takes the place. Derivatives are those of {@link GradientKernels}, between the tangential parts of
 * the field.
 *
 * <p>The frames turn with the data under rotations and reflections, and e₁ changes its sign with the field while e₂ does not. Components in them
 * are therefore independent of how a condition lies in its space, and yet tell a flow from the same flow run backwards, which inner products in
 * frames of the points alone cannot: those are even in f.
 */
public final class FlowFrames {

    private static final int BLOCK = 256;
    /** A direction counts as undefined below this length, relative to the field around the point. */
    private static final double NEGLIGIBLE = 1e-6;

    private final NeighbourGraph graph;
    private final TangentFrames tangent;
    private final float[] field;
    private final int ambient;
    private final int dimension;

    private FlowFrames(NeighbourGraph graph, TangentFrames tangent, float[] field) {
        this.graph = graph;
        this.tangent = tangent;
        this.field = field;
        ambient = tangent.ambient();
        dimension = tangent.dimension();
    }

    /**
     * The frames along a field.
     *
     * @param graph neighbours
     * @param tangent any frames of the tangent spaces; they span the same spaces as the result
     * @param field point × ambient component
     */
    public static TangentFrames of(NeighbourGraph graph, TangentFrames tangent, float[] field, Work work) {
        FlowFrames flow = new FlowFrames(graph, tangent, field);
        int width = flow.dimension * flow.ambient;
        float[] vectors = new float[Math.multiplyExact(graph.count(), width)];
        work.blocks(graph.count(), BLOCK, (from, to) -> {
            double[][] frame = new double[flow.dimension][flow.ambient];
            for (int i = from; i < to; i++) {
                flow.at(i, frame);
                for (int q = 0; q < flow.dimension; q++) {
                    for (int d = 0; d < flow.ambient; d++) {
                        vectors[i * width + q * flow.ambient + d] = (float) frame[q][d];
                    }
                }
            }
        });
        return TangentFrames.ofVectors(graph.count(), flow.ambient, flow.dimension, vectors);
    }

    private void at(int i, double[][] frame) {
        double scale = 0;
        for (int d = 0; d < ambient; d++) {
            frame[0][d] = field[i * ambient + d];
            scale = Math.max(scale, Math.abs(field[i * ambient + d]));
        }
        for (int e = graph.offset(i); e < graph.offset(i + 1); e++) {
            for (int d = 0; d < ambient; d++) {
                scale = Math.max(scale, Math.abs(field[graph.target(e) * ambient + d]));
            }
        }
        project(i, frame[0]);
        complete(i, frame, 0, scale);
        for (int q = 1; q < dimension; q++) {
            derivative(i, frame[q - 1], frame[q]);
            project(i, frame[q]);
            complete(i, frame, q, scale);
        }
    }

    /** Makes vector q a unit vector orthogonal to those before it, or takes the nearest tangent vector that is. */
    private void complete(int i, double[][] frame, int q, double scale) {
        double norm = orthogonalise(frame, q);
        if (!(norm > NEGLIGIBLE * scale)) {
            norm = 0;
            double[] best = new double[ambient];
            for (int t = 0; t < dimension; t++) {
                for (int d = 0; d < ambient; d++) {
                    frame[q][d] = tangent.get(i, t, d);
                }
                double left = orthogonalise(frame, q);
                if (left > norm) {
                    norm = left;
                    System.arraycopy(frame[q], 0, best, 0, ambient);
                }
            }
            System.arraycopy(best, 0, frame[q], 0, ambient);
        }
        for (int d = 0; d < ambient; d++) {
            frame[q][d] /= norm;
        }
    }

    /** Takes away what vector q has along those before it, twice for accuracy, and tells what length is left. */
    private double orthogonalise(double[][] frame, int q) {
        for (int pass = 0; pass < 2; pass++) {
            for (int o = 0; o < q; o++) {
                double along = dot(frame[q], frame[o]);
                for (int d = 0; d < ambient; d++) {
                    frame[q][d] -= along * frame[o][d];
                }
            }
        }
        return Math.sqrt(dot(frame[q], frame[q]));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    /** Σ_j F_ij (f_j − f_i) / Σ_j |F_ij| with F_ij = ⟨x_j − x_i, direction⟩. */
    private void derivative(int i, double[] direction, double[] into) {
        Arrays.fill(into, 0);
        PointCloud points = graph.points();
        double norm = 0;
        for (int e = graph.offset(i); e < graph.offset(i + 1); e++) {
            int j = graph.target(e);
            double along = 0;
            for (int d = 0; d < ambient; d++) {
                along += ((double) points.get(j, d) - points.get(i, d)) * direction[d];
            }
            for (int d = 0; d < ambient; d++) {
                into[d] += along * ((double) field[j * ambient + d] - field[i * ambient + d]);
            }
            norm += Math.abs(along);
        }
        for (int d = 0; d < ambient; d++) {
            into[d] = norm > 0 ? into[d] / norm : 0;
        }
    }

    /** The tangential part of a vector. */
    private void project(int i, double[] vector) {
        double[] part = new double[ambient];
        for (int q = 0; q < dimension; q++) {
            double along = 0;
            for (int d = 0; d < ambient; d++) {
                along += tangent.get(i, q, d) * vector[d];
            }
            for (int d = 0; d < ambient; d++) {
                part[d] += along * tangent.get(i, q, d);
            }
        }
        System.arraycopy(part, 0, vector, 0, ambient);
    }
}
