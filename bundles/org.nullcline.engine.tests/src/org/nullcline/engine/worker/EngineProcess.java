// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.steps.Engines;
import org.nullcline.engine.store.Store;

/** An engine in a process of its own, to be killed by tests; works on the run that its arguments name, with one worker. */
public final class EngineProcess implements IApplication {

    /** Starts an engine process. */
    public static Process start(RunFolder run, Store store) throws IOException {
        ProcessBuilder builder = WorkerLaunch.command(256, run.path().resolve("crash.log"), "org.nullcline.test.engine", EngineProcess.class.getName(),
                run.path().toString(), store.root().toString());
        Path log = run.path().resolve("engine-process.log");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** On a plain class path. */
    public static void main(String[] arguments) {
        work(arguments);
    }

    @Override
    public Object start(IApplicationContext context) {
        work((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        return EXIT_OK;
    }

    @Override
    public void stop() {
        // The process ends when its work does.
    }

    private static void work(String[] arguments) {
        Engines.work(RunFolder.open(Path.of(arguments[0])), Store.open(Path.of(arguments[1])), Engines.settings().withWorkers(1));
    }
}
