// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.List;

import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.TextTable;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunMonitor;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.engine.run.Runs;

import com.google.gson.JsonObject;

import picocli.CommandLine;

/** Lists runs. */
@CommandLine.Command(name = "runs", header = "Lists the runs of a store, the newest first.", footer = {"", "Example: nullcline runs --json"})
public final class RunsCommand extends Command.WithStore {

    /** The command within a session. */
    public RunsCommand(Session session) {
        super(session);
    }

    static RunSummary summary(RunFolder run) {
        RunMonitor monitor = new RunMonitor(run);
        if (run.end().isEmpty() || run.active()) {
            monitor.refresh();
        }
        return monitor.summary();
    }

    static JsonObject json(RunFolder run, RunSummary summary) {
        return Json.object("run", run.info().id(), "experiment", run.info().experiment(), "source", run.info().source(), "created", run.info().created(), "status",
                summary.state().text(), "pinned", run.pinned(), "executor", run.info().executor(), "seed", run.info().seed(), "tasks", Json.object("total",
                        summary.total(), "done", summary.done(), "cached", summary.cached(), "failed", summary.failed(), "skipped", summary.skipped()),
                "seconds", summary.seconds(), "folder", run.path().toString());
    }

    @Override
    public Integer call() {
        List<RunFolder> runs = new Runs(store()).list();
        if (json) {
            session.print(Json.object("runs", runs.stream().map(r -> json(r, summary(r))).toList()));
            return ExitCode.DONE;
        }
        TextTable table = new TextTable("run", "experiment", "status", "done", "tasks", "pinned");
        for (RunFolder run : runs) {
            RunSummary summary = summary(run);
            table.row(run.info().id(), run.info().experiment(), summary.state().text(), Integer.toString(summary.done()), Integer.toString(summary.total()),
                    run.pinned() ? "yes" : "");
        }
        table.lines().forEach(session::print);
        return ExitCode.DONE;
    }
}
