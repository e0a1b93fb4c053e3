// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics;

import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.SimulatedSystem;
import org.nullcline.api.parameter.Parameters;

/** The Lorenz system of S0 (σ = 10, β = 2.667) with the parameter {@code rho}. */
public final class LorenzSystem implements SimulatedSystem {

    @Override
    public DynamicalSystem create(Parameters parameters) {
        return TestSystems.lorenz(10, parameters.real("rho"), 2.667);
    }

    @Override
    public double[] initialState(Parameters parameters) {
        return new double[] {-9.7869288, -15.03852, 20.533978};
    }

    @Override
    public double period(Parameters parameters) {
        return 1.5008;
    }

    @Override
    public double timeStep(Parameters parameters) {
        return 0.005;
    }
}
