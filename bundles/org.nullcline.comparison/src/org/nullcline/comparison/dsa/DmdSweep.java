// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;

/**
 * Forecasts of held-out data for many numbers of delays and ranks. Cells that are not possible (a rank above delays · channels, trials too short)
 * are NaN.
 *
 * @param delays tried
 * @param ranks tried
 * @param mase mean absolute scaled error on held-out data: delays × ranks
 * @param aic Akaike criterion per number on held-out data: delays × ranks
 * @param nonNormality ‖AᵀA − AAᵀ‖: delays × ranks
 * @param residual mean residual of the eigenpairs on held-out data: delays × ranks
 */
public record DmdSweep(int[] delays, int[] ranks, double[][] mase, double[][] aic, double[][] nonNormality, double[][] residual) {

    private static final double NEARLY_BEST = 0.02;

    /** What the recommendation needs. */
    public record Recommendation(int delays, int rank, String reason) {
    }

    /**
     * Sweeps.
     *
     * @param train trials to fit; a single trial is fitted on its first part and tested on its last
     * @param test trials to forecast
     * @param reseed time bins after which a forecast starts from the true state again
     * @param progress is told after each number of delays, and may throw to stop
     */
    public static DmdSweep run(List<Matrix> train, List<Matrix> test, int interval, int[] delays, int[] ranks, double ridge, int reseed, IntConsumer progress) {
        double[][][] results = new double[4][delays.length][ranks.length];
        int channels = train.getFirst().columns();
        for (int d = 0; d < delays.length; d++) {
            for (int r = 0; r < ranks.length; r++) {
                double[] cell = cell(train, test, new DmdSettings(new DelayEmbedding(delays[d], interval), new RankRule.Fixed(ranks[r]), ridge,
                        DmdSettings.Method.PCR, 1, DmdSettings.Route.AUTO), ranks[r] <= delays[d] * channels, reseed);
                for (int k = 0; k < 4; k++) {
                    results[k][d][r] = cell[k];
                }
                progress.accept(d * ranks.length + r + 1);
            }
        }
        return new DmdSweep(delays, ranks, results[0], results[1], results[2], results[3]);
    }

    private static double[] cell(List<Matrix> train, List<Matrix> test, DmdSettings settings, boolean possible, int reseed) {
        double[] nothing = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        int needed = settings.embedding().span() + 2;
        List<Matrix> longEnough = train.stream().filter(trial -> trial.rows() >= needed).toList();
        List<Matrix> tested = test.stream().filter(trial -> trial.rows() >= needed).toList();
        if (!possible || longEnough.isEmpty() || tested.isEmpty()) {
            return nothing;
        }
        try {
            DmdOperator operator = Dmd.fit(longEnough, settings);
            ForecastStatistics statistics = ForecastStatistics.of(tested, DmdPrediction.predict(operator, tested, reseed), operator.rank());
            double residual = 0;
            Residuals residuals = Residuals.of(operator, tested);
            for (double value : residuals.residual()) {
                residual += value / residuals.residual().length;
            }
            return new double[] {statistics.mase(), statistics.aic(), DmdOperator.nonNormality(operator.reduced()), residual};
        } catch (NullclineException e) {
            if (e.kind() == NullclineException.Kind.TASK) {
                return nothing;
            }
            throw e;
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

    /** The smallest model whose held-out error is within 2 % of the best. */
    public Recommendation recommend() {
        double best = Double.POSITIVE_INFINITY;
        int bestD = -1;
        int bestR = -1;
        for (int d = 0; d < delays.length; d++) {
            for (int r = 0; r < ranks.length; r++) {
                if (mase[d][r] < best) {
                    best = mase[d][r];
                    bestD = d;
                    bestR = r;
                }
            }
        }
        if (bestD < 0) {
            throw NullclineException.task("No combination of delays and rank could be fitted; use fewer delays or longer trials.");
        }
        List<int[]> candidates = new ArrayList<>();
        for (int d = 0; d < delays.length; d++) {
            for (int r = 0; r < ranks.length; r++) {
                if (mase[d][r] <= best * (1 + NEARLY_BEST)) {
                    candidates.add(new int[] {d, r});
                }
            }
        }
        candidates.sort((x, y) -> ranks[x[1]] != ranks[y[1]] ? ranks[x[1]] - ranks[y[1]] : delays[x[0]] - delays[y[0]]);
        int[] chosen = candidates.getFirst();
        String reason = String.format(Locale.ROOT, "%d delays with rank %d forecast held-out data with a scaled error of %.4f, within 2 %% of the best (%.4f, %d delays "
                + "with rank %d), and no smaller rank does.", delays[chosen[0]], ranks[chosen[1]], mase[chosen[0]][chosen[1]], best, delays[bestD], ranks[bestR]);
        return new Recommendation(delays[chosen[0]], ranks[chosen[1]], reason);
    }
}
