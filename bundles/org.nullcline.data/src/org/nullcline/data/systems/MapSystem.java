// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.parameter.Parameters;

/** A map that is declared in XML alone, as an {@link EquationSystem}: {@code x' = formula} gives the next value of x. One iteration is one unit of time. */
public final class MapSystem extends DescribedSystem {

    @Override
    public DynamicalSystem create(Parameters parameters) {
        return new Iterated(EquationFlow.of(required("equations"), variables(), numbers(parameters)));
    }

    /** The same formulas, read as the next state. */
    private record Iterated(EquationFlow formulas) implements DynamicalSystem {

        @Override
        public int dimension() {
            return formulas.dimension();
        }

        @Override
        public Update update() {
            return Update.NEXT_STATE;
        }

        @Override
        public void evaluate(double[] state, double[] result) {
            formulas.evaluate(state, result);
        }

        @Override
        public void jacobian(double[] state, double[] result) {
            formulas.jacobian(state, result);
        }
    }
}
