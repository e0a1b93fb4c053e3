// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.Shared;
import org.nullcline.data.inputs.SpikeTimes;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;

/** Parts of a dataset are what lies there in the whole. */
class Hdf5SlicesTest {

    @TempDir
    Path folder;

    private static int compare(Path path) {
        Budget budget = new Budget(path, 1L << 30);
        int compared = 0;
        try (Hdf5Tree tree = Hdf5Tree.open(budget)) {
            for (String name : tree.numericPaths()) {
                Dataset dataset = tree.dataset(name).orElseThrow();
                long[] shape = dataset.getDimensionsAsLong();
                if (shape.length == 0 || shape[0] < 2 || !(dataset instanceof ChunkedDataset || dataset instanceof ContiguousDataset)
                        || List.of("lzf", "unwritten", "filled", "huge").contains(name)) {
                    continue;
                }
                INDArray whole = tree.read(name, dataset);
                ArrayData parts = new Hdf5Slices(budget, name, dataset, false);
                assertEquals(whole.dataType(), parts.type(), name);
                assertArrayEquals(whole.shape(), parts.shape(), name);
                long[][] ranges = {{0, 1}, {0, shape[0]}, {1, 2}, {shape[0] / 2, shape[0]}, {shape[0] - 1, shape[0]}, {shape[0] / 3, shape[0] / 3 + 1}};
                for (long[] range : ranges) {
                    assertArrayEquals(NdArrays.doubles(ArrayData.of(whole).slice(range[0], range[1])), NdArrays.doubles(parts.slice(range[0], range[1])), 0,
                            name + " " + range[0] + " to " + range[1]);
                }
                compared++;
            }
        }
        return compared;
    }

    @ParameterizedTest
    @ValueSource(strings = {"lfads_style.h5", "sedler_style.h5", "mini_nwb_layout.nwb"})
    void partsOfReferenceFilesAreThoseOfTheWhole(String file) {
        assertTrue(compare(Shared.golden("formats/" + file)) > 2);
    }

    @Test
    void partsOfChunkedAndPackedDatasetsAreThoseOfTheWhole() throws IOException {
        assertTrue(compare(resource("chunks.h5")) > 2);
    }

