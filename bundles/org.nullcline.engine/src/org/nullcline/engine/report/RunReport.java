// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.nullcline.api.contribution.Citation;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Plan.PlannedStep;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunMonitor;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.store.StoredResult;
import org.nullcline.model.Experiment;
import org.nullcline.model.Step;
import org.nullcline.reporting.html.Report;

import com.google.gson.JsonObject;

/** The report of a run as one HTML file: scores, figures, what was done with which settings, versions and seeds, and what to cite. */
public final class RunReport {

    /** Longer tables are summed up, and folded away themselves. */
    private static final int MOST_ROWS = 24;
    private static final int MOST_FOLDED_ROWS = 1000;
    /** Columns that a page has room for. */
    private static final int MOST_COLUMNS = 9;
    private static final int MAX_TASKS = 300;
    private static final int MOST_VALUES = 12;

    private final RunFolder run;
    private final Store store;
    private final Contributions contributions;
    private final Plan plan;
    private final boolean everything;

    /** A report about a run as it stands, of a size that can be read: of many points of a sweep it shows examples. */
    public RunReport(RunFolder run, Store store, Contributions contributions) {
        this(run, store, contributions, false);
    }

    /** A report about a run as it stands; {@code everything} draws all points with all their numbers, however large that gets. */
    public RunReport(RunFolder run, Store store, Contributions contributions, boolean everything) {
        this.run = run;
        this.store = store;
        this.contributions = contributions;
        this.everything = everything;
        plan = run.plan();
    }

    /** Writes the report; the file appears whole or not at all. */
    public void write(Path file) throws IOException {
        build().write(file);
    }

    /** The report. */
    public Report build() {
        RunMonitor monitor = new RunMonitor(run);
        monitor.refresh();
        RunSummary summary = monitor.summary();
        Report report = new Report(run.info().experiment(), "Run " + run.info().id());
        overview(report, summary, monitor);
        expectations(report);
        scores(report);
        notes(report);
        new ResultFigures(run.frozen(), plan, store, contributions, everything).write(report);
        settings(report);
        tasks(report, monitor);
        provenance(report);
        citations(report);
        report.section("Experiment file").listing("The experiment as it was run", new String(run.experiment(), StandardCharsets.UTF_8));
        return report;
    }

