// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.ExtensionPoint;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.api.parameter.ParameterType;
import org.nullcline.engine.plan.FileHashes;
import org.nullcline.engine.registry.EngineContributions.TemplateDescriptor;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.Step;

/**
 * Finds the files of an experiment that was made from a template. A template names files without folders; they are looked for where the
 * experiment is and beside the files that the user has set. Optional steps whose files are nowhere are switched off.
 */
public final class TemplateFiles {

    private final Contributions contributions;
    private final Path base;

    /**
     * Looks for files.
     *
     * @param base folder that relative paths in the experiment start from
     */
    public TemplateFiles(Contributions contributions, Path base) {
        this.contributions = contributions;
        this.base = base;
    }

    private record Named(Step step, String parameter, String text) {
    }

    /**
     * Completes the paths of files in an experiment.
     *
     * @return what the user should know: sentences about steps that were switched off
     */
    public List<String> settle(Experiment experiment, TemplateDescriptor template) {
        List<Named> missing = new ArrayList<>();
        Set<Path> folders = new LinkedHashSet<>();
        for (Named named : files(experiment)) {
            List<Path> paths = FileHashes.paths(named.parameter, named.text, base);
            if (paths.stream().allMatch(Files::exists)) {
                paths.forEach(path -> folders.add(path.getParent()));
            } else {
                missing.add(named);
            }
        }
        List<String> messages = new ArrayList<>();
        for (Named named : missing) {
            Optional<Path> folder = folders.stream()
                    .filter(f -> FileHashes.paths(named.parameter, named.text, f).stream().allMatch(Files::exists)).findFirst();
            if (folder.isPresent()) {
                Experiments.set(named.step, named.parameter, FileHashes.absolute(named.parameter, named.text, folder.get()));
            } else if (template.optional().contains(named.step.getId())) {
                named.step.setEnabled(false);
                messages.add("The step '" + named.step.getId() + "' is left out because its file " + named.text + " is not there; set " + named.step.getId() + "."
                        + named.parameter + " to include it.");
            }
        }
        return messages;
    }

    private List<Named> files(Experiment experiment) {
        List<Named> files = new ArrayList<>();
        for (Step step : experiment.getSteps()) {
            for (ParameterDeclaration declaration : declarations(step)) {
                String text = step.value(declaration.name());
                if (declaration.type() == ParameterType.FILE && text != null && !text.isBlank()) {
                    files.add(new Named(step, declaration.name(), text));
                }
            }
        }
        return files;
    }

    private List<ParameterDeclaration> declarations(Step step) {
        try {
            return contributions.find(ExtensionPoint.STEPS, step.getContribution()).parameters();
        } catch (NullclineException e) {
            // A missing plug-in is the validator's business.
            return List.of();
        }
    }
}
