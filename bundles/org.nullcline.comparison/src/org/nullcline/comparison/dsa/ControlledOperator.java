// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.compute.linalg.Matrix;

/**
 * A driven linear system x(t + 1) = A x(t) + B u(t), y(t) ≈ C x(t).
 *
 * @param state A: state × state
 * @param control B: state × input, in the units of the inputs
 * @param readout C: channel × state
 * @param singularValues of the matrix that the state space was taken from, descending
 */
public record ControlledOperator(Matrix state, Matrix control, Matrix readout, double[] singularValues) {

    /** Forecasts of one step from the states of a trial; rows of states, inputs and result are time bins. */
    public Matrix step(Matrix states, Matrix inputs) {
        return states.timesTranspose(state).plus(inputs.timesTranspose(control));
    }
}
