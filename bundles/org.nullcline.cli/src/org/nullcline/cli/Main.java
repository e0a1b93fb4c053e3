// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.eclipse.core.runtime.IExtensionRegistry;
import org.nullcline.engine.registry.FlatRegistry;
import org.nullcline.nd4j.NativeRuntime;

/** The command line on a plain class path, without OSGi: for tests and for developers. */
public final class Main {

    private Main() {
    }

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        IExtensionRegistry registry = FlatRegistry.ofClassPath(Main.class.getClassLoader());
        FlatRegistry.makeDefault(registry);
        System.exit(run(registry, arguments));
    }

    /** Runs one command with the contributions of a registry; what steps print goes to the error stream. */
    static int run(IExtensionRegistry registry, String... arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(err);
        NativeRuntime.prepare();
        boolean terminal = Boolean.parseBoolean(System.getProperty("nullcline.terminal", Boolean.toString(System.console() != null)));
        Session session = new Session(registry, out, err, Path.of(""), System.getenv(), terminal);
        return new CommandLineProgram(session).run(arguments);
    }
}
