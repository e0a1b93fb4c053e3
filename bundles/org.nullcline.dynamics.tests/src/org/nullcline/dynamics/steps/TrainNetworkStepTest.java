// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.api.value.FixedPoints;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.model.TaskModel;
import org.nullcline.dynamics.task.FlipFlop;
import org.nullcline.dynamics.task.TaskTrials;
import org.nullcline.dynamics.training.LearningCurves;
import org.nullcline.dynamics.training.TaskScore;

class TrainNetworkStepTest {

    private static final String[] TINY = {"units", "5", "bits", "2", "bins", "8", "epochs", "5", "stepsPerEpoch", "3", "batch", "7", "judgingTrials", "9",
        "trials", "11", "seed", "5"};
    /** One bit: two memories, with a boundary between them. */
    private static final String[] ONE_BIT = {"units", "8", "bits", "1", "bins", "30", "batch", "32", "epochs", "60", "stepsPerEpoch", "10", "learningRate",
        "0.01", "stopLoss", "0.005", "trials", "64", "seed", "2"};

    @TempDir
    Path folder;

    private static String[] with(String[] settings, String... more) {
        return Stream.concat(Arrays.stream(settings), Arrays.stream(more)).toArray(String[]::new);
    }

    private Map<String, Value> train(int threads, String... settings) {
        return new TestContext(folder.resolve("run" + System.nanoTime()), threads).run("train-network", Map.of(), settings);
    }

    private static void sameBytes(Map<String, Value> expected, Map<String, Value> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((port, value) -> {
            assertEquals(value.attributes(), actual.get(port).attributes());
            assertEquals(value.arrays().keySet(), actual.get(port).arrays().keySet());
            for (NamedArray array : value.arrays().values()) {
                assertArrayEquals(NdArrays.doubles(array.data().all()), NdArrays.doubles(actual.get(port).array(array.name())), 0, array.name());
            }
        });
    }

    private static double score(Map<String, Value> result, String column) {
        Scores scores = Scores.of(result.get("scores"));
        return scores.table()[0][scores.columns().indexOf(column)];
    }

    @ParameterizedTest
    @CsvSource({"backpropagation, rnn", "feedback-alignment, gru", "node-perturbation, low-rank-rnn"})
    void anyNumberOfThreadsGivesTheSameBytes(String rule, String architecture) {
        // More trials than one shard holds, in training, judging and afterwards; with noise.
        String[] settings = with(TINY, "rule", rule, "architecture", architecture, "noise", "0.1", "batch", "130", "judgingTrials", "130", "trials", "130",
                "epochs", "2");
        sameBytes(train(1, settings), train(3, settings));
    }

    @ParameterizedTest
    @CsvSource({"1, adam", "3, sgd", "4, adam"})
    void interruptedAndResumedTrainingGivesTheSameBytesAsAnUninterruptedOne(int stopAfter, String optimiser) {
        String[] settings = with(TINY, "optimiser", optimiser);
        TestContext interrupted = new TestContext(folder.resolve("resumed"), 1).cancelAt(stopAfter);
        assertThrows(CancellationException.class, () -> interrupted.run("train-network", Map.of(), settings));
        TestContext again = new TestContext(folder.resolve("resumed"), 2);
        Map<String, Value> resumed = again.run("train-network", Map.of(), settings);
        assertTrue(again.notes.stream().anyMatch(note -> note.startsWith("Training goes on after epoch " + stopAfter)), () -> again.notes.toString());
        sameBytes(train(1, settings), resumed);
    }

    @Test
    void checkpointOfOtherSettingsIsNotUsed() {
        TestContext interrupted = new TestContext(folder.resolve("other"), 1).cancelAt(3);
        assertThrows(CancellationException.class, () -> interrupted.run("train-network", Map.of(), TINY));
        String[] settings = with(TINY, "architecture.activation", "relu");
        sameBytes(train(1, settings), new TestContext(folder.resolve("other"), 1).run("train-network", Map.of(), settings));
    }

    @ParameterizedTest
    @CsvSource({"backpropagation, adam, 0.01", "backpropagation, sgd, 0.1", "feedback-alignment, sgd, 0.05", "node-perturbation, sgd, 0.02"})
    void everyRuleLearnsToRememberOneBit(String rule, String optimiser, String rate) {
        Map<String, Value> result = train(1, with(ONE_BIT, "rule", rule, "optimiser", optimiser, "learningRate", rate, "stopLoss", "0.05"));
        assertTrue(score(result, "accuracy") > 0.97, () -> "accuracy " + score(result, "accuracy"));
    }

