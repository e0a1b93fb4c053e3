// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.model.Experiments;

class AutosaveTest {
    @TempDir
    Path folder;
    private Path path;
    private Path sideCar;
    private ExperimentFile file;

    @BeforeEach
    void saveAndLoad() throws Exception {
        path = folder.resolve("a.experiment");
        sideCar = folder.resolve(".a.experiment.autosave");
        Experiments.save(Experiments.create("saved"), path);
        file = Experiments.load(path);
    }

    @Test
    void usersFileIsNeverTouched() throws Exception {
        var before = Files.readAllBytes(path);
        file.experiment().setName("edited");
        assertTrue(file.autosave());
        assertArrayEquals(before, Files.readAllBytes(path));
        assertArrayEquals(Experiments.bytes(file.experiment()), Files.readAllBytes(sideCar));
        assertFalse(file.autosave(), "the same content is not written twice");
    }

    @Test
    void nothingIsWrittenWithoutAChange() throws Exception {
        assertFalse(file.autosave());
        assertFalse(Files.exists(sideCar));
    }

    @Test
    void lostWorkIsOfferedAndRecovered() throws Exception {
        file.experiment().setName("edited");
        file.autosave();
        var afterCrash = Experiments.load(path);
        assertEquals("saved", afterCrash.experiment().getName());
        var recovery = afterCrash.recovery().orElseThrow();
        assertEquals("edited", recovery.experiment().getName());
        assertEquals(Files.getLastModifiedTime(sideCar).toInstant(), recovery.saved());
        afterCrash.recover(recovery);
        afterCrash.save();
        assertEquals("edited", Experiments.load(path).experiment().getName());
        assertFalse(Files.exists(sideCar));
    }

    @Test
    void savingRemovesTheAutosave() throws Exception {
        file.experiment().setName("edited");
        file.autosave();
        file.save();
        assertFalse(Files.exists(sideCar));
        assertTrue(Experiments.load(path).recovery().isEmpty());
    }

    @Test
    void nothingIsOfferedWhenThereIsNoneOrItEqualsTheFile() throws Exception {
        assertTrue(file.recovery().isEmpty());
        Files.copy(path, sideCar);
        assertTrue(file.recovery().isEmpty());
    }

    @Test
    void outdatedAutosaveIsNotOffered() throws Exception {
        file.experiment().setName("edited");
        file.autosave();
        Files.setLastModifiedTime(sideCar, FileTime.fromMillis(Files.getLastModifiedTime(path).toMillis() - 10_000));
        assertTrue(Experiments.load(path).recovery().isEmpty());
    }

    @Test
    void damagedAutosaveIsReportedAndTheFileStillOpens() throws Exception {
        Files.writeString(sideCar, "<torn");
        var opened = Experiments.load(path);
        var message = assertThrows(UnreadableExperimentException.class, opened::recovery).getMessage();
        assertTrue(message.startsWith("The autosave of a.experiment"), message);
        opened.discardAutosave();
        assertTrue(opened.recovery().isEmpty());
    }

    @Test
    void savingUnderAnotherNameRemovesTheAutosaveOfTheFormerFile() throws Exception {
        file.experiment().setName("edited");
        file.autosave();
        file.saveAs(folder.resolve("b.experiment"), false);
        assertFalse(Files.exists(sideCar));
    }
}
