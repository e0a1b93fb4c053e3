// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.architectures;

import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Initialiser;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Parameter;

/**
 * The low-rank recurrent network τ dx/dt = −x + M Nᵀ tanh(x) / n + B u + b of n units, with M and N of n × rank (Mastrogiuseppe &amp; Ostojic
 * 2018, doi 10.1016/j.neuron.2018.07.003). The latent size is the number of units.
 */
public final class LowRankRnn implements Architecture {

    @Override
    public VectorField create(Layers layers, Parameters p) {
        int units = p.latentSize();
        int rank = Math.min(p.integer("rank"), units);
        Parameter m = layers.parameter("m", units, rank, Initialiser.normal(1));
        // Selection vectors as rows: the latent variables are κ = N tanh(x) / n.
        Parameter n = layers.parameter("n", rank, units, Initialiser.normal(1));
        Parameter bias = layers.vector("bias", units, Initialiser.zeros());
        Parameter b = p.inputSize() == 0 ? null : layers.parameter("input", units, p.inputSize(), Initialiser.normal(1));
        double rate = 1 / p.real("tau");
        double gain = 1.0 / units;
        return (x, u) -> {
            var recurrent = x.tanh().linear(n, null).scale(gain).linear(m, bias);
            var drive = u == null || b == null ? recurrent : recurrent.plus(u.linear(b, null));
            return drive.minus(x).scale(rate);
        };
    }
}
