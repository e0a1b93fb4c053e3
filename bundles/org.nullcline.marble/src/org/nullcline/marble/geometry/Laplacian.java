// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;

/**
 * The graph Laplacian of a neighbour graph, or its connection Laplacian, with edge weights a_ij = 1 / distance.
 *
 * <p>With the strengths d_i = Σ_j a_ij,
 * <ul>
 * <li>random-walk form: (L x)_i = x_i − Σ_j (a_ij / d_i) R_ij x_j,
 * <li>symmetric form: S = D^½ L D^−½, (S x)_i = x_i − Σ_j a_ij / √(d_i d_j) R_ij x_j.
 * </ul>
 * Both have the same eigenvalues, in [0, 2]. Eigenvectors and heat flow are computed with the symmetric form, because the random-walk form is
 * not symmetric and must not be given to a symmetric eigensolver. Fields are laid out node × component.
 */
public final class Laplacian {

    private static final int BLOCK = 1024;

    private final NeighbourGraph graph;
    private final Connection connection;
    private final int components;
    private final double[] strength;
    private final double[] root;

    private Laplacian(NeighbourGraph graph, Connection connection) {
        this.graph = graph;
        this.connection = connection;
        components = connection.dimension();
        strength = new double[graph.count()];
        root = new double[graph.count()];
        for (int i = 0; i < strength.length; i++) {
            strength[i] = graph.strength(i);
            root[i] = Math.sqrt(strength[i]);
        }
    }

    /** The Laplacian of functions. */
    public static Laplacian scalar(NeighbourGraph graph) {
        return new Laplacian(graph, Connection.trivial(1));
    }

    /** The connection Laplacian of vector fields; with a trivial connection it is L ⊗ I. */
    public static Laplacian connection(NeighbourGraph graph, Connection connection) {
        return new Laplacian(graph, connection);
    }

    /** Number of nodes. */
    public int nodes() {
        return strength.length;
    }

    /** Components of the field at each node. */
    public int components() {
        return components;
    }

    /** Length of a field: nodes × components. */
    public int size() {
        return Math.multiplyExact(nodes(), components);
    }

    /** Sum of the edge weights of a node. */
    public double strength(int node) {
        return strength[node];
    }

    /** y = S x. */
    public void applySymmetric(double[] x, double[] y, Work work) {
        apply(x, y, true, work);
    }

    /** y = L x. */
    public void applyRandomWalk(double[] x, double[] y, Work work) {
        apply(x, y, false, work);
    }

    private void apply(double[] x, double[] y, boolean symmetric, Work work) {
        int m = components;
        boolean flat = connection.trivial();
        work.blocks(nodes(), BLOCK, (from, to) -> {
            double[] sum = new double[m];
            for (int i = from; i < to; i++) {
                Arrays.fill(sum, 0);
                for (int e = graph.offset(i); e < graph.offset(i + 1); e++) {
                    int j = graph.target(e);
                    double a = symmetric ? graph.weight(e) / (root[i] * root[j]) : graph.weight(e) / strength[i];
                    for (int p = 0; p < m; p++) {
                        if (flat) {
                            sum[p] += a * x[j * m + p];
                            continue;
                        }
                        double transported = 0;
                        for (int q = 0; q < m; q++) {
                            transported += connection.get(e, p, q) * x[j * m + q];
                        }
                        sum[p] += a * transported;
                    }
                }
                for (int p = 0; p < m; p++) {
                    y[i * m + p] = x[i * m + p] - sum[p];
                }
            }
        });
    }

    /** D^½ x: a field of the random-walk form in the coordinates of the symmetric form. */
    double[] toSymmetric(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * root[i / components];
        }
        return y;
    }

    /** D^−½ x: back from the coordinates of the symmetric form. */
    double[] fromSymmetric(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] / root[i / components];
        }
        return y;
    }
}
