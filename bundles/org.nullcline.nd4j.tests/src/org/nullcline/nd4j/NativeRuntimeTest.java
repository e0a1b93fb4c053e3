// SPDX-License-Identifier: EPL-2.0
package org.nullcline.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class NativeRuntimeTest {
    @Test
    void startsOnceForEveryCaller() {
        var state = NativeRuntime.start();
        assertTrue(state.available(), state.reason());
        assertSame(state, NativeRuntime.start());
        assertEquals("", state.reason());
        assertTrue(NativeRuntime.unavailableReason().isEmpty());
        NativeRuntime.require();
    }

    @Test
    void usesOneThreadSoThatSumsDoNotDependOnTheNumberOfCores() {
        assertEquals(1, NativeRuntime.start().threads());
    }

    @Test
    void arraysWorkOnThreadsWhateverTheirContextClassLoader() throws Exception {
        for (var loader : new ClassLoader[] {null, ClassLoader.getPlatformClassLoader()}) {
            var result = new CompletableFuture<Double>();
            var thread = new Thread(() -> {
                try {
                    NativeRuntime.require();
                    result.complete(Nd4j.rand(3, 3).mmul(Nd4j.eye(3)).mul(0).add(2).sumNumber().doubleValue());
                } catch (RuntimeException | LinkageError e) {
                    result.completeExceptionally(e);
                }
            });
            thread.setContextClassLoader(loader);
            thread.start();
            assertEquals(18, result.get());
        }
    }

    @Test
    void aCacheFolderThatCannotBeWrittenIsNamedAndTheFirstFailureIsKept(@TempDir Path folder) throws Exception {
        var file = Files.createFile(folder.resolve("occupied"));
        var lines = ProbeProcess.run(jar -> true, "-Dnullcline.cache=" + file);
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("false|The native numerical libraries cannot be unpacked to " + file),
                lines.get(0));
        assertEquals(lines.get(0), lines.get(1));
    }

    @Test
    void aPlatformWithoutLibrariesIsNamed(@TempDir Path folder) throws Exception {
        var lines = ProbeProcess.run(jar -> !jar.toString().contains("-linux-x86_64"), "-Dnullcline.cache=" + folder);
        assertTrue(lines.get(0).startsWith("false|This installation brings no native numerical libraries for linux-"),
                lines.get(0));
    }

    @Test
    void librariesInASharedFolderAreLoadedFromThere(@TempDir Path folder) throws Exception {
        var shared = folder.resolve("shared");
        assertTrue(NativeRuntime.copyLibrariesTo(shared) > 8, "array, algebra and compiler libraries");
        var cache = folder.resolve("cache");
        var lines = ProbeProcess.run(jar -> true, "-Dnullcline.natives=" + shared, "-Dnullcline.cache=" + cache);
        assertEquals("true||" + shared.resolve(NativeRuntime.start().platform()), lines.get(0));
        try (var files = Files.walk(cache)) {
            assertTrue(files.noneMatch(file -> file.endsWith("libnd4jcpu.so")),
                    "the largest library is not unpacked a second time");
        }
    }
}
