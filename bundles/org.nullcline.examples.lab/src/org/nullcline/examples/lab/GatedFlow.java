// SPDX-License-Identifier: EPL-2.0
package org.nullcline.examples.lab;

import static org.nullcline.compute.diff.Activation.TANH;

import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Layers;

/** Gated neural ODE (Kim, Can &amp; Krishnamurthy 2023) without inputs: dz/dt = σ(gate(z)) · (flow(z) − z). */
public final class GatedFlow implements Architecture {

    @Override
    public VectorField create(Layers layers, Parameters p) {
        var gate = layers.linear("gate", p.latentSize(), p.latentSize());
        var flow = layers.mlp("flow", p.latentSize(), p.integer("hidden"), p.latentSize(), TANH);
        return (z, input) -> gate.of(z).sigmoid().times(flow.of(z).minus(z));
    }
}
