// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.NullclineException.Kind;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.engine.store.StoreMaintenance.Garbage;
import org.nullcline.engine.store.StoreMaintenance.Verification;

import com.google.gson.JsonObject;

class StoreTest {

    private static final String KEY = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @TempDir
    private Path folder;

    private Store store() {
        return Store.open(folder.resolve("store"));
    }

    private static Value matrix(double number) {
        return Value.of(Kinds.MATRIX).array("matrix", "", NdArrays.of(new double[] {number, 2, 3}, 1, 3), "row", "column").attribute("note", "λ").build();
    }

    private static Store.Published publish(Store store, String key, double number) {
        return store.publish(key, new TreeMap<>(Map.of("out", matrix(number))), new JsonObject(), new JsonObject());
    }

    @Test
    void storedValueComesBack() {
        Store store = store();
        assertFalse(store.has(KEY));
        publish(store, KEY, 1);
        assertTrue(store.has(KEY));
        assertEquals(1, NdArrays.doubles(store.value(KEY, "out").array("matrix"))[0]);
        assertEquals(Set.of(KEY), store.keys());
        assertEquals(Kinds.MATRIX, store.result(KEY).orElseThrow().outputs().get("out").kind());
    }

    @Test
    void numpyFilesLieInThePort() {
        Store store = store();
        publish(store, KEY, 1);
        assertTrue(Files.isRegularFile(store.folder(KEY).resolve("out").resolve("matrix.npy")));
    }

    @Test
    void secondWriterOfTheSameBytesDoesNoHarm() {
        Store store = store();
        assertFalse(publish(store, KEY, 1).conflict());
        assertFalse(publish(store, KEY, 1).conflict());
        assertEquals(List.of(), new StoreMaintenance(store).verify(false).damages());
    }

    @Test
    void secondWriterOfOtherBytesIsNoticedAndTheFirstResultStays() {
        Store store = store();
        publish(store, KEY, 1);
        assertTrue(publish(store, KEY, 5).conflict());
        assertEquals(1, NdArrays.doubles(store.value(KEY, "out").array("matrix"))[0]);
    }

