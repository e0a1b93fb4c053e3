// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.executor;

import org.nullcline.api.NullclineException;

/** Learns what becomes of submitted tasks. */
public interface ExecutorListener {

    /** A worker began with a task. */
    void started(int task, int attempt, int threads);

    /** An attempt ended and its folder tells how. */
    void ended(int task);

    /**
     * An attempt ended without leaving word.
     *
     * @param cancelled whether it was stopped on request
     * @param kind what sort of thing went wrong
     * @param sentence for the user
     */
    void lost(int task, boolean cancelled, NullclineException.Kind kind, String sentence);
}
