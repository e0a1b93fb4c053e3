// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.figure.Figure;
import org.nullcline.api.value.Kinds;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Plan.PlannedStep;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.store.Store;
import org.nullcline.model.Experiment;
import org.nullcline.model.FigureRequest;
import org.nullcline.reporting.html.Report;

/**
 * The figures of a run. A step with many points of a sweep shows examples, one per condition (the first repeat of it), and folds the others away, as
 * many as keep the report readable.
 */
final class ResultFigures {

    /** Examples that stand open below one heading. */
    private static final int MOST_EXAMPLES = 6;
    /** Figures of a step below "Further results". */
    private static final int MOST_FURTHER = 2;
    /** Characters that all folded figures may take together. */
    private static final long FOLDED = 2_000_000;
    /** Characters of numbers that an open and a folded figure may carry. */
    private static final int MOST_NUMBERS = 150_000;
    private static final int MOST_FOLDED_NUMBERS = 15_000;

    private final Plan plan;
    private final Store store;
    private final Experiment experiment;
    private final Set<String> repeats;
    private final RunFigures figures;
    private final boolean everything;
    private long left = FOLDED;
    private int folds;
    private int missing;

    ResultFigures(Experiment experiment, Plan plan, Store store, Contributions contributions, boolean everything) {
        this.plan = plan;
        this.store = store;
        this.experiment = experiment;
        this.repeats = repeats(experiment);
        this.figures = new RunFigures(contributions);
        this.everything = everything;
    }

    /** Axes of an experiment that only repeat it with other seeds. */
    static Set<String> repeats(Experiment experiment) {
        return experiment.getAxes().stream().filter(axis -> axis.getPath() != null && axis.getPath().matches(".*[.@][sS]eed")).map(axis -> axis.getId())
                .collect(Collectors.toSet());
    }

    /** A part of the report: outputs of one step below one heading. */
    private record Part(String heading, PlannedStep step, Predicate<String> ports) {
    }

    /**
     * First the figures that the experiment asks for, or all results of interest where it asks for none; then, folded away, the others and the
     * steps that only hand a recording on to the next one.
     */
    void write(Report report) {
        List<Part> asked = new ArrayList<>();
        Set<String> shown = new LinkedHashSet<>();
        for (FigureRequest request : experiment.getFigures()) {
            plan.step(request.getSource()).ifPresent(step -> {
                String title = request.getTitle() == null || request.getTitle().isBlank() ? step.label() : request.getTitle();
                asked.add(new Part(title, step, port -> port.equals(request.getOutput())));
                shown.add(step.id() + "." + request.getOutput());
            });
        }
        List<PlannedStep> onTheWay = plan.steps().stream().filter(step -> onlyRecordings(step) && handsOn(step)).toList();
        List<PlannedStep> others = plan.steps().stream().filter(step -> !onTheWay.contains(step)).toList();
        List<Part> parts = !asked.isEmpty() ? asked : others.stream().map(step -> new Part(step.label(), step, port -> true)).toList();
        folds = (int) parts.stream().filter(part -> tasks(part.step()).size() > 1).count();
        parts.forEach(part -> open(report, part));
        further(report, "Further results", asked.isEmpty() ? List.of() : others, shown);
        further(report, "Preparation of the data", onTheWay, shown);
        if (missing > 0) {
            report.paragraph("The results of " + missing + (missing == 1 ? " point is" : " points are") + " not drawn here, to keep this report readable; "
                    + "'nullcline report RUN --all' draws everything with all numbers, and the results themselves are in the store.");
        }
    }

    private boolean onlyRecordings(PlannedStep step) {
        return plan.tasks().get(step.tasks()[0]).outputs().values().stream().allMatch(Kinds.RECORDING::equals);
    }

    private boolean handsOn(PlannedStep step) {
        return experiment.getLinks().stream().anyMatch(link -> step.id().equals(link.getTarget()))
                && experiment.getLinks().stream().anyMatch(link -> step.id().equals(link.getSource()));
    }

    /** The tasks of a step that have results, each once. */
    private List<Task> tasks(PlannedStep step) {
        return Arrays.stream(step.tasks()).distinct().mapToObj(plan.tasks()::get).filter(task -> store.has(task.key())).toList();
    }

