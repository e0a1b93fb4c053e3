// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.InvalidRegistryObjectException;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Described;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;

/**
 * The contributions that an extension registry knows. Listing reads XML only; a class is loaded when it is first needed. A broken
 * contribution is left out and named in {@link #problems()}, and nothing else suffers.
 */
public final class RegistryContributions implements Contributions {

    private static final String OWN_PREFIX = "org.nullcline.";

    private final IExtensionRegistry registry;
    private volatile Snapshot snapshot;

    private record Entry(Descriptor descriptor, IConfigurationElement element) {
    }

    private record Snapshot(Map<ExtensionPoint, Map<String, Entry>> entries, List<ContributionProblem> problems) {
    }

    /** The contributions of a registry, also of plug-ins that come and go while the program runs. */
    public RegistryContributions(IExtensionRegistry registry) {
        this.registry = registry;
        registry.addListener(new IRegistryEventListener() {
            @Override
            public void added(IExtension[] extensions) {
                snapshot = null;
            }

            @Override
            public void removed(IExtension[] extensions) {
                snapshot = null;
            }

            @Override
            public void added(IExtensionPoint[] extensionPoints) {
                snapshot = null;
            }

            @Override
            public void removed(IExtensionPoint[] extensionPoints) {
                snapshot = null;
            }
        });
    }

    /** The registry behind these contributions, for the extension points that the engine adds to those of the contracts. */
    public IExtensionRegistry registry() {
        return registry;
    }

    @Override
    public List<Descriptor> list(ExtensionPoint point) {
        return snapshot().entries.get(point).values().stream().map(Entry::descriptor).toList();
    }

    /** What is wrong with contributions that were left out, sorted by plug-in. */
    public List<ContributionProblem> problems() {
        return snapshot().problems;
    }

    /** As {@link #find} without the sentence. */
    public Optional<Descriptor> lookUp(ExtensionPoint point, String id) {
        Map<String, Entry> entries = snapshot().entries.get(point);
        if (entries.containsKey(id)) {
            return Optional.of(entries.get(id).descriptor);
        }
        return preferred(byShortId(entries.values(), id));
    }

    @Override
    public Descriptor find(ExtensionPoint point, String id) {
        Optional<Descriptor> found = lookUp(point, id);
        if (found.isPresent()) {
            return found.get();
        }
        Map<String, Entry> entries = snapshot().entries.get(point);
        List<Descriptor> several = byShortId(entries.values(), id);
        if (!several.isEmpty()) {
            throw NullclineException.invalid("Several plug-ins contribute a " + point.element() + " '" + id + "': "
                    + String.join(", ", several.stream().map(Descriptor::id).toList()) + "; write the full id.");
        }
        List<String> known = new ArrayList<>(entries.keySet());
        entries.values().forEach(e -> known.add(e.descriptor.shortId()));
        String hint = Spelling.hint(id, known);
        String owner = id.contains(".") ? id.substring(0, id.lastIndexOf('.')) : "";
        throw NullclineException.invalid("There is no " + point.element() + " '" + id + "'"
                + (hint.isEmpty()
                        ? (owner.isEmpty() ? "; see 'nullcline list " + point.pluralName() + "'."
                                : "; install the plug-in that contributes it (its id begins with " + owner + ").")
                        : hint));
    }

    private static List<Descriptor> byShortId(Collection<Entry> entries, String id) {
        return entries.stream().map(Entry::descriptor).filter(d -> d.shortId().equals(id)).toList();
    }

    private static Optional<Descriptor> preferred(List<Descriptor> candidates) {
        if (candidates.size() == 1) {
            return Optional.of(candidates.getFirst());
        }
        List<Descriptor> own = candidates.stream().filter(d -> d.id().startsWith(OWN_PREFIX)).toList();
        return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
    }

