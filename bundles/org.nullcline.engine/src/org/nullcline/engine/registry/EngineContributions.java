// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.ParameterDeclaration;
import org.nullcline.engine.executor.Executor;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.file.ExperimentFileException;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The extension points of the engine itself: executors and templates. */
public final class EngineContributions {

    private static final String EXECUTORS = "org.nullcline.engine.executors";
    private static final String TEMPLATES = "org.nullcline.engine.templates";
    private static final int MAX_BYTES = 4 << 20;

    private final IExtensionRegistry registry;

    /**
     * An executor as its plug-in declares it.
     *
     * @param id full id
     * @param name for people
     * @param description what it does
     * @param version of the implementation
     * @param bundle plug-in
     * @param parameters settings that it takes
     */
    public record ExecutorDescriptor(String id, String name, String description, String version, String bundle, List<ParameterDeclaration> parameters) {
    }

    /**
     * A ready-made experiment as its plug-in declares it.
     *
     * @param id full id
     * @param name for people
     * @param description what it shows
     * @param bundle plug-in
     * @param file path of the experiment within the plug-in
     * @param quick settings of a variant that takes a minute: texts by {@code step.parameter} or {@code @seed}
     * @param optional ids of steps that are switched off where a file that they name is not there
     * @param order place in lists; smaller comes first
     */
    public record TemplateDescriptor(String id, String name, String description, String bundle, String file, Map<String, String> quick, List<String> optional,
            int order) {
    }

    /** The contributions of a registry. */
    public EngineContributions(IExtensionRegistry registry) {
        this.registry = registry;
    }

    /** All executors, sorted by id. Incomplete ones are left out. */
    public List<ExecutorDescriptor> executors() {
        List<ExecutorDescriptor> executors = new ArrayList<>();
        for (IConfigurationElement element : elements(EXECUTORS, "executor")) {
            executors.add(executor(element));
        }
        executors.sort(Comparator.comparing(ExecutorDescriptor::id));
        return executors;
    }

    private static ExecutorDescriptor executor(IConfigurationElement element) {
        return new ExecutorDescriptor(element.getAttribute("id"), text(element, "name"), DescriptorReader.description(element), text(element, "version"),
                element.getContributor().getName(), DescriptorReader.parameters(element));
    }

    /**
     * Makes the executor with this full or short id.
     *
     * @throws NullclineException when there is none, or its plug-in is broken
     */
    public Executor createExecutor(String id) {
        for (IConfigurationElement element : elements(EXECUTORS, "executor")) {
            if (answersTo(element.getAttribute("id"), id)) {
                try {
                    return (Executor) element.createExecutableExtension("class");
                } catch (CoreException | LinkageError | ClassCastException e) {
                    throw NullclineException.infrastructure("The plug-in " + element.getContributor().getName() + " cannot provide the executor '" + id + "': "
                            + e.getMessage() + ".", e);
                }
            }
        }
        List<String> known = executors().stream().map(e -> shortId(e.id())).toList();
        throw NullclineException.invalid("There is no executor '" + id + "'; there is: " + String.join(", ", known) + ".");
    }

    /** All templates in their order. Incomplete ones are left out. */
    public List<TemplateDescriptor> templates() {
        List<TemplateDescriptor> templates = new ArrayList<>();
        for (IConfigurationElement element : elements(TEMPLATES, "template")) {
            templates.add(template(element));
        }
        templates.sort(Comparator.comparingInt(TemplateDescriptor::order).thenComparing(TemplateDescriptor::id));
        return templates;
    }

    private static TemplateDescriptor template(IConfigurationElement element) {
        Map<String, String> quick = new LinkedHashMap<>();
        for (IConfigurationElement setting : element.getChildren("quick")) {
            quick.put(text(setting, "path"), text(setting, "value"));
        }
        List<String> optional = new ArrayList<>();
        for (IConfigurationElement step : element.getChildren("optional")) {
            optional.add(text(step, "step"));
        }
        String order = text(element, "order");
        return new TemplateDescriptor(element.getAttribute("id"), text(element, "name"), DescriptorReader.description(element),
                element.getContributor().getName(), text(element, "file"), quick, optional, order.matches("[0-9]{1,6}") ? Integer.parseInt(order) : Integer.MAX_VALUE);
    }

    /**
     * The template with this full or short id.
     *
     * @throws NullclineException of kind INVALID when there is none
     */
    public TemplateDescriptor template(String id) {
        return templates().stream().filter(t -> answersTo(t.id(), id)).findFirst().orElseThrow(() -> {
            List<String> known = templates().stream().map(t -> shortId(t.id())).toList();
            return NullclineException.invalid("There is no template '" + id + "'; there is: " + String.join(", ", known) + ".");
        });
    }

    /**
     * A fresh copy of a template's experiment.
     *
     * @throws NullclineException of kind INFRASTRUCTURE when the plug-in is broken
     */
    public Experiment open(TemplateDescriptor template) {
        try (InputStream in = resource(template).openStream()) {
            return Experiments.read(in.readNBytes(MAX_BYTES), template.name());
        } catch (ExperimentFileException e) {
            throw NullclineException.infrastructure("The template '" + template.id() + "' of the plug-in " + template.bundle() + " is broken: " + e.getMessage(), e);
        } catch (IOException e) {
            throw NullclineException.infrastructure("The template '" + template.id() + "' of the plug-in " + template.bundle() + " cannot be read.", e);
        }
    }

    private URL resource(TemplateDescriptor template) throws IOException {
        URL url = null;
        Bundle own = FrameworkUtil.getBundle(EngineContributions.class);
        if (own == null) {
            url = Thread.currentThread().getContextClassLoader().getResource(template.file());
        } else {
            for (Bundle bundle : own.getBundleContext().getBundles()) {
                if (url == null && template.bundle().equals(bundle.getSymbolicName())) {
                    url = bundle.getEntry(template.file()) == null ? bundle.getResource(template.file()) : bundle.getEntry(template.file());
                }
            }
        }
        if (url == null) {
            throw new IOException("there is no " + template.file());
        }
        return url;
    }

    private List<IConfigurationElement> elements(String point, String name) {
        List<IConfigurationElement> elements = new ArrayList<>();
        for (IConfigurationElement element : registry.getConfigurationElementsFor(point)) {
            if (element.getName().equals(name) && element.getAttribute("id") != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static String text(IConfigurationElement element, String attribute) {
        String text = element.getAttribute(attribute);
        return text == null ? "" : text;
    }

    private static boolean answersTo(String fullId, String id) {
        return fullId.equals(id) || shortId(fullId).equals(id);
    }

    private static String shortId(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }
}
