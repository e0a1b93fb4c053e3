// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Matrix;

/**
 * One ascent of an {@link AlignmentProblem}: a limited-memory quasi-Newton method (L-BFGS) in the Lie algebra with Cayley steps. It can be
 * interrupted and taken up again, so that a search divides its effort among many.
 */
final class Climb {

    private static final int MEMORY = 10;
    /** Gains of a sweep over planes up to this share of ‖A‖‖B‖ are left to the climb. */
    private static final double LEAST = 1e-9;

    private final AlignmentProblem problem;
    private final double[][] steps = new double[MEMORY][];
    private final double[][] changes = new double[MEMORY][];
    private final double[] reciprocal = new double[MEMORY];
    private final double[] alpha = new double[MEMORY];
    /** Ã and Cᵀ, padded. */
    private double[] turned;
    private final double[] rotation;
    private double[] moved;
    private double value;
    private double[] gradient;
    private double slope;
    private int stored;
    private int next;
    private int stalled;
    private boolean ended;

    /** Begins at the orthogonal matrix {@code start}. */
    Climb(AlignmentProblem problem, Matrix start) {
        this(problem, problem.padded(start.transpose()), problem.padded(start.transposeTimes(problem.a().times(start))));
    }

    private Climb(AlignmentProblem problem, double[] rotation, double[] turned) {
        this.problem = problem;
        this.rotation = rotation;
        this.turned = turned;
        this.value = AlignmentProblem.dot(turned, problem.b());
    }

    /** Another climb from the present place. */
    Climb copy() {
        return new Climb(problem, rotation.clone(), turned.clone());
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
        return problem.transposed(rotation);
    }

    /** ‖Ã − B‖, computed as it stands: exact to the last digits where the operators agree. */
    double residual() {
        return Math.sqrt(squareBetween(turned, problem.b()));
    }

    /** Whether a further step would gain no more than this, or rounding allows none. */
    boolean atEnd(double gain) {
        return ended || slope / 2 <= gain;
    }

    /** Whether both have come to the same Ã, up to the share {@code tolerance}. */
    boolean meets(Climb other, double tolerance) {
        return squareBetween(turned, other.turned) < tolerance * tolerance * problem.scale();
    }

    private static double squareBetween(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double difference = p[i] - q[i];
            sum += difference * difference;
        }
        return sum;
    }

    /** Moves that a gradient cannot foresee; to be made before the first step. */
    PlaneSearch planes() {
        return new PlaneSearch(problem, turned, rotation, LEAST * problem.scale());
    }

    /** One round over all coordinate planes. */
    void sweep() {
        planes().sweep();
        refresh();
    }

    /** After moves of {@link #planes}. */
    void refresh() {
        value = AlignmentProblem.dot(turned, problem.b());
    }

    /**
     * Goes on.
     *
     * @param count largest number of steps
     * @param gain ends where a Newton step would gain no more than this
     * @param arithmetic of the present thread
     */
    void advance(int count, double gain, TurnArithmetic arithmetic, Progress progress) {
        if (gradient == null) {
            int n = problem.size();
            gradient = new double[n * (n - 1) / 2];
            moved = new double[turned.length];
            arithmetic.gradient(turned, gradient);
        }
        for (int k = 0; k < count && !ended; k++) {
            progress.check();
            double[] direction = direction();
            slope = AlignmentProblem.dot(gradient, direction);
            if (!(slope > 0)) {
                stored = 0;
                direction = direction();
                slope = AlignmentProblem.dot(gradient, direction);
            }
            if (slope / 2 <= gain) {
                return;
            }
            step(direction, arithmetic);
        }
    }

    private void step(double[] direction, TurnArithmetic arithmetic) {
        double longest = 0;
        for (double angle : direction) {
            longest = Math.max(longest, Math.abs(angle));
        }
        double length = Math.min(1, 1 / longest);
        double reached = value;
        for (int halving = 0; halving < 30; halving++) {
            arithmetic.turn(turned, direction, length, moved);
            reached = AlignmentProblem.dot(moved, problem.b());
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
        double[] before = turned;
        turned = moved;
        moved = before;
        arithmetic.follow(rotation);
        value = reached;
        double[] change = gradient;
        gradient = new double[change.length];
        arithmetic.gradient(turned, gradient);
        for (int i = 0; i < change.length; i++) {
            direction[i] *= length;
            change[i] -= gradient[i];
        }
        double product = AlignmentProblem.dot(direction, change);
        if (product > 1e-14 * Math.sqrt(AlignmentProblem.dot(direction, direction) * AlignmentProblem.dot(change, change))) {
            steps[next] = direction;
            changes[next] = change;
            reciprocal[next] = 1 / product;
            next = (next + 1) % MEMORY;
            stored = Math.min(MEMORY, stored + 1);
        }
    }

    private double[] direction() {
        double[] direction = gradient.clone();
        for (int k = 1; k <= stored; k++) {
            int at = Math.floorMod(next - k, MEMORY);
            alpha[at] = AlignmentProblem.dot(steps[at], direction) * reciprocal[at];
            add(direction, -alpha[at], changes[at]);
        }
        direction = problem.curvature().solve(direction);
        for (int k = stored; k >= 1; k--) {
            int at = Math.floorMod(next - k, MEMORY);
            add(direction, alpha[at] - AlignmentProblem.dot(changes[at], direction) * reciprocal[at], steps[at]);
        }
        return direction;
    }

    private static void add(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * y[i];
        }
    }
}
