// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

import java.util.function.ToDoubleFunction;

/** Compares derivatives with central differences in double precision. */
final class FiniteDifferences {

    /** The cube root of the unit roundoff balances truncation and rounding of central differences. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

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
}
