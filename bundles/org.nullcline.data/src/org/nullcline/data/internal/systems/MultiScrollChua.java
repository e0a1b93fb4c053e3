// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.systems;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.data.systems.DescribedSystem;

/**
 * Chua's circuit with a piecewise linear diode of several breakpoints (Yalçin, Suykens and Vandewalle 2000, IEEE Transactions on Circuits and
 * Systems I 47, 425): x′ = a (y − f(x)), y′ = x − y + z, z′ = −b y, f(x) = m_q x + ½ Σᵢ (mᵢ₋₁ − mᵢ) (|x + cᵢ| − |x − cᵢ|).
 */
public final class MultiScrollChua extends DescribedSystem {

    @Override
    public DynamicalSystem create(Parameters parameters) {
        double[] slopes = parameters.reals("m");
        double[] breakpoints = parameters.reals("c");
        if (slopes.length != breakpoints.length || slopes.length < 2) {
            throw NullclineException.invalid("multi-chua: m and c need equally many values, at least two; they have " + slopes.length + " and "
                    + breakpoints.length + ".");
        }
        return new Flow(parameters.real("a"), parameters.real("b"), slopes, breakpoints);
    }

    private record Flow(double a, double b, double[] m, double[] c) implements DynamicalSystem {

        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public Update update() {
            return Update.DERIVATIVE;
        }

        @Override
        public void evaluate(double[] x, double[] dx) {
            double f = m[m.length - 1] * x[0];
            for (int i = 1; i < m.length; i++) {
                f += 0.5 * (m[i - 1] - m[i]) * (Math.abs(x[0] + c[i]) - Math.abs(x[0] - c[i]));
            }
            dx[0] = a * (x[1] - f);
            dx[1] = x[0] - x[1] + x[2];
            dx[2] = -b * x[1];
        }
    }
}