    @Test
    void manyWritersOfOneKeyLeaveOneWholeResult() throws Exception {
        Store store = store();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Store.Published>> work = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                work.add(() -> publish(store, KEY, 1));
            }
            for (Future<Store.Published> published : threads.invokeAll(work)) {
                assertFalse(published.get().conflict());
            }
        }
        assertEquals(new Verification(1, 0, store.result(KEY).orElseThrow().bytes(), List.of()), new StoreMaintenance(store).verify(false));
        assertEquals(List.of(), Store.list(store.root().resolve("tmp")), "nothing is left behind");
    }

    @Test
    void everyChangedByteIsFound() throws IOException {
        Store store = store();
        publish(store, KEY, 1);
        publish(store, OTHER, 2);
        Path file = store.folder(KEY).resolve("out").resolve("matrix.npy");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 7) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            Verification found = new StoreMaintenance(store).verify(false);
            assertEquals(List.of(KEY), found.damages().stream().map(d -> d.key()).toList(), "byte " + i);
        }
        Files.write(file, bytes);
        assertEquals(List.of(), new StoreMaintenance(store).verify(false).damages());
    }

    @Test
    void missingAndSurplusFilesAreFound() throws IOException {
        Store store = store();
        publish(store, KEY, 1);
        publish(store, OTHER, 2);
        Files.delete(store.folder(KEY).resolve("out").resolve("matrix.npy"));
        Files.writeString(store.folder(OTHER).resolve("surplus"), "x");
        assertEquals(2, new StoreMaintenance(store).verify(false).damages().size());
    }

    @Test
    void repairMovesDamagedResultsAwaySoThatTheyAreMadeAgain() throws IOException {
        Store store = store();
        publish(store, KEY, 1);
        Files.writeString(store.folder(KEY).resolve(StoredResult.FILE), "{ torn");
        assertEquals(1, new StoreMaintenance(store).verify(true).damages().size());
        assertFalse(store.has(KEY));
        publish(store, KEY, 1);
        assertEquals(List.of(), new StoreMaintenance(store).verify(false).damages());
    }

    @Test
    void garbageIsWhatNobodyRefersToAndOldEnough() throws IOException {
        Store store = store();
        publish(store, KEY, 1);
        publish(store, OTHER, 2);
        StoreMaintenance maintenance = new StoreMaintenance(store);
        assertEquals(List.of(), maintenance.collect(List.of(), Set.of(KEY), Duration.ofDays(30), false).results(), "too young");
        age(store.folder(OTHER).resolve(StoredResult.FILE));
        age(store.folder(KEY).resolve(StoredResult.FILE));
        Garbage dry = maintenance.collect(List.of(), Set.of(KEY), Duration.ofDays(30), true);
        assertEquals(List.of(OTHER), dry.results());
        assertTrue(store.has(OTHER), "a dry run removes nothing");
        Garbage garbage = maintenance.collect(List.of(), Set.of(KEY), Duration.ofDays(30), false);
        assertEquals(dry, garbage);
        assertEquals(Set.of(KEY), store.keys());
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(7200)));
    }

    /** They belong to no run, so that only their use tells whether they are needed. */
    @Test
    void preparedValuesAreGarbageWhenTheyWereNotUsedForLong() throws IOException {
        Store store = store();
        JsonObject ingredients = new JsonObject();
        ingredients.addProperty(StoredResult.PREPARED, 1);
        store.publish(KEY, new TreeMap<>(Map.of("prepared", matrix(1))), ingredients, new JsonObject());
        Path file = store.folder(KEY).resolve(StoredResult.FILE);
        StoreMaintenance maintenance = new StoreMaintenance(store);
        assertEquals(1, maintenance.verify(false).prepared());
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(29))));
        assertEquals(List.of(), maintenance.collect(List.of(), Set.of(), Duration.ofDays(30), true).prepared());
        assertEquals(List.of(KEY), maintenance.collect(List.of(), Set.of(), Duration.ofDays(28), true).prepared());
        store.used(KEY);
        assertEquals(List.of(), maintenance.collect(List.of(), Set.of(), Duration.ofDays(28), true).prepared());
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        Garbage garbage = maintenance.collect(List.of(), Set.of(), Duration.ofDays(30), false);
        assertEquals(List.of(KEY), garbage.prepared());
        assertEquals(List.of(), garbage.results());
        assertFalse(store.has(KEY));
    }

    @Test
    void leftoversOfKilledProcessesAreGarbageButNeededCheckpointsAreNot() throws IOException {
        Store store = store();
        Path staging = Files.createDirectories(store.root().resolve("tmp").resolve("killed"));
        Path needed = Files.createDirectories(store.checkpoints(KEY));
        Path unneeded = Files.createDirectories(store.checkpoints(OTHER));
        for (Path path : List.of(staging, needed, unneeded)) {
            age(path);
        }
        new StoreMaintenance(store).collect(List.of(), Set.of(KEY), Duration.ofDays(30), false);
        assertFalse(Files.exists(staging));
        assertTrue(Files.exists(needed));
        assertFalse(Files.exists(unneeded));
    }

    @Test
    void claimBelongsToOneAtATime() throws IOException {
        Store store = store();
        try (Store.Claim claim = store.claim(KEY).orElseThrow()) {
            assertTrue(store.claim(KEY).isEmpty());
            assertTrue(Store.open(store.root()).claim(KEY).isEmpty());
        }
        store.claim(KEY).orElseThrow().close();
    }

    @Test
    void folderWithOtherThingsIsNoStore() throws IOException {
        Path precious = Files.createDirectories(folder.resolve("photos"));
        Files.writeString(precious.resolve("holiday.jpg"), "x");
        var failure = assertThrows(NullclineException.class, () -> Store.open(precious));
        assertEquals(Kind.INFRASTRUCTURE, failure.kind());
        assertTrue(failure.getMessage().contains("holiday.jpg"), failure.getMessage());
    }

    @Test
    void storeOfANewerVersionIsLeftAlone() throws IOException {
        Path newer = Files.createDirectories(folder.resolve("newer"));
        Files.writeString(newer.resolve("nullcline-store"), "2\n");
        assertTrue(assertThrows(NullclineException.class, () -> Store.open(newer)).getMessage().contains("newer version"));
    }

    @Test
    void locationFollowsTheUsersEnvironment() {
        assertEquals(Path.of("/x/y"), Store.defaultLocation(Map.of("NULLCLINE_STORE", "/x/y", "XDG_DATA_HOME", "/data")));
        if (System.getProperty("os.name").equals("Linux")) {
            assertEquals(Path.of("/data/nullcline/store"), Store.defaultLocation(Map.of("XDG_DATA_HOME", "/data")));
            assertEquals(Path.of(System.getProperty("user.home"), ".local/share/nullcline/store"), Store.defaultLocation(Map.of()));
        }
    }
}
