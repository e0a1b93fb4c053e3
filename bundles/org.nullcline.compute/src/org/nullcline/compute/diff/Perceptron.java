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
    private final Kernels.PerceptronShape shape;

    Perceptron(Parameter weight, Parameter bias, Parameter outWeight, Parameter outBias, Activation f) {
        this.weight = weight;
        this.bias = bias;
        this.outWeight = outWeight;
        this.outBias = outBias;
        this.f = f;
        shape = new Kernels.PerceptronShape(weight.columns(), weight.rows(), outWeight.rows(), f.function());
    }

    @Override
    public Var of(Var x) {
        Products.require(x, weight, bias);
        Tape tape = x.tape;
        Binding w = tape.binding(weight.weights());
        Var y = new Var(tape, x.rows(), outWeight.rows(), tape.records());
        int size = weight.rows() * x.stride;
        int scratch = tape.borrow(size);
        tape.kernels.perceptron(shape, x.stride, values(w), x.at, y.at, scratch);
        tape.giveBack(scratch, size);
        return tape.record(y, () -> back(tape, w, x, y.slope));
    }

    private Kernels.Perceptron values(Binding w) {
        return new Kernels.Perceptron(w.value(weight), Kernels.stride(weight.columns()), w.value(bias), w.value(outWeight),
            Kernels.stride(outWeight.columns()), w.value(outBias));
    }

    /** g is the gradient of the result. */
    private void back(Tape tape, Binding w, Var x, int g) {
        boolean ownWeights = w.feedback(weight) == w.value(weight) && w.feedback(outWeight) == w.value(outWeight);
        if (ownWeights && Binding.lanes(weight) && Binding.lanes(outWeight)) {
            int size = 2 * weight.rows() * x.stride;
            int scratch = tape.borrow(size);
            Kernels.Perceptron slopes = new Kernels.Perceptron(w.slope(weight), 0, w.slope(bias), w.slope(outWeight), 0, w.slope(outBias));
            tape.kernels.perceptronGradient(shape, x.rows(), x.stride, values(w), slopes, x.at, g, x.needs ? x.slope() : -1, scratch);
            tape.giveBack(scratch, size);
            return;
        }
        Kernels k = tape.kernels;
        int stride = x.stride;
        int size = weight.rows() * stride;
        int hidden = tape.borrow(size);
        int slope = tape.borrow(size);
        Products.forward(k, w, weight, bias, x.at, stride, hidden, false);
        k.apply(f.function(), size, hidden, hidden);
        int ld = Kernels.stride(outWeight.columns());
        k.product(weight.rows(), stride, outWeight.rows(), w.feedback(outWeight), 1, ld, g, stride, -1, slope, stride, false);
        k.chain(f.function(), size, hidden, hidden, slope);
        Products.backward(tape, w, outWeight, outBias, x.rows(), hidden, stride, g, -1);
        Products.backward(tape, w, weight, bias, x.rows(), x.at, stride, slope, x.needs ? x.slope() : -1);
        tape.giveBack(slope, size);
        tape.giveBack(hidden, size);
    }
}
