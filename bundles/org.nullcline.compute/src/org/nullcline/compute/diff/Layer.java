// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

/**
 * A differentiable map with weights. It finds the tape through its argument, so one layer serves many tapes and threads at the same time.
 */
@FunctionalInterface
public interface Layer {

    /** The result for a batch (rows = trials × columns = inputs). */
    Var of(Var x);

    /** This layer, then {@code next}. */
    default Layer then(Layer next) {
        return x -> next.of(of(x));
    }
}