    @Override
    public <T> T create(Descriptor descriptor, Class<T> type) {
        Entry entry = snapshot().entries.get(descriptor.point()).get(descriptor.id());
        if (entry == null) {
            throw NullclineException.invalid("The " + descriptor.point().element() + " '" + descriptor.id() + "' is no longer there; the plug-in "
                    + descriptor.bundle() + " was removed.");
        }
        return instantiate(entry.element, entry.descriptor, type);
    }

    private static <T> T instantiate(IConfigurationElement element, Descriptor descriptor, Class<T> type) {
        String what = "The plug-in " + descriptor.bundle() + " cannot provide '" + descriptor.id() + "': ";
        String className = element.getAttribute("class");
        Object object;
        try {
            object = element.createExecutableExtension("class");
        } catch (CoreException | LinkageError | InvalidRegistryObjectException e) {
            throw NullclineException.infrastructure(what + "its class " + className + " cannot be made (" + rootCause(e)
                    + "); update or remove the plug-in.", e);
        }
        if (!type.isInstance(object)) {
            throw NullclineException.infrastructure(what + "its class " + className + " is not a " + type.getName() + "; update or remove the plug-in.",
                    null);
        }
        if (object instanceof Described described) {
            try {
                described.describe(descriptor);
            } catch (RuntimeException | LinkageError e) {
                throw NullclineException.infrastructure(what + "it refuses its own description (" + rootCause(e) + ").", e);
            }
        }
        return type.cast(object);
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure instanceof CoreException core && core.getStatus().getException() != null ? core.getStatus().getException() : failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private Snapshot snapshot() {
        Snapshot current = snapshot;
        if (current == null) {
            current = read();
            snapshot = current;
        }
        return current;
    }

    private Snapshot read() {
        Map<ExtensionPoint, Map<String, Entry>> entries = new EnumMap<>(ExtensionPoint.class);
        List<ContributionProblem> problems = new ArrayList<>();
        for (ExtensionPoint point : ExtensionPoint.values()) {
            Map<String, Entry> found = new TreeMap<>();
            for (IConfigurationElement element : elements(point)) {
                add(point, element, found, problems);
            }
            entries.put(point, found);
        }
        problems.sort(Comparator.comparing(ContributionProblem::bundle).thenComparing(ContributionProblem::sentence));
        return new Snapshot(entries, List.copyOf(problems));
    }

    /** Our own bundles first, then by name, so that a duplicate of a built-in is the one that is left out. */
    private List<IConfigurationElement> elements(ExtensionPoint point) {
        return Arrays.stream(registry.getConfigurationElementsFor(point.id()))
                .sorted(Comparator.comparing((IConfigurationElement e) -> !e.getContributor().getName().startsWith(OWN_PREFIX))
                        .thenComparing(e -> e.getContributor().getName()))
                .toList();
    }

    private static void add(ExtensionPoint point, IConfigurationElement element, Map<String, Entry> found, List<ContributionProblem> problems) {
        String bundle = element.getContributor().getName();
        String id = element.getAttribute("id");
        String what = "The plug-in " + bundle + " contributes a " + point.element() + (id == null ? "" : " '" + id + "'") + " that is left out: it ";
        try {
            if (!element.getName().equals(point.element())) {
                problems.add(new ContributionProblem(bundle, "The plug-in " + bundle + " contributes <" + element.getName() + "> to " + point.id()
                        + ", which takes <" + point.element() + "> only; it is left out."));
                return;
            }
            Descriptor descriptor = DescriptorReader.read(point, element);
            Entry earlier = found.get(descriptor.id());
            if (earlier != null) {
                problems.add(new ContributionProblem(bundle, what + "has the same id as one of the plug-in " + earlier.descriptor.bundle() + "."));
                return;
            }
            found.put(descriptor.id(), new Entry(descriptor, element));
        } catch (NullclineException e) {
            problems.add(new ContributionProblem(bundle, what + e.getMessage() + "."));
        } catch (InvalidRegistryObjectException e) {
            problems.add(new ContributionProblem(bundle, what + "was removed while it was read."));
        }
    }
}
