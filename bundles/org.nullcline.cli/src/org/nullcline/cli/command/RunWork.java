// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.nullcline.api.NullclineException.Kind;
import org.nullcline.cli.ExitCode;
import org.nullcline.cli.Session;
import org.nullcline.cli.output.ProgressLine;
import org.nullcline.engine.executor.Executor;
import org.nullcline.engine.executor.ExecutorSettings;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.run.RunController;
import org.nullcline.engine.run.RunFolder;
import org.nullcline.engine.run.RunMonitor;
import org.nullcline.engine.run.RunSummary;
import org.nullcline.engine.run.TaskFolder;
import org.nullcline.engine.store.Store;

/** Works on a run with progress on the error stream; an interrupt from the keyboard cancels it in good order. */
final class RunWork {

    private static final long REFRESH_MILLIS = 300;
    private static final long CANCEL_SECONDS = 15;

    private final Session session;
    private final Store store;
    private final RunFolder run;
    private final Plan plan;

    RunWork(Session session, Store store, RunFolder run) {
        this.session = session;
        this.store = store;
        this.run = run;
        plan = run.plan();
    }

    /** Works in this thread until the run ended. */
    RunSummary work(ExecutorSettings settings) {
        Executor executor = session.engine().createExecutor(run.info().executor());
        RunController controller = new RunController(run, store, executor, settings);
        CountDownLatch over = new CountDownLatch(1);
        Thread interrupted = new Thread(() -> cancelAndWait(controller, over), "nullcline-interrupt");
        Runtime.getRuntime().addShutdownHook(interrupted);
        Thread progress = new Thread(() -> watch(over), "nullcline-progress");
        progress.setDaemon(true);
        progress.start();
        try {
            return controller.work();
        } finally {
            over.countDown();
            join(progress);
            removeHook(interrupted);
        }
    }

    private void cancelAndWait(RunController controller, CountDownLatch over) {
        controller.cancel();
        try {
            if (over.await(CANCEL_SECONDS, TimeUnit.SECONDS)) {
                session.message("nullcline: Cancelled; 'nullcline resume " + run.info().id() + "' goes on.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.CANCELLED);
    }

    private static void join(Thread thread) {
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is being ended already, and the hook waits for this thread.
            return;
        }
    }

    private void watch(CountDownLatch over) {
        RunMonitor monitor = new RunMonitor(run);
        ProgressLine line = new ProgressLine(session.messages(), session.terminal());
        Map<Integer, RunMonitor.TaskState> seen = new TreeMap<>();
        boolean last = false;
        try {
            while (!last) {
                last = over.await(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
                monitor.refresh();
                announce(monitor, line, seen);
                if (!last) {
                    line.show(status(monitor));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.clear();
    }

    private void announce(RunMonitor monitor, ProgressLine line, Map<Integer, RunMonitor.TaskState> seen) {
        int announced = 0;
        for (int i = 0; i < plan.tasks().size(); i++) {
            RunMonitor.TaskState state = monitor.state(i);
            if (state == seen.get(i)) {
                continue;
            }
            seen.put(i, state);
            if (state == RunMonitor.TaskState.FAILED) {
                line.line("failed  " + plan.tasks().get(i).title());
            } else if (state == RunMonitor.TaskState.DONE && ++announced <= 20) {
                String seconds = run.task(i).done().map(d -> String.format(Locale.ROOT, "  (%.1f s)", d.seconds())).orElse("");
                line.line("done    " + plan.tasks().get(i).title() + seconds);
            }
        }
    }

    private String status(RunMonitor monitor) {
        List<String> working = new ArrayList<>();
        for (int task : monitor.running().stream().limit(2).toList()) {
            RunMonitor.TaskView view = monitor.task(task);
            String share = Double.isNaN(view.fraction()) ? "" : String.format(Locale.ROOT, " %.0f %%", 100 * view.fraction());
            working.add(plan.tasks().get(task).title() + share + (view.note().isEmpty() ? "" : " – " + view.note()));
        }
        return "[" + monitor.done() + "/" + plan.tasks().size() + "] " + String.join(" · ", working);
    }

    /**
     * The exit code of a run. What is wrong with an experiment before anything runs has codes of its own; once tasks run, a task that fails is a
     * failed task, whatever it found wrong, unless disk, natives or executor are to blame for all that failed.
     */
    static int exitCode(RunFolder run, RunSummary summary) {
        return switch (summary.state()) {
            case DONE -> ExitCode.DONE;
            case CANCELLED -> ExitCode.CANCELLED;
            default -> failures(run).stream().anyMatch(f -> f.kind() != Kind.INFRASTRUCTURE) ? ExitCode.TASK : ExitCode.INFRASTRUCTURE;
        };
    }

    /** Why tasks failed, in the order of the plan. */
    static List<TaskFolder.Failed> failures(RunFolder run) {
        RunMonitor monitor = new RunMonitor(run);
        monitor.refresh();
        List<TaskFolder.Failed> failures = new ArrayList<>();
        monitor.failures().forEach((task, sentence) -> failures.add(run.task(task).failed().orElse(new TaskFolder.Failed(Kind.TASK, sentence, 0, false))));
        return failures;
    }
}
