// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;

/** Forecasts of an operator. */
public final class DmdPrediction {

    private DmdPrediction() {
    }

    /**
     * Predicts each trial. The first span + stepsAhead time bins are copied. Row t of the embedding is predicted from the true row t − stepsAhead when
     * t is a multiple of {@code reseed}, otherwise from the own prediction of that row.
     *
     * @param trials time × channels; shorter ones than the embedding needs are copied
     * @param reseed 1 for forecasts one step ahead, larger for longer ones
     * @return trials of the same shapes
     */
    public static List<Matrix> predict(DmdOperator operator, List<Matrix> trials, int reseed) {
        if (reseed < 1) {
            throw NullclineException.invalid("A prediction must be reseeded after at least one step, not " + reseed + ".");
        }
        int k = operator.reduced().rows();
        double[] s = Arrays.copyOf(operator.singularValues(), k);
        double[] inverse = Arrays.stream(s).map(value -> value > 0 ? 1 / value : 0).toArray();
        Matrix encode = operator.modes().scaleColumns(inverse);
        Matrix decode = operator.modes().rows(0, operator.channels()).scaleColumns(s);
        return trials.stream().map(trial -> predict(operator, encode, decode, trial, reseed)).toList();
    }

    private static Matrix predict(DmdOperator operator, Matrix encode, Matrix decode, Matrix trial, int reseed) {
        DelayEmbedding embedding = operator.settings().embedding();
        int ahead = operator.settings().stepsAhead();
        int rows = embedding.rows(trial.rows());
        Matrix predicted = trial.copy();
        if (rows <= ahead) {
            return predicted;
        }
        Matrix truth = embedding.of(trial).times(encode);
        int k = truth.columns();
        Matrix own = truth.copy();
        double[] next = new double[k];
        for (int t = ahead; t < rows; t++) {
            Matrix seed = t % reseed == 0 ? truth : own;
            for (int i = 0; i < k; i++) {
                double sum = 0;
                for (int j = 0; j < k; j++) {
                    sum += operator.reduced().get(i, j) * seed.get(t - ahead, j);
                }
                next[i] = sum;
            }
            System.arraycopy(next, 0, own.data(), t * k, k);
        }
        Matrix forecast = own.rows(ahead, rows).timesTranspose(decode);
        System.arraycopy(forecast.data(), 0, predicted.data(), (embedding.span() + ahead) * trial.columns(), forecast.data().length);
        return predicted;
    }
}
