// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.model.Experiment;
import org.nullcline.model.Experiments;
import org.nullcline.model.migration.MigrationChain;

class SavingTest {
    private static final MigrationChain NO_MIGRATIONS = MigrationChain.of(Map.of());

    @TempDir
    Path folder;
    private Path path;
    private byte[] old;

    @BeforeEach
    void saveFirstVersion() throws Exception {
        path = folder.resolve("a b.experiment");
        Experiments.save(experiment("old"), path);
        old = Files.readAllBytes(path);
    }

    @Test
    void diskThatFailsAfterAnyByteLeavesTheOldOrTheNewFile() throws Exception {
        var fresh = Experiments.bytes(experiment("new"));
        var failures = 0;
        for (var bytes = 0L;; bytes++) {
            var disk = FailingDisk.afterBytes(bytes);
            saveOn(disk, bytes);
            if (!disk.failed()) {
                assertArrayEquals(fresh, Files.readAllBytes(path));
                break;
            }
            failures++;
            assertArrayEquals(old, Files.readAllBytes(path), "after " + bytes + " bytes");
            restore();
        }
        // The new content and the backup are written, byte by byte.
        assertEquals(fresh.length + old.length, failures);
    }

    @Test
    void diskThatFailsAtAnyOperationLeavesTheOldOrTheNewFile() throws Exception {
        var fresh = Experiments.bytes(experiment("new"));
        var olds = 0;
        var news = 0;
        for (var operations = 0;; operations++) {
            var disk = FailingDisk.afterOperations(operations);
            saveOn(disk, operations);
            var found = Files.readAllBytes(path);
            if (!disk.failed()) {
                assertArrayEquals(fresh, found);
                break;
            }
            assertTrue(Arrays.equals(old, found) || Arrays.equals(fresh, found), "after " + operations + " operations");
            olds += Arrays.equals(old, found) ? 1 : 0;
            news += Arrays.equals(fresh, found) ? 1 : 0;
            restore();
        }
        assertTrue(olds >= 5 && news >= 2, olds + " old, " + news + " new"); // failures before and after the rename were met
    }

    private void saveOn(FileOperations disk, long round) throws Exception {
        var file = ExperimentFile.open(path, NO_MIGRATIONS, disk);
        file.experiment().setName("new");
        try {
            file.save();
        } catch (ChangedOnDiskException e) {
            throw e;
        } catch (ExperimentFileException e) {
            assertTrue(e.getMessage().contains(path.toString()), "round " + round);
        }
    }

