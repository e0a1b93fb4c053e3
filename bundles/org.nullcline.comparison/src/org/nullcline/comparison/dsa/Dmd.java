// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.comparison.dsa.DmdSettings.Method;
import org.nullcline.comparison.dsa.DmdSettings.Route;
import org.nullcline.compute.linalg.LinearAlgebraException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.compute.linalg.SymmetricEigen;

/**
 * Dynamic mode decomposition of delay-embedded trials (HAVOK: Brunton et al. 2017, doi:10.1038/s41467-017-00030-8; its use for comparison: Ostrow
 * et al. 2023). All trials of a system are stacked; no pair of rows crosses from one trial into the next.
 */
public final class Dmd {

    /** Operations of a singular value decomposition below which nothing is gained by avoiding it. */
    private static final double SMALL = 2e7;
    /** (σ₁/σ_r)² times the unit roundoff bounds the relative error of the covariance route; up to here it is about 1e-11. */
    private static final double SAFE_RATIO = 3e-3;

    private final List<Matrix> trials;
    private final DmdSettings settings;
    private final DelayEmbedding embedding;

    private Dmd(List<Matrix> trials, DmdSettings settings) {
        this.trials = trials;
        this.settings = settings;
        this.embedding = settings.embedding();
    }

    /**
     * Fits the operator of one system.
     *
     * @param trials each time × channels; channels agree, lengths may differ
     * @throws NullclineException when trials are too short, not finite, or the regression is singular
     */
    public static DmdOperator fit(List<Matrix> trials, DmdSettings settings) {
        Dmd dmd = new Dmd(trials, settings);
        dmd.check();
        try {
            return dmd.fit();
        } catch (LinearAlgebraException e) {
            throw NullclineException.task("The operator could not be fitted: " + e.getMessage() + " Use a lower rank, fewer delays or a ridge above 0.");
        }
    }

    private void check() {
        if (trials.isEmpty()) {
            throw NullclineException.input("There are no trials to fit an operator to.");
        }
        int channels = trials.getFirst().columns();
        boolean pairs = false;
        for (int i = 0; i < trials.size(); i++) {
            Matrix trial = trials.get(i);
            if (trial.columns() != channels) {
                throw NullclineException.input("Trial " + i + " has " + trial.columns() + " channels where trial 0 has " + channels + ".");
            }
            pairs |= embedding.requireRows(trial.rows(), i) > settings.stepsAhead();
            for (int k = 0; k < trial.data().length; k++) {
                if (!Double.isFinite(trial.data()[k])) {
                    throw NullclineException.input("Trial " + i + " holds " + trial.data()[k] + " at time bin " + k / channels + ", channel " + k % channels
                            + "; an operator needs finite numbers, so interpolate or remove such samples.");
                }
            }
        }
        if (channels == 0 || !pairs) {
            throw NullclineException.input("No trial is long enough to pair a row of the embedding with the one " + settings.stepsAhead()
                    + " steps later; use fewer delays or longer trials.");
        }
    }

    private DmdOperator fit() {
        int channels = trials.getFirst().columns();
        double width = (double) embedding.delays() * channels;
        double rows = trials.stream().mapToDouble(trial -> embedding.rows(trial.rows())).sum();
        boolean covariance = switch (settings.route()) {
            case EXACT -> false;
            case COVARIANCE -> true;
            case AUTO -> rows >= width && rows * width * width > SMALL;
        };
        if (covariance && settings.method() == Method.PCR) {
            DmdOperator operator = byCovariance(channels);
            if (operator != null) {
                return operator;
            }
        }
        return exactly(channels);
    }

