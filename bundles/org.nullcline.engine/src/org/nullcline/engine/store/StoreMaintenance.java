// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.store;

import java.io.IOException;
import java.nio.file.Files;
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
     * @param bytes their size
     * @param damages what is wrong
     */
    public record Verification(int results, long bytes, List<Damage> damages) {
    }

    /**
     * What garbage collection removes, or would remove.
     *
     * @param results keys of results that no run refers to
     * @param runs ids of runs that are too old
     * @param leftovers folders that a killed process left behind
     * @param bytes what that frees
     */
    public record Garbage(List<String> results, List<String> runs, List<String> leftovers, long bytes) {
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
        long bytes = 0;
        List<Damage> damages = new ArrayList<>();
        for (String key : store.keys()) {
            results++;
            Optional<String> damage = check(key);
            if (damage.isPresent()) {
                damages.add(new Damage(key, damage.get()));
                if (repair) {
                    quarantine(key);
                }
            } else {
                bytes += store.result(key).map(StoredResult::bytes).orElse(0L);
            }
        }
        return new Verification(results, bytes, List.copyOf(damages));
    }

    private Optional<String> check(String key) {
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

    private void quarantine(String key) {
        try {
            Path target = store.root().resolve("quarantine").resolve(key + "-" + Instant.now().toEpochMilli());
            Files.createDirectories(target.getParent());
            Files.move(store.folder(key), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw NullclineException.infrastructure("The damaged result " + key + " cannot be moved away: " + Store.reason(e) + ".", e);
        }
    }

    /**
     * Removes results that no run refers to, and what killed processes left behind. Results of pinned runs and of runs at work are never
     * touched, nor anything that is younger than an hour.
     *
     * @param runsToDelete ids of unpinned runs that go as well
     * @param referenced keys that the remaining runs refer to
     * @param dryRun only tells what it would remove
     */
    public Garbage collect(List<String> runsToDelete, Set<String> referenced, boolean dryRun) {
        List<String> results = new ArrayList<>();
        List<String> leftovers = new ArrayList<>();
        long bytes = 0;
        for (String key : store.keys()) {
            if (!referenced.contains(key) && old(store.folder(key).resolve(StoredResult.FILE), store.folder(key))) {
                results.add(key);
                bytes += remove(store.folder(key), dryRun);
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
        return new Garbage(List.copyOf(results), List.copyOf(runsToDelete), List.copyOf(leftovers), bytes);
    }

    private static boolean old(Path file, Path otherwise) {
        try {
            Instant changed = Files.getLastModifiedTime(Files.exists(file) ? file : otherwise).toInstant();
            return changed.isBefore(Instant.now().minus(GRACE));
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