    @Test
    void partsOfContiguousDatasetsAreReadFromTheirPlaceInTheFile() throws IOException {
        double[] values = new double[70 * 3 * 2];
        long[] whole = new long[33];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sin(i);
        }
        for (int i = 0; i < whole.length; i++) {
            whole[i] = i * i;
        }
        Path file = folder.resolve("own.h5");
        Hdf5Writer.write(Value.of("test").array("cube", "", NdArrays.of(values, 70, 3, 2), "a", "b", "c").array("squares", "", NdArrays.of(whole, 33), "a")
                .build(), file);
        assertEquals(2, compare(file));
    }

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Hdf5SlicesTest.class.getResourceAsStream(name)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** The element with index (i, j, …) of an array whose elements count up in C order, of the axes in either order. */
    private static double counted(long[] fileShape, long[] index, boolean reversed) {
        long flat = 0;
        for (int axis = 0; axis < index.length; axis++) {
            flat = flat * fileShape[axis] + index[reversed ? index.length - 1 - axis : axis];
        }
        return flat;
    }

    /** Whatever the layout and however little memory there is, in bands of many rows and of single ones. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "row", "tall", "broad", "cubes", "line", "far"})
    void elementsAreThoseOfTheFormulaInAnyLayoutAndOrderOfAxesWithAnyMemory(String name) throws IOException {
        Path file = resource("slabs.h5");
        for (boolean reversed : new boolean[] {false, true}) {
            for (long bytes : new long[] {1L << 30, 16 << 10, 3 << 10}) {
                Budget budget = new Budget(file, bytes);
                ArrayData slices;
                long[] inFile;
                try (Hdf5Tree tree = Hdf5Tree.open(budget)) {
                    Dataset dataset = tree.dataset(name).orElseThrow();
                    inFile = dataset.getDimensionsAsLong();
                    slices = tree.slices(name, dataset, reversed);
                }
                long[] shape = slices.shape();
                long step = Math.max(1, 150 / slices.width());
                for (long from = 0; from < shape[0]; from += step) {
                    long to = Math.min(shape[0], from + step);
                    double[] doubles = slices.doubles(from, to);
                    float[] floats = slices.floats(from, to);
                    assertArrayEquals(doubles, NdArrays.doubles(slices.slice(from, to)), 0);
                    assertEquals((to - from) * slices.width(), doubles.length);
                    for (int i = 0; i < doubles.length; i++) {
                        long[] index = new long[shape.length];
                        long rest = from * slices.width() + i;
                        for (int axis = shape.length - 1; axis >= 0; axis--) {
                            index[axis] = rest % shape[axis];
                            rest /= shape[axis];
                        }
                        assertEquals(counted(inFile, index, reversed), doubles[i], name + " " + Arrays.toString(index) + " reversed " + reversed + ", " + bytes + " bytes");
                        assertEquals(doubles[i], floats[i]);
                    }
                }
            }
        }
    }

    @Test
    void anArrayThatIsLargerThanTheMemoryIsReadInPartsThatAreNot() throws IOException {
        Path file = resource("slabs.h5");
        // 101 rows of 48 bytes, of which a quarter of the memory holds 5.
        Budget budget = new Budget(file, 1000);
        try (Hdf5Tree tree = Hdf5Tree.open(budget)) {
            Dataset tall = tree.dataset("tall").orElseThrow();
            assertThrows(NullclineException.class, () -> tree.read("tall", tall), "not as a whole");
            ArrayData slices = tree.slices("tall", tall, false);
            assertThrows(NullclineException.class, () -> slices.doubles(0, 101), "nor as a whole through parts");
            assertArrayEquals(new double[] {600, 601, 602, 603, 604, 605}, slices.doubles(100, 101));
            assertTrue(Hdf5Slices.rows(budget.bytes(), 101, 6, 4) * 6 * 4 <= budget.bytes() / 4);
        }
    }

    @Test
    void bandsHoldWholeChunksWhereTheyFitAndNeverMoreThanAShareOfTheMemory() {
        long memory = 1L << 28;
        assertEquals(0, Hdf5Slices.rows(memory, 0, 300, 4), "rows that lie next to one another need none");
        assertEquals(15_625, Hdf5Slices.rows(memory, 15_625, 300, 4), "one row of chunks");
        assertEquals(7_000, Hdf5Slices.rows(memory, 1000, 300, 4), "as many chunks as are gone through at a time");
        assertEquals((memory / 4) / 1200, Hdf5Slices.rows(memory, 1_000_000, 300, 4), "chunks that are too high are unpacked several times");
        assertEquals(1, Hdf5Slices.rows(memory, 1, 1L << 40, 8), "never less than a row");
    }

    @Test
    void chunksThatDoNotFitIntoMemoryAreRefusedWithTheirSize() throws IOException {
        Path file = resource("slabs.h5");
        try (Hdf5Tree tree = Hdf5Tree.open(new Budget(file, 600))) {
            ArrayData slices = tree.slices("tall", tree.dataset("tall").orElseThrow(), false);
            String sentence = assertThrows(NullclineException.class, () -> slices.doubles(0, 1)).getMessage();
            assertTrue(sentence.contains("101 × 1") && sentence.contains("unpacked"), sentence);
        }
    }

    @Test
    void matricesStayInTheFileWithTheirAxesExchanged() throws IOException {
        for (String[] each : new String[][] {{"slabs.h5", "tall"}, {"slabs.h5", "broad"}, {"v73.mat", "st.dt"}}) {
            try (Hdf5File file = Hdf5File.open(new Budget(resource(each[0]), 1L << 30))) {
                INDArray whole = file.read(each[1]);
                assertEquals(whole.transpose().dup('c'), file.turned(each[1]).orElseThrow().all(), each[1]);
            }
        }
        try (Hdf5File file = Hdf5File.open(new Budget(resource("slabs.h5"), 1L << 30))) {
            assertTrue(file.turned("cubes").isEmpty(), "more than two axes");
        }
    }

    @Test
    void arraysOfMatlabStayInTheFileWithTheAxesOfMatlab() throws IOException {
        try (Hdf5File file = Hdf5File.open(new Budget(resource("v73.mat"), 1L << 30))) {
            for (String name : List.of("rates", "st.dt")) {
                INDArray whole = file.read(name);
                ArrayData slices = file.slices(name).orElseThrow();
                assertArrayEquals(whole.shape(), slices.shape(), name);
                assertEquals(whole, slices.all(), name);
                assertArrayEquals(NdArrays.doubles(ArrayData.of(whole).slice(0, 1)), slices.doubles(0, 1), 0);
            }
            assertTrue(file.slices("mask").isEmpty() && file.slices("trials{1}").isEmpty());
        }
    }

    @Test
    void aTimeSeriesThatIsTooLargeForBehaviourDoesNotKeepSpikeTimesFromBeingRead() {
        Budget budget = new Budget(Shared.golden("formats/mini_nwb_layout.nwb"), 1L << 30);
        try (NwbFile file = NwbFile.open(budget, 20)) {
            SpikeTimes all = SpikeTimes.of(file.value().orElseThrow());
            assertEquals(List.of("hand_vel"), all.behaviours());
            assertEquals(List.of(), all.value().texts(Value.NOTES));
        }
        try (NwbFile file = NwbFile.open(budget, 19)) {
            SpikeTimes spikes = SpikeTimes.of(file.value().orElseThrow());
            assertEquals(5, spikes.times().length);
            assertEquals(List.of(), spikes.behaviours());
            String note = spikes.value().texts(Value.NOTES).getFirst();
            assertTrue(note.contains("processing/behavior/hand_vel (10 × 2)") && note.contains("variable=processing/behavior/hand_vel/data"), note);
        }
    }
}
