// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.LinearAlgebraException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Qr;
import org.nullcline.compute.linalg.Solve;
import org.nullcline.compute.linalg.Svd;

/**
 * Subspace identification of a driven linear system from partial observations (N4SID: Van Overschee and De Moor 1994,
 * doi:10.1016/0005-1098(94)90230-5; for comparison: Huang and Ostrow 2025). The state is what the past of inputs and outputs tells about future
 * outputs beyond future inputs.
 */
public final class SubspaceDmdc {

    /** Fraction of the squared singular values that fixes the order where no rank is given. */
    private static final double ENERGY = 0.999;

    private SubspaceDmdc() {
    }

    /**
     * Fits the system.
     *
     * @param window time bins of past and of future, at least 1; trials need more than twice as many
     * @param rule order of the system; all keeps 99.9 % of the energy
     * @param ridge λ of the regressions in state coordinates
     */
    public static ControlledOperator fit(DrivenTrials trials, int window, RankRule rule, double ridge) {
        return model(trials, window, rule, ridge).operator();
    }

    /** The same with the way to tell states from observations, which forecasts need. */
    public static DrivenModel model(DrivenTrials trials, int window, RankRule rule, double ridge) {
        if (window < 1) {
            throw NullclineException.invalid("Subspace identification needs a window of at least one time bin.");
        }
        List<Matrix> rows = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < trials.count(); i++) {
            if (trials.outputs().get(i).rows() > 2 * window) {
                used.add(i);
                rows.add(windows(trials.outputs().get(i), trials.inputs().get(i), window));
            }
        }
        if (used.isEmpty()) {
            throw NullclineException.input("No trial has more than " + 2 * window + " time bins, as a window of " + window + " needs; use fewer delays.");
        }
        try {
            return identify(trials, used, rows, window, rule, ridge);
        } catch (LinearAlgebraException e) {
            throw NullclineException.task("The driven system could not be identified: " + e.getMessage() + " Use fewer delays, a lower rank or a larger ridge.");
        }
    }

    /** One row per time: [future inputs, past inputs, past outputs, future outputs]. */
    private static Matrix windows(Matrix y, Matrix u, int window) {
        int m = u.columns();
        int p = y.columns();
        int count = y.rows() - 2 * window;
        Matrix rows = new Matrix(count, 2 * window * (m + p));
        for (int t = 0; t < count; t++) {
            int at = t * rows.columns();
            System.arraycopy(u.data(), (t + window) * m, rows.data(), at, window * m);
            System.arraycopy(u.data(), t * m, rows.data(), at + window * m, window * m);
            System.arraycopy(y.data(), t * p, rows.data(), at + 2 * window * m, window * p);
            System.arraycopy(y.data(), (t + window) * p, rows.data(), at + 2 * window * m + window * p, window * p);
        }
        return rows;
    }

    private static DrivenModel identify(DrivenTrials trials, List<Integer> used, List<Matrix> rows, int window, RankRule rule, double ridge) {
        int m = trials.inputCount();
        int p = trials.channels();
        int futureInputs = window * m;
        int past = window * (m + p);
        Matrix h = Dmdc.stack(rows);
        if (h.rows() < futureInputs + past) {
            throw NullclineException.input("Subspace identification with a window of " + window + " needs " + (futureInputs + past)
                    + " time points, but the trials give " + h.rows() + "; use fewer delays or more data.");
        }
        // H = Q R; the blocks of R give the oblique projection of the future along future inputs onto the past.
        Matrix r = Qr.of(h).r();
        Matrix r22 = r.rows(futureInputs, futureInputs + past).columns(futureInputs, futureInputs + past);
        Matrix r23 = r.rows(futureInputs, futureInputs + past).columns(futureInputs + past, r.columns());
        Matrix z = h.columns(futureInputs, futureInputs + past);
        Matrix onto = Solve.pseudoInverse(r22, 1e-15).times(r23);
        Matrix projection = z.times(onto);
        Svd svd = Svd.of(projection);
        RankRule order = rule instanceof RankRule.All ? new RankRule.Explaining(ENERGY) : rule;
        int n = order.choose(svd.values());
        double[] root = Arrays.stream(Arrays.copyOf(svd.values(), n)).map(Math::sqrt).toArray();
        Matrix states = svd.u().columns(0, n).scaleColumns(root);
        Matrix readout = svd.vt().rows(0, n).transpose().rows(0, p).scaleColumns(root);
        int[] lengths = rows.stream().mapToInt(Matrix::rows).toArray();
        List<Matrix> drives = new ArrayList<>();
        for (int i = 0; i < used.size(); i++) {
            drives.add(trials.inputs().get(used.get(i)).rows(window, window + lengths[i]));
        }
        Matrix regressors = Dmdc.beside(Dmdc.pairs(states, lengths, 0), Dmdc.pairs(Dmdc.stack(drives), lengths, 0));
        Matrix next = Dmdc.pairs(states, lengths, 1);
        Matrix both = ridge > 0 ? Solve.ridge(regressors, next, ridge) : Solve.leastSquares(regressors, next);
        double[] inverse = Arrays.stream(root).map(value -> value > 0 ? 1 / value : 0).toArray();
        Matrix weights = onto.times(svd.vt().rows(0, n).transpose().scaleColumns(inverse));
        return new DrivenModel(new ControlledOperator(both.rows(0, n).transpose(), both.rows(n, both.rows()).transpose(), readout, svd.values()),
                new StateEstimate.Windowed(window, weights));
    }
}
