// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

/** A table of learned vectors, one row for each item. */
public record Embedding(Parameter table) {

    /** The vectors of the given items, one row each. */
    public Var of(Tape tape, int... items) {
        return table.on(tape).gather(items);
    }
}
