// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;

/**
 * One ascent of an {@link AlignmentProblem}: a limited-memory quasi-Newton method (L-BFGS) in the Lie algebra with Cayley steps. It can be
 * interrupted and taken up again, so that a search divides its effort among many.
 */
final class Climb {

    private static final int MEMORY = 10;
    /** Gains of a sweep over planes up to this share of ‖A‖‖B‖ are left to the climb. */
    private static final double LEAST = 1e-9;

    private final AlignmentProblem problem;
    private final int n;
    private final double[][] steps = new double[MEMORY][];
    private final double[][] changes = new double[MEMORY][];
    private final double[] reciprocal = new double[MEMORY];
    private Matrix turned;
    private Matrix rotation;
    private double value;
    private double[] gradient;
    private double slope;
    private int stored;
    private int next;
    private int stalled;
    private boolean ended;

    /** Begins at the orthogonal matrix {@code start}, which it takes over. */
    Climb(AlignmentProblem problem, Matrix start) {
        this(problem, start, start.transposeTimes(problem.a().times(start)));
    }

    private Climb(AlignmentProblem problem, Matrix rotation, Matrix turned) {
        this.problem = problem;
        this.n = problem.size();
        this.rotation = rotation;
        this.turned = turned;
        this.value = turned.dot(problem.b());
    }

    /** Another climb from the present place. */
    Climb copy() {
        return new Climb(problem, rotation.copy(), turned.copy());
    }

    /** f at the present place. */
    double value() {
        return value;
    }

    /** f where the climb will end, as the quadratic model foresees: half the slope along a Newton step is the gain. */
    double foreseen() {
        return value + slope / 2;
    }

    /** The present place. */
    Matrix rotation() {
        return rotation;
    }

    /** ‖Ã − B‖, computed as it stands: exact to the last digits where the operators agree. */
    double residual() {
        return turned.minus(problem.b()).norm();
    }

    /** Whether a further step would gain no more than this, or rounding allows none. */
    boolean atEnd(double gain) {
        return ended || slope / 2 <= gain;
    }

    /** Whether both have come to the same Ã, up to the share {@code tolerance}. */
    boolean meets(Climb other, double tolerance) {
        double[] p = turned.data();
        double[] q = other.turned.data();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double difference = p[i] - q[i];
            sum += difference * difference;
        }
        return sum < tolerance * tolerance * problem.scale();
    }

    /** Moves that a gradient cannot foresee; to be made before the first step. */
    PlaneSearch planes() {
        return new PlaneSearch(turned, rotation, problem.b(), LEAST * problem.scale());
    }

    /** One round over all coordinate planes. */
    void sweep() {
        planes().sweep();
        value = turned.dot(problem.b());
    }

    /**
     * Goes on.
     *
     * @param count largest number of steps
     * @param gain ends where a Newton step would gain no more than this
     */
    void advance(int count, double gain, Progress progress) {
        if (gradient == null) {
            gradient = problem.gradient(turned);
        }
        for (int k = 0; k < count && !ended; k++) {
            progress.check();
            double[] direction = direction();
            slope = dot(gradient, direction);
            if (!(slope > 0)) {
                stored = 0;
                direction = direction();
                slope = dot(gradient, direction);
            }
            if (slope / 2 <= gain) {
                return;
            }
            step(direction);
        }
    }

    private void step(double[] direction) {
        double longest = 0;
        for (double angle : direction) {
            longest = Math.max(longest, Math.abs(angle));
        }
        double length = Math.min(1, 1 / longest);
        Matrix turn = null;
        Matrix moved = null;
        double reached = value;
        for (int halving = 0; halving < 30; halving++) {
            // The Cayley transform agrees with exp Ω to second order.
            turn = Solve.cayley(skew(direction, length / 2));
            moved = turn.transposeTimes(turned.times(turn));
            reached = moved.dot(problem.b());
            if (reached >= value + 1e-4 * length * slope) {
                break;
            }
            length /= 2;
        }
        if (!(reached > value)) {
            ended = true;
            return;
        }
        stalled = reached - value <= 2e-16 * Math.abs(reached) ? stalled + 1 : 0;
        ended = stalled >= 3;
        turned = moved;
        rotation = rotation.times(turn);
        value = reached;
        double[] change = gradient;
        gradient = problem.gradient(turned);
        for (int i = 0; i < change.length; i++) {
            direction[i] *= length;
            change[i] -= gradient[i];
        }
        double product = dot(direction, change);
        if (product > 1e-14 * Math.sqrt(dot(direction, direction) * dot(change, change))) {
            steps[next] = direction;
            changes[next] = change;
            reciprocal[next] = 1 / product;
            next = (next + 1) % MEMORY;
            stored = Math.min(MEMORY, stored + 1);
        }
    }

    private double[] direction() {
        double[] direction = gradient.clone();
        double[] alpha = new double[MEMORY];
        for (int k = 1; k <= stored; k++) {
            int at = Math.floorMod(next - k, MEMORY);
            alpha[at] = dot(steps[at], direction) * reciprocal[at];
            add(direction, -alpha[at], changes[at]);
        }
        direction = problem.curvature().solve(direction);
        for (int k = stored; k >= 1; k--) {
            int at = Math.floorMod(next - k, MEMORY);
            add(direction, alpha[at] - dot(changes[at], direction) * reciprocal[at], steps[at]);
        }
        return direction;
    }

    private Matrix skew(double[] upper, double factor) {
        Matrix omega = new Matrix(n, n);
        double[] o = omega.data();
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double angle = factor * upper[k++];
                o[i * n + j] = angle;
                o[j * n + i] = -angle;
            }
        }
        return omega;
    }

    /** Four partial sums, which processors add at the same time. */
    private static double dot(double[] x, double[] y) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= x.length; i += 4) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            s0 += x[i] * y[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static void add(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * y[i];
        }
    }
}
