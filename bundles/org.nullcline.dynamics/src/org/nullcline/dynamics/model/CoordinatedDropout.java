// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.List;

import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;

/**
 * Coordinated dropout (Keshtkaran &amp; Pandarinath 2019, arXiv 1908.07896): in training, a random share of the observations is hidden from the
 * encoder (the others are scaled up), and gradients flow from the hidden ones alone, so that the model cannot learn to copy its input.
 */
final class CoordinatedDropout {

    private final List<Var> seen;
    private final List<Var> hidden;

    private CoordinatedDropout(List<Var> seen, List<Var> hidden) {
        this.seen = seen;
        this.hidden = hidden;
    }

    static CoordinatedDropout of(double rate, List<Var> observed, int bins) {
        Tape tape = observed.getFirst().tape();
        if (rate == 0 || !tape.training()) {
            return new CoordinatedDropout(observed, null);
        }
        List<Var> seen = new ArrayList<>(observed.size());
        List<Var> hidden = new ArrayList<>(bins);
        for (int t = 0; t < observed.size(); t++) {
            Var x = observed.get(t);
            double[] mask = new double[x.rows() * x.columns()];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = tape.random().uniform() < rate ? 1 : 0;
            }
            Var dropped = tape.constant(x.rows(), x.columns(), mask);
            seen.add(x.times(dropped.oneMinus()).scale(1 / (1 - rate)));
            if (t < bins) {
                hidden.add(dropped);
            }
        }
        return new CoordinatedDropout(seen, hidden);
    }

    /** What the encoder sees. */
    List<Var> seen() {
        return seen;
    }

    /** A readout with the same values, whose gradient flows from hidden observations only. */
    Var learning(int t, Var readout) {
        if (hidden == null) {
            return readout;
        }
        Var mask = hidden.get(t);
        return readout.times(mask).plus(readout.stopGradient().times(mask.oneMinus()));
    }
}
