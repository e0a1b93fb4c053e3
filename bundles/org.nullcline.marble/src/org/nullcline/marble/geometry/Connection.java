// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

/**
 * Parallel transport between neighbouring tangent frames: for each edge i → j the orthogonal matrix R_ij of O(m) that best turns coordinates
 * in the frame of j into coordinates in the frame of i,
 *
 * <p>R_ij = argmin ‖T_i R − T_j‖_F = U Vᵀ with T_iᵀ T_j = U Σ Vᵀ (Singer and Wu 2012, doi 10.1002/cpa.21395),
 *
 * <p>where the columns of T are the tangent vectors. Reflections are allowed, because frames have no common handedness. R_ji = R_ijᵀ.
 */
public final class Connection {

    private static final int BLOCK = 256;
    private static final double SINGULAR = 1e-12;

    private final int dimension;
    /** edge × m × m; null for the identity everywhere. */
    private final float[] rotation;

    private Connection(int dimension, float[] rotation) {
        this.dimension = dimension;
        this.rotation = rotation;
    }

    /** The connection of the given frames on a graph. */
    public static Connection of(NeighbourGraph graph, TangentFrames frames, Work work) {
        int m = frames.dimension();
        if (frames.global()) {
            return trivial(m);
        }
        float[] rotation = new float[Math.multiplyExact(graph.edges(), m * m)];
        work.blocks(graph.count(), BLOCK, (from, to) -> {
            SmallSvd svd = new SmallSvd(m, m);
            for (int i = from; i < to; i++) {
                for (int e = graph.offset(i); e < graph.offset(i + 1); e++) {
                    align(frames, i, graph.target(e), svd, rotation, e * m * m);
                }
            }
        });
        return new Connection(m, rotation);
    }

    /** The identity on every edge: flat transport of vectors with {@code dimension} components. */
    public static Connection trivial(int dimension) {
        return new Connection(dimension, null);
    }

    private static void align(TangentFrames frames, int i, int j, SmallSvd svd, float[] rotation, int at) {
        int m = frames.dimension();
        for (int p = 0; p < m; p++) {
            for (int q = 0; q < m; q++) {
                double sum = 0;
                for (int d = 0; d < frames.ambient(); d++) {
                    sum += (double) frames.get(i, p, d) * frames.get(j, q, d);
                }
                svd.a[q * m + p] = sum;
            }
        }
        svd.decompose();
        normalise(svd, m);
        for (int p = 0; p < m; p++) {
            for (int q = 0; q < m; q++) {
                double sum = 0;
                for (int c = 0; c < m; c++) {
                    sum += svd.a[c * m + p] * svd.v[c * m + q];
                }
                rotation[at + p * m + q] = (float) sum;
            }
        }
    }

    /** Makes U of U Σ; directions that Σ annihilates (tangent spaces at a right angle) are completed to an orthonormal basis. */
    private static void normalise(SmallSvd svd, int m) {
        for (int c = 0; c < m; c++) {
            double norm = svd.values[c];
            for (int axis = 0; norm <= SINGULAR && axis < m; axis++) {
                for (int p = 0; p < m; p++) {
                    svd.a[c * m + p] = p == axis ? 1 : 0;
                }
                norm = orthogonalise(svd, c, m);
                norm = norm < 0.5 / Math.sqrt(m) ? 0 : norm;
            }
            for (int p = 0; p < m; p++) {
                svd.a[c * m + p] /= norm;
            }
        }
    }

    private static double orthogonalise(SmallSvd svd, int c, int m) {
        for (int o = 0; o < c; o++) {
            double along = 0;
            for (int p = 0; p < m; p++) {
                along += svd.a[c * m + p] * svd.a[o * m + p];
            }
            for (int p = 0; p < m; p++) {
                svd.a[c * m + p] -= along * svd.a[o * m + p];
            }
        }
        double square = 0;
        for (int p = 0; p < m; p++) {
            square += svd.a[c * m + p] * svd.a[c * m + p];
        }
        return Math.sqrt(square);
    }

    /** Dimension m of the transported vectors. */
    public int dimension() {
        return dimension;
    }

    /** Whether transport changes nothing. */
    public boolean trivial() {
        return rotation == null;
    }

    /** Entry (p, q) of R on an edge. */
    public float get(int edge, int p, int q) {
        if (rotation == null) {
            return p == q ? 1 : 0;
        }
        return rotation[(edge * dimension + p) * dimension + q];
    }
}