    /** A section with examples and, folded away, the other points. */
    private void open(Report report, Part part) {
        List<Task> tasks = tasks(part.step());
        List<Figure> first = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        if (!tasks.isEmpty()) {
            draw(tasks.getFirst(), part.ports(), first, troubles);
        }
        if (first.isEmpty() && troubles.isEmpty()) {
            folds -= tasks.size() > 1 ? 1 : 0;
            return;
        }
        report.section(part.heading());
        List<Task> examples = everything ? tasks : examples(tasks, Math.max(1, MOST_EXAMPLES / Math.max(1, first.size())));
        if (examples.size() < tasks.size()) {
            report.paragraph(examples.size() == 1 ? "The first of " + tasks.size() + " points; the others are folded away below."
                    : examples.size() + " of " + tasks.size() + " points as examples; the others are folded away below.");
        }
        report.group();
        for (Task task : examples) {
            List<Figure> drawn = new ArrayList<>();
            if (task == tasks.getFirst()) {
                drawn.addAll(first);
            } else {
                draw(task, part.ports(), drawn, troubles);
            }
            drawn.forEach(figure -> report.figure(figure, numbers(MOST_NUMBERS)));
        }
        report.endGroup();
        List<String> notes = StepNotes.of(part.step(), examples, store).lines();
        if (!notes.isEmpty()) {
            report.list(notes);
        }
        troubles.forEach(report::warning);
        if (examples.size() < tasks.size()) {
            fold(report, part, tasks.stream().filter(task -> !examples.contains(task)).toList());
        }
    }

    private void fold(Report report, Part part, List<Task> rest) {
        long share = left / Math.max(1, folds--);
        long begin = report.length();
        List<String> troubles = new ArrayList<>();
        report.fold("The other " + rest.size() + (rest.size() == 1 ? " point" : " points")).group();
        int shown = 0;
        while (shown < rest.size() && report.length() - begin < share) {
            List<Figure> drawn = new ArrayList<>();
            draw(rest.get(shown++), part.ports(), drawn, troubles);
            drawn.forEach(figure -> report.figure(figure, numbers(MOST_FOLDED_NUMBERS)));
        }
        report.endGroup();
        troubles.forEach(report::warning);
        if (shown < rest.size()) {
            missing += rest.size() - shown;
            report.paragraph("… and " + (rest.size() - shown) + " more: " + points(rest.subList(shown, rest.size())) + ".");
        }
        report.endFold();
        left -= report.length() - begin;
    }

    private int numbers(int most) {
        return everything ? Integer.MAX_VALUE : most;
    }

    private static String points(List<Task> tasks) {
        int named = Math.min(12, tasks.size());
        return tasks.subList(0, named).stream().map(ResultFigures::point).collect(Collectors.joining("; ")) + (named < tasks.size() ? "; …" : "");
    }

    /** Where in the sweep. */
    static String point(Task task) {
        return task.coordinates().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(", "));
    }

    /** The first repeat of each condition; of many conditions, some that are spread evenly over them all. */
    private List<Task> examples(List<Task> tasks, int most) {
        Map<Map<String, String>, Task> byCondition = new LinkedHashMap<>();
        for (Task task : tasks) {
            Map<String, String> condition = new TreeMap<>(task.coordinates());
            condition.keySet().removeAll(repeats);
            byCondition.putIfAbsent(condition, task);
        }
        List<Task> conditions = List.copyOf(byCondition.values());
        if (conditions.size() <= most) {
            return conditions;
        }
        List<Task> spread = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            spread.add(conditions.get(most == 1 ? 0 : Math.round(i * (conditions.size() - 1) / (float) (most - 1))));
        }
        return spread;
    }

    private void further(Report report, String heading, List<PlannedStep> steps, Set<String> shown) {
        boolean begun = false;
        for (PlannedStep step : steps) {
            Predicate<String> ports = port -> !shown.contains(step.id() + "." + port);
            List<Figure> drawn = new ArrayList<>();
            List<String> troubles = new ArrayList<>();
            List<Task> tasks = tasks(step);
            int next = 0;
            while (next < tasks.size() && (everything || drawn.size() < MOST_FURTHER)) {
                draw(tasks.get(next++), ports, drawn, troubles);
            }
            if (drawn.isEmpty() && troubles.isEmpty()) {
                continue;
            }
            if (!begun) {
                report.section(heading);
                begun = true;
            }
            report.fold(step.label()).group();
            drawn.forEach(figure -> report.figure(figure, numbers(MOST_FOLDED_NUMBERS)));
            report.endGroup();
            troubles.forEach(report::warning);
            if (next < tasks.size()) {
                missing += tasks.size() - next;
                report.paragraph("… and " + (tasks.size() - next) + " more: " + points(tasks.subList(next, tasks.size())) + ".");
            }
            report.endFold();
        }
    }

    private void draw(Task task, Predicate<String> ports, List<Figure> all, List<String> troubles) {
        task.outputs().keySet().stream().filter(ports).forEach(port -> {
            String label = task.outputs().size() == 1 ? task.title() : task.title() + ", " + port;
            figures.draw(label, store.value(task.key(), port), all, troubles);
        });
    }
}
