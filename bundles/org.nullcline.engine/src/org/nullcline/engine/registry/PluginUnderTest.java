// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.registry;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.contribution.ExtensionPoint;

/** A plug-in that is not installed yet, together with what is installed: its own contributions come first. */
public final class PluginUnderTest implements Contributions, AutoCloseable {

    private static final List<String> CLASS_FOLDERS = List.of("bin", "target/classes", "classes", ".");

    private final RegistryContributions own;
    private final Contributions installed;
    private final URLClassLoader loader;

    private PluginUnderTest(RegistryContributions own, Contributions installed, URLClassLoader loader) {
        this.own = own;
        this.installed = installed;
        this.loader = loader;
    }

    /**
     * Opens a plug-in that lies in a folder (with {@code plugin.xml} and compiled classes in {@code bin} or {@code target/classes}) or in an
     * archive.
     *
     * @param installed what the plug-in may build on
     * @param parent loads the classes of Nullcline for the plug-in
     * @throws NullclineException of kind INPUT when there is no plug-in
     */
    public static PluginUnderTest open(Path path, Contributions installed, ClassLoader parent) {
        try {
            List<URL> classPath = new ArrayList<>();
            URL description;
            if (Files.isDirectory(path)) {
                for (String folder : CLASS_FOLDERS) {
                    if (Files.isDirectory(path.resolve(folder))) {
                        classPath.add(path.resolve(folder).toUri().toURL());
                    }
                }
                requireReadable(path.resolve("plugin.xml"), path);
                description = path.resolve("plugin.xml").toUri().toURL();
            } else {
                requireReadable(path, path);
                classPath.add(path.toUri().toURL());
                description = URI.create("jar:" + path.toUri() + "!/plugin.xml").toURL();
            }
            URLClassLoader loader = new URLClassLoader(classPath.toArray(URL[]::new), parent);
            return new PluginUnderTest(new RegistryContributions(FlatRegistry.ofPlugin(description, loader)), installed, loader);
        } catch (IOException e) {
            throw NullclineException.input(path + " is no plug-in that can be read: " + e.getMessage() + ".", e);
        }
    }

    private static void requireReadable(Path file, Path plugin) {
        if (!Files.isRegularFile(file)) {
            throw NullclineException.input(plugin + " is no plug-in: there is no " + file.getFileName() + "; name the folder with plugin.xml, or an archive.");
        }
    }

    /** The plug-in's own contributions to all points. */
    public List<Descriptor> own() {
        return Stream.of(ExtensionPoint.values()).flatMap(point -> own.list(point).stream()).toList();
    }

    /** What is wrong with the plug-in's declarations. */
    public List<ContributionProblem> problems() {
        return own.problems();
    }

    @Override
    public List<Descriptor> list(ExtensionPoint point) {
        List<Descriptor> all = new ArrayList<>(own.list(point));
        installed.list(point).stream().filter(d -> own.list(point).stream().noneMatch(o -> o.id().equals(d.id()))).forEach(all::add);
        all.sort(Comparator.comparing(Descriptor::id));
        return all;
    }

    @Override
    public Descriptor find(ExtensionPoint point, String id) {
        return own.lookUp(point, id).orElseGet(() -> installed.find(point, id));
    }

    @Override
    public <T> T create(Descriptor descriptor, Class<T> type) {
        return own.list(descriptor.point()).contains(descriptor) ? own.create(descriptor, type) : installed.create(descriptor, type);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
