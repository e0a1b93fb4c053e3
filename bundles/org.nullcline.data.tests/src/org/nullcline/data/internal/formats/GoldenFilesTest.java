// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.Shared;
import org.nullcline.data.Steps;
import org.nullcline.data.inputs.Inputs;
import org.nullcline.data.inputs.SpikeTimes;

/** One array in many files: rates = arange(24).reshape(2, 3, 4) / 7 and spikes = arange(24).reshape(2, 3, 4) mod 3. */
class GoldenFilesTest {

    private static final long[] SHAPE = {2, 3, 4};

    private static ArrayFile open(String file) {
        return new Inputs(Steps.CONTRIBUTIONS).open(Shared.golden("formats/" + file));
    }

    private static double[] rates() {
        double[] rates = new double[24];
        Arrays.setAll(rates, i -> i / 7.0);
        return rates;
    }

    private static double[] spikes() {
        double[] spikes = new double[24];
        Arrays.setAll(spikes, i -> i % 3);
        return spikes;
    }

    @ParameterizedTest
    @CsvSource({"rates_f8_c.npy, rates_f8_c, DOUBLE", "rates_f8_bigendian.npy, rates_f8_bigendian, DOUBLE", "rates_f4_fortran.npy, rates_f4_fortran, FLOAT",
        "stored.npz, rates, DOUBLE", "compressed.npz, rates, DOUBLE", "v5_plain.mat, rates, DOUBLE", "v5_compressed.mat, rates, DOUBLE",
        "matlab_v73_like.mat, rates, DOUBLE", "lfads_style.h5, train_recon_data, FLOAT"})
    void ratesAreReadWithTheirAxesInOrder(String file, String array, DataType type) throws IOException {
        try (ArrayFile opened = open(file)) {
            INDArray read = opened.read(array);
            assertEquals(type, read.dataType());
            assertArrayEquals(SHAPE, read.shape());
            boolean other = file.startsWith("lfads");
            if (!other) {
                assertArrayEquals(rates(), NdArrays.doubles(read), type == DataType.FLOAT ? 1e-6 : 0);
            }
            assertTrue(opened.arrays().stream().anyMatch(a -> a.name().equals(array) && Arrays.equals(SHAPE, a.shape())));
        }
    }

    @ParameterizedTest
    @CsvSource({"spikes_i4.npy, spikes_i4", "stored.npz, spikes", "compressed.npz, spikes", "v5_plain.mat, spikes", "v5_compressed.mat, spikes"})
    void spikesAreReadAsWholeNumbers(String file, String array) throws IOException {
        try (ArrayFile opened = open(file)) {
            assertArrayEquals(spikes(), NdArrays.doubles(opened.read(array)));
        }
    }

    @Test
    void truthValuesAreRead() throws IOException {
        try (ArrayFile opened = open("mask_bool.npy")) {
            INDArray mask = opened.read("mask_bool");
            assertEquals(DataType.BOOL, mask.dataType());
            assertArrayEquals(Arrays.stream(spikes()).map(v -> v == 0 ? 0 : 1).toArray(), NdArrays.doubles(mask));
        }
    }

    @Test
    void structsAndCellsAreReadByTheirMatlabNames() throws IOException {
        try (ArrayFile opened = open("v5_plain.mat")) {
            List<String> names = opened.arrays().stream().map(ArrayInfo::name).toList();
            assertTrue(names.contains("st.dt"), names.toString());
            assertEquals(1, opened.read("st.dt").length());
            assertTrue(names.stream().anyMatch(n -> n.matches("\\w+\\{1}")), names.toString());
            assertTrue(assertThrows(NullclineException.class, () -> opened.read("st")).getMessage().contains("st.dt"));
        }
    }

    @Test
    void aTableWithTrialsIsARecording() throws IOException {
        try (ArrayFile opened = open("rates.csv")) {
            Recording recording = Recording.of(opened.value().orElseThrow());
            assertEquals(2, recording.trials().count());
            assertEquals(3, recording.trials().length(1));
            assertArrayEquals(rates(), NdArrays.doubles(recording.activity()), 1e-15);
            assertTrue(Double.isNaN(recording.binWidth()), "the unit of 'time' is not said");
            assertArrayEquals(new double[] {0, 1, 2, 0, 1, 2}, NdArrays.doubles(opened.read("time")));
        }
    }

