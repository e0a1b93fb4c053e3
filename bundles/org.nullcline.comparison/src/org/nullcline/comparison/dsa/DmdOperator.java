// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.Arrays;

import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;

/**
 * A fitted operator of delay-embedded dynamics. With row h(t) of the embedding and whitened coordinates v(t) = S⁻¹Uᵀh(t) it says
 * v(t + stepsAhead) ≈ A v(t).
 *
 * @param reduced A: rank × rank (all directions × all directions for reduced-rank regression)
 * @param modes U: (delays · channels) × directions of A, orthonormal columns
 * @param singularValues all singular values of the embedding, descending; the leading ones are those of A's coordinates
 * @param rank number of directions kept
 * @param channels of the data
 * @param settings how it was fitted
 * @param byCovariance whether the singular vectors came from the covariance
 */
public record DmdOperator(Matrix reduced, Matrix modes, double[] singularValues, int rank, int channels, DmdSettings settings, boolean byCovariance) {

    /** The operator on the embedding itself, U S A S⁻¹ Uᵀ: (delays · channels) squared. */
    public Matrix ambient() {
        int k = reduced.rows();
        double[] s = Arrays.copyOf(singularValues, k);
        double[] inverse = new double[k];
        for (int i = 0; i < k; i++) {
            inverse[i] = s[i] > 0 ? 1 / s[i] : 0;
        }
        return modes.scaleColumns(s).times(reduced).times(modes.scaleColumns(inverse).transpose());
    }

    /** Eigenvalues of the reduced operator. */
    public Eigen.Values eigenvalues() {
        return Eigen.values(reduced);
    }

    /** ‖AᵀA − AAᵀ‖ of an operator: zero exactly for normal ones, whose spectrum tells everything. */
    public static double nonNormality(Matrix a) {
        return a.gram().minus(a.timesTranspose(a)).norm();
    }

    /** The largest factor by which an operator can lengthen a vector in one step. */
    public static double transientGrowth(Matrix a) {
        return Svd.values(a)[0];
    }
}
