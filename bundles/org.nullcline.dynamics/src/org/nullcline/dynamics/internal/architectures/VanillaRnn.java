// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.architectures;

import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Layers;

/** The vanilla recurrent network f(z, u) = φ(W u + b + U z + c) (Elman 1990). */
public final class VanillaRnn implements Architecture {

    @Override
    public VectorField create(Layers layers, Parameters p) {
        // Without input the input weights stay unused; the cell keeps both biases, as the reference implementation does.
        var cell = layers.rnnCell("cell", Math.max(1, p.inputSize()), p.latentSize(), Inputs.activation(p.text("activation")));
        return (z, u) -> u == null ? cell.of(z) : cell.of(u, z);
    }
}
