// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.Steps;
import org.nullcline.data.inputs.Inputs;

class RoundTripTest {

    @TempDir
    Path folder;

    private final Inputs inputs = new Inputs(Steps.CONTRIBUTIONS);

    private static Value ragged() {
        double[] activity = new double[10];
        for (int i = 0; i < activity.length; i++) {
            activity[i] = i / 3.0;
        }
        return Recording.builder(NdArrays.of(activity, 5, 2), new Trials(new long[] {0, 2, 5}), Signal.RATES, 0.02)
                .array(Recording.LABELS, "", NdArrays.of(new long[] {1, 0}, 2), "trial").attribute(Recording.LABELS, List.of("=left", "right"))
                .attribute("animal", "C").attribute("note", "true story").attribute("checked", true).attribute("session", 12).build();
    }

    private static void assertSame(Value expected, Value actual) {
        assertEquals(expected.kind(), actual.kind());
        assertEquals(expected.attributes(), actual.attributes());
        assertEquals(expected.arrays().keySet(), actual.arrays().keySet());
        for (NamedArray array : expected.arrays().values()) {
            NamedArray other = actual.named(array.name());
            assertEquals(array.axes().stream().map(a -> a.name()).toList(), other.axes().stream().map(a -> a.name()).toList());
            assertEquals(array.unit(), other.unit());
            assertArrayEquals(array.data().shape(), other.data().shape());
            assertArrayEquals(NdArrays.doubles(array.data().all()), NdArrays.doubles(other.data().all()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"value.npz", "value.h5", "folder"})
    void completeFormatsGiveBackTheWholeValue(String name) {
        inputs.write(ragged(), folder.resolve(name));
        assertSame(ragged(), inputs.value(folder.resolve(name).toString()));
    }

    @Test
    void equalValuesGiveEqualBytes() throws IOException {
        inputs.write(ragged(), folder.resolve("a.npz"));
        inputs.write(ragged(), folder.resolve("b.npz"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.npz")), Files.readAllBytes(folder.resolve("b.npz")));
    }

    @Test
    void tablesKeepTrialsAndLabelsAndDefuseFormulas() throws IOException {
        inputs.write(ragged(), folder.resolve("table.csv"));
        String text = Files.readString(folder.resolve("table.csv"));
        assertTrue(text.contains("\"'=left\""), text);
        Recording read = Recording.of(inputs.value(folder.resolve("table.csv").toString()));
        assertArrayEquals(new long[] {0, 2, 5}, read.trials().offsets());
        assertEquals("right", read.labelNames().get(read.labels()[0]));
        assertArrayEquals(NdArrays.doubles(ragged().array(Recording.ACTIVITY)), NdArrays.doubles(read.activity()));
    }

    @Test
    void matlabFilesKeepEveryArrayAndItsAxes() throws IOException {
        Value cube = Value.of("org.test.kind").array("a.b", "", NdArrays.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 2, 3, 2), "x", "y", "z")
                .array("whole", "", NdArrays.of(new long[] {-1, 5}, 2), "x").attribute("animal", "C").build();
        inputs.write(cube, folder.resolve("value.mat"));
        try (ArrayFile file = inputs.open(folder.resolve("value.mat"))) {
            assertEquals(cube.array("a.b"), file.read("a_b"));
            assertArrayEquals(new long[] {2, 1}, file.read("whole").shape());
            assertArrayEquals(new double[] {'C'}, NdArrays.doubles(file.read("animal")));
        }
    }

    @Test
    void trialsOfEqualLengthAreAnAxisInMatlab() throws IOException {
        Value value = Recording.builder(NdArrays.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 6, 2), Trials.equal(2, 3), Signal.CONTINUOUS, Double.NaN)
                .build();
        inputs.write(value, folder.resolve("value.mat"));
        try (ArrayFile file = inputs.open(folder.resolve("value.mat"))) {
            assertArrayEquals(new long[] {2, 3, 2}, file.read("activity").shape());
            assertEquals(9, file.read("activity").getDouble(1, 1, 1));
        }
    }

    @Test
    void oneArrayFilesTakeTrialsOfEqualLengthOnly() throws IOException {
        Value equal = Recording.builder(NdArrays.of(new double[12], 6, 2), Trials.equal(3, 2), Signal.CONTINUOUS, Double.NaN).build();
        inputs.write(equal, folder.resolve("equal.npy"));
        try (ArrayFile file = inputs.open(folder.resolve("equal.npy"))) {
            assertArrayEquals(new long[] {3, 2, 2}, file.read("equal").shape());
        }
        String sentence = assertThrows(NullclineException.class, () -> inputs.write(ragged(), folder.resolve("ragged.npy"))).getMessage();
        assertTrue(sentence.contains(".npz"), sentence);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count(), "a refused file leaves nothing behind");
        }
    }

    @Test
    void formatsThatOnlyReadAndUnknownNamesAreRefused() {
        Value value = Value.of(Kinds.MATRIX).array("matrix", "", NdArrays.of(new double[] {1}, 1, 1), "row", "column").build();
        assertTrue(assertThrows(NullclineException.class, () -> inputs.write(value, folder.resolve("x.nwb"))).getMessage().contains(".npy"));
        assertTrue(assertThrows(NullclineException.class, () -> inputs.write(value, folder.resolve("x.docx"))).getMessage().contains(".npy"));
    }
}
