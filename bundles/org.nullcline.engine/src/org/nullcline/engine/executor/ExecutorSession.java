// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.executor;

import java.util.List;

import org.nullcline.engine.run.TaskFolder;

/** An executor at work on one run. */
public interface ExecutorSession extends AutoCloseable {

    /**
     * A task to do.
     *
     * @param task index in the plan
     * @param title name for people
     * @param folder holds the order; the worker records there how it ended
     * @param attempt number of the attempt, whose folder exists
     */
    record Submission(int task, String title, TaskFolder folder, int attempt) {
    }

    /** How many more tasks it would take now. */
    int capacity();

    /** Takes tasks, at most {@link #capacity()} of them. Returns at once. */
    void submit(List<Submission> tasks);

    /** Stops all tasks: first by asking, within ten seconds by force. Returns at once; the listener learns of each end. */
    void cancel();

    /** Gives everything back. No task is at work any more. */
    @Override
    void close();
}
