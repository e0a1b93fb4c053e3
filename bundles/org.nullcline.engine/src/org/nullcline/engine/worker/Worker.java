// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

import org.nullcline.api.contribution.Contributions;
import org.nullcline.engine.run.TaskFolder;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.TaskOutcome;

/**
 * The inside of a worker process: does one task after another as its engine tells it, and ends when the engine is gone.
 *
 * <p>Commands arrive as lines on standard input, answers leave on standard output (see {@link WorkerProtocol}). What steps print goes to
 * the log of their task.
 */
public final class Worker {

    /** Exit code when the engine is gone. */
    private static final int ORPHANED = 9;
    private static final long HEARTBEAT_MILLIS = 500;

    private final PrintStream answers;
    private final BlockingQueue<WorkerProtocol.Command> commands = new LinkedBlockingQueue<>();
    private volatile Attempt current;
    private Contributions contributions;

    /** Answers on {@code out}, which nothing else in the process may use. */
    public Worker(PrintStream out) {
        answers = out;
    }

    /**
     * Works until told to exit.
     *
     * @param in where commands come from
     * @param installed gives the contributions when the first task needs them
     */
    public void serve(InputStream in, Supplier<Contributions> installed) {
        daemon("commands", () -> listen(in));
        daemon("heartbeat", this::beat);
        answer(WorkerProtocol.ready());
        try {
            while (true) {
                WorkerProtocol.Command command = commands.take();
                if (!(command instanceof WorkerProtocol.Run run)) {
                    return;
                }
                if (contributions == null) {
                    contributions = installed.get();
                }
                work(run);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(WorkerProtocol.Run run) {
        try {
            var attempt = new Attempt(new TaskFolder(Path.of(run.task())), run.attempt());
            current = attempt;
            TaskOutcome outcome = attempt.run(Store.open(Path.of(run.store())), contributions, run.threads());
            current = null;
            answer(WorkerProtocol.ended(outcome instanceof TaskOutcome.Failed f && f.cause() instanceof VirtualMachineError));
        } catch (IOException | RuntimeException e) {
            current = null;
            answer(WorkerProtocol.broken(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        }
    }

    private void listen(InputStream in) {
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                WorkerProtocol.Command command = WorkerProtocol.parse(line);
                Attempt attempt = current;
                if (command instanceof WorkerProtocol.Cancel && attempt != null) {
                    attempt.progress().cancel();
                } else if (command instanceof WorkerProtocol.Dump && attempt != null) {
                    attempt.dump();
                    answer(WorkerProtocol.dumped());
                } else if (command instanceof WorkerProtocol.Run || command instanceof WorkerProtocol.Exit) {
                    commands.add(command);
                }
            }
        } catch (IOException e) {
            answers.println("The connection to the engine broke: " + e.getMessage());
        }
        Runtime.getRuntime().halt(ORPHANED);
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(HEARTBEAT_MILLIS);
                Attempt attempt = current;
                if (attempt != null) {
                    attempt.flush();
                }
                answer(WorkerProtocol.alive(attempt == null ? 0 : attempt.progress().quietMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String line) {
        synchronized (answers) {
            answers.println(line);
            answers.flush();
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, "nullcline-worker-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
