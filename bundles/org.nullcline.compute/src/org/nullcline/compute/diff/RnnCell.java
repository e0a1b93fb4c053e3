// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

/** An Elman cell: h′ = f(W x + b + U h + c), with W and U as {@code weight_ih} and {@code weight_hh} of PyTorch. */
public record RnnCell(Parameter weightIh, Parameter weightHh, Parameter biasIh, Parameter biasHh, Activation f) {

    /** Units of the state. */
    public int units() {
        return weightHh.columns();
    }

    /** The next state without input (W x = 0). */
    public Var of(Var state) {
        return f.of(state.linear(weightHh, biasHh).plus(biasIh.on(state)));
    }

    /** The next state; an input of null is an input of zero. */
    public Var of(Var input, Var state) {
        if (input == null) {
            return of(state);
        }
        return f.of(state.linear(weightHh, biasHh).plus(input.linear(weightIh, biasIh)));
    }
}
