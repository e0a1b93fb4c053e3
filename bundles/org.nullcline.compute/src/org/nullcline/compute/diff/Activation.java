// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Elementary;

/** The nonlinearity between two layers. */
public enum Activation {
    /** None. */
    IDENTITY(null, true),
    /** Hyperbolic tangent. */
    TANH(Elementary.TANH, true),
    /** Logistic function. */
    SIGMOID(Elementary.SIGMOID, true),
    /** max(0, x). */
    RELU(Elementary.RELU, true),
    /** x for x &gt; 0, eˣ − 1 otherwise. */
    ELU(Elementary.ELU, true),
    /** x Φ(x). */
    GELU(Elementary.GELU, false),
    /** x σ(x). */
    SILU(Elementary.SILU, false),
    /** log(1 + eˣ). */
    SOFTPLUS(Elementary.SOFTPLUS, false);

    private final Elementary function;
    private final boolean fromResult;

    Activation(Elementary function, boolean fromResult) {
        this.function = function;
        this.fromResult = fromResult;
    }

    /** The function, or null for {@link #IDENTITY}. */
    Elementary function() {
        return function;
    }

    /** Whether the derivative is known from f(x) alone, so that x need not be kept. */
    boolean fromResult() {
        return fromResult;
    }

    /** Applies it element by element. */
    public Var of(Var x) {
        return function == null ? x : x.apply(function);
    }
}
