// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.engine.plan.FileHashes;
import org.nullcline.engine.store.StoredResult.Output;
import org.nullcline.engine.store.StoredResult.StoredFile;

import com.google.gson.JsonObject;

/**
 * Results by content key, as folders: {@code objects/ab/abcd…/PORT/value.json} and {@code .npy} files. A result appears by one atomic
 * rename when it is whole, and is never changed afterwards, so readers need no lock and two writers of one key do no harm. The folders
 * themselves are the index; there is none besides that could go stale.
 */
public final class Store {

    private static final String FORMAT_FILE = "nullcline-store";
    private static final String FORMAT = "1\n";

    /** Claims of this process, whose files it must not open a second time: closing a file gives up all locks on it. */
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path root;

    /**
     * What became of a result that was offered to the store.
     *
     * @param result what the store now holds
     * @param conflict whether it already held a result of the same key with other bytes, which it kept
     */
    public record Published(StoredResult result, boolean conflict) {
    }

    private Store(Path root) {
        this.root = root;
    }

    /**
     * Opens a store, making it where there is none.
     *
     * @throws NullclineException of kind INFRASTRUCTURE when the folder cannot be used
     */
    public static Store open(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        Path marker = absolute.resolve(FORMAT_FILE);
        try {
            if (!Files.exists(marker)) {
                requireUnused(absolute);
                Files.createDirectories(absolute.resolve("objects"));
                Files.createDirectories(absolute.resolve("runs"));
                Durable.write(marker, FORMAT);
            } else if (!Files.readString(marker).equals(FORMAT)) {
                throw NullclineException.infrastructure("The store " + absolute + " was made by a newer version; update Nullcline or choose another --store.", null);
            }
            return new Store(absolute);
        } catch (IOException e) {
            throw NullclineException.infrastructure("The store " + absolute + " cannot be used: " + reason(e) + "; choose another with --store.", e);
        }
    }

