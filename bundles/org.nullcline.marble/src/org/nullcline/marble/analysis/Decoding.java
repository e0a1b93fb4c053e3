// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.geometry.Work;

/**
 * Decodes behaviour from embedded points, cross-validated over trials: every point is predicted by a regressor that saw no point of its trial.
 *
 * @param truth sample × target
 * @param predicted sample × target
 * @param trial of each sample
 * @param time of each sample: its bin within the trial
 * @param lag bins by which behaviour follows the points
 */
public record Decoding(double[][] truth, double[][] predicted, int[] trial, int[] time, int lag) {

    /**
     * Points and behaviour of one trial. Bins of the embedding and of the behaviour are those of the trial.
     *
     * @param points point × dimension
     * @param time bin of each point within the trial
     * @param behaviour bin × target, NaN where it is not known
     */
    public record Trial(double[][] points, int[] time, double[][] behaviour) {
    }

    /** Samples of a trial whose behaviour is known at the lag. */
    private record Samples(List<double[]> x, List<double[]> y, List<Integer> trial, List<Integer> time) {
    }

    /**
     * Decodes with a given lag.
     *
     * @param folds number of parts of the trials, each of which is predicted from the others
     * @param seed of the assignment of trials to parts
     */
    public static Decoding crossValidated(List<Trial> trials, Regressor regressor, int lag, int folds, long seed, Work work) {
        if (trials.size() < 2 || folds < 2) {
            throw NullclineException.input("Decoding is cross-validated over trials and needs at least two trials and two folds, not " + trials.size()
                    + " and " + folds + "; cut the recording into trials first.");
        }
        int used = Math.min(folds, trials.size());
        int[] order = RandomStream.of(seed).child("folds").permutation(trials.size());
        int[] fold = new int[trials.size()];
        for (int i = 0; i < order.length; i++) {
            fold[order[i]] = i % used;
        }
        Samples all = samples(trials, lag);
        int n = all.x().size();
        double[][] predicted = new double[n][];
        for (int f = 0; f < used; f++) {
            work.progress().check();
            List<Integer> inside = new ArrayList<>();
            List<Integer> outside = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                (fold[all.trial().get(i)] == f ? outside : inside).add(i);
            }
            if (inside.isEmpty() || outside.isEmpty()) {
                continue;
            }
            double[][] result = regressor.fit(rows(all.x(), inside), rows(all.y(), inside)).predict(rows(all.x(), outside), work);
            for (int i = 0; i < result.length; i++) {
                predicted[outside.get(i)] = result[i];
            }
        }
        if (Arrays.stream(predicted).anyMatch(p -> p == null)) {
            throw NullclineException.input("All decodable points belong to trials of one fold; use fewer folds or more trials.");
        }
        return new Decoding(all.y().toArray(double[][]::new), predicted, all.trial().stream().mapToInt(Integer::intValue).toArray(),
                all.time().stream().mapToInt(Integer::intValue).toArray(), lag);
    }

    /**
     * Decodes with the lag from −most … most at which the mean R² is largest; of equal ones the smallest. Lags are compared on the points that
     * have behaviour at all of them, so that none gains by losing the ends of trials.
     */
    public static Decoding withBestLag(List<Trial> trials, Regressor regressor, int most, int folds, long seed, Work work) {
        List<Trial> inner = trials.stream().map(trial -> inner(trial, most)).toList();
        int best = 0;
        double largest = crossValidated(inner, regressor, 0, folds, seed, work).meanR2();
        for (int lag = 1; lag <= most; lag++) {
            for (int signed : new int[] {lag, -lag}) {
                double r2 = crossValidated(inner, regressor, signed, folds, seed, work).meanR2();
                if (r2 > largest) {
                    largest = r2;
                    best = signed;
                }
            }
        }
        return crossValidated(trials, regressor, best, folds, seed, work);
    }

    /** The points of a trial that lie at least {@code margin} bins from its ends. */
    private static Trial inner(Trial trial, int margin) {
        int[] kept = IntStream.range(0, trial.time().length)
                .filter(p -> trial.time()[p] >= margin && trial.time()[p] + margin < trial.behaviour().length).toArray();
        return new Trial(Arrays.stream(kept).mapToObj(p -> trial.points()[p]).toArray(double[][]::new),
                Arrays.stream(kept).map(p -> trial.time()[p]).toArray(), trial.behaviour());
    }

    private static double[][] rows(List<double[]> all, List<Integer> chosen) {
        return chosen.stream().map(all::get).toArray(double[][]::new);
    }

    private static Samples samples(List<Trial> trials, int lag) {
        Samples samples = new Samples(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int t = 0; t < trials.size(); t++) {
            Trial trial = trials.get(t);
            for (int p = 0; p < trial.points().length; p++) {
                int then = trial.time()[p] + lag;
                if (then >= 0 && then < trial.behaviour().length && Arrays.stream(trial.behaviour()[then]).allMatch(Double::isFinite)) {
                    samples.x().add(trial.points()[p]);
                    samples.y().add(trial.behaviour()[then]);
                    samples.trial().add(t);
                    samples.time().add(trial.time()[p]);
                }
            }
        }
        if (samples.x().isEmpty()) {
            throw NullclineException.input("With a lag of " + lag + " bins no point has known behaviour; use a smaller lag.");
        }
        return samples;
    }

    /** R² of each target over all held-out samples. */
    public double[] r2() {
        return Determination.perColumn(truth, predicted);
    }

    /** Mean of {@link #r2}. */
    public double meanR2() {
        return Arrays.stream(r2()).average().orElse(Double.NaN);
    }

    /** Median absolute error of each target. */
    public double[] medianError() {
        double[] medians = new double[truth[0].length];
        for (int t = 0; t < medians.length; t++) {
            int target = t;
            double[] errors = new double[truth.length];
            Arrays.setAll(errors, i -> Math.abs(truth[i][target] - predicted[i][target]));
            Arrays.sort(errors);
            int n = errors.length;
            medians[t] = n % 2 == 1 ? errors[n / 2] : (errors[n / 2 - 1] + errors[n / 2]) / 2;
        }
        return medians;
    }

    /**
     * R² of positions that follow from predicted velocities: the predictions of each trial are summed up, each times the bin width, from the true
     * start.
     *
     * @param binWidth seconds per bin, in the unit of the velocity
     * @return R² of each component
     */
    public double[] integratedR2(double binWidth) {
        int targets = truth[0].length;
        double[][] position = new double[truth.length][targets];
        double[][] estimate = new double[truth.length][targets];
        for (int i = 1; i < truth.length; i++) {
            if (trial[i] == trial[i - 1]) {
                for (int t = 0; t < targets; t++) {
                    double step = binWidth * (time[i] - time[i - 1]);
                    position[i][t] = position[i - 1][t] + step * truth[i - 1][t];
                    estimate[i][t] = estimate[i - 1][t] + step * predicted[i - 1][t];
                }
            }
        }
        return Determination.perColumn(position, estimate);
    }
}
