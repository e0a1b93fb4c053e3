// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import org.nullcline.api.NullclineException;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.Runs;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Cancels a run. */
@CommandLine.Command(name = "cancel", header = "Asks the process that works on a run to stop; within ten seconds it does.",
        footer = {"", "Example: nullcline cancel last"})
public final class CancelCommand extends Command.WithStore {

    private static final long PATIENCE_MILLIS = 15_000;

    @Parameters(paramLabel = "RUN", description = "id of the run or its beginning; 'last' for the newest")
    String run;

    /** The command within a session. */
    public CancelCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws InterruptedException {
        RunFolder folder = new Runs(store()).find(run);
        if (!folder.active()) {
            throw NullclineException.invalid("Nothing works on the run " + folder.info().id() + "; there is nothing to cancel.");
        }
        folder.requestCancel();
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (folder.active()) {
            if (System.nanoTime() > deadline) {
                throw NullclineException.infrastructure("The process that works on the run " + folder.info().id() + " does not answer; end it by its id.", null);
            }
            Thread.sleep(100);
        }
        String status = RunsCommand.summary(folder).state().text();
        if (json) {
            session.print(Json.object("run", folder.info().id(), "status", status));
        } else {
            session.message("nullcline: run " + folder.info().id() + " " + status + ".");
        }
        return ExitCode.DONE;
    }
}
