// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.task;

import org.nullcline.api.NullclineException;
import org.nullcline.engine.store.StoredResult;

/** How a task ended. */
public sealed interface TaskOutcome {

    /**
     * The result is in the store.
     *
     * @param result what the store holds
     * @param cached whether it was there before
     * @param conflict whether this attempt came to other bytes than an earlier one, which the store kept
     */
    record Done(StoredResult result, boolean cached, boolean conflict) implements TaskOutcome {
    }

    /**
     * There is no result.
     *
     * @param kind what sort of thing went wrong
     * @param sentence for the user
     * @param cause for the log; may be null
     */
    record Failed(NullclineException.Kind kind, String sentence, Throwable cause) implements TaskOutcome {
    }

    /** The task stopped because it was asked to. */
    record Cancelled() implements TaskOutcome {
    }
}
