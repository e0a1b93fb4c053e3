// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Scores;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Plan.PlannedStep;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.store.Store;

/**
 * The scores of one step over all points of the sweep, as far as they are there.
 *
 * @param title name of the step
 * @param columns names of the numbers
 * @param rows one or more per point of the sweep
 * @param notes remarks of the step, without repetition
 */
public record ScoreTable(String title, List<String> columns, List<Row> rows, List<String> notes) {

    /**
     * One row.
     *
     * @param name where in the sweep, and which row of several
     * @param values one per column; NaN where a number does not apply
     * @param point where in the sweep, by axis
     * @param label which row of several; empty where each point has one
     */
    public record Row(String name, double[] values, Map<String, String> point, String label) {
    }

    private record Entry(Task task, Scores scores) {
    }

    /** The tables of all steps that score, in the order of the experiment. */
    public static List<ScoreTable> of(Plan plan, Store store) {
        List<ScoreTable> tables = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            Map<List<String>, List<Entry>> byColumns = new LinkedHashMap<>();
            Set<Integer> seen = new LinkedHashSet<>();
            for (int index : step.tasks()) {
                Task task = plan.tasks().get(index);
                if (seen.add(index) && store.has(task.key())) {
                    collect(task, store, byColumns);
                }
            }
            byColumns.forEach((columns, entries) -> tables.add(table(step.label(), columns, entries)));
        }
        return tables;
    }

    private static void collect(Task task, Store store, Map<List<String>, List<Entry>> byColumns) {
        task.outputs().forEach((port, kind) -> {
            if (kind.equals(Kinds.SCORES)) {
                Scores scores = Scores.of(store.value(task.key(), port));
                byColumns.computeIfAbsent(scores.columns(), c -> new ArrayList<>()).add(new Entry(task, scores));
            }
        });
    }

    private static ScoreTable table(String title, List<String> columns, List<Entry> entries) {
        boolean severalRows = entries.stream().anyMatch(e -> e.scores.rows().size() > 1);
        Map<String, List<String>> notes = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            String where = String.join(", ", entry.task.coordinates().values());
            entry.scores.value().texts(Scores.NOTES).forEach(note -> notes.computeIfAbsent(note, n -> new ArrayList<>()).add(where));
            double[][] numbers = entry.scores.table();
            for (int r = 0; r < numbers.length; r++) {
                String name = entry.scores.rows().get(r);
                rows.add(new Row(where.isEmpty() ? name : severalRows ? where + ", " + name : where, numbers[r], entry.task.coordinates(),
                        severalRows ? name : ""));
            }
        }
        return new ScoreTable(title, columns, List.copyOf(rows), Sentences.lines(notes, entries.size()));
    }
}
