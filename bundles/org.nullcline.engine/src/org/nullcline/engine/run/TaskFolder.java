// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.engine.store.Durable;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.TaskOrder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/**
 * The folder of one task within a run: {@code task.json} (what to do), {@code attempt-N/} (log, events, scratch) and in the end either
 * {@code done.json} or {@code failed.json}. Only {@code done.json}, written after the result is in the store, proves success.
 *
 * @param path the folder
 */
public record TaskFolder(Path path) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final String ATTEMPT = "attempt-";

    /**
     * Proof that a task has its result.
     *
     * @param key key of the result
     * @param attempt number of the attempt; 0 when the result was there before the run
     * @param seconds how long the attempt took
     * @param conflict whether the attempt came to other bytes than an earlier one, which the store kept
     * @param host where it was done
     */
    public record Done(String key, int attempt, double seconds, boolean conflict, String host) {

        /** Whether the result was there before. */
        public boolean cached() {
            return attempt == 0;
        }
    }

    /**
     * Why a task has no result.
     *
     * @param kind what sort of thing went wrong
     * @param sentence for the user
     * @param attempt number of the attempt
     * @param cancelled whether it stopped because it was asked to
     */
    public record Failed(NullclineException.Kind kind, String sentence, int attempt, boolean cancelled) {
    }

    /** Writes what to do. */
    public void writeOrder(TaskOrder order) throws IOException {
        Durable.write(path.resolve("task.json"), GSON.toJson(order));
    }

    /** Reads what to do. */
    public TaskOrder readOrder() {
        return read("task.json", TaskOrder.class).orElseThrow(() -> NullclineException.infrastructure("The task folder " + path + " holds no task.", null));
    }

    /** Proof of success, if there is one. */
    public Optional<Done> done() {
        return read("done.json", Done.class);
    }

    /** Whether there is proof of success, without reading it. */
    public boolean isDone() {
        return Files.exists(path.resolve("done.json"));
    }

    /** Records success. */
    public void writeDone(Done done) throws IOException {
        Durable.write(path.resolve("done.json"), GSON.toJson(done) + "\n");
    }

    /** The failure of the last attempt, if it failed. */
    public Optional<Failed> failed() {
        return read("failed.json", Failed.class);
    }

    /** Records a failure, unless there is proof of success. */
    public void writeFailed(Failed failed) throws IOException {
        if (!isDone()) {
            Durable.write(path.resolve("failed.json"), GSON.toJson(failed) + "\n");
        }
    }

    /** Forgets how the last attempt ended, before another; a proof of success goes only when the store has lost the result. */
    public void clearOutcome() throws IOException {
        Files.deleteIfExists(path.resolve("failed.json"));
        Files.deleteIfExists(path.resolve("done.json"));
    }

    /** Makes the folder of a new attempt, which belongs to whoever made it. */
    public int newAttempt() throws IOException {
        Files.createDirectories(path);
        for (int attempt = lastAttempt() + 1;; attempt++) {
            try {
                Files.createDirectory(attempt(attempt));
                return attempt;
            } catch (FileAlreadyExistsException e) {
                // Another process was faster; the next number is free.
                continue;
            }
        }
    }

    /** Number of the last attempt, 0 where there was none. */
    public int lastAttempt() {
        if (!Files.isDirectory(path)) {
            return 0;
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.map(p -> p.getFileName().toString()).filter(n -> n.matches(ATTEMPT + "[0-9]{1,6}"))
                    .mapToInt(n -> Integer.parseInt(n.substring(ATTEMPT.length()))).max().orElse(0);
        } catch (IOException e) {
            throw NullclineException.infrastructure("The folder " + path + " cannot be read: " + Store.reason(e) + ".", e);
        }
    }

    /** Folder of an attempt. */
    public Path attempt(int number) {
        return path.resolve(ATTEMPT + number);
    }

    /** What the attempt printed, with the stack trace of its failure. */
    public Path log(int attempt) {
        return attempt(attempt).resolve("log.txt");
    }

    /** Notes, progress and live curves of the attempt. */
    public Path events(int attempt) {
        return attempt(attempt).resolve("events.jsonl");
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        Path file = path.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(GSON.fromJson(Files.readString(file), type));
        } catch (IOException | JsonParseException e) {
            throw NullclineException.infrastructure("The file " + file + " is damaged; delete it and resume the run.", e);
        }
    }
}
