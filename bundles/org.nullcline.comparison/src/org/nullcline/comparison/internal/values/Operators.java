// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.values;

import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.ControlledOperator;
import org.nullcline.comparison.dsa.DmdOperator;
import org.nullcline.comparison.dsa.DmdSettings;
import org.nullcline.comparison.dsa.Residuals;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;

/**
 * Values of kind {@link Kinds#OPERATOR}.
 *
 * <p>Arrays: {@value #OPERATOR} (state × state), {@value #EIGENVALUES} (eigenvalue × 2), and for fitted ones {@value #SINGULAR_VALUES} (mode) and
 * {@value #MODES} (embedded channel × mode).
 */
public final class Operators {

    /** The operator in whitened coordinates: state × state. */
    public static final String OPERATOR = "operator";
    /** eigenvalue × (real, imaginary). */
    public static final String EIGENVALUES = "eigenvalues";
    /** Singular values of the delay embedding, descending. */
    public static final String SINGULAR_VALUES = "singularValues";
    /** (delays · channels) × mode. */
    public static final String MODES = "modes";
    /** How inputs move the state: state × input. */
    public static final String CONTROL = "control";
    /** The readout of a driven system: channel × state. */
    public static final String READOUT = "readout";
    /** Squared residual of each eigenvalue's pair on the data. */
    public static final String RESIDUALS = "residuals";
    /** Those over the residuals of persistence. */
    public static final String NORMALISED_RESIDUALS = "normalisedResiduals";
    /** The operator on the delay embedding. */
    public static final String AMBIENT = "ambientOperator";

    private Operators() {
    }

    /** A square matrix with its spectrum. */
    public static Value.Builder of(Matrix operator) {
        if (operator.rows() != operator.columns() || operator.rows() == 0) {
            throw NullclineException.input("An operator must be a square matrix, not one of " + operator.rows() + " × " + operator.columns() + ".");
        }
        for (double element : operator.data()) {
            if (!Double.isFinite(element)) {
                throw NullclineException.input("An operator must hold finite numbers, but this one holds " + element + ".");
            }
        }
        Matrix spectrum = Matrix.of(Eigen.values(operator).points());
        return Value.of(Kinds.OPERATOR).array(OPERATOR, "", operator.toArray(), "state", "state").array(EIGENVALUES, "", spectrum.toArray(), "eigenvalue",
                "part");
    }

    /** A fitted operator with everything known about it. */
    public static Value.Builder of(DmdOperator fitted) {
        DmdSettings settings = fitted.settings();
        double[] s = fitted.singularValues();
        return of(fitted.reduced()).array(SINGULAR_VALUES, "", NdArrays.of(s, s.length), "mode")
                .array(MODES, "", fitted.modes().toArray(), "channel", "mode").attribute("rank", fitted.rank()).attribute("channels", fitted.channels())
                .attribute("delays", settings.embedding().delays()).attribute("interval", settings.embedding().interval())
                .attribute("stepsAhead", settings.stepsAhead()).attribute("ridge", settings.ridge())
                .attribute("method", settings.method().name().toLowerCase(Locale.ROOT)).attribute("byCovariance", fitted.byCovariance());
    }

    /** A driven system. */
    public static Value.Builder of(ControlledOperator fitted) {
        double[] s = fitted.singularValues();
        return of(fitted.state()).array(CONTROL, "", fitted.control().toArray(), "state", "input")
                .array(READOUT, "", fitted.readout().toArray(), "channel", "state").array(SINGULAR_VALUES, "", NdArrays.of(s, s.length), "mode")
                .attribute("rank", fitted.state().rows());
    }

    /** Adds residuals to an operator; its eigenvalues take their order. */
    public static Value.Builder with(Value.Builder operator, Residuals residuals) {
        int n = residuals.residual().length;
        return operator.array(EIGENVALUES, "", residuals.eigenvalues().toArray(), "eigenvalue", "part")
                .array(RESIDUALS, "", NdArrays.of(residuals.residual(), n), "eigenvalue")
                .array(NORMALISED_RESIDUALS, "", NdArrays.of(residuals.normalised(), n), "eigenvalue");
    }

    /** The matrix of an operator, or a square matrix as such. */
    public static Matrix matrix(Value value) {
        return value.kind().equals(Kinds.OPERATOR) ? Matrix.of(value.array(OPERATOR)) : Inputs.samples(value);
    }

    /** Eigenvalue × (real, imaginary). */
    public static Matrix spectrum(Value value) {
        return value.has(EIGENVALUES) ? Matrix.of(value.array(EIGENVALUES)) : Matrix.of(Eigen.values(matrix(value)).points());
    }
}