    private void overview(Report report, RunSummary summary, RunMonitor monitor) {
        report.section("Overview");
        String description = description();
        if (!description.isBlank()) {
            report.paragraph(description);
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Experiment", run.info().experiment() + " (" + run.info().source() + ")");
        facts.put("Started", run.info().created());
        facts.put("State", summary.state().text() + ", " + summary.done() + " of " + summary.total() + " tasks done");
        facts.put("Root seed", Long.toString(run.info().seed()));
        plan.axes().forEach(axis -> facts.put("Varied: " + axis.id(), values(axis.values())));
        report.facts(facts);
        monitor.failures().values().stream().distinct().limit(20).forEach(report::warning);
        monitor.warnings().stream().limit(20).forEach(report::warning);
    }

    private static String values(List<String> values) {
        return values.size() <= MOST_VALUES ? String.join(", ", values)
                : String.join(", ", values.subList(0, MOST_VALUES - 2)) + ", …, " + values.getLast() + " (" + values.size() + " points)";
    }

    private String description() {
        Experiment experiment = run.frozen();
        return experiment == null || experiment.getDescription() == null ? "" : experiment.getDescription();
    }

    /** What was expected, for example the numbers of a paper, beside what came out. */
    private void expectations(Report report) {
        List<ExpectedScore> expected = ExpectedScore.of(run.frozen(), plan, store);
        if (expected.isEmpty()) {
            return;
        }
        report.section("Expected and found");
        List<List<String>> rows = new ArrayList<>();
        Map<String, List<String>> notes = new LinkedHashMap<>();
        for (ExpectedScore each : expected) {
            String found = number(each.value()) + (Double.isNaN(each.spread()) ? "" : " ± " + number(each.spread()));
            rows.add(List.of(each.title(), each.published(), each.bounds(), found, Integer.toString(each.values().size()), each.verdict().text()));
            if (each.expectation().getNote() != null) {
                notes.computeIfAbsent(each.expectation().getNote().strip(), note -> new ArrayList<>()).add(each.title());
            }
        }
        report.table("", List.of("", "published", "expected", "found", "n", ""), rows);
        notes.forEach((note, titles) -> report.paragraph(String.join("; ", titles) + " – " + note));
    }

    private void scores(Report report) {
        List<ScoreTable> tables = ScoreTable.of(plan, store);
        if (!tables.isEmpty()) {
            report.section("Scores");
        }
        for (ScoreTable table : tables) {
            List<String> columns = new ArrayList<>(List.of(""));
            columns.addAll(table.columns());
            List<List<String>> rows = new ArrayList<>();
            for (ScoreTable.Row row : table.rows()) {
                List<String> cells = new ArrayList<>(List.of(row.name()));
                Arrays.stream(row.values()).mapToObj(RunReport::number).forEach(cells::add);
                rows.add(cells);
            }
            table(report, table, columns, rows);
            table.notes().forEach(report::paragraph);
        }
    }

    /** A short table as it is; of a long one a summary, and the whole below it, folded away. */
    private void table(Report report, ScoreTable table, List<String> columns, List<List<String>> rows) {
        if (columns.size() > MOST_COLUMNS && rows.size() < MOST_COLUMNS) {
            turned(report, table.title(), columns, rows);
            return;
        }
        if (rows.size() <= MOST_ROWS) {
            report.table(table.title(), columns, rows);
            return;
        }
        ScoreSummary summary = ScoreSummary.of(table, ResultFigures.repeats(run.frozen()), RunReport::number);
        if (summary.rows().size() <= MOST_ROWS) {
            report.table(table.title() + ", summed up", summary.columns(), summary.rows());
        }
        int shown = everything ? rows.size() : Math.min(MOST_FOLDED_ROWS, rows.size());
        report.fold(table.title() + ": all " + rows.size() + " rows").table("", columns, rows.subList(0, shown));
        if (shown < rows.size()) {
            report.paragraph("… and " + (rows.size() - shown) + " more; 'nullcline report RUN --all' shows all of them.");
        }
        report.endFold();
    }

    /** A table of few rows and more columns than fit on a page, with the rows side by side. */
    private static void turned(Report report, String title, List<String> columns, List<List<String>> rows) {
        List<String> headings = new ArrayList<>(List.of(""));
        rows.forEach(row -> headings.add(row.getFirst()));
        report.table(title, headings, IntStream.range(1, columns.size()).mapToObj(c -> Stream.concat(Stream.of(columns.get(c)),
                rows.stream().map(row -> row.get(c))).toList()).toList());
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        return value == Math.rint(value) && size < 1e7 ? Long.toString((long) value)
                : size < 1e-3 || size >= 1e5 ? String.format(Locale.ROOT, "%.3e", value) : String.format(Locale.ROOT, "%.4f", value);
    }

    /** What the steps say about their results: channels left out, trainings that ended early. */
    private void notes(Report report) {
        List<StepNotes> notes = StepNotes.of(plan, store);
        if (!notes.isEmpty()) {
            report.section("Notes");
            notes.forEach(each -> report.part(each.step().label()).list(each.lines()));
        }
    }

    private void settings(Report report) {
        report.section("Settings");
        Experiment experiment = run.frozen();
        for (PlannedStep step : plan.steps()) {
            Task task = plan.tasks().get(step.tasks()[0]);
            Step source = experiment.step(step.id());
            report.fold(step.label() + " – " + task.contribution() + " " + task.version());
            SortedMap<String, String> shown = new TreeMap<>();
            task.parameters().forEach((name, value) -> shown.put(name, value.isEmpty() ? "not set" : value));
            for (Map.Entry<String, String> entry : new TreeMap<>(shown).entrySet()) {
                boolean varies = Arrays.stream(step.tasks()).mapToObj(i -> plan.tasks().get(i).parameters().getOrDefault(entry.getKey(), ""))
                        .distinct().limit(2).count() > 1;
                if (varies) {
                    shown.put(entry.getKey(), "varied");
                } else if (source != null && source.value(entry.getKey()) != null) {
                    shown.put(entry.getKey(), entry.getValue() + " (set)");
                }
            }
            report.facts(shown).endFold();
        }
    }

    private void tasks(Report report, RunMonitor monitor) {
        report.section("Tasks");
        int shown = everything ? plan.tasks().size() : Math.min(MAX_TASKS, plan.tasks().size());
        boolean folded = shown > MOST_ROWS;
        List<List<String>> rows = new ArrayList<>();
        for (Task task : plan.tasks().subList(0, shown)) {
            String seconds = run.task(task.index()).done().map(d -> d.cached() ? "–" : String.format(Locale.ROOT, "%.1f", d.seconds())).orElse("–");
            rows.add(List.of(task.title(), monitor.state(task.index()).name().toLowerCase(Locale.ROOT), seconds, task.shortKey()));
        }
        if (folded) {
            report.fold("State, seconds of work and key of " + (shown < plan.tasks().size() ? shown + " of " : "all ") + plan.tasks().size() + " tasks");
        }
        report.table(folded ? "" : "State, seconds of work and key of each task", List.of("", "state", "s", "key"), rows);
        if (shown < plan.tasks().size()) {
            report.paragraph("… and " + (plan.tasks().size() - shown) + " more; 'nullcline report RUN --all' shows all of them.");
        }
        if (folded) {
            report.endFold();
        }
    }

    private void provenance(Report report) {
        report.section("Provenance");
        SortedMap<String, Set<String>> facts = new TreeMap<>();
        for (Task task : plan.tasks()) {
            store.result(task.key()).map(StoredResult::provenance).ifPresent(json -> {
                for (String name : List.of("nullcline", "java", "system", "host", "numerics", "kernels", "blasThreads")) {
                    if (json.has(name)) {
                        facts.computeIfAbsent(name, n -> new TreeSet<>()).add(text(json, name));
                    }
                }
                facts.computeIfAbsent("plug-ins", n -> new TreeSet<>()).add(text(json, "plugin"));
            });
        }
        Map<String, String> lines = new LinkedHashMap<>();
        facts.forEach((name, values) -> lines.put(name, String.join("; ", values)));
        report.facts(lines);
        report.paragraph("The seed of each task is a function of the root seed and of the task's key, so the same experiment gives the same bytes, whatever the number of "
                + "workers.");
    }

    private static String text(JsonObject json, String name) {
        return json.has(name) ? json.get(name).getAsString() : "";
    }

    private void citations(Report report) {
        Set<String> lines = new LinkedHashSet<>();
        for (Task task : plan.tasks()) {
            cite(lines, ExtensionPoint.STEPS, task.contribution());
            task.chosen().values().forEach(chosen -> {
                String id = chosen.substring(0, chosen.lastIndexOf('@'));
                for (ExtensionPoint point : ExtensionPoint.values()) {
                    cite(lines, point, id);
                }
            });
        }
        if (!lines.isEmpty()) {
            report.section("Please cite");
            lines.forEach(report::paragraph);
        }
    }

    private void cite(Set<String> lines, ExtensionPoint point, String id) {
        for (Descriptor descriptor : contributions.list(point)) {
            if (descriptor.id().equals(id)) {
                for (Citation citation : descriptor.citations()) {
                    lines.add(citation.text() + (citation.doi().isEmpty() ? "" : ". https://doi.org/" + citation.doi()));
                }
            }
        }
    }
}
