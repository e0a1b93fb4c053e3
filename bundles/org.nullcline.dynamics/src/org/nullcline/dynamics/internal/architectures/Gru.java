// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.architectures;

import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Layers;

/** The gated recurrent unit z′ = (1 − s) n + s z with reset and update gates (Cho et al. 2014). */
public final class Gru implements Architecture {

    @Override
    public VectorField create(Layers layers, Parameters p) {
        var cell = layers.gruCell("cell", Math.max(1, p.inputSize()), p.latentSize());
        return (z, u) -> u == null ? cell.of(z) : cell.of(u, z);
    }
}