    /** Null when the conditioning is not good enough and the route was left to us. */
    private DmdOperator byCovariance(int channels) {
        HankelProducts products = HankelProducts.of(trials, embedding, settings.stepsAhead());
        SymmetricEigen eigen = SymmetricEigen.of(products.all());
        double[] s = Arrays.stream(eigen.values()).map(value -> Math.sqrt(Math.max(0, value))).toArray();
        requireVariance(s);
        int rank = settings.rank().choose(s);
        boolean accurate = s[rank - 1] > SAFE_RATIO * s[0];
        if (settings.route() == Route.AUTO && !accurate) {
            return null;
        }
        if (s[rank - 1] == 0) {
            throw new LinearAlgebraException("The embedding has a rank below " + rank + ".");
        }
        Matrix modes = eigen.vectors().columns(0, rank);
        double[] inverse = new double[rank];
        Arrays.setAll(inverse, i -> 1 / s[i]);
        Matrix whitening = modes.scaleColumns(inverse);
        Matrix past = whitening.transposeTimes(products.past().times(whitening));
        Matrix cross = whitening.transposeTimes(products.cross().times(whitening));
        return new DmdOperator(regress(past, cross).transpose(), modes, s, rank, channels, settings, true);
    }

    private DmdOperator exactly(int channels) {
        Svd svd = Svd.of(stacked(channels));
        double[] s = svd.values();
        requireVariance(s);
        int rank = settings.rank().choose(s);
        int used = settings.method() == Method.PCR ? rank : s.length;
        Matrix v = svd.u().columns(0, used);
        Matrix past = rowsOfPairs(v, 0);
        Matrix future = rowsOfPairs(v, settings.stepsAhead());
        Matrix cross = past.transposeTimes(future);
        Matrix b = regress(past.gram(), cross);
        if (settings.method() == Method.RRR) {
            // The fitted values' leading directions: eigenvectors of V₊ᵀV₋ (V₋ᵀV₋ + λI)⁻¹ V₋ᵀV₊.
            Matrix p = SymmetricEigen.of(symmetric(cross.transposeTimes(b))).vectors().columns(0, rank);
            b = b.times(p).timesTranspose(p);
        }
        Matrix modes = svd.vt().rows(0, used).transpose();
        return new DmdOperator(b.transpose(), modes, s, rank, channels, settings, false);
    }

    /** B of least ‖V₋B − V₊‖² + λ‖B‖². */
    private Matrix regress(Matrix past, Matrix cross) {
        Matrix normal = past.copy();
        for (int i = 0; i < normal.rows(); i++) {
            normal.set(i, i, normal.get(i, i) + settings.ridge());
        }
        return Solve.positive(normal, cross);
    }

    private Matrix stacked(int channels) {
        long rows = trials.stream().mapToLong(trial -> embedding.rows(trial.rows())).sum();
        long width = (long) embedding.delays() * channels;
        if (rows * width > Integer.MAX_VALUE - 8) {
            throw NullclineException.invalid("The delay embedding would have " + rows + " × " + width
                    + " numbers; use fewer delays, a longer interval, fewer channels or the covariance route.");
        }
        Matrix h = new Matrix((int) rows, (int) width);
        int row = 0;
        for (Matrix trial : trials) {
            embedding.fill(trial, h, row);
            row += embedding.rows(trial.rows());
        }
        return h;
    }

    /** The rows of each trial that belong to pairs, moved by {@code shift}. */
    private Matrix rowsOfPairs(Matrix v, int shift) {
        int[] counts = trials.stream().mapToInt(trial -> embedding.rows(trial.rows())).toArray();
        int pairs = Arrays.stream(counts).map(count -> Math.max(0, count - settings.stepsAhead())).sum();
        int k = v.columns();
        Matrix rows = new Matrix(pairs, k);
        int from = 0;
        int to = 0;
        for (int count : counts) {
            int used = Math.max(0, count - settings.stepsAhead());
            System.arraycopy(v.data(), (from + (used > 0 ? shift : 0)) * k, rows.data(), to * k, used * k);
            from += count;
            to += used;
        }
        return rows;
    }

    private static Matrix symmetric(Matrix a) {
        return a.plus(a.transpose()).times(0.5);
    }

    private static void requireVariance(double[] s) {
        if (s[0] == 0) {
            throw NullclineException.input("The data is zero everywhere; there are no dynamics to fit.");
        }
    }
}
