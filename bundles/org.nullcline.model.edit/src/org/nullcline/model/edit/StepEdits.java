// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.edit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;

/** Edits of steps and their parameters; see {@link ExperimentEditor}. */
public final class StepEdits {
    private final ExperimentEditor editor;
    private final Experiment experiment;

    StepEdits(ExperimentEditor editor) {
        this.editor = editor;
        experiment = editor.experiment();
    }

    /**
     * Adds a step.
     *
     * @param contribution full id of the contribution
     * @param version      its version, or null
     * @param plugin       symbolic name of the plug-in that offers it, or null
     * @param x            left edge in pixels
     * @param y            upper edge in pixels
     * @return the step, with a new id
     */
    public Step add(String contribution, String version, String plugin, int x, int y) {
        IllegalTextException.check(contribution, version, plugin);
        var result = new Step[1];
        editor.edit(Messages.addStep, () -> {
            var step = Experiments.addStep(experiment, contribution, version);
            step.setPlugin(plugin);
            step.setX(x);
            step.setY(y);
            result[0] = step;
        });
        return result[0];
    }

    /**
     * Adds a copy of a step with its parameters, without its links.
     *
     * @param original a step of this experiment
     * @return the copy, with a new id, a little to the right and below
     */
    public Step duplicate(Step original) {
        var copier = new EcoreUtil.Copier();
        var copy = (Step) copier.copy(original);
        copier.copyReferences();
        // What the file said about the original beyond the model belongs to the copy as well.
        if (experiment.eResource() instanceof XMLResource resource) {
            var extensions = resource.getEObjectToExtensionMap();
            copier.forEach((from, to) -> {
                if (extensions.containsKey(from)) {
                    extensions.put(to, EcoreUtil.copy(extensions.get(from)));
                }
            });
        }
        copy.setId(Experiments.freeId(experiment, original.getId().replaceFirst("-[0-9]+$", "")));
        copy.setX(original.getX() + 40);
        copy.setY(original.getY() + 40);
        editor.edit(Messages.duplicateStep, () -> experiment.getSteps().add(experiment.getSteps().indexOf(original) + 1, copy));
        return copy;
    }

    /** Removes steps with their links, their figures and the sweep axes that vary them, in one entry. */
    public void remove(Collection<Step> steps) {
        editor.edit(steps.size() == 1 ? Messages.removeStep : Messages.removeSteps, () -> {
            editor.references().dropSteps(steps.stream().map(Step::getId).filter(Objects::nonNull).collect(Collectors.toSet()));
            experiment.getSteps().removeAll(steps);
        });
    }

    /** Puts a step at another place of the list. */
    public void reorder(Step step, int index) {
        editor.edit(Messages.reorder, () -> experiment.getSteps().move(index, step));
    }

    /** Moves a step on the canvas. */
    public void move(Step step, int x, int y) {
        editor.edit(Messages.moveStep, new ExperimentEditor.Subject(step, "place"), () -> {
            step.setX(x);
            step.setY(y);
        });
    }

    /** Sets the name that the user sees; null for that of the contribution. */
    public void setLabel(Step step, String label) {
        IllegalTextException.check(label);
        editor.edit(Messages.setLabel, new ExperimentEditor.Subject(step, "label"), () -> step.setLabel(label));
    }

    /**
     * Gives a step another id; links, axes, figures and remarks follow.
     *
     * @throws IllegalArgumentException if the id is not legal or is in use
     */
    public void rename(Step step, String id) {
        editor.requireFree(id, step.getId());
        editor.edit(Messages.renameStep, () -> {
            editor.references().renameStep(step.getId(), id);
            step.setId(id);
        });
    }

    /** Chooses another contribution for a step. Parameters stay as they are; the validator says which do not fit. */
    public void setContribution(Step step, String contribution, String version, String plugin) {
        IllegalTextException.check(contribution, version, plugin);
        editor.edit(Messages.setContribution, () -> {
            step.setContribution(contribution);
            step.setVersion(version);
            step.setPlugin(plugin);
        });
    }

    /** Includes a step in runs or leaves it out. */
    public void setEnabled(Step step, boolean enabled) {
        editor.edit(enabled ? Messages.enableStep : Messages.disableStep, () -> step.setEnabled(enabled));
    }

    /** Gives a step a seed of its own; null to follow the experiment. */
    public void setSeed(Step step, Long seed) {
        editor.edit(Messages.setSeed, new ExperimentEditor.Subject(step, "seed"), () -> step.setSeed(seed));
    }

    /** Sets a parameter of a step; null goes back to the default. */
    public void set(Step step, String name, String value) {
        IllegalTextException.check(name, value);
        editor.edit(value == null ? Messages.resetParameter : Messages.setParameter, new ExperimentEditor.Subject(step, List.of(name, "parameter")),
                () -> Experiments.set(step, name, value));
    }

    /** Sets several parameters of a step in one entry, for example those of a nested choice; null goes back to the default. */
    public void set(Step step, Map<String, String> values) {
        values.forEach(IllegalTextException::check);
        editor.edit(Messages.setParameters, () -> values.forEach((name, value) -> Experiments.set(step, name, value)));
    }

    /** Goes back to the defaults of all parameters of a step. */
    public void reset(Step step) {
        editor.edit(Messages.resetParameters, () -> step.getParameters().clear());
    }
}
