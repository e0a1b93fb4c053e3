// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.transport;

import org.nullcline.compute.linalg.Matrix;

/** Exact Wasserstein distances between finite sets of points under the Euclidean distance. */
public final class Wasserstein {

    private Wasserstein() {
    }

    /**
     * W_p between the uniform measures on two sets of points: (min_π Σ π_ij ‖x_i − y_j‖^p)^(1/p).
     *
     * @param x points × dimensions
     * @param y points × dimensions
     * @param order p, 1 or larger
     */
    public static double distance(Matrix x, Matrix y, double order) {
        return distance(x, y, order, () -> { });
    }

    /** As {@link #distance(Matrix, Matrix, double)}, calling {@code check} now and then so that long work can be stopped by an exception. */
    public static double distance(Matrix x, Matrix y, double order, Runnable check) {
        return Math.pow(Math.max(0, TransportPlan.uniform(costs(x, y, order), check).cost()), 1 / order);
    }

    /** W_p between weighted points. */
    public static double distance(Matrix x, double[] weightsX, Matrix y, double[] weightsY, double order, Runnable check) {
        return Math.pow(Math.max(0, TransportPlan.optimal(weightsX, weightsY, costs(x, y, order), check).cost()), 1 / order);
    }

    /** The matrix ‖x_i − y_j‖^p, by differences and not by scalar products, which would lose digits for points that are close. */
    public static Matrix costs(Matrix x, Matrix y, double order) {
        if (x.columns() != y.columns()) {
            throw new IllegalArgumentException("Points of dimension " + x.columns() + " have no distance to points of dimension " + y.columns() + ".");
        }
        if (!(order >= 1)) {
            throw new IllegalArgumentException("The order of a Wasserstein distance must be at least 1, not " + order + ".");
        }
        int d = x.columns();
        Matrix costs = new Matrix(x.rows(), y.rows());
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < y.rows(); j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    double difference = x.data()[i * d + k] - y.data()[j * d + k];
                    sum += difference * difference;
                }
                costs.set(i, j, order == 2 ? sum : order == 1 ? Math.sqrt(sum) : Math.pow(sum, order / 2));
            }
        }
        return costs;
    }
}
