// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.similarity;

import org.nullcline.api.NullclineException;
import org.nullcline.comparison.shape.ShapeDistance;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;

/**
 * Canonical correlations between two matrices of the same samples.
 *
 * @param correlations descending, between 0 and 1; as many as the smaller rank
 * @param weights importance of each canonical direction for the first matrix (Morcos, Raghu and Bengio 2018), not normalised
 */
public record CanonicalCorrelation(double[] correlations, double[] weights) {

    private static final double RANK_TOLERANCE = 1e-10;

    /** All canonical correlations: the singular values of U_XᵀU_Y of orthonormal bases of the centred columns. */
    public static CanonicalCorrelation of(Matrix x, Matrix y) {
        return between(x, y, 1);
    }

    /**
     * After a reduction to the leading singular directions (SVCCA: Raghu, Gilmer, Yosinski and Sohl-Dickstein 2017).
     *
     * @param variance fraction of the variance that each matrix keeps
     */
    public static CanonicalCorrelation between(Matrix x, Matrix y, double variance) {
        ShapeDistance.requireSameSamples(x, y);
        Matrix centred = x.centreColumns();
        Matrix u = basis(Svd.of(centred), variance);
        Matrix v = basis(Svd.of(y.centreColumns()), variance);
        Svd cross = Svd.of(u.transposeTimes(v));
        double[] correlations = cross.values().clone();
        for (int i = 0; i < correlations.length; i++) {
            correlations[i] = Math.min(1, correlations[i]);
        }
        Matrix directions = u.times(cross.u());
        Matrix projections = directions.transposeTimes(centred);
        double[] weights = new double[correlations.length];
        for (int i = 0; i < weights.length; i++) {
            for (double projection : projections.row(i)) {
                weights[i] += Math.abs(projection);
            }
        }
        return new CanonicalCorrelation(correlations, weights);
    }

    /** The mean correlation. */
    public double mean() {
        double sum = 0;
        for (double correlation : correlations) {
            sum += correlation;
        }
        return sum / correlations.length;
    }

    /** The mean weighted by how much of the first matrix each direction accounts for (projection-weighted CCA). */
    public double projectionWeighted() {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < correlations.length; i++) {
            sum += weights[i] * correlations[i];
            total += weights[i];
        }
        return sum / total;
    }

    private static Matrix basis(Svd svd, double variance) {
        int rank = svd.rank(RANK_TOLERANCE);
        if (rank == 0) {
            throw NullclineException.input("Canonical correlations are not defined for responses that never vary.");
        }
        if (variance < 1) {
            double total = 0;
            for (double s : svd.values()) {
                total += s * s;
            }
            double sum = 0;
            int kept = 0;
            while (kept < rank && sum < variance * total) {
                sum += svd.values()[kept] * svd.values()[kept];
                kept++;
            }
            rank = kept;
        }
        return svd.u().columns(0, rank);
    }
}
