// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.similarity;

import java.util.Arrays;

/** How two lists of numbers are correlated. */
public enum Correlation {
    /** Pearson: cosine after removal of the means. */
    PEARSON,
    /** Spearman: Pearson of the ranks, ties sharing their mean rank. */
    SPEARMAN,
    /** Cosine: without removal of the means. */
    COSINE;

    /** The correlation of two lists of equal length; NaN when one is constant. */
    public double of(double[] x, double[] y) {
        return ofPrepared(prepare(x), prepare(y));
    }

    /** What is needed once per list: ranks and centring. */
    public double[] prepare(double[] x) {
        double[] values = this == SPEARMAN ? ranks(x) : x.clone();
        if (this != COSINE) {
            double mean = Arrays.stream(values).average().orElse(0);
            for (int i = 0; i < values.length; i++) {
                values[i] -= mean;
            }
        }
        return values;
    }

    /** The cosine of two prepared lists. */
    public double ofPrepared(double[] x, double[] y) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** Ranks from 1, ties sharing their mean rank. */
    static double[] ranks(double[] x) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(x[a], x[b]));
        double[] ranks = new double[x.length];
        for (int i = 0; i < order.length;) {
            int end = i;
            while (end < order.length && x[order[end]] == x[order[i]]) {
                end++;
            }
            for (int k = i; k < end; k++) {
                ranks[order[k]] = (i + end + 1) / 2.0;
            }
            i = end;
        }
        return ranks;
    }
}
