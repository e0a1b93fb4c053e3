// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.architectures;

import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Layers;

/** The gated neural ODE dz/dt = σ(gate(z, u)) · (flow(z, u) − z) / τ (Kim, Can &amp; Krishnamurthy 2023). */
public final class GatedNode implements Architecture {

    @Override
    public VectorField create(Layers layers, Parameters p) {
        var gate = layers.linear("gate", p.latentSize() + p.inputSize(), p.latentSize());
        var flow = Mlp.network(layers.within("flow"), p);
        double rate = 1 / p.real("tau");
        return (z, u) -> {
            var x = Inputs.beside(z, u);
            return gate.of(x).sigmoid().times(flow.of(x).minus(z)).scale(rate);
        };
    }
}
