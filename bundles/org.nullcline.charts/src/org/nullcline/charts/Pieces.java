// SPDX-License-Identifier: EPL-2.0
package org.nullcline.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts series at values that cannot be drawn. */
final class Pieces {

    private Pieces() {
    }

    /** The longest runs of drawable points, each as {x, y}; a single empty piece where nothing can be drawn. */
    static List<double[][]> of(double[] x, double[] y, boolean logX, boolean logY) {
        List<double[][]> pieces = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= x.length; i++) {
            boolean drawable = i < x.length && drawable(x[i], logX) && drawable(y[i], logY);
            if (drawable && start < 0) {
                start = i;
            } else if (!drawable && start >= 0) {
                pieces.add(new double[][] {Arrays.copyOfRange(x, start, i), Arrays.copyOfRange(y, start, i)});
                start = -1;
            }
        }
        if (pieces.isEmpty()) {
            pieces.add(new double[][] {{}, {}});
        }
        return pieces;
    }

    /** All drawable points as {x, y}. */
    static double[][] finite(double[] x, double[] y, boolean logX, boolean logY) {
        double[][] kept = new double[2][x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            if (drawable(x[i], logX) && drawable(y[i], logY)) {
                kept[0][count] = x[i];
                kept[1][count++] = y[i];
            }
        }
        return new double[][] {Arrays.copyOf(kept[0], count), Arrays.copyOf(kept[1], count)};
    }

    private static boolean drawable(double value, boolean logarithmic) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }
}
