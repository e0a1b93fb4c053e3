// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.step;

import java.util.concurrent.CancellationException;

/** How long work tells what it does and learns that it should stop. Safe for use by several threads. */
public interface Progress {

    /** Work that nobody watches and nobody cancels. */
    Progress NONE = new Progress() {
    };

    /** Says what is being done. */
    default void note(String what) {
    }

    /**
     * Says something that belongs to the result, in one sentence: what was left out, limited, assumed or ended early. It is kept with the result and
     * shown beside it, also when the result is used again without doing the work. So it must be the same whenever the arguments are the same, as the
     * result is; what concerns this attempt alone is for {@link #note}.
     */
    default void remark(String sentence) {
        note(sentence);
    }

    /** Says which part is done, from 0 to 1. */
    default void fraction(double done) {
    }

    /** Adds a point to a live curve, such as {@code loss.train} over epochs. */
    default void measure(String series, double x, double y) {
    }

    /** Whether the work should stop. */
    default boolean cancelled() {
        return false;
    }

    /** Stops the work by a {@link CancellationException} if it should stop; to be called at least once a second. */
    default void check() {
        if (cancelled()) {
            throw new CancellationException("The work was cancelled.");
        }
    }
}
