// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.systems;

import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.data.systems.DescribedSystem;

/** A network with a sigmoid response (Lewis and Glass 1992, Neural Computation 4, 621): x′ = −x/τ + (1 + tanh(ε K x))/2 − β. */
public final class Hopfield extends DescribedSystem {

    @Override
    public DynamicalSystem create(Parameters parameters) {
        SquareMatrix weights = SquareMatrix.of("hopfield", "k", parameters.reals("k"));
        return new Flow(weights, parameters.real("tau"), parameters.real("eps"), parameters.real("beta"));
    }

    private record Flow(SquareMatrix k, double tau, double eps, double beta) implements DynamicalSystem {

        @Override
        public int dimension() {
            return k.size();
        }

        @Override
        public Update update() {
            return Update.DERIVATIVE;
        }

        @Override
        public void evaluate(double[] x, double[] dx) {
            for (int i = 0; i < k.size(); i++) {
                dx[i] = -x[i] / tau + 0.5 * (1 + StrictMath.tanh(eps * k.row(i, x))) - beta;
            }
        }

        @Override
        public void jacobian(double[] x, double[] result) {
            int n = k.size();
            for (int i = 0; i < n; i++) {
                double t = StrictMath.tanh(eps * k.row(i, x));
                for (int j = 0; j < n; j++) {
                    result[i * n + j] = 0.5 * eps * (1 - t * t) * k.get(i, j) - (i == j ? 1 / tau : 0);
                }
            }
        }
    }
}
