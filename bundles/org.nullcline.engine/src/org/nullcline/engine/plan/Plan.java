// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a run will do, fixed: tasks in an order in which each comes after those that it needs, and which task stands at which point of the
 * sweep.
 *
 * @param name of the experiment
 * @param seed root seed of the experiment
 * @param axes the sweep
 * @param steps the planned steps in the order of the experiment
 * @param tasks all tasks
 */
public record Plan(String name, long seed, List<PlannedAxis> axes, List<PlannedStep> steps, List<Task> tasks) {

    /**
     * An axis of the sweep.
     *
     * @param id as in the experiment
     * @param values text of each point
     */
    public record PlannedAxis(String id, List<String> values) {
    }

    /**
     * A step at all points of the axes that it depends on.
     *
     * @param id as in the experiment
     * @param label name for people
     * @param axes ids of the axes that it depends on, the slowest first
     * @param tasks index of the task at each point, the last axis varying fastest
     */
    public record PlannedStep(String id, String label, List<String> axes, int[] tasks) {
    }

    /** The planned step with this id. */
    public Optional<PlannedStep> step(String id) {
        return steps.stream().filter(s -> s.id.equals(id)).findFirst();
    }

    /** The values of the axes at one point of a step. */
    public SortedMap<String, String> coordinates(PlannedStep step, int point) {
        SortedMap<String, String> coordinates = new TreeMap<>();
        int rest = point;
        for (int i = step.axes.size() - 1; i >= 0; i--) {
            PlannedAxis axis = axis(step.axes.get(i));
            coordinates.put(axis.id, axis.values.get(rest % axis.values.size()));
            rest /= axis.values.size();
        }
        return coordinates;
    }

    private PlannedAxis axis(String id) {
        return axes.stream().filter(a -> a.id.equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException("There is no axis '" + id + "'."));
    }

    /** Number of places in the sweep that the tasks serve; more than the tasks where points share work. */
    public int occurrences() {
        return steps.stream().mapToInt(s -> s.tasks.length).sum();
    }

    /** The task at the given coordinates of a step; further coordinates are ignored. */
    public Optional<Task> at(String stepId, SortedMap<String, String> coordinates) {
        return step(stepId).flatMap(step -> {
            int index = 0;
            for (String axisId : step.axes) {
                PlannedAxis axis = axis(axisId);
                int value = axis.values.indexOf(coordinates.getOrDefault(axisId, ""));
                if (value < 0) {
                    return Optional.empty();
                }
                index = index * axis.values.size() + value;
            }
            return Optional.of(tasks.get(step.tasks[index]));
        });
    }

    /** For each task the indices of the tasks that need its result, ascending. */
    public int[][] dependents() {
        int[] counts = new int[tasks.size()];
        for (Task task : tasks) {
            producers(task).forEach(producer -> counts[producer]++);
        }
        int[][] dependents = new int[tasks.size()][];
        for (int i = 0; i < dependents.length; i++) {
            dependents[i] = new int[counts[i]];
            counts[i] = 0;
        }
        for (Task task : tasks) {
            producers(task).forEach(producer -> dependents[producer][counts[producer]++] = task.index());
        }
        return dependents;
    }

    /** Indices of the tasks whose results a task needs, without repetition. */
    public static IntStream producers(Task task) {
        return task.inputs().stream().mapToInt(Task.TaskInput::task).distinct();
    }
}
