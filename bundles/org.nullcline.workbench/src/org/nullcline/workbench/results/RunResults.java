// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Scores;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.report.ExpectedScore;
import org.nullcline.engine.report.RunFigures;
import org.nullcline.engine.report.StepNotes;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.store.Store;

/** What a run has brought so far. Reads files, so it is used in jobs only. */
final class RunResults {

    /** A sweep has thousands of outputs; a list for people has an end. */
    private static final int MAX_ITEMS = 2000;

    /**
     * A line of the table of scores.
     *
     * @param name task and row
     * @param numbers by column
     */
    record ScoreRow(String name, double[] numbers) {
    }

    /**
     * Scores of all tasks of a step that have the same columns.
     *
     * @param step name of the step
     * @param columns headings
     * @param rows lines
     * @param notes remarks
     */
    record ScoreTable(String step, List<String> columns, List<ScoreRow> rows, List<String> notes) {
    }

    private RunResults() {
    }

    /** All outputs that are in the store, in the order of the plan, each result once. */
    static List<ResultItem> items(Plan plan, Store store) {
        List<ResultItem> items = new ArrayList<>();
        for (var step : plan.steps()) {
            var seen = new LinkedHashSet<Integer>();
            for (var index : step.tasks()) {
                var task = plan.tasks().get(index);
                if (seen.add(index) && items.size() < MAX_ITEMS && store.has(task.key())) {
                    task.outputs().forEach((port, kind) -> items.add(new ResultItem(store, task, port, actual(store, task.key(), port, kind))));
                }
            }
        }
        return List.copyOf(items);
    }

    /** A port may promise any kind; the stored value says which it is. */
    private static String actual(Store store, String key, String port, String declared) {
        return declared.equals("any") ? store.result(key).map(r -> r.outputs().get(port).kind()).orElse(declared) : declared;
    }

    /** What the experiment expects beside what the run gave so far. */
    static List<ExpectedScore> expected(RunFolder run, Plan plan, Store store) {
        return ExpectedScore.of(run.frozen(), plan, store);
    }

    /** All tables of scores of a run. */
    static List<ScoreTable> scores(List<ResultItem> items) {
        List<ScoreTable> tables = new ArrayList<>();
        for (var item : items) {
            if (item.kind().equals(Kinds.SCORES)) {
                var scores = Scores.of(item.value());
                var label = item.task().label();
                var known = tables.stream().filter(t -> t.step.equals(label) && t.columns.equals(scores.columns())).findFirst();
                var table = known.orElseGet(() -> {
                    var made = new ScoreTable(label, scores.columns(), new ArrayList<>(), new ArrayList<>());
                    tables.add(made);
                    return made;
                });
                add(table, item, scores);
            }
        }
        return List.copyOf(tables);
    }

    private static void add(ScoreTable table, ResultItem item, Scores scores) {
        var numbers = scores.table();
        var where = String.join(", ", item.task().coordinates().values());
        for (var r = 0; r < numbers.length; r++) {
            var row = scores.rows().get(r);
            table.rows.add(new ScoreRow(where.isEmpty() ? row : numbers.length == 1 ? where : where + " – " + row, numbers[r]));
        }
        scores.value().texts(Scores.NOTES).stream().filter(note -> !table.notes.contains(note)).forEach(table.notes::add);
    }

    /** The figures of a value; where a plug-in fails, its sentence is added to {@code troubles}. */
    static List<Figure> figures(ResultItem item, Contributions contributions, List<String> troubles) {
        List<Figure> figures = new ArrayList<>();
        new RunFigures(contributions).draw(item.title(), item.value(), figures, troubles);
        return figures;
    }

    /** What a task says about its result; in front of it the task's title where several are looked at. */
    static List<String> notes(ResultItem item, boolean named) {
        return StepNotes.of(item.task(), item.store()).stream().map(note -> named ? item.task().title() + ": " + note : note).toList();
    }

    /** All outputs of a run. */
    static List<ResultItem> items(RunFolder run, Store store) {
        return items(run.plan(), store);
    }
}
