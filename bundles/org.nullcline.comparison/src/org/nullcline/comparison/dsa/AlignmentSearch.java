// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Qr;
import org.nullcline.compute.linalg.SymmetricEigen;
import org.nullcline.compute.random.RandomStream;

/**
 * Looks for the highest of many local maxima: climbs from matched eigenvectors, matched symmetric parts and random places of both determinants all
 * begin, but only those go on that promise most after a round over all coordinate planes and again after a few steps (successive halving). Then other
 * places are tried in the same way, random ones and some near the best one, until enough of them in a row lead nowhere better. Places are numbered and
 * independent of each other, so that any number of threads finds the same.
 */
final class AlignmentSearch implements AutoCloseable {

    /** Shares of ‖A‖‖B‖: differences that rounding explains, and the gain at which a climb that explores is near enough to its end. */
    private static final double SAME = 1e-10;
    private static final double NEAR_END = 5e-7;
    /** Distance, as a share, at which two climbs are on the same hill. */
    private static final double SAME_HILL = 0.03;
    /** Coordinates that a move mixes. */
    private static final int MIXED = 6;

    /** Steps of the first and of the second round of climbs. */
    private static final int EARLY = 16;
    private static final int LATE = 8;
    /** Places that are tried together, and how many of them go on. */
    private static final int MOVES = 16;
    private static final int[] KEPT_MOVES = {4, 2, 1};

    /** Where a random climb begins. */
    private enum Place {
        /** Matched eigenvectors in the polar form W Yᴴ, the eigenplanes of B turned at random and its real axes flipped. */
        EIGENVECTORS,
        /** The same in the form W Y⁻¹. */
        INVERSE_EIGENVECTORS,
        /** Matched symmetric parts with random signs. */
        SYMMETRIC_PARTS,
        /** Any orthogonal matrix. */
        ANYWHERE
    }

    /**
     * How much is tried at first. The larger the operators, the more a start from structure gains over one from anywhere.
     *
     * @param random places to begin at besides the matched ones
     * @param kept climbs that go on from the beginning, after {@link #EARLY} steps, and after {@link #LATE} more
     * @param places kinds of places, in turn
     */
    private record Effort(int random, int[] kept, Place... places) {

        static Effort of(int n) {
            return n > 20 ? new Effort(18, new int[] {8, 5, 2}, Place.EIGENVECTORS, Place.INVERSE_EIGENVECTORS, Place.EIGENVECTORS, Place.INVERSE_EIGENVECTORS,
                    Place.SYMMETRIC_PARTS)
                    : new Effort(n > 10 ? 18 : 24, n > 10 ? new int[] {8, 5, 2} : new int[] {16, 8, 3}, Place.EIGENVECTORS, Place.SYMMETRIC_PARTS, Place.ANYWHERE);
        }
    }

    private final AlignmentProblem problem;
    private final List<Matrix> matched;
    private final Matrix axesA;
    private final Matrix axesB;
    private final Progress progress;
    private final RandomStream random;
    private final Effort effort;
    private final int n;
    private final Crew<TurnArithmetic> crew;
    private int climbs;

    /**
     * A search between two operators without trace.
     *
     * @param a n × n
     * @param b n × n
     * @param threads that may climb at the same time
     */
    AlignmentSearch(Matrix a, Matrix b, int threads, Progress progress) {
        Eigen eigenA = Eigen.of(a);
        Eigen eigenB = Eigen.of(b);
        EigenFrame frame = EigenFrame.of(b, eigenB);
        this.n = a.rows();
        this.problem = AlignmentProblem.of(a, frame);
        this.axesA = SymmetricEigen.of(a.plus(a.transpose())).vectors();
        this.axesB = frame.axes().transposeTimes(SymmetricEigen.of(b.plus(b.transpose())).vectors());
        this.matched = new ArrayList<>(SpectralStarts.of(eigenA, eigenB).stream().map(start -> start.times(frame.axes())).toList());
        matched.add(axesA.timesTranspose(axesB));
        this.progress = progress;
        this.random = RandomStream.of(n).child("operator-procrustes");
        this.effort = Effort.of(n);
        this.crew = new Crew<>(threads, () -> new TurnArithmetic(problem));
    }

    /** How many climbs began. */
    int climbs() {
        return climbs;
    }

    /**
     * The best C that was found.
     *
     * @param patience moves in a row without a better end after which the search ends
     */
    Matrix best(int patience) {
        Climb best = best(begin(), effort.kept);
        int move = 0;
        int idle = 0;
        while (idle < patience && !exact(best)) {
            int count = Math.min(MOVES, patience - idle);
            int first = move;
            Climb from = best;
            List<Climb> near = crew.map(count, (k, arithmetic) -> {
                int index = first + k;
                return swept(index % 16 < 8 ? new Climb(problem, anywhere("restart", index)) : moved(from, index));
            });
            move += count;
            climbs += count;
            Climb end = best(others(near, best), KEPT_MOVES);
            if (end != null && end.value() > best.value() + SAME * problem.scale()) {
                best = end;
                idle = 0;
            } else {
                idle += count;
            }
        }
        finish(best);
        return best.rotation().timesTranspose(problem.frame().axes());
    }

