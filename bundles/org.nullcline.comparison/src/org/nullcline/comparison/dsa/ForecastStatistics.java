// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.List;

import org.nullcline.compute.linalg.Matrix;

/**
 * How well forecasts match the truth. N counts all numbers of all trials.
 *
 * @param mae mean absolute error
 * @param mase mae over the error of repeating the previous time bin
 * @param mse mean squared error
 * @param nmse mse over the variance of all numbers pooled
 * @param r2 coefficient of determination, per channel over all trials, then the mean over channels
 * @param correlation Pearson correlation, per channel over all trials, then the mean over channels
 * @param aic (N ln mse + 2(r² + 1)) / N for rank r
 * @param logMse ln mse
 */
public record ForecastStatistics(double mae, double mase, double mse, double nmse, double r2, double correlation, double aic, double logMse) {

    /** The statistics of predictions of the same shapes as the truth. */
    public static ForecastStatistics of(List<Matrix> truth, List<Matrix> prediction, int rank) {
        int channels = truth.getFirst().columns();
        Matrix x = stack(truth, channels);
        Matrix y = stack(prediction, channels);
        double n = x.data().length;
        Matrix error = y.minus(x);
        double absolute = sumOfAbsolutes(error);
        double mse = error.dot(error) / n;
        double pooledMean = sum(x) / n;
        double variance = 0;
        for (double value : x.data()) {
            variance += (value - pooledMean) * (value - pooledMean);
        }
        double mae = absolute / n;
        return new ForecastStatistics(mae, mae / persistence(truth), mse, mse / (variance / n), r2(x, error), correlation(x, y),
                Math.log(mse) + 2 * (rank * (double) rank + 1) / n, Math.log(mse));
    }

    private static double persistence(List<Matrix> trials) {
        double sum = 0;
        double count = 0;
        for (Matrix trial : trials) {
            if (trial.rows() > 1) {
                sum += sumOfAbsolutes(trial.rows(1, trial.rows()).minus(trial.rows(0, trial.rows() - 1)));
                count += (trial.rows() - 1) * (double) trial.columns();
            }
        }
        return sum / count;
    }

    private static double r2(Matrix x, Matrix error) {
        Matrix centred = x.centreColumns();
        double sum = 0;
        for (int c = 0; c < x.columns(); c++) {
            double residual = 0;
            double total = 0;
            for (int t = 0; t < x.rows(); t++) {
                residual += error.get(t, c) * error.get(t, c);
                total += centred.get(t, c) * centred.get(t, c);
            }
            sum += 1 - residual / total;
        }
        return sum / x.columns();
    }

    private static double correlation(Matrix x, Matrix y) {
        Matrix a = x.centreColumns();
        Matrix b = y.centreColumns();
        double sum = 0;
        for (int c = 0; c < x.columns(); c++) {
            double ab = 0;
            double aa = 0;
            double bb = 0;
            for (int t = 0; t < x.rows(); t++) {
                ab += a.get(t, c) * b.get(t, c);
                aa += a.get(t, c) * a.get(t, c);
                bb += b.get(t, c) * b.get(t, c);
            }
            sum += ab / Math.sqrt(aa * bb);
        }
        return sum / x.columns();
    }

    private static double sumOfAbsolutes(Matrix a) {
        double sum = 0;
        for (double value : a.data()) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static double sum(Matrix a) {
        double sum = 0;
        for (double value : a.data()) {
            sum += value;
        }
        return sum;
    }

    private static Matrix stack(List<Matrix> trials, int channels) {
        Matrix all = new Matrix(trials.stream().mapToInt(Matrix::rows).sum(), channels);
        int at = 0;
        for (Matrix trial : trials) {
            System.arraycopy(trial.data(), 0, all.data(), at, trial.data().length);
            at += trial.data().length;
        }
        return all;
    }
}
