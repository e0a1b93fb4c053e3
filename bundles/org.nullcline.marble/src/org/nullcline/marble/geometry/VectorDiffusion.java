// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

/**
 * Smoothing of a tangent vector field by heat flow (Sharp, Soliman and Crane 2019, doi 10.1145/3243651): directions from the flow of the
 * connection Laplacian, lengths from the flow of the lengths, |y| = heat(|x|) / heat(1). The connection flow alone would shorten vectors that
 * point different ways.
 *
 * @param directions flow of vectors, with a connection Laplacian
 * @param lengths flow of functions on the same graph
 */
public record VectorDiffusion(HeatFlow directions, HeatFlow lengths) {

    private static final double ZERO = 1e-30;

    /**
     * A diffused field and how it changes with the time.
     *
     * @param field node × component
     * @param rate derivative of the field with respect to the diffusion time
     */
    public record Diffused(double[] field, double[] rate) {
    }

    /** Both flows matrix-free on one graph. */
    public static VectorDiffusion of(NeighbourGraph graph, Connection connection) {
        return new VectorDiffusion(new ChebyshevHeat(Laplacian.connection(graph, connection)), new ChebyshevHeat(Laplacian.scalar(graph)));
    }

    /** The field at the given diffusion time, node × component. */
    public Diffused diffuse(double[] field, double time, Work work) {
        int m = directions.laplacian().components();
        int n = directions.laplacian().nodes();
        double[] v = directions.diffuse(field, time, work);
        double[] dv = directions.rate(v, work);
        double[] norms = new double[n];
        for (int i = 0; i < n; i++) {
            norms[i] = norm(field, i * m, m);
        }
        // heat(1) = 1 for the random-walk Laplacian, so heat(|x|) needs no denominator.
        double[] length = lengths.diffuse(norms, time, work);
        double[] dLength = lengths.rate(length, work);
        double[] y = new double[v.length];
        double[] dy = new double[v.length];
        for (int i = 0; i < n; i++) {
            double norm = norm(v, i * m, m);
            if (norm < ZERO) {
                continue;
            }
            double dNorm = 0;
            for (int p = i * m; p < (i + 1) * m; p++) {
                dNorm += v[p] * dv[p] / norm;
            }
            for (int p = i * m; p < (i + 1) * m; p++) {
                double u = v[p] / norm;
                y[p] = length[i] * u;
                dy[p] = dLength[i] * u + length[i] * (dv[p] - u * dNorm) / norm;
            }
        }
        return new Diffused(y, dy);
    }

    private static double norm(double[] x, int at, int m) {
        double sum = 0;
        for (int p = 0; p < m; p++) {
            sum += x[at + p] * x[at + p];
        }
        return Math.sqrt(sum);
    }
}
