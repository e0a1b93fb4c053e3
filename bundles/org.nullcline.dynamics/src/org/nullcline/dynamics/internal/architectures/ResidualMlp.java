// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.architectures;

import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;

/** A residual step z′ = z + Δt · MLP(z, u): one Euler step of a neural ODE per time bin. */
public final class ResidualMlp implements Architecture {

    @Override
    public VectorField create(Layers layers, Parameters p) {
        Layer mlp = Mlp.network(layers, p);
        double dt = p.real("dt");
        return (z, u) -> z.axpy(dt, mlp.of(Inputs.beside(z, u)));
    }
}
