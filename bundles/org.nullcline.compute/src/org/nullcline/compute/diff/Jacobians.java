// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.util.function.UnaryOperator;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.kernel.Precision;

/** Derivatives of maps from states to states. */
public final class Jacobians {

    private Jacobians() {
    }

    /**
     * The Jacobian of a map at many points at once, in double precision. The map must treat every row by itself (no batch statistics).
     *
     * @param f      from a matrix (points × inputs) to a matrix (points × outputs)
     * @param points points × inputs
     * @return points × outputs × inputs: element (p, i, j) is ∂fᵢ/∂xⱼ at point p
     */
    public static INDArray of(UnaryOperator<Var> f, INDArray points) {
        Tape tape = Tape.differentiation(Precision.DOUBLE);
        Var x = tape.variable(points);
        Var y = f.apply(x);
        if (y.rows() != x.rows()) {
            throw new IllegalArgumentException("The map turned " + x.rows() + " points into " + y.rows() + ".");
        }
        int n = x.rows();
        int outputs = y.columns();
        int inputs = x.columns();
        double[] jacobian = new double[n * outputs * inputs];
        for (int i = 0; i < outputs; i++) {
            tape.clearGradients();
            // rows do not interact, so the gradient of a sum over rows holds the gradient of each row
            tape.backward(y.columns(i, i + 1).sum());
            double[] gradient = NdArrays.doubles(x.gradient());
            for (int p = 0; p < n; p++) {
                System.arraycopy(gradient, p * inputs, jacobian, (p * outputs + i) * inputs, inputs);
            }
        }
        return NdArrays.of(jacobian, n, outputs, inputs);
    }
}
