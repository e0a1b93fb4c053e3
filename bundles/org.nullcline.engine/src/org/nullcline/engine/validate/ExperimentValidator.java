// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.value.Kinds;
import org.nullcline.engine.plan.Axis;
import org.nullcline.engine.plan.ExperimentGraph;
import org.nullcline.engine.report.ExpectedScore;
import org.nullcline.engine.validate.Problem.Severity;
import org.nullcline.model.Expectation;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.FigureRequest;
import org.nullcline.model.Step;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.SweepPath;

/** The one validator of experiments, behind canvas, Problems view and command line. */
public final class ExperimentValidator {

    private static final List<String> SUMMARIES = List.of("mean", "median", "min", "max");

    private final Contributions contributions;

    /** Validates against the installed contributions. */
    public ExperimentValidator(Contributions contributions) {
        this.contributions = contributions;
    }

    /**
     * Everything that is wrong or doubtful, errors before warnings, otherwise in the order of the experiment.
     *
     * @param base folder that relative paths in the experiment start from
     */
    public List<Problem> validate(Experiment experiment, Path base) {
        var validation = new Validation(experiment, base);
        validation.run();
        List<Problem> problems = new ArrayList<>(new LinkedHashSet<>(validation.problems));
        problems.sort((a, b) -> a.severity().compareTo(b.severity()));
        return List.copyOf(problems);
    }

