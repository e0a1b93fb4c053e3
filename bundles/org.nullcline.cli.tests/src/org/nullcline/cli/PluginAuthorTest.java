// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import org.eclipse.core.runtime.FileLocator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.step.Step;
import org.nullcline.cli.Calls.Result;
import org.nullcline.compute.diff.Layers;
import org.osgi.framework.FrameworkUtil;

import com.google.gson.JsonObject;

/** The way of a plug-in author: begin, compile, check. */
class PluginAuthorTest {

    @TempDir
    private Path folder;
    private Calls calls;

    @BeforeEach
    void prepare() {
        calls = new Calls(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"architecture", "metric", "step"})
    void newPluginCompilesAndKeepsItsPromises(String kind) throws IOException {
        calls.call("new-plugin", "org.mylab.first", "--kind", kind).exits(ExitCode.DONE);
        Path plugin = folder.resolve("org.mylab.first");
        compile(plugin);
        JsonObject json = calls.call("check-plugin", "org.mylab.first", "--json").exits(ExitCode.DONE).json();
        assertTrue(json.get("passed").getAsBoolean(), json.toString());
        assertTrue(json.getAsJsonArray("findings").size() > 2, json.toString());
    }

    private static void compile(Path plugin) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> sources;
        try (Stream<Path> walk = Files.walk(plugin.resolve("src"))) {
            sources = walk.map(Path::toString).filter(p -> p.endsWith(".java")).toList();
        }
        Path bin = Files.createDirectories(plugin.resolve("bin"));
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-d", bin.toString(), "-cp", classPath(), "-proc:none", "--release", "21");
        boolean compiled = compiler.getTask(messages, null, null, options, null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromStrings(sources)).call();
        assertTrue(compiled, messages.toString());
    }

    /** What a plug-in sees: the contracts and the numerical ground. */
    private static String classPath() throws IOException {
        if (FrameworkUtil.getBundle(PluginAuthorTest.class) == null) {
            return System.getProperty("java.class.path");
        }
        Stream<Path> rooms = Stream.of(Step.class, Layers.class).map(PluginAuthorTest::location)
                .flatMap(file -> Stream.of(file, file.resolve("target/classes")));
        try (Stream<Path> nested = Files.list(location(INDArray.class).resolve("lib"))) {
            return Stream.concat(rooms, nested).map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }

    private static Path location(Class<?> type) {
        return FileLocator.getBundleFileLocation(FrameworkUtil.getBundle(type)).orElseThrow().toPath();
    }

    @Test
    void pluginThatBreaksItsPromisesIsTold() throws IOException {
        calls.call("new-plugin", "org.mylab.wrong", "--kind", "metric").exits(ExitCode.DONE);
        Path plugin = folder.resolve("org.mylab.wrong");
        Path source = plugin.resolve("src/org/mylab/wrong/MeanDistance.java");
        Files.writeString(source, Files.readString(source).replace("Math.sqrt(sum)", "a[0] - b[0]"));
        compile(plugin);
        Result result = calls.call("check-plugin", "org.mylab.wrong").exits(ExitCode.INVALID);
        assertTrue(result.out().contains("FAILS"), result.out());
    }

    @Test
    void pluginWithoutClassesOrWithBrokenDeclarationsIsTold() throws IOException {
        calls.call("new-plugin", "org.mylab.broken").exits(ExitCode.DONE);
        assertTrue(calls.call("check-plugin", "org.mylab.broken").exits(ExitCode.INVALID).out().contains("GatedNode"));
        Path xml = folder.resolve("org.mylab.broken").resolve("plugin.xml");
        Files.writeString(xml, Files.readString(xml).replace("type=\"integer\"", "type=\"whole\""));
        assertTrue(calls.call("check-plugin", "org.mylab.broken").exits(ExitCode.INVALID).out().contains("unknown type 'whole'"));
        Files.writeString(xml, "<plugin");
        assertEquals(1, calls.call("check-plugin", "org.mylab.broken").exits(ExitCode.INPUT).err().lines().count());
        calls.call("check-plugin", "nowhere").exits(ExitCode.INPUT);
    }

    @Test
    void badNamesAndFullFoldersAreRefused() throws IOException {
        calls.call("new-plugin", "Plain").exits(ExitCode.INVALID);
        Files.createDirectories(folder.resolve("org.mylab.full").resolve("src"));
        calls.call("new-plugin", "org.mylab.full").exits(ExitCode.INVALID);
    }

    @Test
    void installNeedsASiteAndAProduct() {
        calls.call("install", "nowhere", "org.mylab.feature").exits(ExitCode.INPUT);
        calls.call("install", "org.mylab.feature").exits(ExitCode.USAGE);
    }
}
