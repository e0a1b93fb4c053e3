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
import java.util.function.Predicate;

import org.nullcline.api.contribution.Citation;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Plan.PlannedStep;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunMonitor;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.store.StoredResult;
import org.nullcline.model.Experiment;
import org.nullcline.model.FigureRequest;
import org.nullcline.model.Step;
import org.nullcline.reporting.html.Report;

import com.google.gson.JsonObject;

/** The report of a run as one HTML file: scores, figures, what was done with which settings, versions and seeds, and what to cite. */
public final class RunReport {

    /** More figures than this make a report that nobody reads and no browser likes. */
    private static final int MAX_FIGURES = 120;
    private static final int FOLDED_FIGURES = 2;
    private static final int MAX_TASKS = 300;

    private final RunFolder run;
    private final Store store;
    private final Contributions contributions;
    private final Plan plan;
    private final RunFigures figures;
    private int drawn;

    /** A report about a run as it stands. */
    public RunReport(RunFolder run, Store store, Contributions contributions) {
        this.run = run;
        this.store = store;
        this.contributions = contributions;
        plan = run.plan();
        figures = new RunFigures(contributions);
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
        results(report);
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
        plan.axes().forEach(axis -> facts.put("Varied: " + axis.id(), String.join(", ", axis.values())));
        report.facts(facts);
        monitor.failures().values().stream().distinct().limit(20).forEach(report::warning);
        monitor.warnings().stream().limit(20).forEach(report::warning);
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
        Set<String> notes = new LinkedHashSet<>();
        for (ExpectedScore each : expected) {
            String found = number(each.value()) + (Double.isNaN(each.spread()) ? "" : " ± " + number(each.spread()));
            rows.add(List.of(each.title(), each.published(), each.bounds(), found, Integer.toString(each.values().size()), each.verdict().text()));
            if (each.expectation().getNote() != null) {
                notes.add(each.expectation().getNote().strip());
            }
        }
        report.table("", List.of("", "published", "expected", "found", "n", ""), rows);
        notes.forEach(report::paragraph);
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
            report.table(table.title(), columns, rows);
            table.notes().forEach(report::paragraph);
        }
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        return value == Math.rint(value) && size < 1e7 ? Long.toString((long) value)
                : size < 1e-3 || size >= 1e5 ? String.format(Locale.ROOT, "%.3e", value) : String.format(Locale.ROOT, "%.4f", value);
    }

    /**
     * First the figures that the experiment asks for, or all results of interest where it asks for none; then, folded away, the others and the
     * steps that only hand a recording on to the next one.
     */
    private void results(Report report) {
        Experiment experiment = run.frozen();
        Set<String> shown = new LinkedHashSet<>();
        for (FigureRequest request : experiment.getFigures()) {
            plan.step(request.getSource()).ifPresent(step -> {
                String title = request.getTitle() == null || request.getTitle().isBlank() ? step.label() : request.getTitle();
                results(report, step, port -> port.equals(request.getOutput()), MAX_FIGURES, () -> report.section(title));
                shown.add(step.id() + "." + request.getOutput());
            });
        }
        boolean asked = !shown.isEmpty();
        List<PlannedStep> onTheWay = plan.steps().stream().filter(step -> onlyRecordings(step) && handsOn(experiment, step)).toList();
        List<PlannedStep> others = plan.steps().stream().filter(step -> !onTheWay.contains(step)).toList();
        if (!asked) {
            others.forEach(step -> results(report, step, port -> true, MAX_FIGURES, () -> report.section(step.label())));
        }
        folded(report, "Further results", asked ? others : List.of(), shown);
        folded(report, "Preparation of the data", onTheWay, shown);
        if (drawn >= MAX_FIGURES) {
            report.paragraph("Only the first " + MAX_FIGURES + " figures are shown; the results of all tasks are in the store.");
        }
    }

    private void folded(Report report, String heading, List<PlannedStep> steps, Set<String> shown) {
        Runnable[] section = {() -> report.section(heading)};
        for (PlannedStep step : steps) {
            boolean any = results(report, step, port -> !shown.contains(step.id() + "." + port), FOLDED_FIGURES, () -> {
                section[0].run();
                section[0] = () -> { };
                report.fold(step.label());
            });
            if (any) {
                report.endFold();
            }
        }
    }

    private boolean onlyRecordings(PlannedStep step) {
        return plan.tasks().get(step.tasks()[0]).outputs().values().stream().allMatch(Kinds.RECORDING::equals);
    }

    private static boolean handsOn(Experiment experiment, PlannedStep step) {
        return experiment.getLinks().stream().anyMatch(link -> step.id().equals(link.getTarget()))
                && experiment.getLinks().stream().anyMatch(link -> step.id().equals(link.getSource()));
    }

    /** Draws the chosen outputs of a step below a heading; returns whether there was anything to draw. */
    private boolean results(Report report, PlannedStep step, Predicate<String> chosen, int most, Runnable heading) {
        List<Figure> all = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        eachTask(step, task -> task.outputs().keySet().stream().filter(chosen).forEach(port -> {
            if (drawn + all.size() < MAX_FIGURES) {
                draw(task, port, all, troubles);
            }
        }));
        if (all.isEmpty() && troubles.isEmpty()) {
            return false;
        }
        heading.run();
        List<Figure> shown = all.subList(0, Math.min(most, all.size()));
        shown.forEach(report::figure);
        troubles.forEach(report::warning);
        drawn += shown.size();
        return true;
    }

    private void draw(Task task, String port, List<Figure> all, List<String> troubles) {
        Value value = store.value(task.key(), port);
        String label = task.outputs().size() == 1 ? task.title() : task.title() + ", " + port;
        figures.draw(label, value, all, troubles);
    }

    private interface TaskVisitor {
        void visit(Task task);
    }

    /** Visits the tasks of a step that have results, each once. */
    private void eachTask(PlannedStep step, TaskVisitor visitor) {
        for (int index : new LinkedHashSet<>(Arrays.stream(step.tasks()).boxed().toList())) {
            Task task = plan.tasks().get(index);
            if (store.has(task.key())) {
                visitor.visit(task);
            }
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
        List<List<String>> rows = new ArrayList<>();
        for (Task task : plan.tasks().subList(0, Math.min(MAX_TASKS, plan.tasks().size()))) {
            String seconds = run.task(task.index()).done().map(d -> d.cached() ? "–" : String.format(Locale.ROOT, "%.1f", d.seconds())).orElse("–");
            rows.add(List.of(task.title(), monitor.state(task.index()).name().toLowerCase(Locale.ROOT), seconds, task.shortKey()));
        }
        report.table("State, seconds of work and key of each task", List.of("", "state", "s", "key"), rows);
        if (plan.tasks().size() > MAX_TASKS) {
            report.paragraph("… and " + (plan.tasks().size() - MAX_TASKS) + " more.");
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
