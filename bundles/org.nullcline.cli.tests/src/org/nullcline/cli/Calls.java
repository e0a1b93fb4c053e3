// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.nullcline.engine.registry.FlatRegistry;
import org.osgi.framework.FrameworkUtil;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Calls the command line within the test's process. */
final class Calls {

    private static final IExtensionRegistry REGISTRY = FrameworkUtil.getBundle(Calls.class) == null
            ? FlatRegistry.ofClassPath(Calls.class.getClassLoader()) : RegistryFactory.getRegistry();

    private final Path folder;

    /** What a command did. */
    record Result(int exitCode, String out, String err) {

        /** The one JSON document on the output. */
        JsonObject json() {
            assertEquals(1, out.lines().count(), "exactly one document: " + out + err);
            return JsonParser.parseString(out).getAsJsonObject();
        }

        /** Asserts how the command ended, showing its messages otherwise. */
        Result exits(int expected) {
            assertEquals(expected, exitCode, out + err);
            return this;
        }
    }

    /** Calls from a folder, with the store within it. */
    Calls(Path folder) {
        this.folder = folder;
    }

    Session session(PrintStream out, PrintStream err) {
        return new Session(REGISTRY, out, err, folder, Map.of("NULLCLINE_STORE", folder.resolve("store").toString()), false);
    }

    Result call(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(session(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8))).run(arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
