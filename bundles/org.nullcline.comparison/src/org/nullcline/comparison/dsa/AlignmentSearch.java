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
 * begin, but only those go on that promise most after a few steps (successive halving). Then places near the best one are tried in the same way,
 * with all its eigenplanes turned at random or a few coordinates mixed, until enough of them in a row lead nowhere better.
 */
final class AlignmentSearch {

    /** Shares of ‖A‖‖B‖: differences that rounding explains, and the gain at which a climb that explores is near enough to its end. */
    private static final double SAME = 1e-10;
    private static final double NEAR_END = 5e-7;
    /** Distance, as a share, at which two climbs are on the same hill. */
    private static final double SAME_HILL = 0.03;
    /** Coordinates that a move mixes. */
    private static final int MIXED = 6;

    /**
     * How much is tried.
     *
     * @param random places to begin at besides the matched ones
     * @param kept climbs that go on from the beginning, after {@code early} steps, and after {@code late} more
     * @param early steps of the first round
     * @param late steps of the second round
     * @param moves places near the best one that are tried together
     * @param keptMoves how many of these go on
     */
    private record Effort(int random, int[] kept, int early, int late, int moves, int keptMoves) {

        static Effort of(int n) {
            return n <= 10 ? new Effort(24, new int[] {16, 8, 3}, 10, 15, 10, 4)
                    : n <= 20 ? new Effort(9, new int[] {12, 6, 2}, 8, 8, 8, 3) : new Effort(10, new int[] {13, 8, 3}, 8, 8, 8, 3);
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
    private int climbs;

    /**
     * A search between two operators without trace.
     *
     * @param a n × n
     * @param b n × n
     */
    AlignmentSearch(Matrix a, Matrix b, Progress progress) {
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
            List<Climb> near = new ArrayList<>();
            int count = Math.min(effort.moves, patience - idle);
            for (int k = 0; k < count; k++) {
                Climb moved = move % 16 < 8 ? moved(best, move) : new Climb(problem, anywhere("restart", move));
                moved.sweep();
                near.add(moved);
                move++;
            }
            climbs += count;
            Climb end = best(others(near, best), new int[] {effort.keptMoves, effort.keptMoves, 1});
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
        List<Climb> pool = new ArrayList<>();
        for (Matrix start : matched) {
            Climb climb = new Climb(problem, start);
            climbs++;
            if (exact(climb)) {
                return List.of(climb);
            }
            climb.sweep();
            pool.add(climb);
        }
        if (n > 1) {
            for (int k = 0; k < effort.random; k++) {
                Climb climb = new Climb(problem, anywhere("start", k));
                climbs++;
                climb.sweep();
                pool.add(climb);
            }
        }
        return pool;
    }

    /** The highest end of some climbs, of which fewer and fewer go on; null for none. */
    private Climb best(List<Climb> pool, int[] kept) {
        List<Climb> left = foremost(pool, kept[0]);
        advance(left, effort.early);
        left = foremost(left, kept[1]);
        advance(left, effort.late);
        left = foremost(left, kept[2]);
        advance(left, 400);
        return left.stream().max(Comparator.comparingDouble(Climb::value)).orElse(null);
    }

    private void advance(List<Climb> climbs, int steps) {
        climbs.forEach(climb -> climb.advance(steps, NEAR_END * problem.scale(), progress));
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
        List<Climb> kept = foremost(away, effort.keptMoves);
        advance(kept, effort.early);
        return kept.stream().filter(climb -> !climb.meets(best, SAME_HILL)).toList();
    }

    /** To the last digits that matter: until the angle is known to about nine of them. */
    private void finish(Climb best) {
        for (int round = 0; round < 400; round++) {
            double gap = best.residual();
            double gain = 1e-9 * gap * gap;
            best.advance(5, gain, progress);
            if (best.atEnd(gain)) {
                return;
            }
        }
    }

    private static boolean exact(Climb climb) {
        return climb.residual() < 1e-12;
    }

    /** The eigenplanes of B turned at random and its real axes flipped, matched symmetric parts with random signs, or any orthogonal matrix. */
    private Matrix anywhere(String purpose, int index) {
        RandomStream own = random.child(purpose, index);
        return switch (index % 3) {
            case 0 -> {
                Climb climb = new Climb(problem, matched.getFirst().copy());
                turnPlanes(climb, own);
                yield climb.rotation();
            }
            case 1 -> {
                double[] signs = new double[n];
                for (int i = 0; i < n; i++) {
                    signs[i] = own.below(2) == 0 ? -1 : 1;
                }
                yield axesA.scaleColumns(signs).timesTranspose(axesB);
            }
            default -> orthogonal(n, own);
        };
    }

    private Climb moved(Climb best, int index) {
        RandomStream own = random.child("move", index);
        if (index % 2 == 0 || n <= 2) {
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
        double[] signs = new double[n];
        for (int i = 0; i < n; i++) {
            signs[i] = own.below(2) == 0 ? -1 : 1;
        }
        return q.scaleColumns(signs);
    }
}
