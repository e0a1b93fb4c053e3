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
 * <p>The problem is not convex. It is climbed from several starts: matched eigenvectors, matched symmetric parts, and random
 * orthogonal matrices of both determinants; then from reflections and turns of the best result in random planes, until several of these in a row
 * lead nowhere better. Random choices are always the same ones, and the search runs in coordinates of the operators' own, so that its result depends
 * neither on the coordinates of the data nor on the order of the pair.
 */
public final class OperatorProcrustes {

    /** Largest operator that is compared this way; a search takes minutes beyond. */
    public static final int LARGEST = 200;

    /** Operators for which a climb costs next to nothing. */
    private static final int SMALL = 10;
    /** Operators for which a climb costs a fraction of a millisecond. */
    private static final int MEDIUM = 20;
    /** Gains up to this share of ‖A‖‖B‖ are the same optimum reached with other rounding. */
    private static final double SAME = 1e-10;

    private final Matrix a;
    private final Matrix b;
    private final int patience;
    private int climbs;

    private OperatorProcrustes(Matrix a, Matrix b, int patience) {
        this.a = a;
        this.b = b;
        this.patience = patience;
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
        int n = a.rows();
        return align(a, b, n <= SMALL ? 30 : n <= MEDIUM ? 10 : n <= GaussNewton.LARGEST ? 8 : 3);
    }

    /**
     * Aligns two operators.
     *
     * @param a first operator, n × n
     * @param b second operator, n × n
     * @param patience moves in a row without a better result after which the search ends
     * @throws NullclineException when the operators differ in size, are zero or are too large
     */
    public static Alignment align(Matrix a, Matrix b, int patience) {
        check(a, b);
        try {
            OwnCoordinates x = OwnCoordinates.of(a.times(1 / a.norm()));
            OwnCoordinates y = OwnCoordinates.of(b.times(1 / b.norm()));
            // One order for each pair, so that the distance is symmetric even where the search should miss the optimum.
            boolean turned = Arrays.compare(x.operator().data(), y.operator().data()) > 0;
            Alignment found = turned ? new OperatorProcrustes(y.operator(), x.operator(), patience).search()
                    : new OperatorProcrustes(x.operator(), y.operator(), patience).search();
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

    private Alignment search() {
        int n = a.rows();
        // Multiples of the identity are the same in all coordinates; without them curvature is not lost in a large constant.
        Schur schurA = Schur.of(traceless(a));
        Schur schurB = Schur.of(traceless(b));
        double scale = schurA.t().norm() * schurB.t().norm();
        Matrix rotation = Matrix.identity(n);
        if (scale > 1e-14) {
            rotation = schurA.q().times(new Starts(schurA, schurB, scale).best()).timesTranspose(schurB.q());
        }
        Matrix turned = rotation.times(b).timesTranspose(rotation);
        double apart = a.minus(turned).norm();
        double together = a.plus(turned).norm();
        return new Alignment(rotation, 2 * Math.atan2(apart, together), apart, climbs);
    }

    /** Climbs from many places and keeps the highest one. */
    private final class Starts {

        private final Matrix a;
        private final Matrix b;
        private final GaussNewton curvature;
        private final double scale;
        private final RandomStream random;
        private final Matrix unturned;
        private OrthogonalSearch best;

        Starts(Schur schurA, Schur schurB, double scale) {
            this.a = schurA.t();
            this.b = schurB.t();
            this.unturned = schurA.q().transposeTimes(schurB.q());
            this.scale = scale;
            this.curvature = a.rows() <= GaussNewton.LARGEST ? GaussNewton.of(b) : null;
            this.random = RandomStream.of(a.rows()).child("operator-procrustes");
        }

        Matrix best() {
            int n = a.rows();
            climb(unturned);
            for (Matrix start : SpectralStarts.of(a, b)) {
                climb(start);
            }
            for (int k = 0; k < (n <= SMALL ? 10 : n <= MEDIUM ? 2 : 0); k++) {
                climb(orthogonal(n, k));
            }
            int hop = 0;
            int idle = 0;
            while (idle < patience && !exact()) {
                idle = climb(best.rotation().times(move(n, hop++))) ? 0 : idle + 1;
            }
            return best.rotation();
        }

        private boolean exact() {
            return best != null && best.residual() < 1e-12;
        }

        /** Whether this start led higher than all before. */
        private boolean climb(Matrix start) {
            if (exact()) {
                return false;
            }
            climbs++;
            OrthogonalSearch search = new OrthogonalSearch(a, b, curvature, start);
            search.run(scale, best == null ? Double.NEGATIVE_INFINITY : best.value());
            if (best != null && search.value() <= best.value() + SAME * scale) {
                return false;
            }
            best = search;
            return true;
        }

        /** Local optima differ by reflected or exchanged directions: a reflection, a half turn or a quarter turn of a random plane. */
        private Matrix move(int n, int index) {
            RandomStream own = random.child("move", index);
            Matrix plane = Qr.of(new Matrix(n, Math.min(2, n), own.normals(n * Math.min(2, n)))).q();
            double[][] block = switch (n == 1 ? 0 : index % 3) {
                case 0 -> new double[][] {{-2, 0}, {0, 0}};
                case 1 -> new double[][] {{-1, -1}, {1, -1}};
                default -> new double[][] {{-2, 0}, {0, -2}};
            };
            Matrix change = Matrix.of(block).rows(0, plane.columns()).columns(0, plane.columns());
            return Matrix.identity(n).plus(plane.times(change).timesTranspose(plane));
        }

        /** Uniform over O(n): the QR factor of a normal matrix, of either determinant. */
        private Matrix orthogonal(int n, int index) {
            Matrix q = Qr.of(new Matrix(n, n, random.child("start", index).normals(n * n))).q();
            if (index % 2 == 1) {
                for (int i = 0; i < n; i++) {
                    q.set(i, 0, -q.get(i, 0));
                }
            }
            return q;
        }
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
