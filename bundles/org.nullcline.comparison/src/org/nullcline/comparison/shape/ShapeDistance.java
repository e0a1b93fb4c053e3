// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.shape;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.compute.linalg.SymmetricEigen;
import org.nullcline.compute.transport.Assignment;

/**
 * The distance between two shapes after alignment by an orthogonal matrix or a permutation.
 *
 * @param alignment what may be aligned
 * @param angular the angle arccos ⟨XQ, Y⟩ / ‖X‖‖Y‖ instead of ‖XQ − Y‖
 * @param alpha 1 leaves the covariance as it is, 0 whitens fully (which makes the distance that of canonical correlations), values between do so partly
 * @param centre whether each neuron's mean is removed first
 */
public record ShapeDistance(Alignment alignment, boolean angular, double alpha, boolean centre) {

    /** Variances below this count as this when whitening. */
    private static final double LEAST_VARIANCE = 1e-7;

    /** What may be aligned. */
    public enum Alignment {
        /** Any rotation or reflection. */
        ORTHOGONAL,
        /** Neurons one to one. */
        PERMUTATION
    }

    /** Checks alpha. */
    public ShapeDistance {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw NullclineException.invalid("alpha must be between 0 (whitened) and 1 (Procrustes), not " + alpha + ".");
        }
    }

    /** Centring and partial whitening of one matrix: what can be done before a partner is known. */
    public Matrix prepare(Matrix x) {
        Matrix centred = centre ? x.centreColumns() : x;
        return alpha == 1 ? centred : centred.times(whitening(centred));
    }

    /** The distance between two prepared matrices of the same samples. */
    public double between(Matrix x, Matrix y) {
        requireSameSamples(x, y);
        int n = Math.max(x.columns(), y.columns());
        Matrix a = padded(x, n);
        Matrix b = padded(y, n);
        Matrix turned = alignment == Alignment.ORTHOGONAL ? a.times(Svd.of(a.transposeTimes(b)).polar()) : permuted(a, b);
        if (!angular) {
            return turned.minus(b).norm();
        }
        double na = a.norm();
        double nb = b.norm();
        if (na == 0 || nb == 0) {
            throw NullclineException.input("A response that never varies has no angle to another one; use the euclidean distance.");
        }
        Matrix ua = turned.times(1 / na);
        Matrix ub = b.times(1 / nb);
        // As accurate for tiny angles as for large ones, unlike the arc cosine.
        return 2 * Math.atan2(ua.minus(ub).norm(), ua.plus(ub).norm());
    }

    /** V diag(c (α + (1 − α) λ^−½)) Vᵀ of the scatter matrix V diag(λ) Vᵀ, with c such that the total variance stays. */
    private Matrix whitening(Matrix x) {
        SymmetricEigen eigen = SymmetricEigen.of(x.gram());
        double before = 0;
        double after = 0;
        for (double value : eigen.values()) {
            double lambda = Math.max(value, LEAST_VARIANCE);
            before += lambda;
            after += gain(lambda) * gain(lambda) * lambda;
        }
        double keep = Math.sqrt(before / after);
        return eigen.apply(lambda -> keep * gain(Math.max(lambda, LEAST_VARIANCE)));
    }

    private double gain(double lambda) {
        return alpha + (1 - alpha) / Math.sqrt(lambda);
    }

    private static Matrix permuted(Matrix a, Matrix b) {
        int[] partner = Assignment.maximise(a.transposeTimes(b)).columnOf();
        Matrix permuted = new Matrix(a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                permuted.set(i, partner[j], a.get(i, j));
            }
        }
        return permuted;
    }

    /** Throws unless two matrices have the same number of samples, at least two. */
    public static void requireSameSamples(Matrix x, Matrix y) {
        if (x.rows() != y.rows()) {
            throw NullclineException.input("These matrices have " + x.rows() + " and " + y.rows()
                    + " samples; this comparison needs the same samples (rows) in both, one by one.");
        }
        if (x.rows() < 2) {
            throw NullclineException.input("A comparison of shapes needs at least two samples.");
        }
    }

    static Matrix padded(Matrix x, int columns) {
        if (x.columns() == columns) {
            return x;
        }
        Matrix wide = new Matrix(x.rows(), columns);
        for (int i = 0; i < x.rows(); i++) {
            System.arraycopy(x.data(), i * x.columns(), wide.data(), i * columns, x.columns());
        }
        return wide;
    }
}
