// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xml.type.AnyType;
import org.eclipse.emf.ecore.xmi.IllegalValueException;
import org.nullcline.model.Experiment;
import org.nullcline.model.FormatVersion;
import org.nullcline.model.file.ExperimentFileException;
import org.nullcline.model.file.NewerFormatException;
import org.nullcline.model.file.UnreadableExperimentException;
import org.nullcline.model.migration.MigrationChain;
import org.nullcline.model.migration.MigrationException;
import org.xml.sax.SAXException;

/** Text of an experiment to model and back. */
public final class ExperimentXml {
    private ExperimentXml() {
    }

    /**
     * What came out of reading.
     *
     * @param experiment the model, in its own resource
     * @param notes      sentences that the user should see: conversions, a newer minor format
     */
    public record Loaded(Experiment experiment, List<String> notes) {
    }

    /**
     * Reads an experiment from bytes that nobody vouches for.
     *
     * @param xml        the document
     * @param name       how messages call it
     * @param migrations for documents of an older major format
     * @return the model and notes
     * @throws ExperimentFileException with a sentence for the user
     */
    public static Loaded read(byte[] xml, String name, MigrationChain migrations) throws ExperimentFileException {
        return read(xml, name, migrations, FormatVersion.CURRENT, XmlBudget.DEFAULT);
    }

    static Loaded read(byte[] xml, String name, MigrationChain migrations, FormatVersion current, XmlBudget budget)
            throws ExperimentFileException {
        var format = DocumentGuard.check(xml, name, budget);
        var notes = new ArrayList<String>();
        if (format.major() > current.major()) {
            throw new NewerFormatException(name + " was written in file format " + format + "; this program knows formats up to "
                    + current.major() + ".x. Open it with a newer version of the program.", null);
        }
        if (format.major() < current.major()) {
            xml = migrated(xml, name, migrations, format, current, budget, notes);
            DocumentGuard.check(xml, name, budget);
        } else if (format.minor() > current.minor()) {
            notes.add(name + " was written in the newer file format " + format + "; what this program does not know is kept but not shown.");
        }
        return new Loaded(load(xml, name, current, budget), List.copyOf(notes));
    }

    private static byte[] migrated(byte[] xml, String name, MigrationChain migrations, FormatVersion format, FormatVersion current,
            XmlBudget budget, List<String> notes) throws UnreadableExperimentException {
        try {
            var document = SecureXml.document(xml, budget);
            notes.addAll(migrations.migrate(document, format, current));
            return SecureXml.bytes(document);
        } catch (MigrationException | SAXException | IOException e) {
            throw new UnreadableExperimentException(name + " has the old file format " + format + " and could not be converted: "
                    + e.getMessage(), e);
        }
    }

    private static Experiment load(byte[] xml, String name, FormatVersion current, XmlBudget budget) throws UnreadableExperimentException {
        var resource = ExperimentResource.create(budget);
        try {
            resource.load(new ByteArrayInputStream(xml), null);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableExperimentException(name + " is not a readable experiment: " + reason(e) + ".", e);
        }
        if (resource.getContents().size() != 1 || !(resource.getContents().get(0) instanceof Experiment experiment)) {
            throw new UnreadableExperimentException(name + " does not hold exactly one experiment.", null);
        }
        refuseProxies(resource, name);
        var written = FormatVersion.parse(experiment.getFormat()).orElse(current);
        if (written.compareTo(current) < 0) {
            experiment.setFormat(current.toString());
        }
        return experiment;
    }

    /** A reference out of the document would be followed as soon as somebody touches it; none may get this far. */
    private static void refuseProxies(ExperimentResource resource, String name) throws UnreadableExperimentException {
        var all = new ArrayList<TreeIterator<EObject>>();
        all.add(EcoreUtil.getAllProperContents(resource, false));
        for (AnyType extension : resource.getEObjectToExtensionMap().values()) {
            all.add(EcoreUtil.getAllProperContents(extension, false));
        }
        for (var objects : all) {
            while (objects.hasNext()) {
                if (objects.next().eIsProxy()) {
                    throw new UnreadableExperimentException(name + " is not opened: it refers to another file.", null);
                }
            }
        }
    }

    private static String reason(Exception e) {
        var cause = e instanceof Resource.IOWrappedException wrapped && wrapped.getCause() instanceof Exception inner ? inner : e;
        if (cause instanceof IllegalValueException illegal) {
            return "the value '" + illegal.getValue() + "' of " + illegal.getFeature().getName() + " cannot be understood (line "
                    + illegal.getLine() + ")";
        }
        return String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
    }

    /**
     * Writes an experiment. The same experiment gives the same bytes on every machine.
     *
     * @param experiment the model; its resource, when it has one, holds what its file said beyond the model
     * @return UTF-8, lines end with a line feed
     * @throws ExperimentFileException if it holds something that the file cannot carry (a control character, for example)
     */
    public static byte[] write(Experiment experiment) throws ExperimentFileException {
        var resource = attach(experiment);
        var out = new ByteArrayOutputStream();
        byte[] bytes;
        Experiment again;
        try {
            resource.save(out, null);
            bytes = out.toByteArray();
            DocumentGuard.check(bytes, "What was written", XmlBudget.DEFAULT);
            again = load(bytes, "What was written", FormatVersion.CURRENT, XmlBudget.DEFAULT);
            var second = new ByteArrayOutputStream();
            again.eResource().save(second, null);
            if (EcoreUtil.equals(experiment, again) && Arrays.equals(bytes, second.toByteArray())) {
                return bytes;
            }
        } catch (IOException | RuntimeException e) {
            throw new ExperimentFileException("The experiment '" + experiment.getName() + "' cannot be written: " + reason(e)
                    + ". Nothing was saved.", e);
        }
        throw new ExperimentFileException("The experiment '" + experiment.getName()
                + "' would not be the same after saving and loading. Nothing was saved; report this as a defect.", null);
    }

    /** Gives the experiment a resource and a format when it has none. */
    public static ExperimentResource attach(Experiment experiment) {
        if (experiment.getFormat() == null) {
            experiment.setFormat(FormatVersion.CURRENT.toString());
        }
        if (experiment.eResource() instanceof ExperimentResource own) {
            return own;
        }
        var resource = ExperimentResource.create(XmlBudget.DEFAULT);
        resource.getContents().add(experiment);
        return resource;
    }
}
