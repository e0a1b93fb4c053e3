// SPDX-License-Identifier: EPL-2.0
package org.nullcline.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;

import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;

/** One bundle or fragment of the source tree, as its manifest and its sources tell. */
record Room(Path folder) {
    private static final String PREFIX = "org.nullcline.";

    String bundle() {
        return folder.getFileName().toString();
    }

    /** The name of the room in the plan: of a test fragment, that of its host. */
    String name() {
        var name = bundle().substring(PREFIX.length());
        return isTests() ? name.substring(0, name.length() - ".tests".length()) : name;
    }

    boolean isTests() {
        return bundle().endsWith(".tests");
    }

    String header(String name) {
        try (var in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes().getValue(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clauses of a header: name, then directives and attributes as text. */
    Map<String, ManifestElement> clauses(String name) {
        var value = header(name);
        if (value == null) {
            return Map.of();
        }
        try {
            var clauses = new HashMap<String, ManifestElement>();
            for (var element : ManifestElement.parseHeader(name, value)) {
                for (var component : element.getValueComponents()) {
                    clauses.put(component, element);
                }
            }
            return clauses;
        } catch (BundleException e) {
            throw new IllegalStateException(bundle() + ": " + name, e);
        }
    }

    Set<String> requiredBundles() {
        return clauses("Require-Bundle").keySet();
    }

    Set<String> importedPackages() {
        return clauses("Import-Package").keySet();
    }

    Set<String> exportedPackages() {
        return clauses("Export-Package").keySet();
    }

    List<Path> javaFiles() throws IOException {
        return SourceTree.files(folder, SourceTree::isJava);
    }

    /** Packages that the sources hold. */
    Set<String> packages() throws IOException {
        var packages = new TreeSet<String>();
        for (var file : javaFiles()) {
            for (var root : List.of("src", "src-gen")) {
                if (file.startsWith(folder.resolve(root))) {
                    var parent = folder.resolve(root).relativize(file).getParent();
                    packages.add(parent.toString().replace('\\', '/').replace('/', '.'));
                }
            }
        }
        return packages;
    }
}
