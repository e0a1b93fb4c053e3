// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import java.io.PrintStream;

import org.nullcline.engine.registry.FlatRegistry;
import org.nullcline.engine.registry.RegistryContributions;

/** A worker on a plain class path, for tests and small tools. */
public final class WorkerMain {

    private WorkerMain() {
    }

    /** Serves the engine at the other end of standard input and output. */
    public static void main(String[] arguments) {
        PrintStream answers = System.out;
        System.setOut(System.err);
        new Worker(answers).serve(System.in, () -> new RegistryContributions(FlatRegistry.ofClassPath(WorkerMain.class.getClassLoader())));
        Runtime.getRuntime().halt(0);
    }
}
