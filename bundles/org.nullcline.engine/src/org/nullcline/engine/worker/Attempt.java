// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.nullcline.api.NullclineException.Kind;
import org.nullcline.api.contribution.Contributions;
import org.nullcline.engine.run.EventLog;
import org.nullcline.engine.run.TaskFolder;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.Provenance;
import org.nullcline.engine.task.TaskOrder;
import org.nullcline.engine.task.TaskOutcome;
import org.nullcline.engine.task.TaskRunner;
import org.nullcline.engine.task.Trace;

/** One attempt to do the task of a task folder; the folder tells afterwards how it ended. The same for every executor. */
final class Attempt {

    private final TaskFolder folder;
    private final int number;
    private final EventLog events;
    private final TaskProgress progress;

    Attempt(TaskFolder folder, int number) {
        this.folder = folder;
        this.number = number;
        events = new EventLog(folder.events(number));
        progress = new TaskProgress(events);
    }

    TaskProgress progress() {
        return progress;
    }

    /** Hands what the step told so far to readers. */
    void flush() {
        events.flush();
    }

    /** Does the task and records how it ended. */
    TaskOutcome run(Store store, Contributions contributions, int threads) throws IOException {
        long started = System.nanoTime();
        try (events; PrintStream log = new PrintStream(Files.newOutputStream(folder.log(number), StandardOpenOption.CREATE, StandardOpenOption.APPEND), true,
                StandardCharsets.UTF_8)) {
            System.setOut(log);
            System.setErr(log);
            TaskOrder order = folder.readOrder();
            TaskOutcome outcome = new TaskRunner(store, contributions).run(order, progress, folder.attempt(number).resolve("scratch"), threads);
            record(order, outcome, (System.nanoTime() - started) / 1e9, log);
            return outcome;
        }
    }

    private void record(TaskOrder order, TaskOutcome outcome, double seconds, PrintStream log) throws IOException {
        switch (outcome) {
            case TaskOutcome.Done done ->
                folder.writeDone(new TaskFolder.Done(order.key(), done.cached() ? 0 : number, seconds, done.conflict(), Provenance.host()));
            case TaskOutcome.Failed failed -> {
                log.println(failed.sentence());
                if (failed.cause() != null) {
                    Trace.print(failed.cause(), log);
                }
                folder.writeFailed(new TaskFolder.Failed(failed.kind(), failed.sentence(), number, false));
            }
            case TaskOutcome.Cancelled cancelled ->
                folder.writeFailed(new TaskFolder.Failed(Kind.TASK, "Task '" + order.title() + "' was cancelled.", number, true));
        }
    }

    /** Writes down what all threads are doing, before the worker of a silent task is ended. */
    void dump() throws IOException {
        StringBuilder text = new StringBuilder("What the threads were doing:\n");
        for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
            text.append(entry.getKey().getName()).append(" (").append(entry.getKey().getState()).append(")\n");
            for (StackTraceElement frame : entry.getValue()) {
                text.append("    at ").append(frame).append('\n');
            }
        }
        Files.writeString(folder.log(number), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
