// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.compute.array.NdArrays;

class ValueFolderTest {

    @TempDir
    Path folder;

    private static Value raggedRecording() {
        double[] activity = new double[5 * 3];
        for (int i = 0; i < activity.length; i++) {
            activity[i] = Math.sqrt(i) - 1;
        }
        return Recording.builder(NdArrays.of(activity, 5, 3), Trials.ofLengths(List.of(2, 0, 3)), Signal.CONTINUOUS, 0.02)
                .array(Recording.LABELS, "", NdArrays.of(new long[] {1, 0, 1}, 3), "trial").attribute(Recording.LABELS, List.of("left", "right"))
                .attribute("count", 9007199254740993L).attribute("tiny", Double.MIN_VALUE).attribute("flag", true).build();
    }

    @Test
    void whatIsWrittenIsReadBackExactly() throws IOException {
        Value original = raggedRecording();
        ValueFolder.write(original, folder);
        Value read = ValueFolder.read(folder);
        assertEquals(original.attributes(), read.attributes());
        assertEquals(List.copyOf(original.arrays().keySet()), List.copyOf(read.arrays().keySet()));
        assertArrayEquals(NdArrays.doubles(original.array(Recording.ACTIVITY)), NdArrays.doubles(read.array(Recording.ACTIVITY)));
        assertEquals(original.named(Recording.ACTIVITY).axes(), read.named(Recording.ACTIVITY).axes());
    }

    @Test
    void aTrialReadFromDiskEqualsTheSameTrialInMemory() throws IOException {
        Value original = raggedRecording();
        ValueFolder.write(original, folder);
        Recording memory = Recording.of(original);
        Recording disk = Recording.of(ValueFolder.read(folder));
        for (int trial = 0; trial < 3; trial++) {
            assertArrayEquals(memory.activity(trial).shape(), disk.activity(trial).shape());
            assertArrayEquals(NdArrays.doubles(memory.activity(trial)), NdArrays.doubles(disk.activity(trial)));
        }
        assertArrayEquals(new int[] {1, 0, 1}, disk.labels());
    }

    @Test
    void aValueWithNoRowsKeepsItsShape() throws IOException {
        Value none = FixedPoints.builder(NdArrays.of(new double[0], 0, 3), NdArrays.of(new double[0], 0), NdArrays.of(new double[0], 0, 3, 2),
                NdArrays.of(new double[0], 0, 3, 3), true).build();
        ValueFolder.write(none, folder);
        FixedPoints read = FixedPoints.of(ValueFolder.read(folder));
        assertEquals(0, read.count());
        assertArrayEquals(new long[] {0, 3, 2}, read.value().named(FixedPoints.EIGENVALUES).data().shape());
    }

    @Test
    void theSameValueGivesTheSameBytes() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path first = Files.createDirectory(folder.resolve("first"));
        ValueFolder.write(raggedRecording(), first);
        ValueFolder.write(raggedRecording(), other);
        try (var files = Files.list(first)) {
            for (Path file : files.toList()) {
                assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other.resolve(file.getFileName())), file.toString());
            }
        }
    }

    @Test
    void aDamagedIndexIsRefusedWithASentence() throws IOException {
        ValueFolder.write(raggedRecording(), folder);
        Path index = folder.resolve(ValueFolder.INDEX);
        String text = Files.readString(index);
        for (String damaged : List.of("", "[]", "{}", text.substring(0, text.length() / 2), text.replace("activity.npy", "../activity.npy"),
                text.replace("\"format\": 1", "\"format\": 99"))) {
            Files.writeString(index, damaged);
            NullclineException refused = assertThrows(NullclineException.class, () -> ValueFolder.read(folder), damaged);
            assertEquals(NullclineException.Kind.INPUT, refused.kind());
            assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
        }
    }

    @Test
    void trialsThatDoNotCoverTheTimeAxisAreRefused() {
        Value.Builder wrong = Recording.builder(NdArrays.of(new double[6], 3, 2), Trials.equal(2, 2), Signal.COUNTS, 0.1);
        NullclineException refused = assertThrows(NullclineException.class, () -> Recording.of(wrong.build()));
        assertTrue(refused.getMessage().contains("4") && refused.getMessage().contains("3"), refused.getMessage());
    }
}
