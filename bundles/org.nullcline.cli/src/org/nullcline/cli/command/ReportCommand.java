// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.nio.file.Path;

import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.Runs;
import org.nullcline.engine.store.Store;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the report of a run. */
@CommandLine.Command(name = "report", header = "Writes the report of a run as one self-contained HTML file.",
        footer = {"", "Example: nullcline report last --out report.html"})
public final class ReportCommand extends Command.WithStore {

    @Parameters(paramLabel = "RUN", description = "id of the run or its beginning; 'last' for the newest")
    String run;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write it")
    Path out;

    @Option(names = "--all", description = "draw all points of a sweep with all numbers, however large the file gets")
    boolean all;

    /** The command within a session. */
    public ReportCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Store store = store();
        RunFolder folder = new Runs(store).find(run);
        RunEnd.write(session, store, folder, out, all);
        if (json) {
            session.print(Json.object("run", folder.info().id(), "file", session.resolve(out).toString()));
        }
        return ExitCode.DONE;
    }
}
