// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import org.nullcline.engine.run.RunMonitor.TaskState;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.workbench.Messages;

/** Words and icons for states. Icons differ in shape as well as in colour. */
public final class RunStates {

    private RunStates() {
    }

    /** A state of a run in words. */
    public static String text(RunSummary.State state) {
        return switch (state) {
            case RUNNING -> Messages.state_running;
            case INTERRUPTED -> Messages.state_interrupted;
            case DONE -> Messages.state_done;
            case FAILED -> Messages.state_failed;
            case CANCELLED -> Messages.state_cancelled;
        };
    }

    /** Icon of a state of a run. */
    public static String icon(RunSummary.State state) {
        return switch (state) {
            case RUNNING -> "running";
            case INTERRUPTED -> "interrupted";
            case DONE -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "stopped";
        };
    }

    /** A state of a task in words. */
    static String text(TaskState state) {
        return switch (state) {
            case WAITING -> Messages.state_waiting;
            case RUNNING -> Messages.state_running;
            case DONE -> Messages.state_done;
            case CACHED -> Messages.state_cached;
            case FAILED -> Messages.state_failed;
            case SKIPPED -> Messages.state_skipped;
        };
    }

    /** Icon of a state of a task. */
    static String icon(TaskState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case RUNNING -> "running";
            case DONE -> "done";
            case CACHED -> "cached";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
        };
    }
}
