// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.ArrayWriter;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;
import org.nullcline.compute.kernel.Precision;
import org.nullcline.dynamics.GoldenModel;
import org.nullcline.dynamics.TestRecordings;
import org.nullcline.dynamics.training.RateSchedule;
import org.nullcline.dynamics.training.Trainer;
import org.nullcline.dynamics.training.TrainingSettings;

/** Recordings that stay on the disk are read as they would be from memory, a batch at a time. */
class TrialDataTest {

    @TempDir
    Path folder;

    private Recording stored(Value value) throws IOException {
        Path stored = Files.createTempDirectory(folder, "value");
        ValueFolder.write(value, stored);
        return Recording.of(ValueFolder.read(stored));
    }

    @Test
    void batchesFromTheDiskAreThoseFromMemory() throws IOException {
        for (Signal signal : List.of(Signal.COUNTS, Signal.CONTINUOUS)) {
            Recording recording = stored(TestRecordings.lorenz(Trials.ofLengths(List.of(9, 14, 3, 11, 14)), 4, signal));
            Standardisation standard = Standardisation.of(recording, new int[] {0, 1, 3});
            TrialData memory = TrialData.of(recording, standard, List.of("behaviour.velocity"), Long.MAX_VALUE);
            TrialData disk = TrialData.of(recording, standard, List.of("behaviour.velocity"), 0);
            assertTrue(memory.inMemory());
            assertFalse(disk.inMemory());
            assertEquals(0, disk.bytes());
            assertEquals(4L * 51 * (4 + 2), memory.bytes());
            int[] batch = disk.longestFirst(new int[] {2, 4, 0, 1});
            Tape tape = Tape.inference(Precision.FLOAT);
            same(memory.observed(tape, batch), disk.observed(tape, batch));
            same(memory.inputs(tape, batch), disk.inputs(tape, batch));
        }
    }

    private static void same(List<Var> expected, List<Var> actual) {
        assertEquals(expected.size(), actual.size());
        for (int t = 0; t < expected.size(); t++) {
            assertArrayEquals(expected.get(t).values(), actual.get(t).values(), 0);
        }
    }

    @Test
    void trainingFromTheDiskGivesTheSameBytesAsFromMemory() throws IOException {
        Recording recording = stored(TestRecordings.lorenz(40, 9, 6));
        double[][] weights = new double[2][];
        for (int i = 0; i < 2; i++) {
            TrialData data = TrialData.of(recording, Standardisation.none(6), List.of(), i == 0 ? Long.MAX_VALUE : 0);
            SequentialAutoencoder model = GoldenModel.of("gru", Precision.FLOAT);
            weights[i] = new Trainer(model, Sessions.of(data, Standardisation.none(6)), IntStream.range(0, 30).toArray(), IntStream.range(30, 40).toArray(),
                    new TrainingSettings(3, 8, 0.01, RateSchedule.CONSTANT, 0, "adam", 0, 0, 1, 0, 1, 1, 1000, 4), List.of(), 1, Progress.NONE, folder.resolve("run" + i)).train().last();
        }
        assertArrayEquals(weights[0], weights[1], 0);
    }

    /** A recording that fails when more than a few rows of it are asked for. */
    private record Tight(int bins, int channels, int most) implements ArrayData {

        @Override
        public long[] shape() {
            return new long[] {bins, channels};
        }

        @Override
        public DataType type() {
            return DataType.FLOAT;
        }

        @Override
        public INDArray all() {
            return slice(0, bins);
        }

        @Override
        public INDArray slice(long from, long to) {
            assertTrue(to - from <= most, () -> "rows " + from + " to " + to);
            float[] values = new float[(int) (to - from) * channels];
            for (int i = 0; i < values.length; i++) {
                values[i] = (from * channels + i) % 3;
            }
            return NdArrays.of(values, to - from, channels);
        }
    }

    @Test
    void nothingIsReadAsAWholeBeforeOrDuringATraining() {
        int channels = 64;
        Trials trials = Trials.equal(2000, 20);
        // the checks go through 2²⁰ numbers at a time, a training through 64 trials of 20 bins
        Tight activity = new Tight(40_000, channels, (1 << 20) / channels);
        Recording recording = Recording.of(Value.of(Kinds.RECORDING).array(new NamedArray(Recording.ACTIVITY, List.of(Axis.of("time"), Axis.of("channel")),
                "spikes/bin", activity)).array(trials.toArray()).attribute(Recording.SIGNAL, "counts").build());
        int[] training = IntStream.range(0, 2000).toArray();
        Standardisation.of(recording, Arrays.copyOf(training, 100));
        TrialData data = TrialData.of(recording, Standardisation.none(channels), List.of(), 1 << 20);
        assertFalse(data.inMemory());
        int[] batch = {5, 1999, 17};
        List<Var> observed = data.observed(Tape.inference(Precision.FLOAT), batch);
        assertEquals((1999 * 20L * channels + 7 * channels + 3) % 3, observed.get(7).at(1, 3));
    }

    @Test
    void rowsWrittenInAnyOrderAreTheSameInMemoryAndOnTheDisk() throws IOException {
        ArrayData[] written = new ArrayData[2];
        for (int i = 0; i < 2; i++) {
            ArrayWriter writer = ArrayWriter.create(folder.resolve("task"), "rows", 7, 3, i == 0 ? Long.MAX_VALUE : 0);
            writer.write(4, new float[] {1, 2, 3, 4, 5, 6});
            writer.write(0, new float[] {7, Float.NaN, 9});
            written[i] = writer.finish();
        }
        assertTrue(Files.exists(folder.resolve("task/rows.npy")));
        assertArrayEquals(new long[] {7, 3}, written[1].shape());
        assertArrayEquals(NdArrays.doubles(written[0].all()), NdArrays.doubles(written[1].all()), 0);
        assertArrayEquals(written[0].floats(4, 6), written[1].floats(4, 6), 0);
    }

    @Test
    void rowsThatWereNotFinishedLeaveNoFileAndFinishedOnesStay() {
        Path task = folder.resolve("cancelled");
        assertThrows(CancellationException.class, () -> {
            try (ArrayWriter writer = ArrayWriter.create(task, "rows", 7, 3, 0)) {
                writer.write(4, new float[] {1, 2, 3});
                assertTrue(Files.exists(task.resolve("rows.npy")));
                throw new CancellationException();
            }
        });
        assertFalse(Files.exists(task.resolve("rows.npy")));
        ArrayData kept;
        try (ArrayWriter writer = ArrayWriter.create(task, "rows", 7, 3, 0)) {
            writer.write(4, new float[] {1, 2, 3});
            kept = writer.finish();
        }
        assertArrayEquals(new float[] {1, 2, 3}, kept.floats(4, 5));
    }

    @Test
    void valuesThatAreNotFiniteAreFoundOnTheDisk() throws IOException {
        Value value = TestRecordings.lorenz(Trials.equal(4, 5), 3, Signal.CONTINUOUS);
        double[] activity = NdArrays.doubles(value.array(Recording.ACTIVITY));
        activity[3 * 13 + 1] = Double.POSITIVE_INFINITY;
        Recording broken = stored(value.copy().array(Recording.ACTIVITY, "", NdArrays.of(activity, 20, 3), "time", "channel").build());
        String sentence = assertThrows(NullclineException.class, () -> TrialData.of(broken, Standardisation.none(3), List.of(), 0)).getMessage();
        assertTrue(sentence.contains("channel 1 at time bin 13"), sentence);
    }
}
