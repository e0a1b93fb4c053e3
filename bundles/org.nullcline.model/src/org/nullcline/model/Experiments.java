// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.RegistryFactory;
import org.nullcline.model.file.ExperimentFile;
import org.nullcline.model.file.ExperimentFileException;
import org.nullcline.model.internal.xml.ExperimentXml;
import org.nullcline.model.migration.MigrationChain;

/**
 * Where to start with experiments: make, load and save them, and change them from programs that need no undo (the command line,
 * templates, tests). The workbench changes experiments through {@code org.nullcline.model.edit.ExperimentEditor} instead.
 */
public final class Experiments {
    /** File extension of experiments, without the dot. */
    public static final String FILE_EXTENSION = "experiment";

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private Experiments() {
    }

    /**
     * Makes an empty experiment.
     *
     * @param name its title
     * @return the experiment, not saved anywhere
     */
    public static Experiment create(String name) {
        var experiment = ExperimentFactory.eINSTANCE.createExperiment();
        experiment.setName(name);
        ExperimentXml.attach(experiment);
        return experiment;
    }

    /**
     * Opens a file with the installed migrations.
     *
     * @param path a {@code *.experiment} file
     * @return the experiment with its file
     * @throws ExperimentFileException with a sentence for the user
     */
    public static ExperimentFile load(Path path) throws ExperimentFileException {
        return ExperimentFile.open(path, migrations());
    }

    /**
     * Reads an experiment from bytes, for example of a template or of a frozen plan.
     *
     * @param content what {@link #bytes(Experiment)} gave, or the content of a file
     * @param name    how messages call it
     * @return the experiment
     * @throws ExperimentFileException with a sentence for the user
     */
    public static Experiment read(byte[] content, String name) throws ExperimentFileException {
        return ExperimentXml.read(content, name, migrations()).experiment();
    }

    /**
     * Writes an experiment as its file would hold it.
     *
     * @param experiment the experiment
     * @return UTF-8 text; the same experiment gives the same bytes everywhere
     * @throws ExperimentFileException if it holds what a file cannot carry
     */
    public static byte[] bytes(Experiment experiment) throws ExperimentFileException {
        return ExperimentXml.write(experiment);
    }

    /**
     * Saves a new experiment.
     *
     * @param experiment the experiment
     * @param path       a file that does not exist yet
     * @return the experiment with its file, for saving again
     * @throws ExperimentFileException with a sentence for the user
     */
    public static ExperimentFile save(Experiment experiment, Path path) throws ExperimentFileException {
        var file = ExperimentFile.unsaved(experiment, path);
        file.save();
        return file;
    }

    /**
     * Copies an experiment with everything that its file said, also what this program does not know.
     *
     * @param experiment the original
     * @return an independent copy
     * @throws ExperimentFileException if the original holds what a file cannot carry
     */
    public static Experiment copy(Experiment experiment) throws ExperimentFileException {
        return read(bytes(experiment), "The copy");
    }

    private static MigrationChain migrations() {
        return MigrationChain.installed(RegistryFactory.getRegistry());
    }

    /**
     * Whether a text can be the id of a step, an axis, a note or a figure.
     *
     * @param id the text
     * @return true for a letter followed by at most 63 letters, digits, '-' and '_'
     */
    public static boolean isId(String id) {
        return id != null && ID.matcher(id).matches();
    }

    /**
     * Adds a step.
     *
     * @param experiment   where to
     * @param contribution full id of the contribution
     * @param version      version of the contribution, or null
     * @return the step, with an id made from the last part of the contribution's id
     */
    public static Step addStep(Experiment experiment, String contribution, String version) {
        var step = ExperimentFactory.eINSTANCE.createStep();
        step.setId(freeId(contribution.substring(contribution.lastIndexOf('.') + 1), id -> isUsed(experiment, id)));
        step.setContribution(contribution);
        step.setVersion(version);
        experiment.getSteps().add(step);
        return step;
    }

    /**
     * Sets a parameter of a step.
     *
     * @param step  the step
     * @param name  name of the parameter, dotted for a nested choice
     * @param value the value as text; null to go back to the default
     */
    public static void set(Step step, String name, String value) {
        var present = step.getParameters().stream().filter(p -> name.equals(p.getName())).findFirst();
        if (value == null) {
            present.ifPresent(step.getParameters()::remove);
        } else if (present.isPresent()) {
            present.get().setValue(value);
        } else {
            var parameter = ExperimentFactory.eINSTANCE.createParameter();
            parameter.setName(name);
            parameter.setValue(value);
            step.getParameters().add(parameter);
        }
    }

    /**
     * Links an output to an input. An existing equal link is returned as it is.
     *
     * @param experiment both steps are in it
     * @param source     producing step
     * @param output     port of the source
     * @param target     receiving step
     * @param input      port of the target
     * @return the link
     */
    public static Link connect(Experiment experiment, Step source, String output, Step target, String input) {
        for (var link : experiment.getLinks()) {
            if (Objects.equals(source.getId(), link.getSource()) && output.equals(link.getOutput())
                    && Objects.equals(target.getId(), link.getTarget()) && input.equals(link.getInput())) {
                return link;
            }
        }
        var link = ExperimentFactory.eINSTANCE.createLink();
        link.setSource(source.getId());
        link.setOutput(output);
        link.setTarget(target.getId());
        link.setInput(input);
        experiment.getLinks().add(link);
        return link;
    }

    /**
     * Adds a sweep axis with given values, as the command line's {@code --sweep STEP.PARAM=V1,V2} does.
     *
     * @param experiment where to
     * @param path       what varies
     * @param values     at least one value as text
     * @return the axis
     */
    public static SweepAxis sweep(Experiment experiment, SweepPath path, List<String> values) {
        var axis = ExperimentFactory.eINSTANCE.createSweepAxis();
        var text = path.toString();
        axis.setId(freeId(experiment, text.substring(Math.max(text.lastIndexOf('.'), text.lastIndexOf('@')) + 1)));
        axis.setKind(AxisKind.LIST.text());
        axis.setPath(text);
        axis.getValues().addAll(values);
        experiment.getAxes().add(axis);
        return axis;
    }

    /**
     * Finds an id that nothing in the experiment has.
     *
     * @param experiment the experiment
     * @param wish       what the id should look like, for example {@code fit}
     * @return the wish, made legal, with a number when it is taken: {@code fit-2}
     */
    public static String freeId(Experiment experiment, String wish) {
        return freeId(wish, id -> isUsed(experiment, id));
    }

    private static String freeId(String wish, Predicate<String> used) {
        var stem = wish.replaceAll("[^A-Za-z0-9_-]", "-").replaceFirst("^[^A-Za-z]+", "");
        stem = stem.isEmpty() ? "item" : stem.substring(0, Math.min(stem.length(), 50));
        var id = stem;
        for (var number = 2; used.test(id); number++) {
            id = stem + "-" + number;
        }
        return id;
    }

    private static boolean isUsed(Experiment experiment, String id) {
        return experiment.getSteps().stream().anyMatch(s -> id.equals(s.getId()))
                || experiment.getAxes().stream().anyMatch(a -> isUsed(a, id))
                || experiment.getExpectations().stream().anyMatch(e -> id.equals(e.getId()))
                || experiment.getNotes().stream().anyMatch(n -> id.equals(n.getId()))
                || experiment.getFigures().stream().anyMatch(f -> id.equals(f.getId()));
    }

    private static boolean isUsed(SweepAxis axis, String id) {
        return id.equals(axis.getId()) || axis.getAxes().stream().anyMatch(a -> isUsed(a, id));
    }
}