    /** A memory of one bit that lasts is a fixed point of the network without input for each of its values. */
    @Test
    void aTrainedOneBitMemoryHasTwoStableFixedPointsThatReadOutItsValues() throws IOException {
        Map<String, Value> result = train(1, ONE_BIT);
        assertTrue(score(result, "accuracy") > 0.99);
        assertTrue(score(result, "loss") < 0.02);
        Path stored = Files.createDirectory(folder.resolve("stored"));
        ValueFolder.write(result.get("model"), stored);
        TestContext context = new TestContext(folder, 1);
        Value model = ValueFolder.read(stored);
        FixedPoints points = FixedPoints.of(context.run("fixed-points", Map.of("system", model), "starts", "200", "uniqueness", "0.05").get("points"));
        int[] stable = IntStream.range(0, points.count()).filter(points::stable).toArray();
        assertEquals(2, stable.length);
        TaskModel opened = TaskModel.of(model, context.all());
        double[] readout = opened.network().weights().doubles("readout.weight");
        double bias = opened.network().weights().doubles("readout.bias")[0];
        double[] values = Arrays.stream(stable).mapToDouble(i -> {
            double[] state = NdArrays.rows(points.value().array(FixedPoints.STATE))[i];
            return bias + IntStream.range(0, state.length).mapToDouble(d -> readout[d] * state[d]).sum();
        }).sorted().toArray();
        assertEquals(-1, values[0], 0.25, "the memory of −1 at rest");
        assertEquals(1, values[1], 0.25, "the memory of +1 at rest");
        assertFalse(NdArrays.doubles(context.run("flow-field", Map.of("system", model)).get("field").array("speed")).length == 0);
        assertTrue(Scores.of(context.run("lyapunov", Map.of("system", model), "time", "200").get("scores")).table()[0][0] < 0, "memories attract");
    }

    @Test
    void storedNetworkGivesTheTrajectoriesAgain() throws IOException {
        Map<String, Value> result = train(1, TINY);
        Path stored = Files.createDirectory(folder.resolve("again"));
        ValueFolder.write(result.get("model"), stored);
        TaskModel model = TaskModel.of(ValueFolder.read(stored), new TestContext(folder, 1).all());
        TaskTrials trials = TaskTrials.draw(new FlipFlop(2, 0.1, 8), 11, RandomStream.of(0).child("fresh"));
        TaskScore score = TaskScore.of(model.network(), trials, 0, RandomStream.of(0), 1, Progress.NONE);
        assertArrayEquals(NdArrays.doubles(result.get("trajectories").array(Trajectories.STATE)), score.states(), 1e-7, "stored in single precision");
    }

    @Test
    void networksWithOtherSeedsSeeTheSameFreshTrials() {
        Value first = train(1, TINY).get("trajectories");
        Value second = train(1, with(TINY, "seed", "6")).get("trajectories");
        assertArrayEquals(NdArrays.doubles(first.array("input")), NdArrays.doubles(second.array("input")), 0);
        assertArrayEquals(NdArrays.doubles(first.array("labels")), NdArrays.doubles(second.array("labels")), 0);
        assertEquals(4, first.texts(Recording.LABELS).size());
        assertFalse(Arrays.equals(NdArrays.doubles(first.array("state")), NdArrays.doubles(second.array("state"))));
    }

    @Test
    void activityIsFollowedFromBeforeTrainingToItsEnd() {
        Map<String, Value> result = train(1, with(TINY, "observedTrials", "3", "observedBins", "4"));
        Trajectories learning = Trajectories.of(result.get("learning"));
        assertEquals(12, learning.trials().count());
        assertEquals(6, learning.trials().length(0), "before training and after each of five epochs");
        assertEquals(5, learning.dimension());
    }

    @Test
    void trainingEndsAtTheWantedLoss() {
        TestContext context = new TestContext(folder.resolve("early"), 1);
        Map<String, Value> result = context.run("train-network", Map.of(), with(TINY, "stopLoss", "100"));
        assertEquals(1, LearningCurves.read(result.get("model")).epochs());
        assertTrue(context.measured.containsKey("loss.train") && context.measured.containsKey("accuracy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed-match", "integration", "sine"})
    void otherTasksRunWithTheirShapes(String task) {
        Map<String, Value> result = train(1, with(TINY, "task", task));
        assertEquals(1, result.get("trajectories").named("output").size(1));
        assertTrue(Double.isFinite(score(result, "loss")));
    }

    @Test
    void divergenceAndImpossibleSettingsAreExplained() {
        String diverged = assertThrows(NullclineException.class, () -> train(1, with(TINY, "optimiser", "sgd", "learningRate", "100", "clip", "0",
                "architecture.activation", "relu", "epochs", "30"))).getMessage();
        assertTrue(diverged.contains("learningRate"), diverged);
        String delay = assertThrows(NullclineException.class, () -> train(1, "delay", "3", "jitter", "4")).getMessage();
        assertTrue(delay.contains("jitter"), delay);
        String solver = assertThrows(NullclineException.class, () -> train(1, "architecture", "gru", "solver", "rk4")).getMessage();
        assertTrue(solver.contains("nothing to integrate"), solver);
    }
}
