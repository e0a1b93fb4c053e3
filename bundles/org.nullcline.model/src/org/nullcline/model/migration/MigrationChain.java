// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.ILog;
import org.nullcline.model.FormatVersion;
import org.w3c.dom.Document;

/** The migrations that lead from older formats to the present one, one for each major step. */
public final class MigrationChain {
    private static final String POINT = "org.nullcline.model.migrations";

    /** Format 1 is the first, so no step is built in yet; the key of a step is the major format that it reads. */
    private static final Map<Integer, Migration> BUILT_IN = Map.of();

    private final Map<Integer, Migration> steps;

    private MigrationChain(Map<Integer, Migration> steps) {
        this.steps = new TreeMap<>(steps);
    }

    /**
     * A chain of given steps.
     *
     * @param steps by the major format that each reads
     * @return the chain
     */
    public static MigrationChain of(Map<Integer, Migration> steps) {
        return new MigrationChain(steps);
    }

    /**
     * The built-in steps and those of the extension point {@code org.nullcline.model.migrations}. A built-in step cannot be replaced; of
     * two contributed steps for one format the one whose plug-in comes first in the alphabet counts. No contributed class is loaded
     * before a file needs it.
     *
     * @param registry where extensions are declared; null when the program runs without one
     * @return the chain
     */
    public static MigrationChain installed(IExtensionRegistry registry) {
        var steps = new TreeMap<Integer, Migration>();
        if (registry != null) {
            var elements = Arrays.asList(registry.getConfigurationElementsFor(POINT));
            elements.stream().sorted(Comparator.comparing((IConfigurationElement e) -> e.getContributor().getName()).reversed())
                    .forEach(element -> declare(element, steps));
        }
        steps.putAll(BUILT_IN);
        return new MigrationChain(steps);
    }

    private static void declare(IConfigurationElement element, Map<Integer, Migration> steps) {
        var from = element.getAttribute("from");
        try {
            steps.put(Integer.valueOf(from), document -> create(element).migrate(document));
        } catch (NumberFormatException e) {
            ILog.of(MigrationChain.class).warn("The migration of the plug-in " + element.getContributor().getName()
                    + " is ignored: its attribute from=\"" + from + "\" is not a whole number.", e);
        }
    }

    private static Migration create(IConfigurationElement element) throws MigrationException {
        try {
            if (element.createExecutableExtension("class") instanceof Migration migration) {
                return migration;
            }
        } catch (CoreException e) {
            throw new MigrationException("The migration of the plug-in " + element.getContributor().getName()
                    + " could not be loaded; update or remove that plug-in.", e);
        }
        throw new MigrationException("The plug-in " + element.getContributor().getName() + " declares "
                + element.getAttribute("class") + " as a migration, but it is none; update or remove that plug-in.");
    }

    /**
     * Lifts a document to the major format of {@code to} and writes the reached format into it.
     *
     * @param experiment changed in place
     * @param from       format of the document
     * @param to         format to reach
     * @return one sentence for each step that was taken
     * @throws MigrationException if a step is missing or fails
     */
    public List<String> migrate(Document experiment, FormatVersion from, FormatVersion to) throws MigrationException {
        var taken = new ArrayList<String>();
        for (var major = from.major(); major < to.major(); major++) {
            var step = steps.get(major);
            if (step == null) {
                throw new MigrationException("No migration leads from file format " + major + " to " + (major + 1)
                        + "; open the file with the version of the program that wrote it and save it there in a newer format.");
            }
            step.migrate(experiment);
            var reached = major + 1 == to.major() ? to : new FormatVersion(major + 1, 0);
            experiment.getDocumentElement().setAttribute("format", reached.toString());
            taken.add("The experiment was converted from file format " + major + " to " + (major + 1) + ".");
        }
        return taken;
    }
}