    /**
     * Ends with the first error's sentence, if there is one.
     *
     * @throws NullclineException with how many further errors there are
     */
    public static void requireValid(List<Problem> problems) {
        List<Problem> errors = problems.stream().filter(Problem::error).toList();
        if (!errors.isEmpty()) {
            Problem first = errors.getFirst();
            Kind kind = errors.stream().allMatch(p -> p.kind() == Kind.INPUT) ? Kind.INPUT : Kind.INVALID;
            String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more; see 'nullcline validate')";
            throw new NullclineException(kind, first.sentence() + more, null);
        }
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private final class Validation {

        private final Experiment experiment;
        private final ExperimentGraph graph;
        private final Path base;
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Descriptor> descriptors = new HashMap<>();
        private final List<Axis> axes = new ArrayList<>();

        Validation(Experiment experiment, Path base) {
            this.experiment = experiment;
            this.base = base;
            graph = new ExperimentGraph(experiment, contributions);
        }

        void run() {
            if (experiment.getSteps().isEmpty()) {
                warn("", "", "The experiment has no steps; add some from the palette.");
            }
            checkIds();
            for (Step step : experiment.getSteps()) {
                lookUp(step);
            }
            checkAxes();
            new LinkCheck(experiment, graph, descriptors, axes, problems).run();
            var settings = new SettingsCheck(contributions, base, problems);
            for (Step step : experiment.getSteps()) {
                if (step.isEnabled() && descriptors.containsKey(step.getId())) {
                    settings.check(step, axes);
                }
            }
            for (List<String> cycle : graph.cycles()) {
                error(cycle.getFirst(), "", "The steps " + String.join(" → ", cycle) + " wait for each other; remove one of the links.");
            }
            for (String id : graph.leftOut()) {
                if (graph.step(id).map(Step::isEnabled).orElse(false)) {
                    warn(id, "", "Step '" + id + "' is left out because a step that it needs is disabled.");
                }
            }
            experiment.getFigures().forEach(this::checkFigure);
            experiment.getExpectations().forEach(this::checkExpectation);
        }

        private void checkIds() {
            Set<String> used = new HashSet<>();
            for (Step step : experiment.getSteps()) {
                checkId("step", step.getId(), used);
            }
            for (SweepAxis axis : experiment.getAxes()) {
                checkId("sweep axis", axis.getId(), used);
            }
        }

        private void checkId(String what, String id, Set<String> used) {
            if (!Experiments.isId(id)) {
                error(text(id), "", "A " + what + " has the id '" + text(id)
                        + "'; an id begins with a letter and has up to 64 letters, digits, hyphens and underscores.");
            } else if (!used.add(id)) {
                error(id, "", "The id '" + id + "' is used twice; give the " + what + " another one.");
            }
        }

        private void lookUp(Step step) {
            try {
                Descriptor descriptor = contributions.find(ExtensionPoint.STEPS, text(step.getContribution()));
                descriptors.put(step.getId(), descriptor);
                if (descriptor.deprecated()) {
                    warn(step.getId(), "", "Step '" + step.getId() + "' uses " + descriptor.shortId() + ", which is deprecated"
                            + descriptor.replacedBy().map(other -> "; use " + other + " instead.").orElse("."));
                }
            } catch (NullclineException e) {
                if (step.isEnabled()) {
                    String plugin = step.getPlugin() == null ? "" : " It came from the plug-in " + step.getPlugin() + "; install that plug-in.";
                    error(text(step.getId()), "", "Step '" + text(step.getId()) + "': " + e.getMessage() + plugin);
                }
            }
        }

        private void checkAxes() {
            Map<SweepPath, String> varied = new HashMap<>();
            for (SweepAxis swept : experiment.getAxes()) {
                try {
                    Axis axis = Axis.of(swept);
                    axes.add(axis);
                    axis.points().getFirst().keySet().forEach(path -> checkPath(axis.id(), path, varied));
                } catch (NullclineException e) {
                    error("", text(swept.getId()), e.getMessage());
                }
            }
        }

        private void checkPath(String axis, SweepPath path, Map<SweepPath, String> varied) {
            String other = varied.putIfAbsent(path, axis);
            if (other != null) {
                error(Axis.stepOf(path), axis, "The sweep axes '" + other + "' and '" + axis + "' vary the same thing; remove one of them.");
            }
            if (!Axis.stepOf(path).isEmpty() && graph.step(Axis.stepOf(path)).isEmpty()) {
                error("", axis, "The sweep axis '" + axis + "' varies the step '" + Axis.stepOf(path) + "', which does not exist; change its path or remove it.");
            }
        }

        private void checkFigure(FigureRequest figure) {
            Optional<Descriptor> source = Optional.ofNullable(descriptors.get(figure.getSource()));
            if (graph.step(text(figure.getSource())).isEmpty()) {
                warn("", text(figure.getId()), "A figure draws the step '" + text(figure.getSource()) + "', which does not exist; remove the figure.");
            } else if (source.isPresent() && source.get().output(text(figure.getOutput())).isEmpty()) {
                warn(figure.getSource(), text(figure.getOutput()), "A figure draws the output '" + text(figure.getOutput()) + "' of step '"
                        + figure.getSource() + "', which has no such output.");
            }
        }

        private void checkExpectation(Expectation expectation) {
            Optional<Descriptor> source = Optional.ofNullable(descriptors.get(expectation.getSource()));
            String subject = "The expectation '" + text(expectation.getId()) + "' ";
            if (graph.step(text(expectation.getSource())).isEmpty()) {
                warn("", text(expectation.getId()), subject + "is about the step '" + text(expectation.getSource()) + "', which does not exist; remove it.");
            } else if (source.isPresent() && source.get().output(text(expectation.getOutput())).filter(port -> port.kinds().contains(Kinds.SCORES)).isEmpty()) {
                warn(expectation.getSource(), text(expectation.getOutput()), subject + "is about the output '" + text(expectation.getOutput()) + "' of step '"
                        + expectation.getSource() + "', which yields no scores there.");
            }
            if (!SUMMARIES.contains(text(expectation.getSummary()))) {
                warn("", text(expectation.getId()), subject + "has the summary '" + text(expectation.getSummary()) + "'; use " + String.join(", ", SUMMARIES) + ".");
            }
            if (expectation.getPublished() == null && expectation.getAtLeast() == null && expectation.getAtMost() == null) {
                warn("", text(expectation.getId()), subject + "gives no number; set published, atLeast or atMost.");
            }
            for (String condition : expectation.getWhere()) {
                String what = condition.substring(0, Math.max(0, condition.indexOf('='))).strip();
                if (!what.equals(ExpectedScore.ROW) && axes.stream().noneMatch(axis -> axis.id().equals(what))) {
                    warn("", text(expectation.getId()), subject + "has the condition '" + condition + "', which names no sweep axis; write axis=point or row=name.");
                }
            }
        }

        private void error(String step, String place, String sentence) {
            problems.add(new Problem(Severity.ERROR, Kind.INVALID, step, place, sentence));
        }

        private void warn(String step, String place, String sentence) {
            problems.add(new Problem(Severity.WARNING, Kind.INVALID, step, place, sentence));
        }
    }
}
