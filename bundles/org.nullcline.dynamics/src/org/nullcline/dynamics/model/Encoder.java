// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.nullcline.compute.diff.BidirectionalGru;
import org.nullcline.compute.diff.GruCell;
import org.nullcline.compute.diff.Layer;
import org.nullcline.compute.diff.Layers;
import org.nullcline.compute.diff.Var;

/**
 * Reads a whole trial forwards and backwards with a GRU each and infers the initial state: the last states of both, dropout, a linear layer,
 * dropout (S0 §2).
 */
public final class Encoder {

    private final BidirectionalGru gru;
    private final Layer initial;
    private final double dropout;

    /** Makes the layers {@code encoder} and {@code initial}. */
    public Encoder(Layers layers, int channels, int units, int latentSize, double dropout) {
        gru = layers.bidirectionalGru("encoder", channels, units);
        initial = layers.linear("initial", 2 * units, latentSize);
        this.dropout = dropout;
    }

    /**
     * The inferred initial states, trials × latent size.
     *
     * @param observed one matrix per bin; bin t holds the trials that last beyond t, which come first, so that the number of rows never rises
     */
    public Var of(List<Var> observed) {
        boolean ragged = observed.getFirst().rows() != observed.getLast().rows();
        Var summary = ragged ? Var.concat(ahead(observed, gru.forward()), behind(observed, gru.backward())) : gru.of(observed);
        return initial.of(summary.dropout(dropout)).dropout(dropout);
    }

    /** The forward reader: a trial that ends keeps its state. */
    private static Var ahead(List<Var> observed, GruCell cell) {
        Var h = observed.getFirst().tape().zeros(observed.getFirst().rows(), cell.units());
        Deque<Var> ended = new ArrayDeque<>();
        for (Var x : observed) {
            if (x.rows() < h.rows()) {
                ended.addFirst(h.rows(x.rows(), h.rows()));
                h = h.rows(0, x.rows());
            }
            h = cell.of(x, h);
        }
        ended.addFirst(h);
        return Var.stack(ended.toArray(Var[]::new));
    }

    /** The backward reader: a trial joins with a state of zeros at its own last bin. */
    private static Var behind(List<Var> observed, GruCell cell) {
        Var last = observed.getLast();
        Var h = last.tape().zeros(last.rows(), cell.units());
        for (Var x : observed.reversed()) {
            if (x.rows() > h.rows()) {
                h = Var.stack(h, x.tape().zeros(x.rows() - h.rows(), cell.units()));
            }
            h = cell.of(x, h);
        }
        return h;
    }
}
