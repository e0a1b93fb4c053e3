// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

import org.nullcline.compute.linalg.Matrix;

/** The coefficient of determination R² = 1 − SS_res/SS_tot, column by column. */
public final class Determination {

    private Determination() {
    }

    /**
     * R² of each column.
     *
     * @param truth samples × columns
     * @param prediction samples × columns
     * @return NaN for columns of the truth without variance
     */
    public static double[] perColumn(Matrix truth, Matrix prediction) {
        double[] means = truth.columnMeans();
        double[] residual = new double[truth.columns()];
        double[] total = new double[truth.columns()];
        for (int i = 0; i < truth.rows(); i++) {
            for (int j = 0; j < truth.columns(); j++) {
                double error = truth.get(i, j) - prediction.get(i, j);
                double deviation = truth.get(i, j) - means[j];
                residual[j] += error * error;
                total[j] += deviation * deviation;
            }
        }
        double[] r2 = new double[truth.columns()];
        for (int j = 0; j < r2.length; j++) {
            r2[j] = total[j] > 0 ? 1 - residual[j] / total[j] : Double.NaN;
        }
        return r2;
    }

    /** The mean R² over columns that have variance; NaN where none has. */
    public static double mean(Matrix truth, Matrix prediction) {
        double sum = 0;
        int count = 0;
        for (double r2 : perColumn(truth, prediction)) {
            if (!Double.isNaN(r2)) {
                sum += r2;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
