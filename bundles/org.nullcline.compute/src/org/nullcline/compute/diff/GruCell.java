// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Elementary;
import org.nullcline.compute.kernel.Kernels;

/**
 * A gated recurrent unit (Cho et al. 2014) in the form of PyTorch:
 * r = σ(W_r x + b_r + U_r h + c_r), z = σ(W_z x + b_z + U_z h + c_z), n = tanh(W_n x + b_n + r (U_n h + c_n)), h′ = n + z (h − n).
 * The rows of {@code weight_ih} = W and {@code weight_hh} = U are those of r, z, n.
 */
public final class GruCell {

    private final Parameter weightIh;
    private final Parameter weightHh;
    private final Parameter biasIh;
    private final Parameter biasHh;
    private final int units;

    GruCell(Parameter weightIh, Parameter weightHh, Parameter biasIh, Parameter biasHh) {
        this.weightIh = weightIh;
        this.weightHh = weightHh;
        this.biasIh = biasIh;
        this.biasHh = biasHh;
        units = weightHh.columns();
    }

    /** Units of the state. */
    public int units() {
        return units;
    }

    /** The next state without input (W x = 0). */
    public Var of(Var state) {
        return step(null, state);
    }

    /** The next state; an input of null is an input of zero. */
    public Var of(Var input, Var state) {
        return step(input, state);
    }

    private Var step(Var x, Var h) {
        Products.require(h, weightHh, biasHh);
        Tape tape = h.tape;
        if (x != null) {
            Products.require(x, weightIh, biasIh);
            if (x.rows() != h.rows() || x.tape != tape) {
                throw new IllegalArgumentException("Input (" + x.shape() + ") and state (" + h.shape() + ") must have equal rows and one tape.");
            }
        }
        Kernels k = tape.kernels;
        Binding w = tape.binding(weightHh.weights());
        int stride = h.stride;
        int block = units * stride;
        Var y = new Var(tape, h.rows(), units, tape.records());
        // r, z, n and U_n h + c_n are kept for the gradient
        int saved = tape.records() ? tape.allocate(4 * block) : tape.borrow(4 * block);
        int r = saved;
        int z = saved + block;
        int n = saved + 2 * block;
        int un = saved + 3 * block;
        int ldu = Kernels.stride(units);
        if (x == null) {
            k.rows(3 * units, stride, w.value(biasIh), saved, stride, false);
        } else {
            Products.forward(k, w, weightIh, biasIh, x.at, stride, saved, false);
        }
        int u = w.value(weightHh);
        int c = w.value(biasHh);
        k.rows(2 * units, stride, c, saved, stride, true);
        k.rows(units, stride, c + 2 * units, un, stride, false);
        k.product(2 * units, stride, units, u, ldu, 1, h.at, stride, saved, stride, true);
        k.product(units, stride, units, u + 2 * units * ldu, ldu, 1, h.at, stride, un, stride, true);
        k.apply(Elementary.SIGMOID, 2 * block, saved, saved);
        k.multiplyAdd(block, r, un, n);
        k.apply(Elementary.TANH, block, n, n);
        k.subtract(block, h.at, n, y.at);
        k.multiply(block, y.at, z, y.at);
        k.add(block, y.at, n, y.at);
        if (!tape.records()) {
            tape.giveBack(saved, 4 * block);
            return y;
        }
        return tape.record(y, () -> back(tape, w, x, h, y.slope, saved));
    }

    /** g is the gradient of the next state. */
    private void back(Tape tape, Binding w, Var x, Var h, int g, int saved) {
        Kernels k = tape.kernels;
        int stride = h.stride;
        int block = units * stride;
        int z = saved + block;
        int n = saved + 2 * block;
        int un = saved + 3 * block;
        // gradients of the arguments of r, z, of U_n h + c_n, and of the argument of n
        int d = tape.borrow(4 * block);
        int dz = d + block;
        int du = d + 2 * block;
        int dn = d + 3 * block;
        k.fill(2 * block, d, 0);
        k.fill(block, dn, 0);
        // h' = n + z (h - n)
        k.multiply(block, g, z, du);
        if (h.needs) {
            k.scaleAdd(block, 1, du, h.slope());
        }
        k.subtract(block, g, du, du);
        k.backpropagate(Elementary.TANH, block, n, n, du, dn);
        k.subtract(block, h.at, n, du);
        k.multiply(block, du, g, du);
        k.backpropagate(Elementary.SIGMOID, block, z, z, du, dz);
        k.multiply(block, dn, un, du);
        k.backpropagate(Elementary.SIGMOID, block, saved, saved, du, d);
        k.multiply(block, dn, saved, du);
        int trials = h.rows();
        Products.backward(tape, w, weightHh, biasHh, trials, h.at, stride, d, h.needs ? h.slope() : -1);
        int slopeB = w.slope(biasIh);
        k.laneSums(2 * units, trials, d, stride, slopeB);
        k.laneSums(units, trials, dn, stride, slopeB + 2 * units * Kernels.LANES);
        if (x != null) {
            inputGradients(tape, w, x, trials, d, dn);
        }
        tape.giveBack(d, 4 * block);
    }

    /** The gradients of W, and of x where it needs one. */
    private void inputGradients(Tape tape, Binding w, Var x, int trials, int d, int dn) {
        int stride = x.stride;
        int ld = Kernels.stride(weightIh.columns());
        int inputs = weightIh.columns();
        int newRows = 2 * units * ld;
        Products.transposed(tape, 2 * units, inputs, trials, d, stride, x.at, w.slope(weightIh), ld);
        Products.transposed(tape, units, inputs, trials, dn, stride, x.at, w.slope(weightIh) + newRows, ld);
        if (x.needs) {
            tape.kernels.product(inputs, stride, 2 * units, w.value(weightIh), 1, ld, d, stride, x.slope(), stride, true);
            tape.kernels.product(inputs, stride, units, w.value(weightIh) + newRows, 1, ld, dn, stride, x.slope(), stride, true);
        }
    }
}
