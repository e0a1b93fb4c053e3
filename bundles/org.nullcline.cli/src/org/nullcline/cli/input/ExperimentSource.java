// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.cli.Session;
import org.nullcline.engine.plan.FileHashes;
import org.nullcline.engine.registry.EngineContributions.TemplateDescriptor;
import org.nullcline.engine.registry.RegistryContributions;
import org.nullcline.engine.registry.Spelling;
import org.nullcline.engine.template.QuickVariant;
import org.nullcline.engine.template.SweepChoice;
import org.nullcline.engine.template.TemplateFiles;
import org.nullcline.model.Experiment;
import org.nullcline.model.ExperimentFactory;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;
import org.nullcline.model.SweepAxis;
import org.nullcline.model.SweepException;
import org.nullcline.model.SweepPath;
import org.nullcline.model.file.ExperimentFileException;
import org.nullcline.model.file.NewerFormatException;
import org.nullcline.model.file.UnreadableExperimentException;

/**
 * An experiment that the command line names, with the settings that it gives.
 *
 * @param experiment the experiment, changed as asked
 * @param base folder that relative paths in it start from
 * @param name where it came from, for people
 */
public record ExperimentSource(Experiment experiment, Path base, String name) {

    /** Opens an experiment file. */
    public static ExperimentSource ofFile(Session session, Path file) {
        Path path = session.resolve(file);
        try {
            var opened = Experiments.load(path);
            opened.notes().forEach(note -> session.message("nullcline: " + note));
            return new ExperimentSource(opened.experiment(), path.getParent(), path.toString());
        } catch (UnreadableExperimentException | NewerFormatException e) {
            throw new NullclineException(Kind.INVALID, e.getMessage(), e);
        } catch (ExperimentFileException e) {
            throw NullclineException.input(e.getMessage(), e);
        }
    }

    /** A copy of a template, in its quick variant if asked. */
    public static ExperimentSource ofTemplate(Session session, String id, boolean quick) {
        TemplateDescriptor template = session.engine().template(id);
        ExperimentSource source = new ExperimentSource(session.engine().open(template), session.directory(), "template " + template.id());
        if (quick) {
            QuickVariant.apply(source.experiment, template);
        }
        return source;
    }

    /** Finds the files of a template beside those that the command line names; says which steps are left out for want of them. */
    public void settleFiles(Session session, String template) {
        new TemplateFiles(session.contributions(), base).settle(experiment, session.engine().template(template))
                .forEach(sentence -> session.message("nullcline: " + sentence));
    }

    /** Sets parameters: texts by {@code step.parameter}, {@code step@contribution}, {@code step@seed} or {@code @seed}. A sweep over the same thing ends. */
    public void set(Session session, Map<String, String> values) {
        values.forEach((path, value) -> {
            SweepPath target = parse(path);
            endSweep(experiment.getAxes(), path);
            switch (target) {
                case SweepPath.OfSeed seed -> experiment.setSeed(whole(path, value));
                case SweepPath.OfStepSeed(String step) -> step(step).setSeed(whole(path, value));
                case SweepPath.OfContribution(String step) -> step(step).setContribution(value);
                case SweepPath.OfParameter(String id, String name) -> {
                    Step step = step(id);
                    Experiments.set(step, name, isFile(session.contributions(), step, name) && !value.isBlank()
                            ? FileHashes.absolute(path, value, session.directory()) : value);
                }
            }
        });
    }

    /** Takes a path out of the sweep; a zip whose last member goes, goes with it. */
    private static void endSweep(List<SweepAxis> axes, String path) {
        for (SweepAxis axis : List.copyOf(axes)) {
            boolean zip = !axis.getAxes().isEmpty();
            endSweep(axis.getAxes(), path);
            if (path.equals(axis.getPath()) || zip && axis.getAxes().isEmpty()) {
                axes.remove(axis);
            }
        }
    }

    /** Keeps only the named points of sweep axes: names or values separated by commas, by axis. */
    public void only(Map<String, String> points) {
        points.forEach((axis, wanted) -> SweepChoice.keep(experiment, axis, wanted));
    }

    /** Varies something over the given values, separated by commas. A sweep over the same thing is replaced. */
    public void sweep(Map<String, String> lists) {
        lists.forEach((path, list) -> {
            SweepPath target = parse(path);
            if (!(target instanceof SweepPath.OfSeed)) {
                step(path.substring(0, path.replace('@', '.').indexOf('.')));
            }
            SweepAxis axis = experiment.getAxes().stream().filter(a -> path.equals(a.getPath())).findFirst().orElseGet(() -> newAxis(path));
            axis.setKind("list");
            axis.getValues().clear();
            axis.getValues().addAll(Arrays.stream(list.split(",")).map(String::strip).filter(v -> !v.isEmpty()).toList());
        });
    }

    private SweepAxis newAxis(String path) {
        SweepAxis axis = ExperimentFactory.eINSTANCE.createSweepAxis();
        axis.setId(Experiments.freeId(experiment, path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('@')) + 1)));
        axis.setPath(path);
        experiment.getAxes().add(axis);
        return axis;
    }

    private static SweepPath parse(String path) {
        try {
            return SweepPath.parse(path);
        } catch (SweepException e) {
            throw new NullclineException(Kind.INVALID, e.getMessage(), e);
        }
    }

    private Step step(String id) {
        Step step = experiment.step(id);
        if (step == null) {
            List<String> ids = experiment.getSteps().stream().map(Step::getId).toList();
            String hint = Spelling.hint(id, ids);
            throw NullclineException.invalid("The experiment has no step '" + id + "'" + (hint.isEmpty() ? "; it has: " + String.join(", ", ids) + "." : hint));
        }
        return step;
    }

    private static long whole(String path, String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new NullclineException(Kind.INVALID, "The seed " + path + " must be a whole number, not '" + value + "'.", e);
        }
    }

    private static boolean isFile(RegistryContributions contributions, Step step, String parameter) {
        Optional<Descriptor> owner = contributions.lookUp(ExtensionPoint.STEPS, step.getContribution());
        List<String> names = new ArrayList<>(List.of(parameter.split("\\.")));
        Map<String, String> set = new LinkedHashMap<>();
        step.getParameters().forEach(p -> set.put(p.getName(), p.getValue()));
        StringBuilder prefix = new StringBuilder();
        while (owner.isPresent()) {
            Optional<ParameterDeclaration> declaration = owner.get().parameter(names.removeFirst());
            if (declaration.isEmpty() || names.isEmpty()) {
                return declaration.map(d -> d.type() == ParameterType.FILE).orElse(false);
            }
            prefix.append(prefix.isEmpty() ? "" : ".").append(declaration.get().name());
            String chosen = set.getOrDefault(prefix.toString(), declaration.get().defaultValue());
            owner = declaration.get().point() == null ? Optional.empty() : contributions.lookUp(declaration.get().point(), chosen);
        }
        return false;
    }
}
