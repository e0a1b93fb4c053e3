// SPDX-License-Identifier: EPL-2.0
package org.nullcline.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.slf4j.LoggerFactory;

/** Runs {@link StartProbe} in a fresh process, because libraries start only once in each. */
final class ProbeProcess {
    private ProbeProcess() {
    }

    /** The two lines that the probe prints. */
    static List<String> run(Predicate<Path> jars, String... options) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(jars), StartProbe.class.getName()));
        var errors = File.createTempFile("probe", ".txt");
        try {
            var builder = new ProcessBuilder(command).redirectError(errors);
            builder.environment().remove("NULLCLINE_NATIVES");
            builder.environment().remove("NULLCLINE_CACHE");
            var process = builder.start();
            var lines = new String(process.getInputStream().readAllBytes()).lines().toList();
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the probe ends");
            assertEquals(0, process.exitValue(), () -> text(errors.toPath()));
            return lines;
        } finally {
            Files.delete(errors.toPath());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The running process's own class path, or, inside a framework, the same jars from the source tree. */
    private static String classPath(Predicate<Path> jars) throws Exception {
        List<Path> entries = new ArrayList<>();
        if (NativeRuntime.class.getClassLoader() == ClassLoader.getSystemClassLoader()) {
            for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                entries.add(Path.of(entry));
            }
        } else {
            var bundles = bundles();
            entries.add(bundles.resolve("org.nullcline.nd4j/target/classes"));
            entries.add(bundles.resolve("org.nullcline.nd4j.tests/target/classes"));
            entries.add(Path.of(LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
            for (var room : List.of("org.nullcline.nd4j", "org.nullcline.nd4j.linux.x86_64")) {
                try (var files = Files.list(bundles.resolve(room).resolve("lib"))) {
                    files.sorted().forEach(entries::add);
                }
            }
        }
        return String.join(File.pathSeparator, entries.stream().filter(jars).map(Path::toString).toList());
    }

    private static Path bundles() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("bundles"))) {
                return folder.resolve("bundles");
            }
        }
        throw new IllegalStateException("The tests run inside the source tree.");
    }
}