    private List<Climb> begin() {
        List<Climb> known = new ArrayList<>();
        for (Matrix start : matched) {
            Climb climb = new Climb(problem, start);
            climbs++;
            if (exact(climb)) {
                return List.of(climb);
            }
            known.add(climb);
        }
        int random = n > 1 ? effort.random : 0;
        climbs += random;
        return crew.map(known.size() + random, (k, arithmetic) -> swept(k < known.size() ? known.get(k) : new Climb(problem, anywhere("start", k - known.size()))));
    }

    private static Climb swept(Climb climb) {
        climb.sweep();
        return climb;
    }

    /** The highest end of some climbs, of which fewer and fewer go on; null for none. */
    private Climb best(List<Climb> pool, int[] kept) {
        List<Climb> left = foremost(pool, kept[0]);
        advance(left, EARLY);
        left = foremost(left, kept[1]);
        advance(left, LATE);
        left = foremost(left, kept[2]);
        advance(left, 400);
        return left.stream().max(Comparator.comparingDouble(Climb::value)).orElse(null);
    }

    private void advance(List<Climb> climbs, int steps) {
        crew.map(climbs.size(), (k, arithmetic) -> {
            climbs.get(k).advance(steps, NEAR_END * problem.scale(), arithmetic, progress);
            return null;
        });
    }

    /** The most promising ones, each hill once. */
    private static List<Climb> foremost(List<Climb> pool, int count) {
        List<Climb> kept = new ArrayList<>();
        for (Climb climb : pool.stream().sorted(Comparator.comparingDouble(Climb::foreseen).reversed()).toList()) {
            if (kept.size() < count && kept.stream().noneMatch(other -> other.meets(climb, SAME_HILL))) {
                kept.add(climb);
            }
        }
        return kept;
    }

    /** Those that did not fall back to the place they came from. */
    private List<Climb> others(List<Climb> near, Climb best) {
        List<Climb> away = near.stream().filter(climb -> !climb.meets(best, SAME_HILL)).toList();
        List<Climb> kept = foremost(away, KEPT_MOVES[0]);
        advance(kept, EARLY);
        return kept.stream().filter(climb -> !climb.meets(best, SAME_HILL)).toList();
    }

    /** To the last digits that matter: until the angle is known to about nine of them. */
    private void finish(Climb best) {
        crew.map(1, (k, arithmetic) -> {
            for (int round = 0; round < 400; round++) {
                double gap = best.residual();
                double gain = 1e-9 * gap * gap;
                best.advance(5, gain, arithmetic, progress);
                if (best.atEnd(gain)) {
                    break;
                }
            }
            return null;
        });
    }

    private static boolean exact(Climb climb) {
        return climb.residual() < 1e-12;
    }

    private Matrix anywhere(String purpose, int index) {
        RandomStream own = random.child(purpose, index);
        return switch (effort.places[index % effort.places.length]) {
            case EIGENVECTORS -> turnedPlanes(matched.getFirst(), own);
            case INVERSE_EIGENVECTORS -> turnedPlanes(matched.get(matched.size() - 2), own);
            case SYMMETRIC_PARTS -> axesA.scaleColumns(signs(n, own)).timesTranspose(axesB);
            case ANYWHERE -> orthogonal(n, own);
        };
    }

    private Matrix turnedPlanes(Matrix start, RandomStream own) {
        Climb climb = new Climb(problem, start);
        turnPlanes(climb, own);
        return climb.rotation();
    }

    /** All eigenplanes turned at random, or a few coordinates mixed. */
    private Climb moved(Climb best, int index) {
        RandomStream own = random.child("move", index);
        if (index % 8 < 4 || n <= 2) {
            Climb moved = best.copy();
            turnPlanes(moved, own);
            return moved;
        }
        int size = Math.min(MIXED, n);
        int[] chosen = own.permutation(n);
        Matrix mixture = orthogonal(size, own);
        Matrix move = Matrix.identity(n);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                move.set(chosen[i], chosen[j], mixture.get(i, j));
            }
        }
        return new Climb(problem, best.rotation().times(move));
    }

    private void turnPlanes(Climb climb, RandomStream own) {
        PlaneSearch planes = climb.planes();
        int[] block = problem.frame().block();
        for (int p = 0; p < n; p++) {
            double angle = 2 * Math.PI * own.uniform();
            if (block[p] == 2) {
                planes.turn(p, p + 1, Math.cos(angle), Math.sin(angle), 1);
            } else if (block[p] == 1 && angle > Math.PI) {
                planes.flip(p);
            }
        }
    }

    /** Uniform over O(n), of either determinant. */
    private static Matrix orthogonal(int n, RandomStream own) {
        Matrix q = Qr.of(new Matrix(n, n, own.normals(n * n))).q();
        return q.scaleColumns(signs(n, own));
    }

    private static double[] signs(int n, RandomStream own) {
        double[] signs = new double[n];
        for (int i = 0; i < n; i++) {
            signs[i] = own.below(2) == 0 ? -1 : 1;
        }
        return signs;
    }

    @Override
    public void close() {
        crew.close();
    }
}
