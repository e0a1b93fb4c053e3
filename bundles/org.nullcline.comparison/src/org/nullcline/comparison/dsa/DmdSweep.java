// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;

/**
 * Forecasts of held-out data for many numbers of delays and ranks. Cells that are not possible (a rank above delays · channels, trials too short, or so
 * many delays that less than a tenth of the held-out time bins could be forecast) are NaN. All cells are scored on the same time bins, those that the
 * largest possible number of delays forecasts: the first bins of a trial, which an embedding only copies, would else make long ones look good.
 *
 * @param delays tried
 * @param ranks tried
 * @param mase mean absolute scaled error on held-out data: delays × ranks
 * @param aic Akaike criterion per number on held-out data: delays × ranks
 * @param nonNormality ‖AᵀA − AAᵀ‖: delays × ranks
 * @param residual mean residual of the eigenpairs on held-out data: delays × ranks
 * @param scored held-out time bins that the errors are about
 * @param meanMase the scaled error of forecasting each channel's mean, on the same bins
 * @param reseed time bins that forecasts reach ahead at most
 */
public record DmdSweep(int[] delays, int[] ranks, double[][] mase, double[][] aic, double[][] nonNormality, double[][] residual, int scored, double meanMase,
        int reseed) {

    /** A higher rank must lower the error by this fraction of the best … */
    private static final double NEARLY_BEST = 0.02;
    /** … and by this part of the error of persistence. */
    private static final double IMMATERIAL = 0.01;
    private static final double LEAST_SHARE = 0.1;

    /** What the recommendation needs. */
    public record Recommendation(int delays, int rank, String reason) {
    }

    /**
     * Sweeps.
     *
     * @param train trials to fit; a single trial is fitted on its first part and tested on its last
     * @param test trials to forecast
     * @param reseed time bins after which a forecast starts from the true state again
     * @param progress is told after each cell, and may throw to stop
     */
    public static DmdSweep run(List<Matrix> train, List<Matrix> test, int interval, int[] delays, int[] ranks, double ridge, int reseed, IntConsumer progress) {
        int channels = train.getFirst().columns();
        boolean[] possible = new boolean[delays.length];
        int first = 0;
        for (int d = 0; d < delays.length; d++) {
            DelayEmbedding embedding = new DelayEmbedding(delays[d], interval);
            possible[d] = possible(embedding, train, test);
            first = possible[d] ? Math.max(first, embedding.span() + 1) : first;
        }
        Cells cells = new Cells(train, test, first, reseed);
        double[][][] results = new double[4][delays.length][ranks.length];
        for (int d = 0; d < delays.length; d++) {
            for (int r = 0; r < ranks.length; r++) {
                DmdSettings settings = new DmdSettings(new DelayEmbedding(delays[d], interval), new RankRule.Fixed(ranks[r]), ridge, DmdSettings.Method.PCR, 1,
                        DmdSettings.Route.AUTO);
                double[] cell = possible[d] && ranks[r] <= (long) delays[d] * channels ? cells.of(settings) : Cells.nothing();
                for (int k = 0; k < 4; k++) {
                    results[k][d][r] = cell[k];
                }
                progress.accept(d * ranks.length + r + 1);
            }
        }
        return new DmdSweep(delays, ranks, results[0], results[1], results[2], results[3], cells.bins(), cells.meanMase(), reseed);
    }

    private static boolean possible(DelayEmbedding embedding, List<Matrix> train, List<Matrix> test) {
        long all = test.stream().mapToLong(Matrix::rows).sum();
        long forecast = test.stream().mapToLong(trial -> Math.max(0, embedding.rows(trial.rows()) - 1)).sum();
        return train.stream().anyMatch(trial -> embedding.rows(trial.rows()) > 1) && forecast > 0 && forecast >= LEAST_SHARE * all;
    }

    /** Fits and scores single cells on the bins from {@code first} on. */
    private record Cells(List<Matrix> train, List<Matrix> test, int first, int reseed) {

        static double[] nothing() {
            return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        }

        double[] of(DmdSettings settings) {
            int needed = settings.embedding().span() + 2;
            List<Matrix> fitted = train.stream().filter(trial -> trial.rows() >= needed).toList();
            List<Matrix> tested = test.stream().filter(trial -> trial.rows() >= needed).toList();
            try {
                DmdOperator operator = Dmd.fit(fitted, settings);
                ForecastStatistics statistics = ForecastStatistics.of(scored(test), scored(DmdPrediction.predict(operator, test, reseed)), operator.rank());
                double residual = Arrays.stream(Residuals.of(operator, tested).residual()).average().orElse(Double.NaN);
                return new double[] {statistics.mase(), statistics.aic(), DmdOperator.nonNormality(operator.reduced()), residual};
            } catch (NullclineException e) {
                if (e.kind() == NullclineException.Kind.TASK) {
                    return nothing();
                }
                throw e;
            }
        }

        private List<Matrix> scored(List<Matrix> trials) {
            return trials.stream().filter(trial -> trial.rows() > first).map(trial -> trial.rows(first, trial.rows())).toList();
        }

        int bins() {
            return scored(test).stream().mapToInt(Matrix::rows).sum();
        }

        double meanMase() {
            double[] mean = Dmdc.stack(train).columnMeans();
            List<Matrix> truth = scored(test);
            List<Matrix> constant = truth.stream().map(trial -> {
                Matrix same = new Matrix(trial.rows(), trial.columns());
                for (int t = 0; t < trial.rows(); t++) {
                    System.arraycopy(mean, 0, same.data(), t * mean.length, mean.length);
                }
                return same;
            }).toList();
            return truth.isEmpty() ? Double.NaN : ForecastStatistics.of(truth, constant, 0).mase();
        }
    }

    /**
     * Divides trials for a sweep: the first {@code fraction} of the trials to fit, the rest to test; a single trial is divided in time.
     *
     * @return fitted trials, then tested ones
     */
    public static List<List<Matrix>> split(List<Matrix> trials, double fraction) {
        if (trials.size() == 1) {
            Matrix only = trials.getFirst();
            int at = (int) Math.round(fraction * only.rows());
            return List.of(List.of(only.rows(0, at)), List.of(only.rows(at, only.rows())));
        }
        int at = Math.max(1, Math.min(trials.size() - 1, (int) Math.round(fraction * trials.size())));
        return List.of(trials.subList(0, at), trials.subList(at, trials.size()));
    }

    /** The smallest rank, then the fewest delays, whose held-out error is within 2 % of the best or within 0.01 of it (1 is persistence). */
    public Recommendation recommend() {
        int[] best = null;
        for (int d = 0; d < delays.length; d++) {
            for (int r = 0; r < ranks.length; r++) {
                best = !Double.isNaN(mase[d][r]) && (best == null || mase[d][r] < mase[best[0]][best[1]]) ? new int[] {d, r} : best;
            }
        }
        if (best == null) {
            throw NullclineException.task("No combination of delays and rank could be fitted; use fewer delays, lower ranks or longer trials.");
        }
        double least = mase[best[0]][best[1]];
        double enough = Math.max(least * (1 + NEARLY_BEST), least + IMMATERIAL);
        int[] chosen = best;
        for (int d = 0; d < delays.length; d++) {
            for (int r = 0; r < ranks.length; r++) {
                boolean smaller = ranks[r] < ranks[chosen[1]] || ranks[r] == ranks[chosen[1]] && delays[d] < delays[chosen[0]];
                chosen = mase[d][r] <= enough && smaller ? new int[] {d, r} : chosen;
            }
        }
        return new Recommendation(delays[chosen[0]], ranks[chosen[1]], reason(chosen, best));
    }

    private String reason(int[] chosen, int[] best) {
        double least = mase[best[0]][best[1]];
        String numbers = String.format(Locale.ROOT, "%s with rank %d: held-out data are forecast %swith a scaled error of %s", delays(chosen), ranks[chosen[1]],
                reseed == 1 ? "" : "up to " + reseed + " time bins ahead ", error(mase[chosen[0]][chosen[1]]));
        String why = Arrays.equals(chosen, best) ? ", the best of all that were tried, and no smaller rank comes near."
                : String.format(Locale.ROOT, "; the best, %s, takes %s with rank %d, and less than 2 %% or 0.01 is not worth a higher rank or more delays.",
                        error(least), delays(best), ranks[best[1]]);
        String scale = String.format(Locale.ROOT, " On this scale 1 is the error of repeating a time bin for the next one, and %s that of the mean (scored on %d time bins).",
                error(meanMase), scored);
        String warning = least > meanMase * (1 - NEARLY_BEST)
                ? " No combination forecasts better than the mean does: at this bin width there are hardly any linear dynamics to compare." : "";
        boolean edge = ranks[chosen[1]] == Arrays.stream(ranks).max().orElse(0) || delays[chosen[0]] == Arrays.stream(delays).max().orElse(0);
        String more = warning.isEmpty() && edge && least > IMMATERIAL ? " The choice lies at the edge of what was tried; larger numbers may forecast better." : "";
        return numbers + why + scale + warning + more;
    }

    private String delays(int[] cell) {
        return delays[cell[0]] == 1 ? "1 delay" : delays[cell[0]] + " delays";
    }

    private static String error(double mase) {
        return String.format(Locale.ROOT, mase != 0 && mase < 1e-3 ? "%.1e" : "%.4f", mase);
    }
}
