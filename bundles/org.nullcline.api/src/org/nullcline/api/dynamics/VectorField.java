// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.dynamics;

import org.nullcline.compute.diff.Var;

/** One function from state and input to the derivative of the state, or to the next state, written with differentiable operations. */
@FunctionalInterface
public interface VectorField {

    /**
     * Evaluates the field for a batch.
     *
     * @param state batch × state
     * @param input batch × input; null for autonomous dynamics
     * @return batch × state: dz/dt per unit of time for an architecture with {@link Update#DERIVATIVE}, z of the next time bin otherwise
     */
    Var of(Var state, Var input);
}
