// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

/** Coefficients of determination R² = 1 − Σ (y − ŷ)² / Σ (y − ȳ)². */
final class Determination {

    private Determination() {
    }

    /** R² of each column; NaN where the truth is constant. */
    static double[] perColumn(double[][] truth, double[][] predicted) {
        int columns = truth[0].length;
        double[] r2 = new double[columns];
        for (int c = 0; c < columns; c++) {
            double mean = 0;
            for (double[] row : truth) {
                mean += row[c] / truth.length;
            }
            double residual = 0;
            double total = 0;
            for (int i = 0; i < truth.length; i++) {
                residual += (truth[i][c] - predicted[i][c]) * (truth[i][c] - predicted[i][c]);
                total += (truth[i][c] - mean) * (truth[i][c] - mean);
            }
            r2[c] = total > 0 ? 1 - residual / total : Double.NaN;
        }
        return r2;
    }
}
