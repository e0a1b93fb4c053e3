// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.registry;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.IRegistryProvider;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.eclipse.core.runtime.RegistryFactory;
import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.ExtensionPoint;

/**
 * An extension registry on a plain class path, made from {@code plugin.xml} files: for unit tests and small tools that start without OSGi.
 * It behaves as the platform's registry does; classes come from one class loader.
 */
public final class FlatRegistry {

    private static final Pattern EXTENSION_POINT = Pattern.compile("point=\"org\\.nullcline\\.|<extension-point\\s+id=");
    private static final int MAX_BYTES = 16 << 20;

    private FlatRegistry() {
    }

    /**
     * The registry of all {@code plugin.xml} and {@code fragment.xml} files on the class path of {@code loader} that declare or use extension points of Nullcline.
     *
     * @throws NullclineException of kind INFRASTRUCTURE when the class path cannot be read
     */
    public static IExtensionRegistry ofClassPath(ClassLoader loader) {
        try {
            List<URL> files = new ArrayList<>(Collections.list(loader.getResources("plugin.xml")));
            files.addAll(Collections.list(loader.getResources("fragment.xml")));
            return of(files, loader);
        } catch (IOException e) {
            throw NullclineException.infrastructure("The class path cannot be searched for plug-ins: " + e.getMessage(), e);
        }
    }

    /** The registry of one plug-in alone, in which the extension points of the contracts exist as if they were installed. */
    public static IExtensionRegistry ofPlugin(URL pluginFile, ClassLoader loader) {
        StringBuilder points = new StringBuilder("<plugin>");
        for (ExtensionPoint point : ExtensionPoint.values()) {
            points.append("<extension-point id=\"").append(point.pluralName()).append("\" name=\"").append(point.pluralName()).append("\"/>");
        }
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("org.nullcline.api", points.append("</plugin>").toString().getBytes(StandardCharsets.UTF_8));
        contents.put(bundleName(pluginFile), read(pluginFile));
        return of(contents, loader);
    }

    /** The registry of the given files. The name of the folder or archive that holds a file, without version, is the plug-in's name. */
    public static IExtensionRegistry of(List<URL> pluginFiles, ClassLoader loader) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (URL file : pluginFiles) {
            byte[] content = read(file);
            if (EXTENSION_POINT.matcher(new String(content, StandardCharsets.UTF_8)).find()) {
                contents.put(bundleName(file), content);
            }
        }
        return of(contents, loader);
    }

    private static IExtensionRegistry of(Map<String, byte[]> plugins, ClassLoader loader) {
        Object masterToken = new Object();
        List<String> failures = new ArrayList<>();
        IExtensionRegistry registry = RegistryFactory.createRegistry(new Strategy(loader, failures), masterToken, new Object());
        plugins.forEach((name, content) -> {
            var contributor = new RegistryContributor(name, name, null, null);
            if (!registry.addContribution(new ByteArrayInputStream(content), contributor, false, "plugin.xml", null, masterToken)) {
                throw NullclineException.input("The plug-in description of " + name + " is not valid: " + String.join("; ", failures) + ".");
            }
        });
        return registry;
    }

    /** Makes the registry the one that the platform's own code finds where there is no OSGi; later calls change nothing. */
    public static void makeDefault(IExtensionRegistry registry) {
        if (RegistryFactory.getRegistry() == null) {
            IRegistryProvider provider = () -> registry;
            try {
                RegistryFactory.setDefaultRegistryProvider(provider);
            } catch (CoreException e) {
                throw NullclineException.infrastructure("The registry of plug-ins cannot be set: " + e.getMessage(), e);
            }
        }
    }

    private static byte[] read(URL file) {
        try (InputStream in = file.openStream()) {
            return in.readNBytes(MAX_BYTES);
        } catch (IOException e) {
            throw NullclineException.infrastructure("The plug-in description " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String bundleName(URL file) {
        String path = URI.create(file.toString().replaceFirst("^jar:", "").replace(" ", "%20")).getPath();
        Matcher archive = Pattern.compile("([^/]+?)(?:[-_][0-9][^/]*)?\\.jar!/[^/]*$").matcher(path);
        if (archive.find()) {
            return archive.group(1);
        }
        File folder = new File(path).getParentFile();
        while (folder != null && folder.getParentFile() != null && List.of("classes", "target", "bin").contains(folder.getName())) {
            folder = folder.getParentFile();
        }
        return folder == null ? path : folder.getName();
    }

    private static final class Strategy extends RegistryStrategy {

        private final ClassLoader loader;
        private final List<String> failures;

        Strategy(ClassLoader loader, List<String> failures) {
            super(null, null);
            this.loader = loader;
            this.failures = failures;
        }

        @Override
        public Object createExecutableExtension(RegistryContributor contributor, String className, String overridden) throws CoreException {
            try {
                return Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
            } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
                throw new CoreException(new Status(IStatus.ERROR, contributor.getName(), "The class " + className + " cannot be made.", e));
            }
        }

        @Override
        public void log(IStatus status) {
            failures.add(status.getMessage());
        }
    }
}
