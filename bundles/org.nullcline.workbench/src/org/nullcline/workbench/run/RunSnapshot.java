// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.util.List;
import java.util.Map;

import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunMonitor.Curve;
import org.nullcline.engine.run.RunMonitor.TaskState;
import org.nullcline.engine.run.RunSummary;

/**
 * Where a run stood at one moment; immutable, so that views may read it on any thread.
 *
 * @param run the run
 * @param plan its tasks
 * @param summary where it stands
 * @param states of all tasks, by index
 * @param activities of the tasks at work, by index
 * @param failures sentences of the tasks that failed, by index
 * @param warnings what else the user should know
 * @param curves live curves of some tasks
 */
public record RunSnapshot(RunFolder run, Plan plan, RunSummary summary, List<TaskState> states, Map<Integer, Activity> activities,
        Map<Integer, String> failures, List<String> warnings, List<TaskCurves> curves) {

    /**
     * What a task is doing.
     *
     * @param note in words, may be empty
     * @param fraction how much is done, NaN where the step does not tell
     */
    public record Activity(String note, double fraction) {
    }

    /**
     * The curves of one task.
     *
     * @param task index
     * @param title name of the task
     * @param curves by the name of the series
     */
    public record TaskCurves(int task, String title, Map<String, Curve> curves) {
    }

    /** Whether an engine works on the run. */
    public boolean running() {
        return summary.state() == RunSummary.State.RUNNING;
    }
}
