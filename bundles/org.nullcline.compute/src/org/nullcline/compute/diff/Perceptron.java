// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Kernels;

/**
 * A perceptron with one hidden layer, V f(W x + b) + c, as one node. The hidden activity is computed again for the gradient: with few inputs
 * that is less work than to write it to memory and to read it back, and an unrolled vector field needs a tenth of the memory.
 */
final class Perceptron implements Layer {

    /** Beyond this, computing the hidden activity again costs more than keeping it. */
    static final int FEW_INPUTS = 32;

    private final Parameter weight;
    private final Parameter bias;
    private final Parameter outWeight;
    private final Parameter outBias;
    private final Activation f;

    Perceptron(Parameter weight, Parameter bias, Parameter outWeight, Parameter outBias, Activation f) {
        this.weight = weight;
        this.bias = bias;
        this.outWeight = outWeight;
        this.outBias = outBias;
        this.f = f;
    }

    @Override
    public Var of(Var x) {
        Products.require(x, weight, bias);
        Tape tape = x.tape;
        Kernels k = tape.kernels;
        Binding w = tape.binding(weight.weights());
        int stride = x.stride;
        Var y = new Var(tape, x.rows(), outWeight.rows(), tape.records());
        int size = weight.rows() * stride;
        int hidden = tape.borrow(size);
        activity(k, w, x, hidden);
        Products.forward(k, w, outWeight, outBias, hidden, stride, y.at, false);
        tape.giveBack(hidden, size);
        return tape.record(y, () -> back(tape, w, x, y.slope));
    }

    private void activity(Kernels k, Binding w, Var x, int hidden) {
        Products.forward(k, w, weight, bias, x.at, x.stride, hidden, false);
        k.apply(f.function(), weight.rows() * x.stride, hidden, hidden);
    }

    /** g is the gradient of the result. */
    private void back(Tape tape, Binding w, Var x, int g) {
        Kernels k = tape.kernels;
        int stride = x.stride;
        int size = weight.rows() * stride;
        int hidden = tape.borrow(size);
        int slope = tape.borrow(size);
        activity(k, w, x, hidden);
        int ld = Kernels.stride(outWeight.columns());
        k.product(weight.rows(), stride, outWeight.rows(), w.feedback(outWeight), 1, ld, g, stride, -1, slope, stride, false);
        k.chain(f.function(), size, hidden, hidden, slope);
        Products.backward(tape, w, outWeight, outBias, x.rows(), hidden, stride, g, -1);
        Products.backward(tape, w, weight, bias, x.rows(), x.at, stride, slope, x.needs ? x.slope() : -1);
        tape.giveBack(slope, size);
        tape.giveBack(hidden, size);
    }
}
