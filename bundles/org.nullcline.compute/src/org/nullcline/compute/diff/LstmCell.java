// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import org.nullcline.compute.kernel.Elementary;
import org.nullcline.compute.kernel.Kernels;

/**
 * A long short-term memory (Hochreiter and Schmidhuber 1997) in the form of PyTorch: with gates i, f, o = σ(·), g = tanh(·) of
 * W x + b + U h + c, the cell becomes c′ = f c + i g and the output h′ = o tanh(c′). The rows of W and U are those of i, f, g, o.
 */
public final class LstmCell {

    private final Parameter weightIh;
    private final Parameter weightHh;
    private final Parameter biasIh;
    private final Parameter biasHh;
    private final int units;

    /**
     * The state: the output and the memory beside it, as columns of one matrix (rows × 2 units).
     */
    public record State(Var both) {

        /** The state with the given output and memory. */
        public static State of(Var hidden, Var cell) {
            return new State(Var.concat(hidden, cell));
        }

        /** The output h, rows × units. */
        public Var hidden() {
            return both.columns(0, both.columns() / 2);
        }

        /** The memory c, rows × units. */
        public Var cell() {
            return both.columns(both.columns() / 2, both.columns());
        }
    }

    LstmCell(Parameter weightIh, Parameter weightHh, Parameter biasIh, Parameter biasHh) {
        this.weightIh = weightIh;
        this.weightHh = weightHh;
        this.biasIh = biasIh;
        this.biasHh = biasHh;
        units = weightHh.columns();
    }

    /** Units of the output; the state has twice as many numbers. */
    public int units() {
        return units;
    }

    /** The next state without input. */
    public State of(State state) {
        return new State(step(null, state.both()));
    }

    /** The next state; an input of null is an input of zero. */
    public State of(Var input, State state) {
        return new State(step(input, state.both()));
    }

    private Var step(Var x, Var s) {
        Tape tape = s.tape;
        if (s.columns() != 2 * units) {
            throw new IllegalArgumentException("The state of an LSTM of " + units + " units has " + 2 * units + " columns, not " + s.columns() + ".");
        }
        if (x != null) {
            Products.require(x, weightIh, biasIh);
            if (x.rows() != s.rows() || x.tape != tape) {
                throw new IllegalArgumentException("Input (" + x.shape() + ") and state (" + s.shape() + ") must have equal rows and one tape.");
            }
        }
        Kernels k = tape.kernels;
        Binding w = tape.binding(weightHh.weights());
        int stride = s.stride;
        int block = units * stride;
        Var y = new Var(tape, s.rows(), 2 * units, tape.records());
        // i, f, g, o and tanh c' are kept for the gradient
        int saved = tape.records() ? tape.allocate(5 * block) : tape.borrow(5 * block);
        if (x == null) {
            k.rows(4 * units, stride, w.value(biasIh), saved, stride, false);
        } else {
            Products.forward(k, w, weightIh, biasIh, x.at, stride, saved, false);
        }
        Products.forward(k, w, weightHh, biasHh, s.at, stride, saved, true);
        int f = saved + block;
        int g = saved + 2 * block;
        int o = saved + 3 * block;
        int t = saved + 4 * block;
        k.apply(Elementary.SIGMOID, 2 * block, saved, saved);
        k.apply(Elementary.TANH, block, g, g);
        k.apply(Elementary.SIGMOID, block, o, o);
        int cell = y.at + block;
        k.multiply(block, f, s.at + block, cell);
        k.multiplyAdd(block, saved, g, cell);
        k.apply(Elementary.TANH, block, cell, t);
        k.multiply(block, o, t, y.at);
        if (!tape.records()) {
            tape.giveBack(saved, 5 * block);
            return y;
        }
        return tape.record(y, () -> back(tape, w, x, s, y.slope, saved));
    }

    /** g is the gradient of the next state. */
    private void back(Tape tape, Binding w, Var x, Var s, int slope, int saved) {
        Kernels k = tape.kernels;
        int stride = s.stride;
        int block = units * stride;
        int f = saved + block;
        int g = saved + 2 * block;
        int o = saved + 3 * block;
        int t = saved + 4 * block;
        int size = 6 * block;
        int d = tape.borrow(size);
        int dc = d + 4 * block;
        int work = d + 5 * block;
        k.fill(4 * block, d, 0);
        // h' = o tanh c'
        k.multiply(block, slope, t, work);
        k.backpropagate(Elementary.SIGMOID, block, o, o, work, d + 3 * block);
        k.multiply(block, slope, o, work);
        k.copy(block, slope + block, dc);
        k.backpropagate(Elementary.TANH, block, t, t, work, dc);
        // c' = f c + i g
        k.multiply(block, dc, g, work);
        k.backpropagate(Elementary.SIGMOID, block, saved, saved, work, d);
        k.multiply(block, dc, s.at + block, work);
        k.backpropagate(Elementary.SIGMOID, block, f, f, work, d + block);
        k.multiply(block, dc, saved, work);
        k.backpropagate(Elementary.TANH, block, g, g, work, d + 2 * block);
        if (s.needs) {
            k.multiplyAdd(block, dc, f, s.slope() + block);
        }
        int trials = s.rows();
        Products.backward(tape, w, weightHh, biasHh, trials, s.at, stride, d, s.needs ? s.slope() : -1);
        if (x == null) {
            k.laneSums(4 * units, trials, d, stride, w.slope(biasIh));
        } else {
            Products.backward(tape, w, weightIh, biasIh, trials, x.at, stride, d, x.needs ? x.slope() : -1);
        }
        tape.giveBack(d, size);
    }
}
