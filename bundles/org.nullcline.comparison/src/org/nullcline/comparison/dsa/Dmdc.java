// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.LinearAlgebraException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;
import org.nullcline.compute.linalg.Svd;

/**
 * Dynamic mode decomposition with control (Proctor, Brunton and Kutz 2016, doi:10.1137/15M1013857) of delay-embedded trials. The state is that of
 * {@link Dmd}: whitened coordinates of the delay embedding. Inputs keep their own units, so that control matrices of different systems that share
 * inputs can be compared.
 */
public final class Dmdc {

    private Dmdc() {
    }

    /**
     * Fits v(t + 1) ≈ A v(t) + B u(t), where u(t) is the input at the newest time bin of row t, or its own delay embedding.
     *
     * @param inputDelays blocks of the inputs' embedding, at least 1 and at most those of the outputs
     * @param ridge λ of the regression; inputs are scaled to unit norm for it
     */
    public static ControlledOperator fit(DrivenTrials trials, DelayEmbedding embedding, int inputDelays, RankRule rule, double ridge) {
        return model(trials, embedding, inputDelays, rule, ridge).operator();
    }

    /** The same with the way to tell states from observations, which forecasts need. */
    public static DrivenModel model(DrivenTrials trials, DelayEmbedding embedding, int inputDelays, RankRule rule, double ridge) {
        if (inputDelays < 1 || inputDelays > embedding.delays()) {
            throw NullclineException.invalid("The inputs need between 1 and " + embedding.delays() + " delays, not " + inputDelays + ".");
        }
        DelayEmbedding inputEmbedding = new DelayEmbedding(inputDelays, embedding.interval());
        List<Matrix> states = new ArrayList<>();
        List<Matrix> drives = new ArrayList<>();
        for (int i = 0; i < trials.count(); i++) {
            int rows = embedding.requireRows(trials.outputs().get(i).rows(), i);
            states.add(embedding.of(trials.outputs().get(i)));
            Matrix u = inputEmbedding.of(trials.inputs().get(i));
            drives.add(u.rows(u.rows() - rows, u.rows()));
        }
        Matrix h = stack(states);
        Svd svd = Svd.of(h);
        double[] s = svd.values();
        if (s.length == 0 || s[0] == 0) {
            throw NullclineException.input("The data is zero everywhere; there are no dynamics to fit.");
        }
        int rank = rule.choose(s);
        Matrix v = svd.u().columns(0, rank);
        int[] lengths = states.stream().mapToInt(Matrix::rows).toArray();
        Matrix past = pairs(v, lengths, 0);
        Matrix next = pairs(v, lengths, 1);
        Matrix drive = pairs(stack(drives), lengths, 0);
        double unit = drive.norm();
        if (unit == 0) {
            throw NullclineException.input("The inputs are zero everywhere; compare undriven systems with dsa.");
        }
        try {
            Matrix regressors = beside(past, drive.times(1 / unit));
            Matrix both = ridge > 0 ? Solve.ridge(regressors, next, ridge) : Solve.leastSquares(regressors, next);
            Matrix a = both.rows(0, rank).transpose();
            Matrix b = both.rows(rank, both.rows()).transpose().times(1 / unit);
            double[] kept = Arrays.copyOf(s, rank);
            Matrix modes = svd.vt().rows(0, rank).transpose();
            Matrix c = modes.rows(0, trials.channels()).scaleColumns(kept);
            Matrix weights = modes.scaleColumns(Arrays.stream(kept).map(value -> value > 0 ? 1 / value : 0).toArray());
            return new DrivenModel(new ControlledOperator(a, b, c, s), new StateEstimate.Delayed(embedding, weights, inputEmbedding));
        } catch (LinearAlgebraException e) {
            throw NullclineException.task("The driven operator could not be fitted: " + e.getMessage() + " Use a lower rank or a ridge above 0.");
        }
    }

    /** Rows of each trial that have a successor (shift 0), or those successors (shift 1). */
    static Matrix pairs(Matrix rows, int[] lengths, int shift) {
        int k = rows.columns();
        int count = Arrays.stream(lengths).map(length -> Math.max(0, length - 1)).sum();
        if (count == 0) {
            throw NullclineException.input("No trial is long enough to pair a row of the embedding with the next one; use fewer delays or longer trials.");
        }
        Matrix pairs = new Matrix(count, k);
        int from = 0;
        int to = 0;
        for (int length : lengths) {
            int used = Math.max(0, length - 1);
            System.arraycopy(rows.data(), (from + (used > 0 ? shift : 0)) * k, pairs.data(), to * k, used * k);
            from += length;
            to += used;
        }
        return pairs;
    }

    static Matrix stack(List<Matrix> parts) {
        Matrix all = new Matrix(parts.stream().mapToInt(Matrix::rows).sum(), parts.getFirst().columns());
        int at = 0;
        for (Matrix part : parts) {
            System.arraycopy(part.data(), 0, all.data(), at, part.data().length);
            at += part.data().length;
        }
        return all;
    }

    static Matrix beside(Matrix left, Matrix right) {
        Matrix both = new Matrix(left.rows(), left.columns() + right.columns());
        for (int i = 0; i < left.rows(); i++) {
            System.arraycopy(left.data(), i * left.columns(), both.data(), i * both.columns(), left.columns());
            System.arraycopy(right.data(), i * right.columns(), both.data(), i * both.columns() + left.columns(), right.columns());
        }
        return both;
    }
}
