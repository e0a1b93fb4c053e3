// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.nullcline.compute.diff.BidirectionalGru;
import org.nullcline.compute.diff.GruCell;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Var;

/**
 * Reads whole trials forwards and backwards with a GRU each. Trials may end early: bin t holds the trials that last beyond t, which come first,
 * so that the number of rows never rises from bin to bin.
 */
public final class Encoder {

    private final BidirectionalGru gru;

    /** Makes the layer {@code name}. */
    public Encoder(Layers layers, String name, int channels, int units) {
        gru = layers.bidirectionalGru(name, channels, units);
    }

    /** The last state of the forward reader beside the last state of the backward reader: trials × 2 units. */
    public Var summary(List<Var> observed) {
        boolean ragged = observed.getFirst().rows() != observed.getLast().rows();
        return ragged ? Var.concat(ends(ahead(observed)), behind(observed).getFirst()) : gru.of(observed);
    }

    /** The states of both readers in every bin, side by side. */
    public List<Var> states(List<Var> observed) {
        List<Var> ahead = ahead(observed);
        List<Var> behind = behind(observed);
        List<Var> both = new ArrayList<>(observed.size());
        for (int t = 0; t < observed.size(); t++) {
            both.add(Var.concat(ahead.get(t), behind.get(t)));
        }
        return both;
    }

    private List<Var> ahead(List<Var> observed) {
        GruCell cell = gru.forward();
        List<Var> states = new ArrayList<>(observed.size());
        Var h = observed.getFirst().tape().zeros(observed.getFirst().rows(), cell.units());
        for (Var x : observed) {
            h = cell.of(x, Dynamics.first(h, x.rows()));
            states.add(h);
        }
        return states;
    }

    /** The state of each trial at its own end, longest trial first. */
    private static Var ends(List<Var> states) {
        Deque<Var> ended = new ArrayDeque<>();
        for (int t = 0; t < states.size(); t++) {
            int rows = states.get(t).rows();
            int remaining = t + 1 < states.size() ? states.get(t + 1).rows() : 0;
            if (remaining < rows) {
                ended.addFirst(remaining == 0 ? states.get(t) : states.get(t).rows(remaining, rows));
            }
        }
        return Var.stack(ended.toArray(Var[]::new));
    }

    /** The backward reader: a trial joins with a state of zeros at its own last bin. In order of time. */
    private List<Var> behind(List<Var> observed) {
        GruCell cell = gru.backward();
        Deque<Var> states = new ArrayDeque<>(observed.size());
        Var h = observed.getLast().tape().zeros(observed.getLast().rows(), cell.units());
        for (Var x : observed.reversed()) {
            if (x.rows() > h.rows()) {
                h = Var.stack(h, x.tape().zeros(x.rows() - h.rows(), cell.units()));
            }
            h = cell.of(x, h);
            states.addFirst(h);
        }
        return List.copyOf(states);
    }
}
