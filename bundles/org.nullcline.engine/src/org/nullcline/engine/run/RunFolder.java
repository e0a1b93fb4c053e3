// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.nullcline.api.NullclineException;
import org.nullcline.engine.plan.Plan;
import org.nullcline.engine.store.Durable;
import org.nullcline.engine.store.Store;
import org.nullcline.engine.task.Provenance;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.file.ExperimentFileException;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/**
 * The folder of a run: what it is ({@code run.json}), the frozen experiment and plan, the event log, and a {@link TaskFolder} per task.
 * Everything about a run can be read from it, by any process at any time.
 */
public final class RunFolder {

    private static final String INFO = "run.json";
    private static final String EXPERIMENT = "experiment.experiment";
    private static final int TASKS_PER_FOLDER = 1000;
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /**
     * Runs that this process works on. On POSIX systems, closing a file gives up all locks that a process has on it, so nothing in this
     * process may open the lock file of such a run.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final RunInfo info;

    private RunFolder(Path path, RunInfo info) {
        this.path = path;
        this.info = info;
    }

    /**
     * Makes the folder of a new run with its frozen plan.
     *
     * @param experiment bytes of the experiment
     * @param source where the experiment came from, for people
     */
    public static RunFolder create(Store store, Plan plan, byte[] experiment, String source, String executor) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String stem = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC).format(now) + "-"
                + plan.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "").replaceAll("^(.{0,30}).*$", "$1");
        try {
            Path folder = createFolder(store.runs(), stem);
            Files.write(folder.resolve(EXPERIMENT), experiment);
            PlanFile.write(plan, folder);
            RunInfo info = new RunInfo(RunInfo.FORMAT, folder.getFileName().toString(), plan.name(), source, now.toString(), plan.seed(), executor,
                    plan.tasks().size(), Provenance.productVersion(), Provenance.host());
            Durable.write(folder.resolve(INFO), GSON.toJson(info) + "\n");
            return new RunFolder(folder, info);
        } catch (IOException e) {
            throw NullclineException.infrastructure("The run cannot be stored in " + store.runs() + ": " + Store.reason(e) + ".", e);
        }
    }

    private static Path createFolder(Path runs, String stem) throws IOException {
        Files.createDirectories(runs);
        for (int number = 1;; number++) {
            try {
                return Files.createDirectory(runs.resolve(number == 1 ? stem : stem + "-" + number));
            } catch (FileAlreadyExistsException e) {
                // Another run of the same name began in the same second.
                continue;
            }
        }
    }

    /** Whether a folder holds a run. */
    static boolean isRun(Path path) {
        return Files.isRegularFile(path.resolve(INFO));
    }

    /**
     * Opens the folder of a run.
     *
     * @throws NullclineException of kind INFRASTRUCTURE when it is damaged
     */
    public static RunFolder open(Path path) {
        try {
            RunInfo info = GSON.fromJson(Files.readString(path.resolve(INFO)), RunInfo.class);
            if (info.format() > RunInfo.FORMAT) {
                throw NullclineException.infrastructure("The run " + path.getFileName() + " was made by a newer version (" + info.nullcline()
                        + "); update Nullcline to open it.", null);
            }
            return new RunFolder(path, info);
        } catch (IOException | JsonParseException | NullPointerException e) {
            throw NullclineException.infrastructure("The run in " + path + " is damaged and cannot be opened.", e);
        }
    }

    /** Where the run is. */
    public Path path() {
        return path;
    }

    /** What the run is. */
    public RunInfo info() {
        return info;
    }

    /** The frozen plan. */
    public Plan plan() {
        try {
            return PlanFile.read(path);
        } catch (IOException e) {
            throw NullclineException.infrastructure("The plan of run " + info.id() + " cannot be read: " + Store.reason(e) + ".", e);
        }
    }

    /** The frozen experiment, as the bytes of its file. */
    public byte[] experiment() {
        try {
            return Files.readAllBytes(path.resolve(EXPERIMENT));
        } catch (IOException e) {
            throw NullclineException.infrastructure("The experiment of run " + info.id() + " cannot be read: " + Store.reason(e) + ".", e);
        }
    }

    /** The frozen experiment itself. */
    public Experiment frozen() {
        try {
            return Experiments.read(experiment(), info.id());
        } catch (ExperimentFileException e) {
            throw NullclineException.infrastructure("The frozen experiment of run " + info.id() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The folder of a task. */
    public TaskFolder task(int index) {
        return new TaskFolder(tasks().resolve(String.format(Locale.ROOT, "%03d", index / TASKS_PER_FOLDER)).resolve(String.format(Locale.ROOT, "%06d", index)));
    }

    /** The folder of all task folders. */
    public Path tasks() {
        return path.resolve("tasks");
    }

    /** The event log. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** A folder for the logs of workers. */
    public Path workers() {
        return path.resolve("workers");
    }

    /** Asks whoever works on the run to stop. */
    public void requestCancel() {
        write(cancelFile(), Instant.now() + "\n");
    }

    /** Whether somebody asked to stop. */
    public boolean cancelRequested() {
        return Files.exists(cancelFile());
    }

    /** Forgets that somebody asked to stop, before going on. */
    void clearCancel() throws IOException {
        Files.deleteIfExists(cancelFile());
        Files.deleteIfExists(endFile());
    }

    private Path cancelFile() {
        return path.resolve("control").resolve("cancel");
    }

    /** Whether garbage collection must leave the run and its results alone. */
    public boolean pinned() {
        return Files.exists(path.resolve("pinned"));
    }

    /** Pins or unpins the run. */
    public void pin(boolean pinned) {
        if (pinned) {
            write(path.resolve("pinned"), Instant.now() + "\n");
            return;
        }
        try {
            Files.deleteIfExists(path.resolve("pinned"));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** How the run ended the last time that an engine worked on it, if one came to an end. */
    public Optional<RunSummary> end() {
        try {
            return Files.exists(endFile()) ? Optional.ofNullable(GSON.fromJson(Files.readString(endFile()), RunSummary.class)) : Optional.empty();
        } catch (IOException | JsonParseException e) {
            throw NullclineException.infrastructure("The file " + endFile() + " is damaged; delete it and resume the run.", e);
        }
    }

    void writeEnd(RunSummary summary) {
        write(endFile(), GSON.toJson(summary) + "\n");
    }

    private Path endFile() {
        return path.resolve("ended.json");
    }

    private void write(Path file, String text) {
        try {
            Durable.write(file, text);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private NullclineException unwritable(IOException e) {
        return NullclineException.infrastructure("The run " + info.id() + " cannot be changed: " + Store.reason(e) + ".", e);
    }

    /**
     * Takes the right to work on the run, until the lock is closed or this process ends.
     *
     * @return the lock, or empty when another engine works on the run
     */
    Optional<Lock> lock() {
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        try {
            FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return Optional.of(() -> {
                    channel.close();
                    HELD.remove(path);
                });
            }
            channel.close();
            HELD.remove(path);
            return Optional.empty();
        } catch (IOException e) {
            HELD.remove(path);
            throw unwritable(e);
        }
    }

    private Path lockFile() {
        return path.resolve("engine.lock");
    }

    /** The right to work on a run. */
    interface Lock extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** Whether an engine works on the run now, in this process or another on this machine. */
    public boolean active() {
        if (HELD.contains(path)) {
            return true;
        }
        if (!Files.isWritable(lockFile())) {
            return false;
        }
        try (Lock lock = lock().orElse(null)) {
            return lock == null;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
