// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.solvers;

import org.nullcline.api.dynamics.Solver;
import org.nullcline.api.parameter.Parameters;

/**
 * A solver that can also integrate plain numbers step by step and forget the way, which the adjoint method needs. Solvers that extend
 * {@link FixedStep} or {@link AdaptiveStep} can.
 */
public interface ExplicitMethod extends Solver {

    /** y′ = f(y), with further quantities g(y) to be integrated along the way. */
    interface Equations {

        /** Columns of the state, whose rows are independent of each other as far as errors are concerned. */
        int columns();

        /**
         * Evaluates both.
         *
         * @param y rows × columns
         * @param slope receives f(y)
         * @param integrand receives g(y); of length 0 where nothing else is integrated
         */
        void evaluate(double[] y, double[] slope, double[] integrand);
    }

    /** An integration that may keep its step size from one interval to the next. */
    @FunctionalInterface
    interface Integration {

        /**
         * Moves a state over an interval.
         *
         * @param y changed in place
         * @param integrals to which the integrals of g over the interval are added; they take no part in the control of the error
         */
        void advance(Equations system, double[] y, double[] integrals, double duration);
    }

    /** Begins an integration with the solver's declared parameters. */
    Integration integration(Parameters parameters);
}
