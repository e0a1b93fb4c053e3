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
        DeterminationSums sums = new DeterminationSums(truth.columns());
        for (int i = 0; i < truth.rows(); i++) {
            sums.average(truth.data(), i * truth.columns());
        }
        for (int i = 0; i < truth.rows(); i++) {
            sums.compare(truth.data(), i * truth.columns(), prediction.data(), i * prediction.columns());
        }
        return sums.perColumn();
    }

    /** The mean R² over columns that have variance; NaN where none has. */
    public static double mean(Matrix truth, Matrix prediction) {
        return DeterminationSums.mean(perColumn(truth, prediction));
    }
}
