// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.solvers;

import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Var;

/** An explicit Runge–Kutta method with a fixed number of equal steps per interval (parameter {@code steps}). */
public abstract class FixedStep implements ExplicitMethod {

    private final ExplicitTableau tableau;

    /** A method with the given coefficients. */
    protected FixedStep(ExplicitTableau tableau) {
        this.tableau = tableau;
    }

    @Override
    public final Var advance(VectorField field, Var state, Var input, double duration, Parameters parameters) {
        int steps = parameters.integer("steps");
        Var z = state;
        for (int i = 0; i < steps; i++) {
            z = tableau.step(field, z, input, duration / steps, null).state();
        }
        return z;
    }

    @Override
    public final Integration integration(Parameters parameters) {
        int steps = parameters.integer("steps");
        return (system, y, integrals, duration) -> {
            ExplicitTableau.Stages stages = tableau.stages(system, y.length, integrals.length);
            stages.first(y);
            for (int i = 0; i < steps; i++) {
                stages.step(y, duration / steps);
                stages.accept(y, integrals, duration / steps);
            }
        };
    }

    /** Euler's method. */
    public static final class Euler extends FixedStep {
        /** For the registry. */
        public Euler() {
            super(ExplicitTableau.EULER);
        }
    }

    /** The explicit midpoint rule. */
    public static final class Midpoint extends FixedStep {
        /** For the registry. */
        public Midpoint() {
            super(ExplicitTableau.MIDPOINT);
        }
    }

    /** Heun's method. */
    public static final class Heun extends FixedStep {
        /** For the registry. */
        public Heun() {
            super(ExplicitTableau.HEUN);
        }
    }

    /** The classical Runge–Kutta method. */
    public static final class RungeKutta4 extends FixedStep {
        /** For the registry. */
        public RungeKutta4() {
            super(ExplicitTableau.RK4);
        }
    }
}
