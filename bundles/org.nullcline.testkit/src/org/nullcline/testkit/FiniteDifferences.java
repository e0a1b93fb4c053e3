// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.function.ToDoubleFunction;

/** Compares derivatives with central differences in double precision. */
final class FiniteDifferences {

    /** The cube root of the unit roundoff balances truncation and rounding of central differences. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** The fifth root for differences of fourth order. */
    private static final double LONG_STEP = Math.pow(Math.ulp(1.0), 0.2);

    private FiniteDifferences() {
    }

    /** The largest deviation of a gradient from central differences, relative to the largest derivative (at least 1e-3). */
    static double deviation(double[] point, double[] gradient, ToDoubleFunction<double[]> f) {
        double worst = 0;
        double scale = 1e-3;
        double[] x = point.clone();
        for (int i = 0; i < x.length; i++) {
            double h = STEP * Math.max(1, Math.abs(point[i]));
            x[i] = point[i] + h;
            double above = f.applyAsDouble(x);
            x[i] = point[i] - h;
            double below = f.applyAsDouble(x);
            x[i] = point[i];
            double difference = (above - below) / (2 * h);
            worst = Math.max(worst, Math.abs(difference - gradient[i]));
            scale = Math.max(scale, Math.abs(difference));
        }
        return worst / scale;
    }

    /**
     * As {@link #deviation} for smooth functions: differences of fourth order with longer steps, which are more accurate by far, but would cross the
     * kinks of a rectifier. Of three lengths of step the one that agrees best counts, because the right length depends on how steep the function is.
     */
    static double smoothDeviation(double[] point, double[] gradient, ToDoubleFunction<double[]> f) {
        double worst = 0;
        double scale = 1e-3;
        double[] x = point.clone();
        for (int i = 0; i < x.length; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (double step = LONG_STEP; step > 1e-2 * LONG_STEP; step /= 8) {
                double h = step * Math.min(1, Math.max(1e-2, Math.abs(point[i])));
                double near = at(x, i, point[i] + h, f) - at(x, i, point[i] - h, f);
                double far = at(x, i, point[i] + 2 * h, f) - at(x, i, point[i] - 2 * h, f);
                double difference = (8 * near - far) / (12 * h);
                best = Math.min(best, Math.abs(difference - gradient[i]));
            }
            x[i] = point[i];
            worst = Math.max(worst, best);
            scale = Math.max(scale, Math.abs(gradient[i]));
        }
        return worst / scale;
    }

    private static double at(double[] x, int i, double value, ToDoubleFunction<double[]> f) {
        x[i] = value;
        return f.applyAsDouble(x);
    }
}
