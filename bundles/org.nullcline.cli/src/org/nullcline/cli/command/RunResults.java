// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Scores;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.TextTable;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.report.ExpectedScore;
import org.nullcline.engine.report.ScoreTable;
import org.nullcline.engine.report.StepNotes;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.engine.store.Store;

import com.google.gson.JsonObject;

/** The results of a run that fit on a screen: scores and distances. */
final class RunResults {

    private static final int MAX_ROWS = 60;
    private static final int MAX_MATRIX = 12;

    private final RunFolder run;
    private final Plan plan;
    private final Store store;

    RunResults(RunFolder run, Store store) {
        this.run = run;
        this.plan = run.plan();
        this.store = store;
    }

    /** Tables for people. */
    void print(Session session) {
        for (ScoreTable scores : ScoreTable.of(plan, store)) {
            List<String> headings = new ArrayList<>(List.of(scores.title()));
            headings.addAll(scores.columns());
            TextTable table = new TextTable(headings);
            for (ScoreTable.Row row : scores.rows().subList(0, Math.min(MAX_ROWS, scores.rows().size()))) {
                List<String> cells = new ArrayList<>(List.of(row.name()));
                Arrays.stream(row.values()).mapToObj(TextTable::number).forEach(cells::add);
                table.row(cells);
            }
            session.print("");
            table.lines().forEach(session::print);
        }
        for (Task task : plan.tasks()) {
            task.outputs().forEach((port, kind) -> {
                if (kind.equals(Kinds.DISTANCES) && store.has(task.key())) {
                    printMatrix(session, task, Distances.of(store.value(task.key(), port)));
                }
            });
        }
        printNotes(session);
        printExpectations(session);
    }

    private void printNotes(Session session) {
        for (StepNotes each : StepNotes.of(plan, store)) {
            session.print("");
            session.print("notes on " + each.step().label());
            each.lines().forEach(line -> session.print("  " + line));
        }
    }

    /** What the tasks say about their results. */
    private List<JsonObject> notes() {
        return StepNotes.of(plan, store).stream().flatMap(step -> step.tasks().stream()).map(each -> Json.object("step", each.task().step(), "task",
                each.task().title(), "coordinates", each.task().coordinates(), "notes", each.notes())).toList();
    }

    private void printExpectations(Session session) {
        List<ExpectedScore> expected = expected();
        if (expected.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("expected and found", "published", "expected", "found", "n", "");
        for (ExpectedScore each : expected) {
            String found = TextTable.number(each.value()) + (Double.isNaN(each.spread()) ? "" : " ± " + TextTable.number(each.spread()));
            table.row(each.title(), each.published(), each.bounds(), found, Integer.toString(each.values().size()), each.verdict().text());
        }
        session.print("");
        table.lines().forEach(session::print);
    }

    private List<ExpectedScore> expected() {
        return ExpectedScore.of(run.frozen(), plan, store);
    }

    private List<JsonObject> expectations() {
        return expected().stream().map(each -> {
            var expectation = each.expectation();
            return Json.object("id", expectation.getId(), "title", each.title(), "step", expectation.getSource(), "score", expectation.getScore(), "where",
                    expectation.getWhere(), "published", expectation.getPublished(), "spread", expectation.getSpread(), "atLeast", expectation.getAtLeast(),
                    "atMost", expectation.getAtMost(), "found", each.value(), "foundSpread", each.spread(), "n", each.values().size(), "verdict",
                    each.verdict().name().toLowerCase(Locale.ROOT));
        }).toList();
    }

    private static void printMatrix(Session session, Task task, Distances distances) {
        double[][] matrix = distances.matrix();
        if (matrix.length == 0 || matrix.length > MAX_MATRIX || matrix[0].length > MAX_MATRIX) {
            return;
        }
        session.print("");
        List<String> headings = new ArrayList<>();
        headings.add(task.title());
        headings.addAll(distances.columns());
        TextTable table = new TextTable(headings);
        for (int r = 0; r < matrix.length; r++) {
            List<String> cells = new ArrayList<>(List.of(distances.rows().get(r)));
            for (double number : matrix[r]) {
                cells.add(TextTable.number(number));
            }
            table.row(cells);
        }
        table.lines().forEach(session::print);
    }

    private interface ScoreVisitor {
        void visit(Task task, Scores scores);
    }

    private void eachScore(ScoreVisitor visitor) {
        for (Task task : plan.tasks()) {
            task.outputs().forEach((port, kind) -> {
                if (kind.equals(Kinds.SCORES) && store.has(task.key())) {
                    visitor.visit(task, Scores.of(store.value(task.key(), port)));
                }
            });
        }
    }

    /** The document of the contract: {@code run, status, tasks, scores, seconds} and more. */
    JsonObject json(RunSummary summary) {
        List<JsonObject> rows = new ArrayList<>();
        eachScore((task, scores) -> {
            double[][] numbers = scores.table();
            for (int r = 0; r < numbers.length; r++) {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int c = 0; c < numbers[r].length; c++) {
                    values.put(scores.columns().get(c), numbers[r][c]);
                }
                rows.add(Json.object("step", task.step(), "task", task.title(), "coordinates", task.coordinates(), "row", scores.rows().get(r), "values", values));
            }
        });
        Set<String> failures = new LinkedHashSet<>(RunWork.failures(run).stream().map(f -> f.sentence()).toList());
        List<JsonObject> distances = new ArrayList<>();
        for (Task task : plan.tasks()) {
            task.outputs().forEach((port, kind) -> {
                if (kind.equals(Kinds.DISTANCES) && store.has(task.key())) {
                    Distances d = Distances.of(store.value(task.key(), port));
                    distances.add(Json.object("step", task.step(), "task", task.title(), "coordinates", task.coordinates(), "metric",
                            d.value().text(Distances.METRIC, ""), "kind", d.similarity() ? "similarity" : "distance", "rows", d.rows(), "columns", d.columns(),
                            "matrix", d.matrix()));
                }
            });
        }
        return Json.object("run", run.info().id(), "status", summary.state().text(), "tasks", Json.object("total", summary.total(), "done", summary.done(), "cached",
                summary.cached(), "failed", summary.failed(), "skipped", summary.skipped()), "scores", rows, "distances", distances, "notes", notes(), "expectations", expectations(),
                "seconds", summary.seconds(), "experiment", run.info().experiment(), "folder", run.path().toString(), "failures", failures);
    }
}
