// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import java.util.ArrayList;
import java.util.List;

/** One GRU that reads a sequence forwards and one that reads it backwards, both from a state of zeros. */
public record BidirectionalGru(GruCell forward, GruCell backward) {

    /** Units of the result. */
    public int units() {
        return forward.units() + backward.units();
    }

    /**
     * The last state of the forward reader beside the last state of the backward reader (after the first element).
     *
     * @param sequence one matrix of trials × inputs for each time
     */
    public Var of(List<Var> sequence) {
        Var ahead = zeros(sequence, forward);
        Var behind = zeros(sequence, backward);
        for (int t = 0; t < sequence.size(); t++) {
            ahead = forward.of(sequence.get(t), ahead);
        }
        for (int t = sequence.size() - 1; t >= 0; t--) {
            behind = backward.of(sequence.get(t), behind);
        }
        return Var.concat(ahead, behind);
    }

    /** For each time, the state of the forward reader after it beside the state of the backward reader after it. */
    public List<Var> states(List<Var> sequence) {
        List<Var> behind = new ArrayList<>();
        Var state = zeros(sequence, backward);
        for (int t = sequence.size() - 1; t >= 0; t--) {
            state = backward.of(sequence.get(t), state);
            behind.add(0, state);
        }
        List<Var> states = new ArrayList<>();
        state = zeros(sequence, forward);
        for (int t = 0; t < sequence.size(); t++) {
            state = forward.of(sequence.get(t), state);
            states.add(Var.concat(state, behind.get(t)));
        }
        return states;
    }

    private static Var zeros(List<Var> sequence, GruCell cell) {
        if (sequence.isEmpty()) {
            throw new IllegalArgumentException("A sequence needs at least one element.");
        }
        Var first = sequence.get(0);
        return first.tape().zeros(first.rows(), cell.units());
    }
}
