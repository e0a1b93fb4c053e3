// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;

/**
 * Climbs f(C) = tr(Aᵀ C B Cᵀ) on the orthogonal group from one start.
 *
 * <p>The state is Ã = CᵀAC, so that f = ⟨Ã, B⟩. {@link #sweep} maximises f over the whole of O(2) in each coordinate plane, in closed form; it takes
 * large steps, changes component where that pays, and leaves poor local optima. {@link #climb} is a limited-memory quasi-Newton method (L-BFGS) in
 * the Lie algebra with Cayley steps, for the last digits.
 */
final class OrthogonalSearch {

    private static final int MEMORY = 8;
    private static final double FLOOR = 1e-3;
    /** Steps before a climb may be given up, and how many times the foreseen gain must not suffice. */
    private static final int WARM_UP = 6;
    private static final double FORESIGHT = 2;
    private static final int ANGLES = 8;
    private static final double[] COS = new double[ANGLES];
    private static final double[] SIN = new double[ANGLES];

    static {
        for (int k = 0; k < ANGLES; k++) {
            COS[k] = Math.cos(2 * Math.PI * k / ANGLES);
            SIN[k] = Math.sin(2 * Math.PI * k / ANGLES);
        }
    }

    private final int n;
    private final Matrix b;
    private final GaussNewton curvature;
    private Matrix a;
    private Matrix c;
    private double value;
    private double bestCos;
    private double bestSin;

    /**
     * Begins at an orthogonal matrix.
     *
     * @param a first operator, n × n
     * @param b second operator, n × n
     * @param curvature of b, or null to use the curvatures in coordinate planes instead
     * @param start n × n, orthogonal
     */
    OrthogonalSearch(Matrix a, Matrix b, GaussNewton curvature, Matrix start) {
        this.n = a.rows();
        this.b = b;
        this.curvature = curvature;
        this.c = start;
        this.a = start.transposeTimes(a.times(start));
        this.value = this.a.dot(b);
    }

    /** f at the present point. */
    double value() {
        return value;
    }

    /** The present point. */
    Matrix rotation() {
        return c;
    }

    /** ‖Ã − B‖, computed as it stands: exact to the last digits where the operators agree. */
    double residual() {
        return a.minus(b).norm();
    }

    /**
     * A sweep, then the climb to the last digits.
     *
     * @param scale bounds |f|
     * @param target the climb is given up where it is foreseen to end below this value
     */
    void run(double scale, double target) {
        sweep();
        climb(2000, 1e-10 * scale, target);
    }

    // ---- plane rotations

    /** One round over all coordinate planes. Returns by how much f grew. */
    double sweep() {
        double before = value;
        for (int p = 0; p < n - 1; p++) {
            for (int q = p + 1; q < n; q++) {
                improvePlane(p, q);
            }
        }
        value = a.dot(b);
        return value - before;
    }

    /**
     * With G a rotation (or reflection) of the plane (p, q) by θ, f(θ) = constant + α cos θ + β sin θ + γ cos 2θ + δ sin 2θ.
     */
    private void improvePlane(int p, int q) {
        double[] x = a.data();
        double[] y = b.data();
        double pp = 0;
        double qq = 0;
        double pq = 0;
        double qp = 0;
        for (int i = 0; i < n; i++) {
            if (i != p && i != q) {
                double xip = x[i * n + p];
                double xiq = x[i * n + q];
                double yip = y[i * n + p];
                double yiq = y[i * n + q];
                double xpi = x[p * n + i];
                double xqi = x[q * n + i];
                double ypi = y[p * n + i];
                double yqi = y[q * n + i];
                pp += xip * yip + xpi * ypi;
                qq += xiq * yiq + xqi * yqi;
                pq += xip * yiq + xpi * yqi;
                qp += xiq * yip + xqi * ypi;
            }
        }
        // The 2 × 2 blocks as multiples of identity, quarter turn and the two reflections.
        double k = (x[p * n + q] - x[q * n + p]) * (y[p * n + q] - y[q * n + p]) / 2;
        double u = x[p * n + p] - x[q * n + q];
        double v = x[p * n + q] + x[q * n + p];
        double uy = (y[p * n + p] - y[q * n + q]) / 2;
        double vy = (y[p * n + q] + y[q * n + p]) / 2;
        double rotated = best(pp + qq, qp - pq, u * uy + v * vy, v * uy - u * vy) + k;
        double cosine = bestCos;
        double sine = bestSin;
        double reflected = best(pp - qq, qp + pq, u * uy - v * vy, v * uy + u * vy) - k;
        boolean reflect = reflected > rotated;
        double stay = pp + qq + u * uy + v * vy + k;
        if (Math.max(rotated, reflected) - stay <= 1e-15 * Math.abs(value)) {
            return;
        }
        if (reflect) {
            turn(p, q, bestCos, bestSin, -1);
        } else {
            turn(p, q, cosine, sine, 1);
        }
    }

