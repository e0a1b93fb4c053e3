// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.systems;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.data.systems.DescribedSystem;

/** A continuous-time recurrent network (Beer 1995, Adaptive Behavior 3, 469): τ x′ = −x + W σ(x + θ), σ the logistic function. */
public final class BeerNetwork extends DescribedSystem {

    @Override
    public DynamicalSystem create(Parameters parameters) {
        SquareMatrix weights = SquareMatrix.of("beer-rnn", "w", parameters.reals("w"));
        double[] tau = parameters.reals("tau");
        double[] theta = parameters.reals("theta");
        if (tau.length != weights.size() || theta.length != weights.size()) {
            throw NullclineException.invalid("beer-rnn: tau and theta need " + weights.size() + " values, one per neuron.");
        }
        return new Flow(weights, tau, theta);
    }

    private record Flow(SquareMatrix w, double[] tau, double[] theta) implements DynamicalSystem {

        @Override
        public int dimension() {
            return w.size();
        }

        @Override
        public Update update() {
            return Update.DERIVATIVE;
        }

        @Override
        public void evaluate(double[] x, double[] dx) {
            double[] rate = rates(x);
            for (int i = 0; i < w.size(); i++) {
                dx[i] = (-x[i] + w.row(i, rate)) / tau[i];
            }
        }

        private double[] rates(double[] x) {
            double[] rate = new double[w.size()];
            for (int i = 0; i < rate.length; i++) {
                rate[i] = 1 / (1 + StrictMath.exp(-(x[i] + theta[i])));
            }
            return rate;
        }

        @Override
        public void jacobian(double[] x, double[] result) {
            int n = w.size();
            double[] rate = rates(x);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    result[i * n + j] = (w.get(i, j) * rate[j] * (1 - rate[j]) - (i == j ? 1 : 0)) / tau[i];
                }
            }
        }
    }
}
