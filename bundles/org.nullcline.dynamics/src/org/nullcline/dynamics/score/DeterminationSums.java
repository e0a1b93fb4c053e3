// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

/**
 * The sums behind R² = 1 − SS_res/SS_tot of each column, over rows that come one after the other: first all rows of the truth for the means, then
 * all again with their predictions. The result does not depend on how the rows are cut into parts.
 */
public final class DeterminationSums {

    private final int columns;
    private final double[] means;
    private final double[] residual;
    private final double[] total;
    private long rows;
    private boolean averaged;

    /** No rows yet of so many columns. */
    public DeterminationSums(int columns) {
        this.columns = columns;
        means = new double[columns];
        residual = new double[columns];
        total = new double[columns];
    }

    /** The first time: a row of the truth, which begins at {@code at}. */
    public void average(double[] truth, int at) {
        for (int j = 0; j < columns; j++) {
            means[j] += truth[at + j];
        }
        rows++;
    }

    /** The second time: the same row with its prediction, which begins at {@code predicted}. */
    public void compare(double[] truth, int at, double[] prediction, int predicted) {
        if (!averaged) {
            averaged = true;
            for (int j = 0; j < columns; j++) {
                means[j] /= rows;
            }
        }
        for (int j = 0; j < columns; j++) {
            double error = truth[at + j] - prediction[predicted + j];
            double deviation = truth[at + j] - means[j];
            residual[j] += error * error;
            total[j] += deviation * deviation;
        }
    }

    /** R² of each column; NaN for columns of the truth without variance. */
    public double[] perColumn() {
        double[] r2 = new double[columns];
        for (int j = 0; j < r2.length; j++) {
            r2[j] = total[j] > 0 ? 1 - residual[j] / total[j] : Double.NaN;
        }
        return r2;
    }

    /** The mean R² over columns that have variance; NaN where none has. */
    public double mean() {
        return mean(perColumn());
    }

    static double mean(double[] perColumn) {
        double sum = 0;
        int count = 0;
        for (double r2 : perColumn) {
            if (!Double.isNaN(r2)) {
                sum += r2;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
