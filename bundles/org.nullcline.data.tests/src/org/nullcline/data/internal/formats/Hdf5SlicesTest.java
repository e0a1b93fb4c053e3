// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.Shared;

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
                ArrayData parts = Hdf5Slices.of(budget, name, dataset);
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
        Path file = folder.resolve("chunks.h5");
        try (InputStream in = Hdf5SlicesTest.class.getResourceAsStream("chunks.h5")) {
            Files.copy(in, file);
        }
        assertTrue(compare(file) > 2);
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
}
