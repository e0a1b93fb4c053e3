// SPDX-License-Identifier: EPL-2.0
package org.nullcline.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The source tree that the tests run in. */
final class SourceTree {
    static final Path ROOT = root();

    private SourceTree() {
    }

    private static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("bundles")) && Files.isDirectory(folder.resolve("target-platform"))) {
                return folder;
            }
        }
        throw new IllegalStateException("The tests run inside the source tree.");
    }

    /** Every bundle and fragment, by name. */
    static List<Room> rooms() throws IOException {
        try (var folders = Files.list(ROOT.resolve("bundles"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF"))).sorted()
                    .map(Room::new).toList();
        }
    }

    /** Files below a folder, without what a build leaves there. */
    static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> !folder.relativize(file).startsWith("target")).filter(Files::isRegularFile)
                    .filter(wanted).sorted().toList();
        }
    }

    static boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }
}
