// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.train;

import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;

/** The loss of a shard as a differentiable number. */
@FunctionalInterface
public interface ShardFunction {

    /**
     * Computes the mean loss over the trials of a shard (1 × 1) on a tape. Called by several threads at once, each with its own tape. All
     * randomness comes from {@link Tape#random}.
     */
    Var loss(Tape tape, Shard shard);
}
