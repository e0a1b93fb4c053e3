// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;

/**
 * A driven system with the way to tell its states from observations.
 *
 * @param operator how states move and are read out
 * @param estimate states from outputs and inputs
 */
public record DrivenModel(ControlledOperator operator, StateEstimate estimate) {

    /** Number of states. */
    public int rank() {
        return operator.state().rows();
    }

    /**
     * Forecasts outputs. The first bins of a trial, which tell the first state, and the bin of that state are copied. The state at each later row t is
     * A x + B u of row t − 1, where x is the state that observations tell when t is a multiple of {@code reseed}, otherwise the own forecast.
     *
     * @param reseed 1 for forecasts one step ahead, larger for longer ones
     * @return outputs of the shapes of the trials; trials too short for a forecast are copied
     */
    public List<Matrix> predict(DrivenTrials trials, int reseed) {
        if (reseed < 1) {
            throw NullclineException.invalid("A prediction must be reseeded after at least one step, not " + reseed + ".");
        }
        List<Matrix> predicted = new ArrayList<>();
        for (int i = 0; i < trials.count(); i++) {
            predicted.add(predict(trials.outputs().get(i), trials.inputs().get(i), reseed));
        }
        return predicted;
    }

    private Matrix predict(Matrix outputs, Matrix inputs, int reseed) {
        Matrix predicted = outputs.copy();
        int rows = outputs.rows() - estimate.first();
        if (rows < 2) {
            return predicted;
        }
        Matrix told = estimate.states(outputs, inputs);
        Matrix drives = estimate.drives(inputs);
        double[] state = told.row(0);
        for (int t = 1; t < rows; t++) {
            double[] from = t % reseed == 0 ? told.row(t - 1) : state;
            double[] moved = operator.state().times(from);
            double[] driven = operator.control().times(drives.row(t - 1));
            for (int k = 0; k < moved.length; k++) {
                moved[k] += driven[k];
            }
            state = moved;
            System.arraycopy(operator.readout().times(state), 0, predicted.data(), (estimate.first() + t) * outputs.columns(), outputs.columns());
        }
        return predicted;
    }
}
