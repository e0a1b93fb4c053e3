// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.architectures;

import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Initialiser;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Parameter;

/** A linear dynamical system f(z, u) = A z + B u + b. */
public final class Linear implements Architecture {

    @Override
    public VectorField create(Layers layers, Parameters p) {
        int n = p.latentSize();
        Initialiser first = switch (p.text("initial")) {
            case "identity" -> Initialiser.identity(1);
            case "orthogonal" -> Initialiser.orthogonal(1);
            default -> Initialiser.uniform(1 / Math.sqrt(n));
        };
        Parameter a = layers.parameter("a", n, n, first);
        Parameter bias = layers.vector("bias", n, Initialiser.zeros());
        Parameter b = p.inputSize() == 0 ? null : layers.parameter("b", n, p.inputSize(), Initialiser.uniform(1 / Math.sqrt(p.inputSize())));
        return (z, u) -> {
            var autonomous = z.linear(a, bias);
            return u == null || b == null ? autonomous : autonomous.plus(u.linear(b, null));
        };
    }
}
