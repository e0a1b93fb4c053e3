// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.nio.file.Path;

import org.nullcline.cli.Session;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.Runs;
import org.nullcline.engine.store.Store;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a run. */
@CommandLine.Command(name = "resume", header = "Goes on with a run that was interrupted, cancelled or has failed tasks; what is done stays done.",
        footer = {"", "Example: nullcline resume last"})
public final class ResumeCommand extends Command.WithStore {

    @Parameters(paramLabel = "RUN", description = "id of the run or its beginning; 'last' for the newest")
    String run;

    @Mixin
    ExecutionOptions execution;

    @Option(names = "--report", paramLabel = "OUT.html", description = "write a report when the run is over")
    Path report;

    /** The command within a session. */
    public ResumeCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Store store = store();
        RunFolder folder = new Runs(store).find(run);
        return RunEnd.finish(session, store, folder, new RunWork(session, store, folder).work(execution.settings()), report, json);
    }
}