    /** The maximum of α cos θ + β sin θ + γ cos 2θ + δ sin 2θ: the best of a few angles, refined by Newton's method. */
    private double best(double alpha, double beta, double gamma, double delta) {
        double most = Double.NEGATIVE_INFINITY;
        double cos = 1;
        double sin = 0;
        for (int i = 0; i < ANGLES; i++) {
            double at = alpha * COS[i] + beta * SIN[i] + gamma * (COS[i] * COS[i] - SIN[i] * SIN[i]) + 2 * delta * COS[i] * SIN[i];
            if (at > most) {
                most = at;
                cos = COS[i];
                sin = SIN[i];
            }
        }
        for (int step = 0; step < 6; step++) {
            double cos2 = cos * cos - sin * sin;
            double sin2 = 2 * cos * sin;
            double slope = -alpha * sin + beta * cos - 2 * gamma * sin2 + 2 * delta * cos2;
            double curvature = -alpha * cos - beta * sin - 4 * gamma * cos2 - 4 * delta * sin2;
            if (slope == 0) {
                break;
            }
            double angle = curvature < 0 ? -slope / curvature : Math.copySign(0.2, slope);
            angle = Math.max(-0.4, Math.min(0.4, angle));
            // A turn by a rational parametrisation stays on the circle and needs no trigonometric function.
            double t = angle / 2;
            double scale = 1 / (1 + t * t);
            double turnCos = (1 - t * t) * scale;
            double turnSin = 2 * t * scale;
            double nextCos = cos * turnCos - sin * turnSin;
            double nextSin = sin * turnCos + cos * turnSin;
            double at = alpha * nextCos + beta * nextSin + gamma * (nextCos * nextCos - nextSin * nextSin) + 2 * delta * nextCos * nextSin;
            if (!(at > most)) {
                break;
            }
            most = at;
            cos = nextCos;
            sin = nextSin;
            if (Math.abs(angle) < 1e-9) {
                break;
            }
        }
        double norm = 1 / Math.sqrt(cos * cos + sin * sin);
        bestCos = cos * norm;
        bestSin = sin * norm;
        return most;
    }

    /** Columns p and q of C and Ã, and rows of Ã, become (c·p + s·q) and ±(c·q − s·p). */
    private void turn(int p, int q, double cos, double sin, double sign) {
        double[] x = a.data();
        double[] z = c.data();
        for (int i = 0; i < n; i++) {
            double xp = x[i * n + p];
            double xq = x[i * n + q];
            x[i * n + p] = cos * xp + sin * xq;
            x[i * n + q] = sign * (cos * xq - sin * xp);
            double zp = z[i * n + p];
            double zq = z[i * n + q];
            z[i * n + p] = cos * zp + sin * zq;
            z[i * n + q] = sign * (cos * zq - sin * zp);
        }
        for (int j = 0; j < n; j++) {
            double xp = x[p * n + j];
            double xq = x[q * n + j];
            x[p * n + j] = cos * xp + sin * xq;
            x[q * n + j] = sign * (cos * xq - sin * xp);
        }
    }

    // ---- quasi-Newton

