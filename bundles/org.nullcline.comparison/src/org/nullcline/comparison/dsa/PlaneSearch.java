// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

/**
 * Maximises f(C) = ⟨CᵀAC, B⟩ over the whole of O(2) in one coordinate plane after the other. It takes large steps, changes component where that
 * pays, and leaves poor local optima.
 */
final class PlaneSearch {

    private static final int ANGLES = 8;
    private static final double[] COS = new double[ANGLES];
    private static final double[] SIN = new double[ANGLES];
    /** Angles that are refined no further; {@link Climb} finds the last digits. */
    private static final double FINE = 0.03;

    static {
        for (int k = 0; k < ANGLES; k++) {
            COS[k] = Math.cos(2 * Math.PI * k / ANGLES);
            SIN[k] = Math.sin(2 * Math.PI * k / ANGLES);
        }
    }

    private final int n;
    private final int stride;
    private final double[] x;
    private final double[] y;
    private final double[] yt;
    private final double[] zt;
    private final double least;
    private double bestCos;
    private double bestSin;

    /**
     * Works in place.
     *
     * @param turned Ã = CᵀAC
     * @param rotationTransposed Cᵀ
     * @param least gains up to this are left alone
     */
    PlaneSearch(AlignmentProblem problem, double[] turned, double[] rotationTransposed, double least) {
        this.n = problem.size();
        this.stride = problem.stride();
        this.x = turned;
        this.y = problem.b();
        this.yt = problem.bTransposed();
        this.zt = rotationTransposed;
        this.least = least;
    }

    /** One round over all coordinate planes. */
    void sweep() {
        for (int p = 0; p < n - 1; p++) {
            for (int q = p + 1; q < n; q++) {
                improve(p, q);
            }
        }
    }

    /**
     * With G a rotation (or reflection) of the plane (p, q) by θ, f(θ) = constant + α cos θ + β sin θ + γ cos 2θ + δ sin 2θ.
     */
    void improve(int p, int q) {
        int atP = p * stride;
        int atQ = q * stride;
        double pp = 0;
        double qq = 0;
        double pq = 0;
        double qp = 0;
        for (int i = 0, row = 0; i < n; i++, row += stride) {
            if (i != p && i != q) {
                double xip = x[row + p];
                double xiq = x[row + q];
                double yip = yt[atP + i];
                double yiq = yt[atQ + i];
                double xpi = x[atP + i];
                double xqi = x[atQ + i];
                double ypi = y[atP + i];
                double yqi = y[atQ + i];
                pp += xip * yip + xpi * ypi;
                qq += xiq * yiq + xqi * yqi;
                pq += xip * yiq + xpi * yqi;
                qp += xiq * yip + xqi * ypi;
            }
        }
        // The 2 × 2 blocks as multiples of identity, quarter turn and the two reflections.
        double k = (x[atP + q] - x[atQ + p]) * (y[atP + q] - y[atQ + p]) / 2;
        double u = x[atP + p] - x[atQ + q];
        double v = x[atP + q] + x[atQ + p];
        double uy = (y[atP + p] - y[atQ + q]) / 2;
        double vy = (y[atP + q] + y[atQ + p]) / 2;
        double stay = pp + qq + u * uy + v * vy;
        double most = stay + least;
        boolean reflect = false;
        double cosine = 1;
        double sine = 0;
        if (bound(pp + qq, qp - pq, u * uy + v * vy, v * uy - u * vy) > most) {
            double rotated = best(pp + qq, qp - pq, u * uy + v * vy, v * uy - u * vy);
            if (rotated > most) {
                most = rotated;
                cosine = bestCos;
                sine = bestSin;
            }
        }
        if (bound(pp - qq, qp + pq, u * uy - v * vy, v * uy + u * vy) - 2 * k > most) {
            double reflected = best(pp - qq, qp + pq, u * uy - v * vy, v * uy + u * vy) - 2 * k;
            if (reflected > most) {
                most = reflected;
                reflect = true;
                cosine = bestCos;
                sine = bestSin;
            }
        }
        if (most > stay + least) {
            turn(p, q, cosine, sine, reflect ? -1 : 1);
        }
    }

    private static double bound(double alpha, double beta, double gamma, double delta) {
        return Math.sqrt(alpha * alpha + beta * beta) + Math.sqrt(gamma * gamma + delta * delta);
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
        for (int step = 0; step < 5; step++) {
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
            if (Math.abs(angle) < FINE) {
                break;
            }
        }
        double norm = 1 / Math.sqrt(cos * cos + sin * sin);
        bestCos = cos * norm;
        bestSin = sin * norm;
        return most;
    }

    /** Columns p and q of C and Ã, and rows of Ã, become (c·p + s·q) and ±(c·q − s·p). */
    void turn(int p, int q, double cos, double sin, double sign) {
        int atP = p * stride;
        int atQ = q * stride;
        double signedCos = sign * cos;
        double signedSin = sign * sin;
        for (int row = 0; row < n * stride; row += stride) {
            double xp = x[row + p];
            double xq = x[row + q];
            x[row + p] = cos * xp + sin * xq;
            x[row + q] = signedCos * xq - signedSin * xp;
        }
        for (int j = 0; j < n; j++) {
            double xp = x[atP + j];
            double xq = x[atQ + j];
            x[atP + j] = cos * xp + sin * xq;
            x[atQ + j] = signedCos * xq - signedSin * xp;
        }
        for (int j = 0; j < n; j++) {
            double zp = zt[atP + j];
            double zq = zt[atQ + j];
            zt[atP + j] = cos * zp + sin * zq;
            zt[atQ + j] = signedCos * zq - signedSin * zp;
        }
    }

    /** Turns the axis p round. */
    void flip(int p) {
        for (int i = 0; i < n; i++) {
            x[i * stride + p] = -x[i * stride + p];
        }
        for (int j = 0; j < n; j++) {
            x[p * stride + j] = -x[p * stride + j];
            zt[p * stride + j] = -zt[p * stride + j];
        }
    }
}
