// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.architectures;

import org.nullcline.compute.diff.Activation;
import org.nullcline.compute.diff.Var;

/** How architectures take their optional input, and the names of nonlinearities in their parameters. */
final class Inputs {

    private Inputs() {
    }

    /** State and input side by side; the state alone for autonomous dynamics. */
    static Var beside(Var state, Var input) {
        return input == null ? state : Var.concat(state, input);
    }

    /** The nonlinearity that a choice parameter names. */
    static Activation activation(String name) {
        return switch (name) {
            case "tanh" -> Activation.TANH;
            case "relu" -> Activation.RELU;
            case "elu" -> Activation.ELU;
            case "gelu" -> Activation.GELU;
            case "silu" -> Activation.SILU;
            case "softplus" -> Activation.SOFTPLUS;
            default -> throw new IllegalArgumentException("'" + name + "' is no nonlinearity of these architectures.");
        };
    }
}