    private static void requireUnused(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IOException("it is a file, not a folder");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                // Another process may be making the same store at this moment.
                Optional<Path> foreign = content.filter(p -> !Set.of("objects", "runs").contains(p.getFileName().toString())
                        && !p.getFileName().toString().startsWith("." + FORMAT_FILE)).findFirst();
                if (foreign.isPresent() && !Files.exists(folder.resolve(FORMAT_FILE))) {
                    throw new IOException("the folder holds other things, such as " + foreign.get().getFileName());
                }
            }
        }
    }

    /** Where the store of a user is unless another is named: the environment variable NULLCLINE_STORE, or the user's data folder. */
    public static Path defaultLocation(Map<String, String> environment) {
        String named = environment.get("NULLCLINE_STORE");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.startsWith("windows") && environment.get("LOCALAPPDATA") != null) {
            return Path.of(environment.get("LOCALAPPDATA"), "Nullcline", "store");
        }
        if (system.startsWith("mac")) {
            return home.resolve(Path.of("Library", "Application Support", "Nullcline", "store"));
        }
        String data = environment.get("XDG_DATA_HOME");
        Path base = data == null || data.isBlank() || !Path.of(data).isAbsolute() ? home.resolve(Path.of(".local", "share")) : Path.of(data);
        return base.resolve(Path.of("nullcline", "store"));
    }

    /** The folder of the store. */
    public Path root() {
        return root;
    }

    /** The folder that holds the runs. */
    public Path runs() {
        return root.resolve("runs");
    }

    /** Where a result is, or would be. */
    public Path folder(String key) {
        return root.resolve("objects").resolve(key.substring(0, 2)).resolve(key);
    }

    /** Whether the result of this key is there. */
    public boolean has(String key) {
        return Files.exists(folder(key).resolve(StoredResult.FILE));
    }

    /** All keys whose results are there, sorted; one listing per folder. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (Path shelf : list(root.resolve("objects"))) {
            list(shelf).forEach(folder -> keys.add(folder.getFileName().toString()));
        }
        return keys;
    }

    /** What the store says about a result. */
    public Optional<StoredResult> result(String key) {
        Path file = folder(key).resolve(StoredResult.FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StoredResult.parse(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException | RuntimeException e) {
            throw NullclineException.infrastructure("The stored result " + file.getParent() + " is damaged; run 'nullcline verify --repair'.", e);
        }
    }

    /** Notes that a result is in use, for those that are removed when nobody used them for long; at most once a day. */
    public void used(String key) {
        Path file = folder(key).resolve(StoredResult.FILE);
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(Duration.ofDays(1)))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException e) {
            // A store that this user may only read; its owner decides what goes.
            System.getLogger(Store.class.getName()).log(System.Logger.Level.DEBUG, "The use of " + key + " was not noted.", e);
        }
    }

    /**
     * One output of a result. Arrays are read when they are used.
     *
     * @throws NullclineException when the result is not there or damaged
     */
    public Value value(String key, String port) {
        Path folder = folder(key).resolve(port);
        if (!Files.isDirectory(folder)) {
            throw NullclineException.infrastructure("The store has no output '" + port + "' of the result " + key + "; run the experiment again.", null);
        }
        return ValueFolder.read(folder);
    }

    /**
     * Stores a result without notes.
     *
     * @param values by output port
     * @throws NullclineException of kind INFRASTRUCTURE when it cannot be written
     */
    public Published publish(String key, SortedMap<String, Value> values, JsonObject ingredients, JsonObject provenance) {
        return publish(key, values, ingredients, provenance, List.of());
    }

    /** As above, with what the step says about the result. */
    public Published publish(String key, SortedMap<String, Value> values, JsonObject ingredients, JsonObject provenance, List<String> notes) {
        Path staging = root.resolve("tmp").resolve(key.substring(0, 12) + "-" + ProcessHandle.current().pid() + "-"
                + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        try {
            Files.createDirectories(staging);
            SortedMap<String, Output> outputs = new TreeMap<>();
            for (Map.Entry<String, Value> entry : values.entrySet()) {
                Path folder = Files.createDirectory(staging.resolve(entry.getKey()));
                ValueFolder.write(entry.getValue(), folder);
                outputs.put(entry.getKey(), describe(entry.getValue().kind(), folder));
            }
            StoredResult result = new StoredResult(key, outputs, ingredients, provenance, List.copyOf(notes));
            Files.writeString(staging.resolve(StoredResult.FILE), result.toJson());
            Durable.syncTree(staging);
            return moveInPlace(result, staging);
        } catch (IOException e) {
            throw NullclineException.infrastructure("A result cannot be stored in " + root + ": " + reason(e) + ".", e);
        } finally {
            discard(staging);
        }
    }

    private Published moveInPlace(StoredResult result, Path staging) throws IOException {
        Path target = folder(result.key());
        Files.createDirectories(target.getParent());
        try {
            Durable.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
            Durable.syncFolder(target.getParent());
            return new Published(result, false);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            return alreadyThere(result, e);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            return alreadyThere(result, e);
        }
    }

    private Published alreadyThere(StoredResult result, IOException cause) throws IOException {
        StoredResult earlier = result(result.key()).orElseThrow(() -> new IOException("an incomplete folder is in the way; run 'nullcline verify --repair'", cause));
        return new Published(earlier, !earlier.sameBytes(result));
    }

    private static void discard(Path staging) {
        try {
            Durable.delete(staging);
        } catch (IOException e) {
            // Garbage collection removes what stays behind; the result itself is not concerned.
            System.getLogger(Store.class.getName()).log(System.Logger.Level.WARNING, "The folder " + staging + " could not be removed.", e);
        }
    }

    /** Describes the files of an output as they are on disk. */
    static Output describe(String kind, Path folder) throws IOException {
        List<StoredFile> files = new ArrayList<>();
        MessageDigest all = FileHashes.sha256();
        List<Path> paths;
        try (Stream<Path> list = Files.list(folder)) {
            paths = list.sorted().toList();
        }
        for (Path path : paths) {
            StoredFile file = new StoredFile(path.getFileName().toString(), Files.size(path), FileHashes.sha256(path));
            files.add(file);
            all.update((file.name() + "\0" + file.sha256() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return new Output(kind, HexFormat.of().formatHex(all.digest()), List.copyOf(files));
    }

    /** The folder for checkpoints of a task, which survives until its result is stored. */
    public Path checkpoints(String key) {
        return root.resolve("checkpoints").resolve(key);
    }

    /**
     * Claims the work on a key for as long as this process holds the claim. Nobody is kept from doing the same work; the claim only
     * decides who uses the common checkpoints.
     *
     * @return the claim, or empty when another process has it
     */
    public Optional<Claim> claim(String key) {
        Path file = root.resolve("claims").resolve(key + ".lock");
        if (!CLAIMED.add(file)) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(file.getParent());
            while (true) {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() == null) {
                    channel.close();
                    CLAIMED.remove(file);
                    return Optional.empty();
                }
                if (Files.exists(file)) {
                    return Optional.of(() -> {
                        Files.deleteIfExists(file);
                        channel.close();
                        CLAIMED.remove(file);
                    });
                }
                // The former owner removed the file between opening and locking it.
                channel.close();
            }
        } catch (IOException e) {
            CLAIMED.remove(file);
            throw NullclineException.infrastructure("The store " + root + " cannot be written: " + reason(e) + ".", e);
        }
    }

    /** Held while a process works on a key. */
    @FunctionalInterface
    public interface Claim extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** Whether a path is an empty folder. */
    public static boolean isEmpty(Path folder) {
        return Files.isDirectory(folder) && list(folder).isEmpty();
    }

    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.sorted().toList();
        } catch (IOException e) {
            throw NullclineException.infrastructure("The folder " + folder + " cannot be read: " + reason(e) + ".", e);
        }
    }

    /** What an I/O failure says, with the file where the message alone would be just its name. */
    public static String reason(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return switch (e) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileAlreadyExistsException exists -> exists.getFile() + " is in the way";
            default -> message;
        };
    }
}
