// SPDX-License-Identifier: EPL-2.0
package org.nullcline.examples.lab;

import org.nullcline.api.dynamics.Solver;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Var;

/** Ralston's second-order Runge–Kutta method: k₁ = f(z), k₂ = f(z + ⅔ h k₁), z ← z + h (¼ k₁ + ¾ k₂). */
public final class Ralston implements Solver {

    @Override
    public Var advance(VectorField field, Var state, Var input, double duration, Parameters parameters) {
        int steps = parameters.integer("steps");
        double h = duration / steps;
        Var z = state;
        for (int i = 0; i < steps; i++) {
            Var k1 = field.of(z, input);
            Var k2 = field.of(z.axpy(2 * h / 3, k1), input);
            z = z.axpy(h / 4, k1).axpy(3 * h / 4, k2);
        }
        return z;
    }
}
