// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

/** Heat flow exp(−t L) of a random-walk Laplacian L, of functions or of vector fields. */
public interface HeatFlow {

    /** The Laplacian that drives the flow. */
    Laplacian laplacian();

    /**
     * exp(−t L) x.
     *
     * @param field node × component
     * @param time t ≥ 0
     */
    double[] diffuse(double[] field, double time, Work work);

    /** d/dt exp(−t L) x = −L exp(−t L) x, from the diffused field. */
    default double[] rate(double[] diffused, Work work) {
        double[] rate = new double[diffused.length];
        laplacian().applyRandomWalk(diffused, rate, work);
        for (int i = 0; i < rate.length; i++) {
            rate[i] = -rate[i];
        }
        return rate;
    }
}
