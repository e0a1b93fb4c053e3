// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.engine.store.StoredResult.Output;
import org.nullcline.engine.store.StoredResult.StoredFile;

/** Looks after a store: checks what is in it, and removes what nobody needs. */
public final class StoreMaintenance {

    /** What was made so recently may belong to a run that is just beginning. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Store store;

    /**
     * What is wrong with a result.
     *
     * @param key key of the result, or name of the folder
     * @param sentence what is wrong
     */
    public record Damage(String key, String sentence) {
    }

    /**
     * What a check found.
     *
     * @param results number of results that were checked
     * @param prepared how many of these are values that a metric prepared
     * @param bytes their size
     * @param damages what is wrong
     */
    public record Verification(int results, int prepared, long bytes, List<Damage> damages) {
    }

    /**
     * What garbage collection removes, or would remove.
     *
     * @param results keys of results that no run refers to
     * @param runs ids of runs that are too old
     * @param leftovers folders that a killed process left behind
     * @param prepared keys of values that a metric prepared and no comparison used for long
     * @param bytes what that frees
     */
    public record Garbage(List<String> results, List<String> runs, List<String> leftovers, List<String> prepared, long bytes) {
    }

    /** Looks after a store. */
    public StoreMaintenance(Store store) {
        this.store = store;
    }

    /**
     * Reads every stored byte again and compares it with the recorded hashes.
     *
     * @param repair moves damaged results to the folder {@code quarantine}, so that they are computed again when needed
     */
    public Verification verify(boolean repair) {
        int results = 0;
        int prepared = 0;
        long bytes = 0;
        List<Damage> damages = new ArrayList<>();
        for (String key : store.keys()) {
            results++;
            Optional<String> damage = damage(key);
            if (damage.isPresent()) {
                damages.add(new Damage(key, damage.get()));
                if (repair) {
                    quarantine(key);
                }
            } else {
                StoredResult result = store.result(key).orElseThrow();
                bytes += result.bytes();
                prepared += result.prepared() ? 1 : 0;
            }
        }
        return new Verification(results, prepared, bytes, List.copyOf(damages));
    }

    /** What is wrong with one result, after reading every byte of it; empty for a whole one. */
    public Optional<String> damage(String key) {
        Path folder = store.folder(key);
        try {
            Optional<StoredResult> found = store.result(key);
            if (found.isEmpty()) {
                return Optional.of("it has no description");
            }
            StoredResult result = found.get();
            if (!result.key().equals(key)) {
                return Optional.of("it describes the result " + result.key());
            }
            Set<String> expected = new TreeSet<>(result.outputs().keySet());
            expected.add(StoredResult.FILE);
            Set<String> present = new TreeSet<>(Store.list(folder).stream().map(p -> p.getFileName().toString()).toList());
            if (!present.equals(expected)) {
                return Optional.of("it should hold " + expected + " but holds " + present);
            }
            for (Map.Entry<String, Output> output : result.outputs().entrySet()) {
                Output now = Store.describe(output.getValue().kind(), folder.resolve(output.getKey()));
                if (!now.equals(output.getValue())) {
                    return Optional.of("its output '" + output.getKey() + "' has changed: " + difference(output.getValue(), now));
                }
            }
            return Optional.empty();
        } catch (NullclineException e) {
            return Optional.of("its description is damaged");
        } catch (IOException e) {
            return Optional.of("it cannot be read: " + Store.reason(e));
        }
    }

    private static String difference(Output recorded, Output now) {
        for (StoredFile file : recorded.files()) {
            Optional<StoredFile> same = now.files().stream().filter(f -> f.name().equals(file.name())).findFirst();
            if (same.isEmpty()) {
                return file.name() + " is missing";
            }
            if (!same.get().equals(file)) {
                return file.name() + (same.get().bytes() == file.bytes() ? " has other bytes" : " has " + same.get().bytes() + " bytes instead of " + file.bytes());
            }
        }
        return "there are other files";
    }

    /** Moves a damaged result away, so that it is computed again when needed. One that another process moved already is fine. */
    public void quarantine(String key) {
        try {
            Path target = store.root().resolve("quarantine").resolve(key + "-" + Instant.now().toEpochMilli());
            Files.createDirectories(target.getParent());
            Files.move(store.folder(key), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            if (Files.exists(store.folder(key))) {
                throw NullclineException.infrastructure("The damaged result " + key + " cannot be moved away: " + Store.reason(e) + ".", e);
            }
        } catch (IOException e) {
            throw NullclineException.infrastructure("The damaged result " + key + " cannot be moved away: " + Store.reason(e) + ".", e);
        }
    }

    /**
     * Removes results that no run refers to, and what killed processes left behind. Results of pinned runs and of runs at work are never
     * touched, nor anything that is younger than an hour. Values that metrics prepared belong to no run; they go when no comparison used them for
     * some time.
     *
     * @param runsToDelete ids of unpinned runs that go as well
     * @param referenced keys that the remaining runs refer to
     * @param unused how long a prepared value was not used
     * @param dryRun only tells what it would remove
     */
    public Garbage collect(List<String> runsToDelete, Set<String> referenced, Duration unused, boolean dryRun) {
        List<String> results = new ArrayList<>();
        List<String> prepared = new ArrayList<>();
        Instant since = Instant.now().minus(unused.compareTo(GRACE) > 0 ? unused : GRACE);
        List<String> leftovers = new ArrayList<>();
        long bytes = 0;
        for (String key : store.keys()) {
            Path folder = store.folder(key);
            if (!referenced.contains(key) && old(folder.resolve(StoredResult.FILE), folder)) {
                boolean ofMetric = prepared(key);
                if (!ofMetric || before(folder.resolve(StoredResult.FILE), since)) {
                    (ofMetric ? prepared : results).add(key);
                    bytes += remove(folder, dryRun);
                }
            }
        }
        for (String run : runsToDelete) {
            bytes += remove(store.runs().resolve(run), dryRun);
        }
        Set<Path> done = new HashSet<>();
        for (String area : List.of("tmp", "checkpoints", "claims")) {
            for (Path path : Store.list(store.root().resolve(area))) {
                String key = path.getFileName().toString().replaceFirst("\\.lock$", "");
                boolean needed = area.equals("checkpoints") && referenced.contains(key) && !store.has(key);
                if (!needed && old(path, path) && done.add(path)) {
                    leftovers.add(area + "/" + path.getFileName());
                    bytes += remove(path, dryRun);
                }
            }
        }
        return new Garbage(List.copyOf(results), List.copyOf(runsToDelete), List.copyOf(leftovers), List.copyOf(prepared), bytes);
    }

    private boolean prepared(String key) {
        try {
            return store.result(key).map(StoredResult::prepared).orElse(false);
        } catch (NullclineException e) {
            // A damaged description; what it was does not matter then.
            return false;
        }
    }

    private static boolean old(Path file, Path otherwise) {
        return before(Files.exists(file) ? file : otherwise, Instant.now().minus(GRACE));
    }

    private static boolean before(Path file, Instant when) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(when);
        } catch (IOException e) {
            return false;
        }
    }

    private static long remove(Path folder, boolean dryRun) {
        try {
            long bytes = 0;
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.filter(Files::isRegularFile).toList()) {
                    bytes += Files.size(path);
                }
            }
            if (!dryRun) {
                Durable.delete(folder);
            }
            return bytes;
        } catch (IOException e) {
            throw NullclineException.infrastructure("The folder " + folder + " cannot be removed: " + Store.reason(e) + ".", e);
        }
    }
}
