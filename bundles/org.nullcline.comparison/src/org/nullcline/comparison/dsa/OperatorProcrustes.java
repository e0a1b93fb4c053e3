// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.LinearAlgebraException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Qr;
import org.nullcline.compute.linalg.Schur;
import org.nullcline.compute.random.RandomStream;

/**
 * Procrustes analysis over vector fields (Ostrow et al. 2023, equation 6): the orthogonal C that brings C B Cᵀ closest to A, over both components
 * of O(n), for operators scaled to unit Frobenius norm.
 *
 * <p>The problem is not convex. It is climbed from several starts: matched eigenvectors, matched symmetric parts, the identity, and random
 * orthogonal matrices of both determinants, always the same ones. The search ends when the best value was reached several times or the starts are
 * used up.
 */
public final class OperatorProcrustes {

    /** Largest operator that is compared this way; a search takes minutes beyond. */
    public static final int LARGEST = 200;

    private static final double SAME = 1e-7;

    private final Matrix a;
    private final Matrix b;
    private final int starts;
    private final int agreements;

    private OperatorProcrustes(Matrix a, Matrix b, int starts, int agreements) {
        this.a = a;
        this.b = b;
        this.starts = starts;
        this.agreements = agreements;
    }

    /**
     * The outcome of a search, for operators scaled to unit Frobenius norm.
     *
     * @param rotation the best C
     * @param angular arccos ⟨A, C B Cᵀ⟩ in radians, 0 to π
     * @param euclidean ‖A − C B Cᵀ‖, 0 to 2
     * @param starts starts used
     * @param agreements starts that reached the best value
     */
    public record Alignment(Matrix rotation, double angular, double euclidean, int starts, int agreements) {
    }

    /** Aligns with the usual effort. */
    public static Alignment align(Matrix a, Matrix b) {
        return align(a, b, 40, a.rows() <= 6 ? 6 : 3);
    }

    /**
     * Aligns two operators.
     *
     * @param a first operator, n × n
     * @param b second operator, n × n
     * @param starts largest number of starts
     * @param agreements starts that must reach the best value to end sooner
     * @throws NullclineException when the operators differ in size, are zero or are too large
     */
    public static Alignment align(Matrix a, Matrix b, int starts, int agreements) {
        check(a, b);
        try {
            // One order for each pair, so that the distance is symmetric even where the search should miss the optimum.
            if (Arrays.compare(a.data(), b.data()) > 0) {
                Alignment turned = new OperatorProcrustes(b.times(1 / b.norm()), a.times(1 / a.norm()), starts, agreements).search();
                return new Alignment(turned.rotation.transpose(), turned.angular, turned.euclidean, turned.starts, turned.agreements);
            }
            return new OperatorProcrustes(a.times(1 / a.norm()), b.times(1 / b.norm()), starts, agreements).search();
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

    private Alignment search() {
        int n = a.rows();
        // Multiples of the identity are the same in all coordinates; without them curvature is not lost in a large constant.
        Schur schurA = Schur.of(traceless(a));
        Schur schurB = Schur.of(traceless(b));
        double scale = schurA.t().norm() * schurB.t().norm();
        OrthogonalSearch best = null;
        int used = 0;
        int agreed = 0;
        if (scale > 1e-14) {
            List<Matrix> spectral = SpectralStarts.of(schurA.t(), schurB.t());
            RandomStream random = RandomStream.of(n).child("operator-procrustes");
            while (used < starts && agreed < agreements) {
                Matrix start = used < spectral.size() ? spectral.get(used) : orthogonal(n, used, random);
                used++;
                OrthogonalSearch search = new OrthogonalSearch(schurA.t(), schurB.t(), start);
                search.run(scale);
                double gain = best == null ? Double.POSITIVE_INFINITY : search.value() - best.value();
                agreed = gain > SAME * scale ? 1 : Math.abs(gain) <= SAME * scale ? agreed + 1 : agreed;
                best = gain > 0 ? search : best;
                if (best.residual() < 1e-12) {
                    break;
                }
            }
        }
        Matrix rotation = best == null ? Matrix.identity(n) : schurA.q().times(best.rotation()).timesTranspose(schurB.q());
        Matrix turned = rotation.times(b).timesTranspose(rotation);
        double apart = a.minus(turned).norm();
        double together = a.plus(turned).norm();
        return new Alignment(rotation, 2 * Math.atan2(apart, together), apart, used, agreed);
    }

    private static Matrix traceless(Matrix a) {
        Matrix centred = a.copy();
        double mean = a.trace() / a.rows();
        for (int i = 0; i < a.rows(); i++) {
            centred.set(i, i, a.get(i, i) - mean);
        }
        return centred;
    }

    /** Uniform over O(n): the QR factor of a normal matrix, of either determinant. */
    private static Matrix orthogonal(int n, int index, RandomStream random) {
        Matrix q = Qr.of(new Matrix(n, n, random.child("start", index).normals(n * n))).q();
        if (index % 2 == 1) {
            for (int i = 0; i < n; i++) {
                q.set(i, 0, -q.get(i, 0));
            }
        }
        return q;
    }
}
