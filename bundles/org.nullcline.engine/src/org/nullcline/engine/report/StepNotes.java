// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Plan.PlannedStep;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.store.StoredResult;

/**
 * What the tasks of a step say about their results.
 *
 * @param step the step
 * @param tasks those that say something, each once
 * @param points how many tasks with results were asked
 */
public record StepNotes(PlannedStep step, List<TaskNotes> tasks, int points) {

    /**
     * What one task says.
     *
     * @param task the task
     * @param notes sentences
     */
    public record TaskNotes(Task task, List<String> notes) {
    }

    /** All steps of which some task says something, in the order of the experiment. */
    public static List<StepNotes> of(Plan plan, Store store) {
        List<StepNotes> all = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            List<Task> done = Arrays.stream(step.tasks()).distinct().mapToObj(plan.tasks()::get).filter(task -> store.has(task.key())).toList();
            StepNotes notes = of(step, done, store);
            if (!notes.tasks.isEmpty()) {
                all.add(notes);
            }
        }
        return all;
    }

    /** What some tasks of a step say, which all have results. */
    static StepNotes of(PlannedStep step, List<Task> done, Store store) {
        return new StepNotes(step, done.stream().map(task -> new TaskNotes(task, of(task, store))).filter(task -> !task.notes.isEmpty()).toList(), done.size());
    }

    /** What one task says about its result; nothing where there is no result. */
    public static List<String> of(Task task, Store store) {
        return store.result(task.key()).map(StoredResult::notes).orElse(List.of());
    }

    /** The sentences with the points of the sweep that they are about, as few as can be read. */
    public List<String> lines() {
        Map<String, List<String>> where = new LinkedHashMap<>();
        tasks.forEach(task -> task.notes.forEach(note -> where.computeIfAbsent(note, n -> new ArrayList<>()).add(ResultFigures.point(task.task))));
        return Sentences.lines(where, points);
    }
}
