// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;

/**
 * Linear decoding of behaviour from states by ridge regression, y(t + lag) ≈ standardised z(t) B + c. The penalty is chosen by cross-validation
 * over the fitting trials alone; the trials of a fold stay together.
 *
 * @param lag bins by which behaviour follows the states; may be negative
 * @param folds number of folds, at least 2
 * @param penalties candidates, per sample (the penalty on the sum of squares is this times the number of samples)
 */
public record BehaviourDecoder(int lag, int folds, double[] penalties) {

    /** None, and three a decade from 1e-4 to 10. */
    private static final double[] USUAL = {0, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10};

    /** One trial: states and behaviour, both with the same number of time bins. */
    public record Trial(Matrix states, Matrix behaviour) {
    }

    /**
     * What came out.
     *
     * @param r2 mean R² over the behavioural variables on the held-out trials
     * @param perVariable R² of each variable
     * @param penalty the penalty chosen
     */
    public record Result(double r2, double[] perVariable, double penalty) {
    }

    private record Samples(Matrix x, Matrix y) {
    }

    /** A decoder with the usual penalties and five folds. */
    public static BehaviourDecoder withLag(int lag) {
        return new BehaviourDecoder(lag, 5, USUAL.clone());
    }

    /** Fits on one set of trials and scores on another. */
    public Result decode(List<Trial> fitting, List<Trial> heldOut) {
        if (fitting.size() < 2 || heldOut.isEmpty()) {
            throw NullclineException.input("Decoding behaviour needs at least two fitting trials and one held-out trial, not " + fitting.size() + " and "
                    + heldOut.size() + "; split the recording first.");
        }
        int usedFolds = Math.min(folds, fitting.size());
        double best = Double.NEGATIVE_INFINITY;
        double penalty = penalties[0];
        for (double candidate : penalties) {
            double score = 0;
            for (int fold = 0; fold < usedFolds; fold++) {
                score += fold(fitting, usedFolds, fold, candidate) / usedFolds;
            }
            if (score > best) {
                best = score;
                penalty = candidate;
            }
        }
        Samples held = samples(heldOut);
        Matrix prediction = fit(samples(fitting), penalty).apply(held.x());
        return new Result(Determination.mean(held.y(), prediction), Determination.perColumn(held.y(), prediction), penalty);
    }

    private double fold(List<Trial> trials, int count, int fold, double penalty) {
        List<Trial> inside = new ArrayList<>();
        List<Trial> outside = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            (i % count == fold ? outside : inside).add(trials.get(i));
        }
        Samples held = samples(outside);
        double r2 = Determination.mean(held.y(), fit(samples(inside), penalty).apply(held.x()));
        return Double.isNaN(r2) ? 0 : r2;
    }

    private Samples samples(List<Trial> trials) {
        List<double[]> x = new ArrayList<>();
        List<double[]> y = new ArrayList<>();
        for (Trial trial : trials) {
            for (int t = 0; t < trial.states().rows(); t++) {
                int then = t + lag;
                if (then >= 0 && then < trial.behaviour().rows() && finite(trial.behaviour().row(then))) {
                    x.add(trial.states().row(t));
                    y.add(trial.behaviour().row(then));
                }
            }
        }
        if (x.isEmpty()) {
            throw NullclineException.input("With a lag of " + lag + " bins no time bin has both a state and finite behaviour; use a smaller lag.");
        }
        return new Samples(Matrix.of(x.toArray(double[][]::new)), Matrix.of(y.toArray(double[][]::new)));
    }

    private static boolean finite(double[] row) {
        for (double value : row) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static AffineMap fit(Samples samples, double penalty) {
        Matrix x = samples.x().centreColumns();
        double[] scale = new double[x.columns()];
        for (int j = 0; j < scale.length; j++) {
            double sum = 0;
            for (int i = 0; i < x.rows(); i++) {
                sum += x.get(i, j) * x.get(i, j);
            }
            scale[j] = sum > 0 ? Math.sqrt(x.rows() / sum) : 0;
        }
        Matrix standard = x.scaleColumns(scale);
        Matrix y = samples.y().centreColumns();
        Matrix b = (penalty == 0 ? Solve.leastSquares(standard, y) : Solve.ridge(standard, y, penalty * x.rows())).scaleRows(scale);
        double[] offset = samples.y().columnMeans();
        double[] meanX = samples.x().columnMeans();
        for (int j = 0; j < offset.length; j++) {
            for (int i = 0; i < meanX.length; i++) {
                offset[j] -= meanX[i] * b.get(i, j);
            }
        }
        return new AffineMap(b, offset);
    }
}
