// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.Json;
import org.nullcline.cli.output.TextTable;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.plan.Task;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunMonitor;
import org.nullcline.engine.run.Runs;
import org.nullcline.engine.run.TaskFolder;
import org.nullcline.engine.store.Store;

import com.google.gson.JsonObject;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a run. */
@CommandLine.Command(name = "show", header = "Shows how a run stands: its tasks, scores and failures.",
        footer = {"", "Examples: nullcline show last", "          nullcline show last --log fit"})
public final class ShowCommand extends Command.WithStore {

    private static final int MAX_LINES = 200;

    @Parameters(paramLabel = "RUN", description = "id of the run or its beginning; 'last' for the newest")
    String run;

    @Option(names = "--log", paramLabel = "TASK", description = "print the log of a task, named by its title, its step or the beginning of its key")
    String log;

    /** The command within a session. */
    public ShowCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Store store = store();
        RunFolder folder = new Runs(store).find(run);
        Plan plan = folder.plan();
        if (log != null) {
            return printLog(folder, plan);
        }
        RunMonitor monitor = new RunMonitor(folder);
        monitor.refresh();
        if (json) {
            JsonObject document = RunsCommand.json(folder, monitor.summary());
            document.add("taskList", Json.of(plan.tasks().stream().map(t -> json(folder, monitor, t)).toList()));
            JsonObject results = new RunResults(folder, store).json(monitor.summary());
            document.add("scores", results.get("scores"));
            document.add("notes", results.get("notes"));
            document.add("expectations", results.get("expectations"));
            session.print(document);
            return ExitCode.DONE;
        }
        session.print(folder.info().experiment() + " (" + folder.info().source() + "), " + monitor.summary().state().text() + ", " + folder.info().created());
        TextTable table = new TextTable("task", "key", "state", "seconds", "note");
        for (Task task : plan.tasks().subList(0, Math.min(MAX_LINES, plan.tasks().size()))) {
            RunMonitor.TaskState state = monitor.state(task.index());
            String seconds = folder.task(task.index()).done().map(d -> String.format(Locale.ROOT, "%.1f", d.seconds())).orElse("–");
            String note = monitor.failures().getOrDefault(task.index(), state == RunMonitor.TaskState.RUNNING ? monitor.task(task.index()).note() : "");
            table.row(task.title(), task.shortKey(), state.name().toLowerCase(Locale.ROOT), seconds, note);
        }
        table.lines().forEach(session::print);
        new RunResults(folder, store).print(session);
        return ExitCode.DONE;
    }

    private static JsonObject json(RunFolder folder, RunMonitor monitor, Task task) {
        return Json.object("index", task.index(), "title", task.title(), "step", task.step(), "coordinates", task.coordinates(), "key", task.key(), "state",
                monitor.state(task.index()).name().toLowerCase(Locale.ROOT), "seconds", folder.task(task.index()).done().map(TaskFolder.Done::seconds).orElse(null),
                "outputs", task.outputs(), "failure", monitor.failures().get(task.index()));
    }

    private int printLog(RunFolder folder, Plan plan) {
        Task task = find(plan, log);
        TaskFolder place = folder.task(task.index());
        Path file = place.log(place.lastAttempt());
        if (!Files.exists(file)) {
            throw NullclineException.invalid("The task '" + task.title() + "' has no log; it was not done in this run.");
        }
        try {
            Files.readAllLines(file).forEach(session::print);
        } catch (IOException e) {
            throw NullclineException.infrastructure("The log " + file + " cannot be read: " + Store.reason(e) + ".", e);
        }
        return ExitCode.DONE;
    }

    /** The task with this title, step or beginning of its key. */
    static Task find(Plan plan, String name) {
        List<Task> found = new ArrayList<>(plan.tasks().stream().filter(t -> t.title().equals(name)).toList());
        if (found.isEmpty()) {
            found.addAll(plan.tasks().stream().filter(t -> t.step().equals(name) || t.label().equals(name)
                    || name.length() >= 6 && t.key().startsWith(name)).toList());
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw NullclineException.invalid(found.isEmpty() ? "The run has no task '" + name + "'; it has: " + titles(plan.tasks())
                : "'" + name + "' means several tasks: " + titles(found));
    }

    private static String titles(List<Task> tasks) {
        return String.join(", ", tasks.stream().limit(12).map(t -> t.title() + " (" + t.shortKey() + ")").toList()) + (tasks.size() > 12 ? ", …" : ".");
    }
}
