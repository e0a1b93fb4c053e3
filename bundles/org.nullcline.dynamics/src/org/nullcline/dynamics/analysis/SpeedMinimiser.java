// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.dynamics.internal.LuDecomposition;

/**
 * Walks downhill on the speed q(x) = ½‖F(x)‖² (Sussillo &amp; Barak 2013, doi 10.1162/NECO_a_00409) from one start, with F(x) = f(x) for a flow
 * and F(x) = f(x) − x for a map.
 *
 * <p>Each iteration tries a Newton step −F′⁻¹F first, which converges quadratically near a fixed point. Where that does not lower q, it takes a
 * Levenberg–Marquardt step (F′ᵀF′ + μI)⁻¹F′ᵀF with growing μ, and as a last resort a step along −∇q = −F′ᵀF with backtracking. No step is longer
 * than {@code longestStep}, so that the walk stays in the region that it started from as long as there is something to find. Not safe for
 * several threads.
 */
final class SpeedMinimiser {

    private static final int MOST_ITERATIONS = 500;
    private static final double SUFFICIENT = 1e-4;

    private final DynamicalSystem system;
    private final int n;
    private final boolean map;
    private final double longestStep;
    private final double[] f;
    private final double[] jacobian;
    private final double[] gradient;
    private final double[] normal;
    private final double[] step;
    private final double[] trial;
    private final double[] trialF;
    private final LuDecomposition lu;

    SpeedMinimiser(DynamicalSystem system, double longestStep) {
        this.system = system;
        this.longestStep = longestStep;
        n = system.dimension();
        map = system.update() == Update.NEXT_STATE;
        f = new double[n];
        jacobian = new double[n * n];
        gradient = new double[n];
        normal = new double[n * n];
        step = new double[n];
        trial = new double[n];
        trialF = new double[n];
        lu = new LuDecomposition(n);
    }

    /** Moves {@code x} to a minimum of q and returns q there; NaN where the system is not finite. */
    double minimise(double[] x) {
        double q = speed(x, f);
        double damping = 1e-3;
        for (int iteration = 0; iteration < MOST_ITERATIONS && q > 0; iteration++) {
            if (!Double.isFinite(q)) {
                return Double.NaN;
            }
            linearise(x);
            double lower = newton(x, q);
            if (!(lower < q)) {
                for (int attempt = 0; attempt < 12 && !(lower < q); attempt++) {
                    lower = levenbergMarquardt(x, q, damping);
                    damping = lower < q ? Math.max(damping / 9, 1e-12) : damping * 4;
                }
                damping = Math.min(damping, 1e6);
            }
            if (!(lower < q)) {
                lower = descent(x, q);
            }
            if (!(lower < q)) {
                return q;
            }
            boolean stalled = distance(x, trial) <= 1e-15 * (1 + norm(x));
            System.arraycopy(trial, 0, x, 0, n);
            System.arraycopy(trialF, 0, f, 0, n);
            q = lower;
            if (stalled) {
                return q;
            }
        }
        return q;
    }

    private double speed(double[] x, double[] result) {
        system.evaluate(x, result);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (map) {
                result[i] -= x[i];
            }
            sum += result[i] * result[i];
        }
        return 0.5 * sum;
    }

    private void linearise(double[] x) {
        system.jacobian(x, jacobian);
        for (int i = 0; i < n && map; i++) {
            jacobian[i * n + i] -= 1;
        }
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += jacobian[i * n + j] * f[i];
            }
            gradient[j] = sum;
        }
    }

    private double newton(double[] x, double q) {
        if (!lu.decompose(jacobian)) {
            return Double.NaN;
        }
        for (int i = 0; i < n; i++) {
            step[i] = -f[i];
        }
        lu.solve(step);
        return evaluateStep(x, q);
    }

    private double levenbergMarquardt(double[] x, double q, double damping) {
        double trace = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += jacobian[k * n + i] * jacobian[k * n + j];
                }
                normal[i * n + j] = sum;
                normal[j * n + i] = sum;
            }
            trace += normal[i * n + i];
        }
        double mu = damping * Math.max(trace / n, Double.MIN_NORMAL);
        for (int i = 0; i < n; i++) {
            normal[i * n + i] += mu;
            step[i] = -gradient[i];
        }
        if (!lu.decompose(normal)) {
            return Double.NaN;
        }
        lu.solve(step);
        return evaluateStep(x, q);
    }

    private double descent(double[] x, double q) {
        double slope = norm(gradient);
        if (slope == 0) {
            return Double.NaN;
        }
        double length = Math.min(longestStep, q / slope);
        for (int halving = 0; halving < 40; halving++, length /= 2) {
            for (int i = 0; i < n; i++) {
                step[i] = -gradient[i] * length / slope;
            }
            double lower = evaluateStep(x, q);
            if (lower < q) {
                return lower;
            }
        }
        return Double.NaN;
    }

    /** q behind the (shortened) step if it is sufficiently lower by Armijo's rule, otherwise NaN. */
    private double evaluateStep(double[] x, double q) {
        double length = norm(step);
        if (!Double.isFinite(length)) {
            return Double.NaN;
        }
        double scale = length > longestStep ? longestStep / length : 1;
        double promised = 0;
        for (int i = 0; i < n; i++) {
            trial[i] = x[i] + scale * step[i];
            promised += scale * step[i] * gradient[i];
        }
        double lower = speed(trial, trialF);
        return lower <= q + SUFFICIENT * Math.min(promised, 0) && lower < q ? lower : Double.NaN;
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
