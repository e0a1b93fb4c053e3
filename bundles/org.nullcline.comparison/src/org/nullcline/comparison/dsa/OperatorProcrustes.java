// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.LinearAlgebraException;
import org.nullcline.compute.linalg.Matrix;

/**
 * Procrustes analysis over vector fields (Ostrow et al. 2023, equation 6): the orthogonal C that brings C B Cᵀ closest to A, over both components
 * of O(n), for operators scaled to unit Frobenius norm.
 *
 * <p>The problem is not convex, and noisy operators have many local optima that differ little. Climbs begin at matched eigenvectors, matched symmetric
 * parts and random orthogonal matrices of both determinants, and those that promise most go on; then moves of the best result are tried, until several
 * in a row lead nowhere better. Random choices are always the same ones, and the search runs in coordinates of the operators' own, so that its result
 * depends neither on the coordinates of the data nor on the order of the pair.
 */
public final class OperatorProcrustes {

    /** Largest operator that is compared this way; a search takes minutes beyond. */
    public static final int LARGEST = 200;

    private OperatorProcrustes() {
    }

    /**
     * The outcome of a search, for operators scaled to unit Frobenius norm.
     *
     * @param rotation the best C
     * @param angular arccos ⟨A, C B Cᵀ⟩ in radians, 0 to π
     * @param euclidean ‖A − C B Cᵀ‖, 0 to 2
     * @param climbs how often the search began anew
     */
    public record Alignment(Matrix rotation, double angular, double euclidean, int climbs) {
    }

    /** Aligns with the usual effort. */
    public static Alignment align(Matrix a, Matrix b) {
        return align(a, b, patience(a.rows()), 1, Progress.NONE);
    }

    /** Aligns with the given patience. */
    public static Alignment align(Matrix a, Matrix b, int patience) {
        return align(a, b, patience, 1, Progress.NONE);
    }

    /** Moves without success after which a search between operators of this size usually ends. */
    public static int patience(int n) {
        return n <= 10 ? 48 : n <= 20 ? 24 : 32;
    }

    /**
     * Aligns two operators.
     *
     * @param a first operator, n × n
     * @param b second operator, n × n
     * @param patience moves in a row without a better result after which the search ends
     * @param threads how many climbs may go on at the same time, at least 1; the result is the same
     * @param progress asked whether to stop several times a second
     * @throws NullclineException when the operators differ in size, are zero or are too large
     */
    public static Alignment align(Matrix a, Matrix b, int patience, int threads, Progress progress) {
        check(a, b);
        try {
            OwnCoordinates x = OwnCoordinates.of(a.times(1 / a.norm()));
            OwnCoordinates y = OwnCoordinates.of(b.times(1 / b.norm()));
            // One order for each pair, so that the distance is symmetric even where the search should miss the optimum.
            boolean turned = Arrays.compare(x.operator().data(), y.operator().data()) > 0;
            Alignment found = turned ? search(y.operator(), x.operator(), patience, threads, progress) : search(x.operator(), y.operator(), patience, threads, progress);
            Matrix inner = turned ? found.rotation.transpose() : found.rotation;
            Matrix rotation = x.axes().times(inner).timesTranspose(y.axes());
            return new Alignment(rotation, found.angular, found.euclidean, found.climbs);
        } catch (LinearAlgebraException e) {
            throw NullclineException.task("The operators cannot be aligned: " + e.getMessage());
        }
    }

    private static void check(Matrix a, Matrix b) {
        for (Matrix operator : List.of(a, b)) {
            if (operator.rows() != operator.columns() || operator.rows() == 0) {
                throw NullclineException.input("An operator must be a square matrix, not one of " + operator.rows() + " × " + operator.columns() + ".");
            }
            double norm = operator.norm();
            if (!(norm > 0 && norm < Double.POSITIVE_INFINITY)) {
                throw NullclineException.input("An operator must hold finite numbers that are not all zero.");
            }
        }
        if (a.rows() != b.rows()) {
            throw NullclineException.input("Operators of " + a.rows() + " × " + a.rows() + " and " + b.rows() + " × " + b.rows()
                    + " cannot be aligned; fit all with the same rank, or compare spectra (wasserstein).");
        }
        if (a.rows() > LARGEST) {
            throw NullclineException.invalid("Aligning operators of " + a.rows() + " × " + a.rows() + " would take very long; set a rank of at most "
                    + LARGEST + " (15 to 50 is usual), or compare spectra (wasserstein).");
        }
    }

    private static Alignment search(Matrix a, Matrix b, int patience, int threads, Progress progress) {
        // Multiples of the identity are the same in all coordinates; without them curvature is not lost in a large constant.
        Matrix tracelessA = traceless(a);
        Matrix tracelessB = traceless(b);
        Matrix rotation = Matrix.identity(a.rows());
        int climbs = 0;
        if (tracelessA.norm() * tracelessB.norm() > 1e-14) {
            try (AlignmentSearch search = new AlignmentSearch(tracelessA, tracelessB, threads, progress)) {
                rotation = search.best(patience);
                climbs = search.climbs();
            }
        }
        Matrix turned = rotation.times(b).timesTranspose(rotation);
        double apart = a.minus(turned).norm();
        double together = a.plus(turned).norm();
        return new Alignment(rotation, 2 * Math.atan2(apart, together), apart, climbs);
    }

    private static Matrix traceless(Matrix a) {
        Matrix centred = a.copy();
        double mean = a.trace() / a.rows();
        for (int i = 0; i < a.rows(); i++) {
            centred.set(i, i, a.get(i, i) - mean);
        }
        return centred;
    }
}
