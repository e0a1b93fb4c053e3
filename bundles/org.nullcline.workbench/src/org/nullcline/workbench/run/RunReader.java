// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunMonitor;
import org.nullcline.engine.run.RunMonitor.TaskState;

/** Reads snapshots of one run, each time only what was appended. */
final class RunReader {

    private static final int MAX_CURVES = 8;
    private static final int MAX_ACTIVITIES = 64;

    private final RunMonitor monitor;
    private final Plan plan;
    /** Tasks that are over and measured nothing. */
    private final BitSet mute = new BitSet();

    RunReader(RunFolder run) {
        monitor = new RunMonitor(run);
        plan = run.plan();
    }

    RunFolder run() {
        return monitor.run();
    }

    /** @param wanted tasks whose curves are wanted; empty for those at work, then those that ended last */
    RunSnapshot read(List<Integer> wanted) {
        monitor.refresh();
        List<TaskState> states = new ArrayList<>(plan.tasks().size());
        for (var i = 0; i < plan.tasks().size(); i++) {
            states.add(monitor.state(i));
        }
        Map<Integer, RunSnapshot.Activity> activities = new HashMap<>();
        monitor.running().stream().limit(MAX_ACTIVITIES).forEach(task -> {
            var view = monitor.task(task);
            activities.put(task, new RunSnapshot.Activity(view.note(), view.fraction()));
        });
        return new RunSnapshot(monitor.run(), plan, monitor.summary(), List.copyOf(states), Map.copyOf(activities), Map.copyOf(monitor.failures()),
                monitor.warnings(), curves(wanted, states));
    }

    private List<RunSnapshot.TaskCurves> curves(List<Integer> wanted, List<TaskState> states) {
        Set<Integer> candidates = new LinkedHashSet<>(wanted);
        if (wanted.isEmpty()) {
            candidates.addAll(monitor.running());
            for (var i = plan.tasks().size() - 1; i >= 0; i--) {
                if (states.get(i) == TaskState.DONE || states.get(i) == TaskState.FAILED) {
                    candidates.add(i);
                }
            }
        }
        List<RunSnapshot.TaskCurves> found = new ArrayList<>();
        for (var task : candidates) {
            if (found.size() == MAX_CURVES) {
                break;
            }
            if (task < 0 || task >= states.size() || mute.get(task)) {
                continue;
            }
            var curves = monitor.task(task).curves();
            if (!curves.isEmpty()) {
                found.add(new RunSnapshot.TaskCurves(task, plan.tasks().get(task).title(), curves));
            } else if (states.get(task) != TaskState.RUNNING && states.get(task) != TaskState.WAITING) {
                mute.set(task);
            }
        }
        found.sort((a, b) -> Integer.compare(a.task(), b.task()));
        return found.stream().map(curves -> new RunSnapshot.TaskCurves(curves.task(), name(curves.task(), found), curves.curves())).toList();
    }

    /** Where all tasks are of one step, the point of the sweep is name enough. */
    private String name(int index, List<RunSnapshot.TaskCurves> all) {
        var task = plan.tasks().get(index);
        var oneStep = all.stream().allMatch(other -> plan.tasks().get(other.task()).step().equals(task.step()));
        return oneStep && !task.coordinates().isEmpty() ? String.join(", ", task.coordinates().values()) : task.title();
    }
}