    private void restore() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.write(path, old);
    }

    @Test
    void nothingButTheFileAndItsBackupStaysInTheFolder() throws Exception {
        var file = Experiments.load(path);
        file.experiment().setName("new");
        file.save();
        assertEquals(List.of(".a b.experiment.~1~", "a b.experiment"), names());
        assertArrayEquals(old, Files.readAllBytes(folder.resolve(".a b.experiment.~1~")));
    }

    @Test
    void failedSavingRemovesItsTemporaryFile() throws Exception {
        var disk = new FileOperations() {
            @Override
            public void replace(Path from, Path to) throws IOException {
                throw new IOException("denied");
            }
        };
        var file = ExperimentFile.open(path, NO_MIGRATIONS, disk);
        file.experiment().setName("new");
        assertThrows(ExperimentFileException.class, file::save);
        assertEquals(List.of("a b.experiment"), names());
    }

    @Test
    void lastFivePreviousContentsAreKeptNewestFirst() throws Exception {
        var file = Experiments.load(path);
        for (var i = 1; i <= 7; i++) {
            file.experiment().setName("version " + i);
            file.save();
        }
        for (var number = 1; number <= DurableFile.BACKUPS; number++) {
            var backup = Files.readAllBytes(DurableFile.backup(path, number));
            assertEquals("version " + (7 - number), Experiments.read(backup, "backup").getName());
        }
        assertFalse(Files.exists(DurableFile.backup(path, DurableFile.BACKUPS + 1)));
    }

    @Test
    void savingWithoutAChangeTouchesNothing() throws Exception {
        var time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(path, time);
        Experiments.load(path).save();
        assertEquals(time, Files.getLastModifiedTime(path));
        assertEquals(List.of("a b.experiment"), names());
    }

    @Test
    void fileChangedBySomebodyElseIsNotOverwritten() throws Exception {
        var file = Experiments.load(path);
        assertFalse(file.changedOnDisk());
        var theirs = Experiments.load(path);
        theirs.experiment().setName("theirs");
        theirs.save();
        assertTrue(file.changedOnDisk());
        file.experiment().setName("mine");
        var refusal = assertThrows(ChangedOnDiskException.class, file::save);
        assertTrue(refusal.getMessage().contains(path.toString()));
        assertEquals("theirs", Experiments.load(path).experiment().getName());
        file.saveAs(folder.resolve("mine.experiment"), false);
        assertEquals("mine", Experiments.load(folder.resolve("mine.experiment")).experiment().getName());
    }

    @Test
    void fileChangedWithinTheSameInstantIsNoticed() throws Exception {
        var file = Experiments.load(path);
        var time = Files.getLastModifiedTime(path);
        var changed = old.clone();
        changed[new String(old).indexOf("old")] = 'O';
        Files.write(path, changed);
        Files.setLastModifiedTime(path, time);
        file.experiment().setName("mine");
        assertThrows(ChangedOnDiskException.class, file::save);
    }

    @Test
    void fileChangedWhileSavingIsNotOverwritten() throws Exception {
        var theirs = Experiments.bytes(experiment("theirs"));
        var disk = new FileOperations() {
            @Override
            public void likeness(Path model, Path file) throws IOException {
                Files.write(path, theirs);
            }
        };
        var file = ExperimentFile.open(path, NO_MIGRATIONS, disk);
        file.experiment().setName("mine");
        assertThrows(ChangedOnDiskException.class, file::save);
        assertArrayEquals(theirs, Files.readAllBytes(path));
    }

    @Test
    void savingAgainMakesADeletedFileAnew() throws Exception {
        var file = Experiments.load(path);
        Files.delete(path);
        assertFalse(file.changedOnDisk());
        file.save();
        assertArrayEquals(old, Files.readAllBytes(path));
    }

    @Test
    void newExperimentDoesNotReplaceAnExistingFile() {
        var refusal = assertThrows(ChangedOnDiskException.class, () -> Experiments.save(experiment("x"), path));
        assertTrue(refusal.getMessage().contains("exists already"));
    }

    @Test
    void savingUnderAnotherNameReplacesOnlyWhenAsked() throws Exception {
        var other = folder.resolve("other.experiment");
        Experiments.save(experiment("other"), other);
        var file = Experiments.load(path);
        assertThrows(ChangedOnDiskException.class, () -> file.saveAs(other, false));
        assertEquals(path, file.path());
        file.saveAs(other, true);
        assertEquals(other, file.path());
        assertEquals("old", Experiments.load(other).experiment().getName());
        assertEquals("other", Experiments.read(Files.readAllBytes(DurableFile.backup(other, 1)), "backup").getName());
        file.experiment().setName("again");
        file.save();
        assertArrayEquals(old, Files.readAllBytes(path));
    }

    @Test
    void linkIsFollowedAndStays() throws Exception {
        var link = folder.resolve("link.experiment");
        Files.createSymbolicLink(link, path);
        var file = Experiments.load(link);
        file.experiment().setName("new");
        file.save();
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Experiments.load(path).experiment().getName());
    }

    @Test
    void permissionsAreKept() throws Exception {
        var permissions = PosixFilePermissions.fromString("rw-rw----");
        Files.setPosixFilePermissions(path, permissions);
        var file = Experiments.load(path);
        file.experiment().setName("new");
        file.save();
        assertEquals(permissions, Files.getPosixFilePermissions(path));
    }

    @Test
    void missingFolderIsNamed() {
        var message = assertThrows(ExperimentFileException.class,
                () -> Experiments.save(experiment("x"), folder.resolve("no/such/x.experiment"))).getMessage();
        assertTrue(message.contains("There is no folder"), message);
        var missing = assertThrows(ExperimentFileException.class, () -> Experiments.load(folder.resolve("none.experiment"))).getMessage();
        assertTrue(missing.contains("There is no file"), missing);
        assertThrows(ExperimentFileException.class, () -> Experiments.load(folder));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static Experiment experiment(String name) {
        var experiment = Experiments.create(name);
        Experiments.set(Experiments.addStep(experiment, "org.nullcline.simulate", "1.0.0"), "system", "lorenz");
        return experiment;
    }
}