    @Test
    void lfadsFilesAreRecordingsWithSplits() throws IOException {
        try (ArrayFile opened = open("lfads_style.h5")) {
            Recording recording = Recording.of(opened.value().orElseThrow());
            assertEquals(4, recording.trials().count());
            assertArrayEquals(new int[] {0, 1}, recording.trialsOf(Split.TRAIN));
            assertArrayEquals(new int[] {2, 3}, recording.trialsOf(Split.VALIDATION));
            assertEquals(0.02, recording.binWidth());
            assertPart(NdArrays.doubles(opened.read("valid_recon_data")), NdArrays.doubles(recording.activity()), 12 * 2, 24);
        }
    }

    private static void assertPart(double[] expected, double[] actual, int from, int length) {
        assertArrayEquals(expected, Arrays.copyOfRange(actual, from, from + length));
    }

    @Test
    void sequentialAutoencoderFilesAreRecordingsWithTruth() throws IOException {
        try (ArrayFile opened = open("sedler_style.h5")) {
            Value value = opened.value().orElseThrow();
            Recording recording = Recording.of(value);
            assertEquals(6, recording.trials().count());
            assertArrayEquals(new int[] {4, 5}, recording.trialsOf(Split.TEST));
            assertEquals(Signal.COUNTS, recording.signal());
            assertArrayEquals(new long[] {18, 4}, value.array(Recording.TRUE_RATES).shape());
            assertArrayEquals(new long[] {18, 3}, value.array(Recording.TRUE_LATENTS).shape());
            assertArrayEquals(new long[] {3, 4}, value.array("truth.readout").shape());
            assertPart(NdArrays.doubles(opened.read("test_activity")), NdArrays.doubles(value.array(Recording.TRUE_RATES)), 48, 24);
        }
    }

    @Test
    void nwbFilesGiveSpikeTimesTrialsAndBehaviour() throws IOException {
        try (ArrayFile opened = open("mini_nwb_layout.nwb")) {
            SpikeTimes spikes = SpikeTimes.of(opened.value().orElseThrow());
            assertArrayEquals(new double[] {0.1, 0.2, 0.5, 0.15, 0.9}, spikes.times());
            assertArrayEquals(new long[] {0, 3, 5}, spikes.offsets());
            assertArrayEquals(new double[] {0, 0.5}, spikes.intervals()[0]);
            assertArrayEquals(new double[] {0.5, 1}, spikes.intervals()[1]);
            assertEquals(List.of("hand_vel"), spikes.behaviours());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dict_proto2.pkl", "dict_proto4.pkl", "dict_proto5.pkl"})
    void picklesAreRefusedWithTheWayOut(String file) {
        String sentence = assertThrows(NullclineException.class, () -> open(file)).getMessage();
        assertTrue(sentence.contains("numpy.savez") && sentence.contains(file), sentence);
    }

    @Test
    void realNwbFilesAreReadByTheirSeries() throws IOException {
        Value sine = Steps.recording("load-recording", null, "file", Shared.data("nwb_time_series_data.nwb").toString(), "variable", "acquisition/test_sine_1",
                "signal", "continuous");
        Recording recording = Recording.of(sine);
        assertEquals(100, recording.trials().total());
        double[] values = NdArrays.doubles(recording.activity());
        assertTrue(Arrays.stream(values).max().orElseThrow() <= 1.0001 && Arrays.stream(values).anyMatch(v -> v > 0.5), "a sine");
        double first = firstDifference("acquisition/test_sine_1/timestamps");
        assertEquals(first, recording.binWidth(), 1e-9 * first);
    }

    private static double firstDifference(String timestamps) throws IOException {
        try (ArrayFile file = new Inputs(Steps.CONTRIBUTIONS).open(Shared.data("nwb_time_series_data.nwb"))) {
            double[] times = NdArrays.doubles(file.read(timestamps));
            return times[1] - times[0];
        }
    }

    @Test
    void anNwbFileWithoutDataSaysSo() {
        String path = Shared.data("nwb_simple_example.nwb").toString();
        String sentence = assertThrows(NullclineException.class, () -> Steps.recording("load-recording", null, "file", path, "signal", "counts")).getMessage();
        assertTrue(sentence.contains("nwb_simple_example.nwb") && sentence.contains("no arrays of numbers"), sentence);
    }
}
