// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.architectures;

import java.util.Arrays;

import org.nullcline.api.dynamics.Architecture;
import org.nullcline.api.dynamics.VectorField;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;

/** A multilayer perceptron f(z, u): the vector field of a neural ODE (Chen et al. 2018), or the next state of an MLP-RNN. */
public final class Mlp implements Architecture {

    @Override
    public VectorField create(Layers layers, Parameters p) {
        Layer mlp = network(layers, p);
        return (z, u) -> mlp.of(Inputs.beside(z, u));
    }

    static Layer network(Layers layers, Parameters p) {
        return layers.mlp("mlp", p.latentSize() + p.inputSize(), Arrays.stream(p.integers("hidden")).boxed().toList(), p.latentSize(),
                Inputs.activation(p.text("activation")));
    }
}
