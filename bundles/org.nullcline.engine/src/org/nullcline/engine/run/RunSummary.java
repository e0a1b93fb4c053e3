// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.util.Locale;

/**
 * How a run stands.
 *
 * @param state whether it runs, and how it ended
 * @param total all tasks
 * @param done tasks with a result, those from the store included
 * @param cached tasks whose results were in the store before
 * @param failed tasks that failed
 * @param skipped tasks left out because one that they need failed
 * @param seconds time that the engine worked on it the last time
 */
public record RunSummary(State state, int total, int done, int cached, int failed, int skipped, double seconds) {

    /** Where a run stands. */
    public enum State {
        /** An engine works on it. */
        RUNNING,
        /** No engine works on it, though it has not come to an end: it can be resumed. */
        INTERRUPTED,
        /** All tasks have their results. */
        DONE,
        /** Some tasks failed; all others are done. */
        FAILED,
        /** It was stopped. */
        CANCELLED;

        /** The name as people and scripts read it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
