// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.value.Value;
import org.nullcline.compute.diff.Activation;
import org.nullcline.compute.diff.Initialiser;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Parameter;
import org.nullcline.compute.diff.Var;

/**
 * How latent states become log rates or signals.
 *
 * @param kind which map
 * @param hidden units of hidden layers
 * @param couplings coupling layers of a flow
 */
public record Readout(Kind kind, int hidden, int couplings) {

    /** The maps. */
    public enum Kind {
        /** W z + b. */
        LINEAR,
        /** A multilayer perceptron with one hidden layer. */
        MLP,
        /**
         * An injective map: the state, padded with zeros to as many dimensions as there are channels, goes through invertible affine coupling
         * layers (Dinh, Sohl-Dickstein &amp; Bengio 2017), so that no two states give the same rates (the idea of Versteeg et al. 2023, arXiv
         * 2309.06402).
         */
        FLOW
    }

    /** W z + b. */
    public static final Readout PLAIN = new Readout(Kind.LINEAR, 128, 4);

    /** Makes the layers, from latent states to channels. */
    Layer create(Layers layers, int latent, int channels) {
        return switch (kind) {
            case LINEAR -> layers.linear("readout", latent, channels);
            case MLP -> layers.mlp("readout", latent, hidden, channels, Activation.TANH);
            case FLOW -> flow(layers.within("readout"), latent, channels);
        };
    }

    private Layer flow(Layers layers, int latent, int channels) {
        int half = channels / 2;
        List<Layer> networks = new ArrayList<>();
        for (int k = 0; k < couplings; k++) {
            int given = k % 2 == 0 ? half : channels - half;
            networks.add(layers.mlp("coupling" + k, given, hidden, 2 * (channels - given), Activation.TANH));
        }
        Parameter bias = layers.vector("bias", channels, Initialiser.zeros());
        return z -> {
            Var x = latent == channels ? z : Var.concat(z, z.tape().zeros(z.rows(), channels - latent));
            for (int k = 0; k < networks.size(); k++) {
                Var first = x.columns(0, half);
                Var second = x.columns(half, channels);
                x = k % 2 == 0 ? Var.concat(first, coupled(second, networks.get(k).of(first)))
                        : Var.concat(coupled(first, networks.get(k).of(second)), second);
            }
            return x.plus(bias.on(x));
        };
    }

    /** x · exp(tanh s) + t for the parameters (s, t) side by side. */
    private static Var coupled(Var x, Var parameters) {
        int n = x.columns();
        return x.times(parameters.columns(0, n).tanh().exp()).plus(parameters.columns(n, 2 * n));
    }

    void write(Value.Builder builder) {
        builder.attribute("readout", kind.name().toLowerCase(Locale.ROOT)).attribute("readoutHidden", hidden).attribute("readoutCouplings", couplings);
    }

    static Readout read(Value value) {
        return new Readout(Kind.valueOf(value.text("readout", "linear").toUpperCase(Locale.ROOT)), (int) value.number("readoutHidden", 128),
                (int) value.number("readoutCouplings", 4));
    }
}
