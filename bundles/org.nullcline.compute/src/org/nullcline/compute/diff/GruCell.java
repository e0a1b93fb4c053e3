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
        k.product(2 * units, stride, units, u, ldu, 1, h.at, stride, c, saved, stride, true);
        k.product(units, stride, units, u + 2 * units * ldu, ldu, 1, h.at, stride, c + 2 * units, un, stride, false);
        k.apply(Elementary.SIGMOID, 2 * block, saved, saved);
        k.gruForward(block, r, z, n, un, h.at, y.at);
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
        k.gruBackward(block, saved, z, n, un, h.at, g, d, dz, dn, du, h.needs ? h.slope() : -1);
        int trials = h.rows();
        Products.backward(tape, w, weightHh, biasHh, trials, h.at, stride, d, h.needs ? h.slope() : -1);
        int slopeB = w.slope(biasIh);
        k.laneSums(2 * units, trials, d, stride, slopeB);
        k.laneSums(units, trials, dn, stride, slopeB + 2 * units * Kernels.LANES);
        if (x != null) {
            Products.backward(tape, w, weightIh, 2 * units, trials, x.at, stride, d, dn, x.needs ? x.slope() : -1);
        }
        tape.giveBack(d, 4 * block);
    }
}
