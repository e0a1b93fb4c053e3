// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.Steps;
import org.nullcline.data.inputs.LargeArrays;
import org.nullcline.data.inputs.Layout;

/** Recordings that are larger than memory go through reading, cutting, binning and splitting in parts. */
class StreamingTest {

    @TempDir
    Path folder;

    @Test
    void twoMillionBinsOfThreeHundredNeuronsAreCutBinnedAndSplitInParts() {
        Value whole = CountsByFormula.recording(new Trials(new long[] {0, 2_000_000}), 300);
        assertTrue(LargeArrays.large(2_000_000L * 300), "otherwise this test shows nothing");
        Value cut = Steps.recording("cut-trials", whole, "by", "length", "length", "140", "remainder", "drop");
        Value binned = Steps.recording("bin-spikes", cut, "binWidth", "0.01");
        Value split = Steps.recording("split-trials", binned);
        Recording last = Recording.of(split);
        assertEquals(14_285, last.trials().count());
        assertEquals(70, last.trials().length(9));
        assertEquals(0.01, last.binWidth());
        double[] trial = NdArrays.doubles(last.activity(9_999));
        for (int t = 0; t < 70; t++) {
            long fine = 9_999L * 140 + 2 * t;
            for (int c = 0; c < 300; c += 37) {
                assertEquals(CountsByFormula.count(fine, c) + CountsByFormula.count(fine + 1, c), trial[t * 300 + c], "bin " + t + ", channel " + c);
            }
        }
        // parts across the ends of trials
        ArrayData activity = split.named(Recording.ACTIVITY).data();
        assertArrayEquals(NdArrays.floats(activity.slice(135, 215)), activity.floats(135, 215));
        assertEquals(CountsByFormula.count(2 * 139, 5) + CountsByFormula.count(2 * 139 + 1, 5), activity.floats(135, 215)[4 * 300 + 5]);
    }

    /** A file of two matrices of channels × time that are too large for memory, where it can exchange their axes. */
    private record Channels(boolean turns) implements ArrayFile {

        private static final long[] SHAPE = {300, 2_000_000};

        @Override
        public List<ArrayInfo> arrays() {
            return List.of(new ArrayInfo("a", "float32", SHAPE), new ArrayInfo("b", "float32", SHAPE));
        }

        @Override
        public INDArray read(String name) {
            throw new AssertionError("a large array is not read as a whole");
        }

        @Override
        public Optional<ArrayData> turned(String name) {
            return turns ? Optional.of(CountsByFormula.recording(new Trials(new long[] {0, SHAPE[1]}), (int) SHAPE[0]).named(Recording.ACTIVITY).data())
                    : Optional.empty();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void largeMatricesOfChannelsByTimeStayInTheirFile() {
        Layout.Large large = LoadRecording.large(new Channels(true), List.of("a", "b"), true).orElseThrow();
        assertEquals(2, large.trials().count());
        assertEquals(2_000_000, large.trials().length(1));
        assertArrayEquals(new long[] {4_000_000, 300}, large.rows().shape());
        assertEquals(CountsByFormula.count(1_234_567, 5), large.rows().floats(3_234_567, 3_234_568)[5]);
        assertTrue(LoadRecording.large(new Channels(false), List.of("a", "b"), true).isEmpty(), "a format that cannot exchange axes reads the whole, or refuses");
    }

    @Test
    void largeArraysAreStoredInParts() throws IOException {
        Value value = CountsByFormula.recording(new Trials(new long[] {0, 60_000}), 100);
        Path stored = Files.createDirectory(folder.resolve("value"));
        ValueFolder.write(value, stored);
        ArrayData read = ValueFolder.read(stored).named(Recording.ACTIVITY).data();
        assertArrayEquals(new long[] {60_000, 100}, read.shape());
        for (long row : new long[] {0, 20_971, 20_972, 41_943, 59_999}) {
            assertArrayEquals(NdArrays.doubles(value.named(Recording.ACTIVITY).data().slice(row, row + 1)), NdArrays.doubles(read.slice(row, row + 1)), 0);
        }
    }

    @Test
    void stackedTrialsAreReadAsTheRowsThatTheyAre() {
        float[] first = new float[3 * 4 * 2];
        float[] second = new float[5 * 2];
        for (int i = 0; i < first.length; i++) {
            first[i] = i;
        }
        for (int i = 0; i < second.length; i++) {
            second[i] = 100 + i;
        }
        ArrayData stacked = LargeArrays.stacked(List.of(ArrayData.of(NdArrays.of(first, 3, 4, 2)), ArrayData.of(NdArrays.of(second, 5, 2))));
        assertArrayEquals(new long[] {17, 2}, stacked.shape());
        double[] all = NdArrays.doubles(stacked.all());
        for (int from = 0; from < 17; from++) {
            for (int to = from + 1; to <= 17; to++) {
                double[] part = NdArrays.doubles(stacked.slice(from, to));
                for (int i = 0; i < part.length; i++) {
                    assertEquals(all[from * 2 + i], part[i]);
                }
                assertEquals((to - from) * 2, part.length);
            }
        }
    }
}
