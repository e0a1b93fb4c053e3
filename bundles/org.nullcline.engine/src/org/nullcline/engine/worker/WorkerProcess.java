// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.nullcline.api.NullclineException;
import org.nullcline.engine.store.Store;

/** The engine's end of a worker process. */
final class WorkerProcess {

    /** Learns what the worker does; called from the worker's reading thread. */
    interface Observer {

        /** The task is over. {@code worn} says that the worker should not be used again; {@code trouble} is empty unless it could not record the end. */
        void ended(WorkerProcess worker, boolean worn, String trouble);

        /** The process is gone. */
        void died(WorkerProcess worker, int exitCode);
    }

    private final Process process;
    private final Writer commands;
    private final Path log;
    private volatile boolean ready;
    private volatile long lastAnswer = System.nanoTime();
    private volatile long quietMillis;

    WorkerProcess(int number, int memoryMegabytes, Path folder, Observer observer) {
        log = folder.resolve("worker-" + number + ".log");
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder = WorkerLaunch.command(memoryMegabytes, folder.resolve("worker-" + number + "-crash.log"));
            builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            process = builder.start();
        } catch (IOException e) {
            throw NullclineException.infrastructure("A worker process cannot be started: " + Store.reason(e) + ".", e);
        }
        commands = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        Thread reader = new Thread(() -> read(observer), "nullcline-worker-" + number);
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Observer observer) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastAnswer = System.nanoTime();
                WorkerProtocol.Answer answer = WorkerProtocol.answer(line);
                if (answer == null) {
                    Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    continue;
                }
                switch (answer.is()) {
                    case "ready" -> ready = true;
                    case "alive" -> quietMillis = answer.quiet();
                    case "ended", "broken" -> observer.ended(this, answer.worn(), answer.sentence());
                    default -> quietMillis = 0;
                }
            }
        } catch (IOException e) {
            // The stream of a killed process breaks; its exit code tells the rest.
            process.destroyForcibly();
        }
        observer.died(this, exitCode());
    }

    private int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Sends a command; a worker that is gone is reported by its observer, not here. */
    synchronized void send(WorkerProtocol.Command command) {
        if (command instanceof WorkerProtocol.Run) {
            lastAnswer = System.nanoTime();
            quietMillis = 0;
        }
        try {
            commands.write(WorkerProtocol.line(command) + "\n");
            commands.flush();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** Whether the process has come up. */
    boolean ready() {
        return ready;
    }

    /** Milliseconds since the step showed a sign of life, or since the process did if that is longer. */
    long quietMillis() {
        return Math.max(quietMillis, (System.nanoTime() - lastAnswer) / 1_000_000);
    }

    /** Ends the process with all its children by force. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Whether the process ended within the given time. */
    boolean waitFor(long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The last line that the process printed before it could work, to explain why it did not come up. */
    String lastWords() {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log).stream().filter(l -> !l.isBlank() && !l.startsWith("WARNING")).toList() : List.of();
            return lines.isEmpty() ? "it printed nothing" : lines.getLast().strip();
        } catch (IOException e) {
            return "its log " + log + " cannot be read";
        }
    }

    /** Where the process writes what belongs to no task. */
    Path log() {
        return log;
    }
}
