// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.List;

import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.TextTable;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.store.Store;

import com.google.gson.JsonObject;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Shows the tasks of an experiment. */
@CommandLine.Command(name = "plan", header = "Shows the tasks that an experiment comes to, with their keys, without running them.",
        footer = {"", "Example: nullcline plan my.experiment --sweep fit.latentSize=2,3,5"})
public final class PlanCommand extends Command.WithStore {

    private static final int MAX_LINES = 200;

    @Mixin
    ExperimentOptions options;

    /** The command within a session. */
    public PlanCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Plan plan = Problems.plan(session, options.open(session));
        Store store = store();
        List<Boolean> cached = plan.tasks().stream().map(task -> store.has(task.key())).toList();
        long present = cached.stream().filter(c -> c).count();
        if (json) {
            List<JsonObject> tasks = plan.tasks().stream().map(t -> Json.object("index", t.index(), "key", t.key(), "step", t.step(), "title", t.title(),
                    "coordinates", t.coordinates(), "contribution", t.contribution(), "version", t.version(), "parameters", t.parameters(), "inputs",
                    t.inputs().stream().map(i -> Json.object("port", i.port(), "key", i.key(), "output", i.output())).toList(), "cached",
                    cached.get(t.index()))).toList();
            session.print(Json.object("name", plan.name(), "seed", plan.seed(), "counts", Json.object("tasks", plan.tasks().size(), "cached", present, "points",
                    plan.occurrences()), "axes", plan.axes().stream().map(a -> Json.object("id", a.id(), "values", a.values())).toList(), "tasks", tasks));
            return ExitCode.DONE;
        }
        TextTable table = new TextTable("task", "key", "contribution", "result");
        for (Task task : plan.tasks().subList(0, Math.min(MAX_LINES, plan.tasks().size()))) {
            table.row(task.title(), task.shortKey(), task.contribution(), cached.get(task.index()) ? "in the store" : "to do");
        }
        table.lines().forEach(session::print);
        if (plan.tasks().size() > MAX_LINES) {
            session.print("… and " + (plan.tasks().size() - MAX_LINES) + " more; --json lists all.");
        }
        session.message("nullcline: " + plan.tasks().size() + " tasks, " + present + " of them in the store.");
        return ExitCode.DONE;
    }
}
