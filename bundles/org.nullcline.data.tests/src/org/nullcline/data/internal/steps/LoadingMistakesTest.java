// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.array.Npy;
import org.nullcline.data.Shared;
import org.nullcline.data.Steps;

/** What a user does wrong is told in one sentence: what, where, and what to do. */
class LoadingMistakesTest {

    private static final String CHEWIE = Shared.data("chewie_demo.mat").toString();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeArrays() throws IOException {
        file = folder.resolve("session.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "good", 4, 0, 1, 2, 3, 1, 1, 5, 1);
            put(zip, "gap", 4, 0, 1, 2, Double.NaN, 4, 5, 6, 7);
            put(zip, "negative", 4, 0, 1, -2, 3, 4, 5, 6, 7);
            put(zip, "fraction", 4, 0, 1, 2.5, 3, 4, 5, 6, 7);
            put(zip, "short", 3, 1, 2, 3);
            put(zip, "still", 4, 1, 7, 2, 7, 3, 7, 4, 7);
            put(zip, "none", 0);
        }
    }

    private static void put(OutputStream zip, String name, int rows, double... values) throws IOException {
        ((ZipOutputStream) zip).putNextEntry(new ZipEntry(name + ".npy"));
        Npy.write(zip, NdArrays.of(values, rows, rows == 0 ? 3 : values.length / rows), new long[] {rows, rows == 0 ? 3 : values.length / rows});
        ((ZipOutputStream) zip).closeEntry();
    }

    private String refusal(String... parameters) {
        String sentence = assertThrows(NullclineException.class, () -> Steps.recording("load-recording", null, parameters)).getMessage();
        assertTrue(sentence.endsWith("."), sentence);
        assertEquals(1, sentence.lines().count());
        return sentence;
    }

    private String refusalOf(String variable, String signal) {
        return refusal("file", file.toString(), "variable", variable, "signal", signal);
    }

    @Test
    void aMissingFileIsNamed() {
        assertTrue(refusal("file", folder.resolve("absent.mat").toString(), "signal", "counts").contains("absent.mat"));
        assertTrue(refusal("file", folder.resolve("nowhere/x.mat").toString(), "signal", "counts").contains("does not exist"));
    }

    @Test
    void aMissingVariableListsWhatIsThere() {
        String sentence = refusal("file", CHEWIE, "variable", "Y", "signal", "counts");
        assertTrue(sentence.contains("'Y'") && sentence.contains("Ytr") && sentence.contains("Xte"), sentence);
        assertTrue(refusal("file", CHEWIE, "signal", "counts").contains("Yte (1818 × 71)"));
    }

    @Test
    void theSignalIsNeverGuessed() {
        assertTrue(refusal("file", CHEWIE, "variable", "Ytr").contains("set signal to counts"));
    }

    @Test
    void missingValuesAreFound() {
        String sentence = refusalOf("gap", "continuous");
        assertTrue(sentence.contains("NaN in time bin 1, channel 1"), sentence);
    }

    @Test
    void countsMustBeWholeAndNotNegative() {
        assertTrue(refusalOf("negative", "counts").contains("cannot be negative"));
        assertTrue(refusalOf("negative", "rates").contains("cannot be negative"));
        assertTrue(refusalOf("fraction", "counts").contains("2.5"));
    }

    @Test
    void behaviourAndLabelsMustFitTheActivity() {
        String behaviour = refusal("file", file.toString(), "variable", "good", "signal", "counts", "behaviour", "v=short");
        assertTrue(behaviour.contains("3 time bins where the activity has 4"), behaviour);
        String labels = refusal("file", file.toString(), "variable", "good", "signal", "counts", "labels", "short");
        assertTrue(labels.contains("3 values") && labels.contains("4 time bins in 1 trials"), labels);
        assertTrue(refusal("file", CHEWIE, "variable", "Ytr", "signal", "counts", "behaviour", "velocity=Xte").contains("1818"));
    }

    @Test
    void emptyArraysAreRefused() {
        assertTrue(refusalOf("none", "counts").contains("empty"));
    }

    @Test
    void channelsThatNeverChangeAreNoted() {
        Value value = Steps.recording("load-recording", null, "file", file.toString(), "variable", "still", "signal", "counts");
        assertTrue(value.texts("notes").getFirst().startsWith("1 of 2 channels never change (1)"), value.texts("notes").toString());
    }

    @Test
    void anotherFormatThanTheFilesIsRefused() {
        String sentence = refusal("file", CHEWIE, "variable", "Ytr", "signal", "counts", "format", "hdf5");
        assertTrue(sentence.contains("HDF5"), sentence);
    }
}
