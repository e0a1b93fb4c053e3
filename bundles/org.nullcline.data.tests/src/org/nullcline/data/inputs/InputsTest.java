// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.inputs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Recording;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.array.Npy;
import org.nullcline.data.Shared;
import org.nullcline.data.Steps;

class InputsTest {

    @TempDir
    Path folder;

    private final Inputs inputs = new Inputs(Steps.CONTRIBUTIONS);

    @BeforeEach
    void writeArrays() throws IOException {
        npy("a.npy", 2, 3);
        npy("b.npy", 4, 3);
        npy("a+c.npy", 5, 3);
        npy("wide.npy", 4, 2);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("trials.npz")))) {
            for (String name : List.of("trial10", "trial2", "trial1", "other")) {
                zip.putNextEntry(new ZipEntry(name + ".npy"));
                long rows = name.equals("other") ? 1 : Long.parseLong(name.substring(5));
                Npy.write(zip, NdArrays.of(new double[Math.toIntExact(rows * 2)], rows, 2));
                zip.closeEntry();
            }
        }
    }

    private void npy(String name, int rows, int columns) throws IOException {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            Npy.write(out, NdArrays.of(values, rows, columns));
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Recording recording(String input, boolean transpose) {
        return Recording.of(inputs.recording(input, transpose));
    }

    @Test
    void oneMatrixIsOneTrialOfTimeByChannels() {
        Recording recording = recording(path("a.npy"), false);
        assertEquals(1, recording.trials().count());
        assertEquals(2, recording.trials().total());
        assertEquals(3, recording.channels());
    }

    @Test
    void transposeTurnsChannelsByTime() {
        Recording recording = recording(path("a.npy"), true);
        assertEquals(3, recording.trials().total());
        assertArrayEquals(new double[] {0, 3, 1, 4, 2, 5}, NdArrays.doubles(recording.activity()));
    }

    @Test
    void aCubeIsTrialsByTimeByChannels() {
        Recording recording = recording(Shared.golden("formats/stored.npz") + "#rates", false);
        assertEquals(2, recording.trials().count());
        assertEquals(3, recording.trials().length(0));
        assertEquals(4, recording.channels());
        Recording turned = recording(Shared.golden("formats/stored.npz") + "#rates", true);
        assertEquals(4, turned.trials().length(0));
        assertEquals(4 / 7.0, NdArrays.doubles(turned.activity())[1]);
    }

    @Test
    void filesJoinedByPlusAreTrials() {
        Recording recording = recording(path("a.npy") + "+" + path("b.npy"), false);
        assertArrayEquals(new long[] {0, 2, 6}, recording.trials().offsets());
        Recording selected = recording(path("trials.npz") + "#trial2+" + path("trials.npz") + "#trial10", false);
        assertArrayEquals(new long[] {0, 2, 12}, selected.trials().offsets());
    }

    @Test
    void aPlusInAFileNameStaysThere() {
        assertEquals(5, recording(path("a+c.npy"), false).trials().total());
        assertArrayEquals(new long[] {0, 5, 7}, recording(path("a+c.npy") + "+" + path("a.npy"), false).trials().offsets());
    }

    @Test
    void aPrefixTakesArraysInNaturalOrder() {
        Recording recording = recording(path("trials.npz") + "#trial*", false);
        assertArrayEquals(new long[] {0, 1, 3, 13}, recording.trials().offsets());
    }

    @Test
    void namesAreOrderedAsPeopleCount() {
        List<String> names = new ArrayList<>(List.of("t10", "t9", "t1", "t01", "s2", "t1b"));
        Collections.sort(names, NaturalOrder.INSTANCE);
        assertEquals(List.of("s2", "t01", "t1", "t1b", "t9", "t10"), names);
    }

    @Test
    void mistakesAreToldWithWhatIsThere() {
        assertSentence(path("trials.npz") + "#absent", "trial1", "absent");
        assertSentence(path("trials.npz") + "#none*", "none", "trial10");
        assertSentence(path("trials.npz"), "several arrays", "#NAME");
        assertSentence(path("nowhere.npy"), "There is no", "nowhere.npy");
        assertSentence(path("a.npy") + "+" + path("wide.npy"), "2 channels", "3");
    }

    private void assertSentence(String input, String... parts) {
        NullclineException e = assertThrows(NullclineException.class, () -> inputs.recording(input, false));
        assertEquals(NullclineException.Kind.INPUT, e.kind());
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), e.getMessage());
        }
    }

    @Test
    void wholeFilesAreReadForWhatTheyAre() {
        assertEquals(Kinds.MATRIX, inputs.value(path("a.npy")).kind());
        assertEquals(Kinds.RECORDING, inputs.value(Shared.golden("formats/rates.csv").toString()).kind());
        assertEquals(Kinds.RECORDING, inputs.value(Shared.golden("formats/rates_f8_c.npy").toString()).kind());
        assertEquals(Layout.ARRAYS, inputs.value(Shared.data("chewie_demo.mat").toString()).kind());
        assertEquals(1200, inputs.matrix(Shared.data("chewie_demo.mat") + "#Ytr", false).named("matrix").size(0));
        assertEquals(6, inputs.matrix(Shared.golden("formats/rates.csv").toString(), false).named("matrix").size(0));
    }

    @Test
    void wholeNumbersBecomeRealOnesSoThatArithmeticIsReal() {
        assertTrue(recording(Shared.data("chewie_demo.mat") + "#Ytr", false).activity().dataType().isFPType());
    }
}