    /** Climbs until the gradient is below {@code tolerance}, f grows no more, the target is out of reach, or after {@code iterations} steps. */
    void climb(int iterations, double tolerance, double target) {
        int m = n * (n - 1) / 2;
        double[][] steps = new double[MEMORY][];
        double[][] changes = new double[MEMORY][];
        double[] gradient = gradient(a, b);
        int stored = 0;
        int next = 0;
        int stalled = 0;
        for (int iteration = 0; iteration < iterations; iteration++) {
            if (norm(gradient) <= tolerance) {
                return;
            }
            double[] direction = direction(gradient, steps, changes, stored, next);
            double slope = dot(gradient, direction);
            if (!(slope > 0)) {
                stored = 0;
                direction = direction(gradient, steps, changes, 0, next);
                slope = dot(gradient, direction);
            }
            // Half the slope along a Newton step is the gain that the quadratic model foresees.
            if (iteration >= WARM_UP && value + FORESIGHT * slope < target) {
                return;
            }
            double length = 1;
            double longest = 0;
            for (double angle : direction) {
                longest = Math.max(longest, Math.abs(angle));
            }
            length = Math.min(length, 1 / longest);
            Matrix turn = null;
            Matrix moved = null;
            double reached = value;
            for (int halving = 0; halving < 30; halving++) {
                // The Cayley transform agrees with exp Ω to second order.
                turn = Solve.cayley(skew(direction, length / 2));
                moved = turn.transposeTimes(a.times(turn));
                reached = moved.dot(b);
                if (reached >= value + 1e-4 * length * slope) {
                    break;
                }
                length /= 2;
            }
            if (!(reached > value)) {
                return;
            }
            stalled = reached - value <= 2e-16 * Math.abs(reached) ? stalled + 1 : 0;
            a = moved;
            c = c.times(turn);
            value = reached;
            double[] before = gradient;
            gradient = gradient(a, b);
            double[] step = new double[m];
            double[] change = new double[m];
            for (int i = 0; i < m; i++) {
                step[i] = length * direction[i];
                change[i] = before[i] - gradient[i];
            }
            if (dot(step, change) > 1e-14 * norm(step) * norm(change)) {
                steps[next] = step;
                changes[next] = change;
                next = (next + 1) % MEMORY;
                stored = Math.min(MEMORY, stored + 1);
            }
            if (stalled >= 3) {
                return;
            }
        }
    }

    /** ∂f/∂ω for C exp(Ω), Ω = Σ_{i<j} ω_ij (e_i e_jᵀ − e_j e_iᵀ): the skew part of ÃᵀB − BÃᵀ. */
    private double[] gradient(Matrix at, Matrix target) {
        Matrix left = at.transposeTimes(target);
        Matrix right = target.timesTranspose(at);
        double[] l = left.data();
        double[] r = right.data();
        double[] gradient = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                gradient[k++] = l[i * n + j] - r[i * n + j] - l[j * n + i] + r[j * n + i];
            }
        }
        return gradient;
    }

    /** Divides by the absolute curvatures of f in the coordinate planes. */
    private void divideByPlaneCurvatures(double[] direction) {
        double[] x = a.data();
        double[] y = b.data();
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double product = x[i * n + j] * y[i * n + j];
                d[i] += product;
                d[j] += product;
            }
        }
        double[] h = new double[direction.length];
        double largest = 0;
        int k = 0;
        for (int p = 0; p < n; p++) {
            for (int q = p + 1; q < n; q++) {
                double xpp = x[p * n + p];
                double xqq = x[q * n + q];
                double xpq = x[p * n + q];
                double xqp = x[q * n + p];
                double ypp = y[p * n + p];
                double yqq = y[q * n + q];
                double ypq = y[p * n + q];
                double yqp = y[q * n + p];
                double alpha = d[p] + d[q] - 2 * (xpp * ypp + xqq * yqq + xpq * ypq + xqp * yqp);
                double gamma = ((xpp - xqq) * (ypp - yqq) + (xpq + xqp) * (ypq + yqp)) / 2;
                h[k] = Math.abs(alpha + 4 * gamma);
                largest = Math.max(largest, h[k++]);
            }
        }
        for (int i = 0; i < h.length; i++) {
            direction[i] /= Math.max(h[i], FLOOR * largest);
        }
    }

    private double[] direction(double[] gradient, double[][] steps, double[][] changes, int stored, int next) {
        double[] direction = gradient.clone();
        double[] alpha = new double[MEMORY];
        for (int k = 1; k <= stored; k++) {
            int at = Math.floorMod(next - k, MEMORY);
            alpha[at] = dot(steps[at], direction) / dot(steps[at], changes[at]);
            add(direction, -alpha[at], changes[at]);
        }
        if (curvature == null) {
            divideByPlaneCurvatures(direction);
        } else {
            direction = curvature.apply(direction);
        }
        for (int k = stored; k >= 1; k--) {
            int at = Math.floorMod(next - k, MEMORY);
            double beta = dot(changes[at], direction) / dot(steps[at], changes[at]);
            add(direction, alpha[at] - beta, steps[at]);
        }
        return direction;
    }

    private Matrix skew(double[] upper, double factor) {
        Matrix omega = new Matrix(n, n);
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double angle = factor * upper[k++];
                omega.set(i, j, angle);
                omega.set(j, i, -angle);
            }
        }
        return omega;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static void add(double[] x, double factor, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += factor * y[i];
        }
    }
}
