// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import org.nullcline.api.NullclineException;

/**
 * Directional derivatives on a point cloud (Beaini et al. 2021, arXiv 2010.02863): with F_q(i, j) = ⟨x_j − x_i, e_q(i)⟩ for neighbours j of i
 * and a frame e at i,
 *
 * <p>K_q(i, j) = F_q(i, j) / Σ_j |F_q(i, j)|, K_q(i, i) = − Σ_j K_q(i, j).
 *
 * <p>K_q annihilates constants, and its off-diagonal rows have unit L1 norm. Vectors are transported along the edges before they are
 * subtracted.
 */
public final class GradientKernels {

    private static final int BLOCK = 256;

    private final NeighbourGraph graph;
    private final Connection connection;
    private final int directions;
    /** edge × direction. */
    private final float[] off;
    /** node × direction. */
    private final double[] diagonal;

    private GradientKernels(NeighbourGraph graph, Connection connection, int directions, float[] off, double[] diagonal) {
        this.graph = graph;
        this.connection = connection;
        this.directions = directions;
        this.off = off;
        this.diagonal = diagonal;
    }

    /**
     * The kernels along all tangent vectors of the frames.
     *
     * @throws NullclineException when a point has no neighbour off a frame's direction (its derivative would be undefined)
     */
    public static GradientKernels of(NeighbourGraph graph, TangentFrames frames, Connection connection, Work work) {
        int m = frames.dimension();
        PointCloud points = graph.points();
        float[] off = new float[Math.multiplyExact(graph.edges(), m)];
        double[] diagonal = new double[Math.multiplyExact(graph.count(), m)];
        work.blocks(graph.count(), BLOCK, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int q = 0; q < m; q++) {
                    row(graph, points, frames, i, q, off, diagonal);
                }
            }
        });
        return new GradientKernels(graph, connection, m, off, diagonal);
    }

    private static void row(NeighbourGraph graph, PointCloud points, TangentFrames frames, int i, int q, float[] off, double[] diagonal) {
        int m = frames.dimension();
        int begin = graph.offset(i);
        double[] along = new double[graph.degree(i)];
        double norm = 0;
        double largest = 0;
        for (int e = 0; e < along.length; e++) {
            int j = graph.target(begin + e);
            for (int d = 0; d < points.dimension(); d++) {
                along[e] += ((double) points.get(j, d) - points.get(i, d)) * frames.get(i, q, d);
            }
            norm += Math.abs(along[e]);
            largest = Math.max(largest, graph.distance(begin + e));
        }
        if (!(norm > 0)) {
            throw NullclineException.task("Point " + i + " of '" + points.name() + "' has no neighbours along direction " + q
                    + " of its frame, so there is no derivative; remove constant dimensions, or increase k or delta.");
        }
        double sum = 0;
        for (int e = 0; e < along.length; e++) {
            double weight = along[e] / norm;
            off[(begin + e) * m + q] = (float) weight;
            sum += (float) weight;
        }
        diagonal[i * m + q] = -sum;
    }

    /** Number of nodes. */
    public int count() {
        return graph.count();
    }

    /** Number of kernels: dimension of the frames. */
    public int directions() {
        return directions;
    }

    /** The graph whose edges carry the kernels. */
    public NeighbourGraph graph() {
        return graph;
    }

    /** K_q(i, j) for the edge i → j. */
    public float weight(int edge, int q) {
        return off[edge * directions + q];
    }

    /** K_q(i, i). */
    public double diagonal(int node, int q) {
        return diagonal[node * directions + q];
    }

    /**
     * All directional derivatives of a field: the derivative along q of channel c is channel c · directions + q of the result. Applied o
     * times to a vector field, channel (…((p · m) + q₁) · m … + q_o) is the derivative of component p along q₁ … q_o.
     *
     * @param fields node × channel. Where frames are local, the channels are the components of one vector, each with as many derivatives as
     *        it carries already; the component is transported, the derivatives are treated as numbers
     * @param channels number of channels
     * @return node × (channels · directions)
     */
    public float[] differentiate(float[] fields, int channels, Work work) {
        int m = directions;
        int n = count();
        float[] result = new float[Math.multiplyExact(Math.multiplyExact(n, channels), m)];
        work.blocks(n, BLOCK, (from, to) -> {
            double[] sum = new double[channels * m];
            double[] neighbour = new double[channels];
            for (int i = from; i < to; i++) {
                for (int c = 0; c < channels; c++) {
                    for (int q = 0; q < m; q++) {
                        sum[c * m + q] = diagonal[i * m + q] * fields[i * channels + c];
                    }
                }
                for (int e = graph.offset(i); e < graph.offset(i + 1); e++) {
                    transport(e, fields, graph.target(e) * channels, channels, neighbour);
                    for (int c = 0; c < channels; c++) {
                        for (int q = 0; q < m; q++) {
                            sum[c * m + q] += off[e * m + q] * neighbour[c];
                        }
                    }
                }
                for (int c = 0; c < channels * m; c++) {
                    result[i * channels * m + c] = (float) sum[c];
                }
            }
        });
        return result;
    }

    /** The channels at the end of an edge, with the vector turned into the frame at its beginning. */
    private void transport(int edge, float[] fields, int at, int channels, double[] moved) {
        if (connection.trivial()) {
            for (int c = 0; c < channels; c++) {
                moved[c] = fields[at + c];
            }
            return;
        }
        int m = connection.dimension();
        int derivatives = channels / m;
        for (int p = 0; p < m; p++) {
            for (int o = 0; o < derivatives; o++) {
                double sum = 0;
                for (int q = 0; q < m; q++) {
                    sum += connection.get(edge, p, q) * fields[at + q * derivatives + o];
                }
                moved[p * derivatives + o] = sum;
            }
        }
    }
}
