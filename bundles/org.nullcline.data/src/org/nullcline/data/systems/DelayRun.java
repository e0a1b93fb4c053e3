// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import java.util.Arrays;

import org.nullcline.api.NullclineException;

/**
 * A solution of x′(t) = f(x(t), x(t − τ)) on a grid that divides the delay, by the classical Runge–Kutta method; values between the grid
 * points are cubic Hermite polynomials, so that both are of order 4 (method of steps; Bellen and Zennaro 2003, "Numerical Methods for Delay
 * Differential Equations").
 */
final class DelayRun {

    private static final long MAX_POINTS = 1 << 28;

    private final EquationFlow field;
    private final double delay;
    private final int perDelay;
    private final double step;
    private double[] x;
    private double[] slope;
    /** Slope of the past where it ends at time 0; the solution leaves with another one. */
    private final double lastSlope;
    /** Index of time 0. */
    private final int origin;
    private int length;

    /**
     * Starts with a past that is straight between given values.
     *
     * @param field of x and xt
     * @param delay τ
     * @param largestStep upper bound of the step
     * @param past values up to time 0, the last being x(0); at least two
     * @param spacing time between them in units of the delay; together at least one delay
     */
    DelayRun(EquationFlow field, double delay, double largestStep, double[] past, double spacing) {
        if (!(delay > 0)) {
            throw NullclineException.invalid("The delay tau must be above 0, not " + delay + ".");
        }
        this.field = field;
        this.delay = delay;
        this.perDelay = (int) Math.max(4, Math.ceil(delay / largestStep));
        this.step = delay / perDelay;
        this.origin = (int) Math.round((past.length - 1) * spacing * perDelay);
        this.x = new double[origin + 1];
        this.slope = new double[origin + 1];
        for (int i = 0; i <= origin; i++) {
            double position = Math.min(past.length - 1.0, i / (spacing * perDelay));
            int before = Math.min(past.length - 2, (int) position);
            x[i] = past[before] + (position - before) * (past[before + 1] - past[before]);
            slope[i] = (past[before + 1] - past[before]) / (spacing * delay);
        }
        this.lastSlope = slope[origin];
        this.length = origin + 1;
    }

    private DelayRun(DelayRun other) {
        this.field = other.field;
        this.delay = other.delay;
        this.perDelay = other.perDelay;
        this.step = other.step;
        this.x = other.x.clone();
        this.slope = other.slope.clone();
        this.length = other.length;
        this.origin = other.length - 1;
        this.lastSlope = slope[origin];
    }

    /** The same run with its present end as time 0. */
    DelayRun restarted() {
        return new DelayRun(this);
    }

    /** Continues by a time in units of the delay, and a little more so that the last value can be interpolated. */
    void extend(double delays) {
        long target = length + (long) Math.ceil(delays * perDelay) + 2;
        if (target > MAX_POINTS) {
            throw NullclineException.invalid("The trajectory is too long: it would take " + target + " steps.");
        }
        x = Arrays.copyOf(x, (int) target);
        slope = Arrays.copyOf(slope, (int) target);
        double[] in = new double[2];
        double[] out = new double[1];
        for (; length < target; length++) {
            int now = length - 1;
            int past = now - perDelay;
            double middle = hermite(past, 0.5);
            double k1 = derivative(in, out, x[now], x[past]);
            slope[now] = k1;
            double k2 = derivative(in, out, x[now] + step / 2 * k1, middle);
            double k3 = derivative(in, out, x[now] + step / 2 * k2, middle);
            double k4 = derivative(in, out, x[now] + step * k3, x[past + 1]);
            x[length] = x[now] + step / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            slope[length] = derivative(in, out, x[length], x[past + 1]);
            if (Double.isNaN(x[length]) || Double.isInfinite(x[length])) {
                throw NullclineException.task("The delay system runs away to infinity; choose other parameters.");
            }
        }
    }

    private double derivative(double[] in, double[] out, double now, double past) {
        in[0] = now;
        in[1] = past;
        field.evaluate(in, out);
        return out[0];
    }

    private double hermite(int from, double s) {
        double a = x[from];
        double b = x[from + 1];
        double da = step * slope[from];
        double db = step * (from + 1 == origin ? lastSlope : slope[from + 1]);
        return a + s * (da + s * (3 * (b - a) - 2 * da - db + s * (2 * (a - b) + da + db)));
    }

    private double at(double time) {
        double position = time / step + origin;
        if (position < 0) {
            return x[0];
        }
        int from = Math.min((int) Math.floor(position), length - 2);
        return position == from ? x[from] : hermite(from, position - from);
    }

    /** Values and slopes over the last delay, oldest first, one more than the steps of a delay. */
    double[][] past() {
        double[] slopes = Arrays.copyOfRange(slope, length - 1 - perDelay, length);
        slopes[perDelay] = derivative(new double[2], new double[1], x[length - 1], x[length - 1 - perDelay]);
        return new double[][] {Arrays.copyOfRange(x, length - 1 - perDelay, length), slopes};
    }

    /** Delay coordinates x(t − (d − 1)τ), …, x(t). */
    double[] coordinates(int dimension, double time) {
        double[] coordinates = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            coordinates[i] = at(time - (dimension - 1 - i) * delay);
        }
        return coordinates;
    }
}
