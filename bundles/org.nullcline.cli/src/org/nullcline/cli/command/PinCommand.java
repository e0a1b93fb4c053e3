// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.Runs;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pins a run. */
@CommandLine.Command(name = "pin", header = "Pins a run, so that garbage collection never touches it or its results.",
        footer = {"", "Example: nullcline pin last"})
public final class PinCommand extends Command.WithStore {

    @Parameters(paramLabel = "RUN", description = "id of the run or its beginning; 'last' for the newest")
    String run;

    @Option(names = "--undo", description = "unpin it")
    boolean undo;

    /** The command within a session. */
    public PinCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        RunFolder folder = new Runs(store()).find(run);
        folder.pin(!undo);
        if (json) {
            session.print(Json.object("run", folder.info().id(), "pinned", folder.pinned()));
        } else {
            session.message("nullcline: run " + folder.info().id() + (folder.pinned() ? " is pinned." : " is no longer pinned."));
        }
        return ExitCode.DONE;
    }
}
