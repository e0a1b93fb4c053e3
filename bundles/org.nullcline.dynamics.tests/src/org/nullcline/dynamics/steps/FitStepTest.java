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
import java.util.List;
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
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.TestRecordings;
import org.nullcline.dynamics.model.FittedModel;
import org.nullcline.dynamics.training.LearningCurves;

class FitStepTest {

    private static final Value SMALL = TestRecordings.lorenz(30, 14, 5);
    private static final String[] TINY = {"encoderSize", "6", "epochs", "6", "batch", "7", "learningRate", "0.01", "seed", "5"};

    @TempDir
    Path folder;

    private static String[] with(String... more) {
        return Stream.concat(Arrays.stream(TINY), Arrays.stream(more)).toArray(String[]::new);
    }

    private Map<String, Value> fit(Value recording, int threads, String... more) {
        return new TestContext(folder.resolve("run" + System.nanoTime()), threads).run("fit", Map.of("recording", recording), with(more));
    }

    private static void sameBytes(Value expected, Value actual) {
        assertEquals(expected.attributes(), actual.attributes());
        assertEquals(expected.arrays().keySet(), actual.arrays().keySet());
        for (NamedArray array : expected.arrays().values()) {
            assertArrayEquals(NdArrays.doubles(array.data().all()), NdArrays.doubles(actual.array(array.name())), 0, array.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "node", "lstm"})
    void anyNumberOfThreadsGivesTheSameBytes(String architecture) {
        // More trials than one shard holds.
        Value recording = TestRecordings.lorenz(240, 6, 4);
        String[] settings = {"architecture", architecture, "batch", "130", "epochs", "2"};
        Map<String, Value> one = fit(recording, 1, settings);
        Map<String, Value> three = fit(recording, 3, settings);
        sameBytes(one.get("model"), three.get("model"));
        sameBytes(one.get("trajectories"), three.get("trajectories"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void interruptedAndResumedTrainingGivesTheSameBytesAsAnUninterruptedOne(int stopAfter) {
        Map<String, Value> whole = fit(SMALL, 1);
        TestContext interrupted = new TestContext(folder.resolve("resumed"), 1).cancelAt(stopAfter);
        assertThrows(CancellationException.class, () -> interrupted.run("fit", Map.of("recording", SMALL), TINY));
        TestContext again = new TestContext(folder.resolve("resumed"), 2);
        Map<String, Value> resumed = again.run("fit", Map.of("recording", SMALL), TINY);
        assertTrue(again.notes.stream().anyMatch(note -> note.startsWith("Training goes on after epoch")), () -> again.notes.toString());
        TestContext uninterrupted = new TestContext(folder.resolve("uninterrupted"), 1);
        uninterrupted.run("fit", Map.of("recording", SMALL), TINY);
        assertEquals(uninterrupted.remarks, again.remarks, "what stays with the result does not tell of the interruption");
        sameBytes(whole.get("model"), resumed.get("model"));
        sameBytes(whole.get("trajectories"), resumed.get("trajectories"));
    }

    @Test
    void resumedTrainingRemembersItsSchedule() {
        String[] settings = with("schedule", "plateau", "scheduleEpochs", "1", "scheduleFactor", "0.1", "epochs", "12", "learningRate", "0.1");
        Value whole = new TestContext(folder.resolve("whole"), 1).run("fit", Map.of("recording", SMALL), settings).get("model");
        double[] rates = LearningCurves.read(whole).curve(LearningCurves.LEARNING_RATE);
        double[] losses = LearningCurves.read(whole).curve(LearningCurves.VALIDATION);
        double best = Double.POSITIVE_INFINITY;
        double rate = 0.1;
        for (int epoch = 0; epoch < 12; epoch++) {
            assertEquals(rate, rates[epoch], 1e-12, "epoch " + epoch);
            rate *= losses[epoch] < best ? 1 : 0.1;
            best = Math.min(best, losses[epoch]);
        }
        assertTrue(rate < 0.05, "a rate of 0.1 is too high for the loss to fall in every epoch");
        TestContext interrupted = new TestContext(folder.resolve("resumed schedule"), 1).cancelAt(9);
        assertThrows(CancellationException.class, () -> interrupted.run("fit", Map.of("recording", SMALL), settings));
        sameBytes(whole, new TestContext(folder.resolve("resumed schedule"), 1).run("fit", Map.of("recording", SMALL), settings).get("model"));
    }

    @ParameterizedTest
    @CsvSource({"constant, 0.01, 0.01, 0.01", "step, 0.01, 0.005, 0.0025", "exponential, 0.01, 0.005, 0.0025", "cosine, 0.01, 0.0075, 0.005"})
    void scheduleSetsTheRateOfEveryEpochBehindTheWarmUp(String schedule, double first, double third, double fifth) {
        String epochs = schedule.equals("cosine") ? "4" : "2";
        Value model = fit(SMALL, 1, "schedule", schedule, "scheduleEpochs", epochs, "warmUp", "2", "epochs", "7").get("model");
        double[] rates = LearningCurves.read(model).curve(LearningCurves.LEARNING_RATE);
        assertArrayEquals(new double[] {0.005, 0.01, first}, Arrays.copyOf(rates, 3), 1e-15);
        assertEquals(third, rates[4], 1e-15);
        assertEquals(fifth, rates[6], 1e-15);
    }

    @Test
    void negativeBinomialFitFindsHowMuchCountsScatter() {
        // counts around one rate per channel, whose variance is μ + μ²/r: Poisson counts of gamma distributed rates
        double[] r = {0.5, 2, 200};
        int trials = 60;
        int bins = 20;
        RandomStream random = RandomStream.of(11);
        double[] counts = new double[trials * bins * 3];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.poisson(gamma(random, r[i % 3]) / r[i % 3] * 4);
        }
        Value recording = Recording.builder(NdArrays.of(counts, trials * bins, 3), Trials.equal(trials, bins), Signal.COUNTS, 0.01)
                .array(Recording.SPLIT, "", NdArrays.of(new long[trials], trials), "trial").build();
        Value model = fit(recording, 2, "likelihood", "negative-binomial", "epochs", "150", "learningRate", "0.02", "batch", "60").get("model");
        double[] dispersion = NdArrays.doubles(model.array("last.logDispersion"));
        // 1200 counts tell r to about a tenth; Poisson counts are those of r → ∞, which the fit only approaches
        assertEquals(Math.log(0.5), dispersion[0], 0.25);
        assertEquals(Math.log(2), dispersion[1], 0.25);
        assertTrue(dispersion[2] > Math.log(5), Arrays.toString(dispersion));
    }

    /** A gamma distributed number with scale 1 and a shape of ½ (half a squared normal number) or a whole number (a sum of exponential ones). */
    private static double gamma(RandomStream random, double shape) {
        if (shape == 0.5) {
            return Math.pow(random.normal(), 2) / 2;
        }
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum += random.exponential();
        }
        return sum;
    }

    @Test
    void damagedCheckpointIsLeftAsideForTheOneBefore() throws IOException {
        Path checkpoints = folder.resolve("damaged");
        for (int stop : new int[] {2, 4}) {
            TestContext interrupted = new TestContext(checkpoints, 1).cancelAt(stop);
            assertThrows(CancellationException.class, () -> interrupted.run("fit", Map.of("recording", SMALL), TINY));
        }
        List<Path> kept;
        try (Stream<Path> files = Files.list(checkpoints)) {
            kept = files.sorted().toList();
        }
        assertEquals(2, kept.size());
        Files.writeString(kept.getLast().resolve("value.json"), "{");
        TestContext again = new TestContext(checkpoints, 1);
        sameBytes(fit(SMALL, 1).get("model"), again.run("fit", Map.of("recording", SMALL), TINY).get("model"));
        assertTrue(again.notes.stream().anyMatch(note -> note.contains("damaged")));
    }

    @Test
    void checkpointOfOtherSettingsIsNotUsed() {
        Path checkpoints = folder.resolve("other");
        TestContext interrupted = new TestContext(checkpoints, 1).cancelAt(3);
        assertThrows(CancellationException.class, () -> interrupted.run("fit", Map.of("recording", SMALL), TINY));
        TestContext other = new TestContext(checkpoints, 1);
        Map<String, Value> result = other.run("fit", Map.of("recording", SMALL), with("learningRate", "0.02"));
        assertTrue(other.notes.stream().anyMatch(note -> note.contains("other settings")));
        sameBytes(fit(SMALL, 1, "learningRate", "0.02").get("model"), result.get("model"));
    }

    @Test
    void fittedModelSurvivesTheDiskAndGivesTheSameTrajectories() throws IOException {
        Map<String, Value> result = fit(SMALL, 1);
        Path stored = Files.createDirectory(folder.resolve("stored"));
        ValueFolder.write(result.get("model"), stored);
        FittedModel model = FittedModel.of(ValueFolder.read(stored), new TestContext(folder, 1).all());
        Matrix states = Matrix.of(result.get("trajectories").array(Trajectories.STATE));
        Matrix sample = Matrix.of(ValueFolder.read(stored).array(FittedModel.STATES));
        // The sample of states is drawn from the trajectories, which are stored in single precision.
        double[] first = sample.row(0);
        assertTrue(IntStream.range(0, states.rows())
                .anyMatch(t -> Math.abs(states.get(t, 0) - first[0]) < 1e-6 && Math.abs(states.get(t, 1) - first[1]) < 1e-6));
        double[] next = new double[3];
        model.system().evaluate(first, next);
        assertTrue(IntStream.range(0, states.rows()).anyMatch(t -> Math.abs(states.get(t, 0) - next[0]) < 1e-4));
    }

    @Test
    void lossFallsAndValidationChoosesTheBestEpoch() {
        Map<String, Value> result = fit(TestRecordings.lorenz(60, 14, 5), 2, "epochs", "40", "encoderSize", "16", "batch", "12");
        LearningCurves curves = LearningCurves.read(result.get("model"));
        double[] train = curves.curve(LearningCurves.TRAIN);
        double[] validation = curves.curve(LearningCurves.VALIDATION);
        assertEquals(40, train.length);
        assertTrue(train[39] < train[0] - 0.1, train[0] + " to " + train[39]);
        int best = 0;
        for (int i = 1; i < validation.length; i++) {
            best = validation[i] < validation[best] ? i : best;
        }
        assertEquals(best + 1.0, result.get("model").number("bestEpoch", 0));
        assertTrue(Double.isFinite(curves.medianOfLast(LearningCurves.RATE_R2, 10)));
    }

    @Test
    void scoreOfTheKeptWeightsRepeatsTheLossOfTheBestEpoch() {
        Map<String, Value> result = fit(SMALL, 1);
        Value scores = new TestContext(folder, 1).run("score",
                Map.of("recording", SMALL, "trajectories", result.get("trajectories"), "model", result.get("model"))).get("scores");
        Scores table = Scores.of(scores);
        double best = Arrays.stream(LearningCurves.read(result.get("model")).curve(LearningCurves.VALIDATION)).min().orElseThrow();
        // Rates are stored in single precision.
        assertEquals(best, table.table()[0][table.columns().indexOf("spike NLL")], 1e-5);
        for (String column : List.of("bits per spike", "rate R²", "rate R² early", "hidden R²", "hidden R² late", "state R²", "behaviour R²")) {
            assertTrue(table.columns().contains(column), column);
        }
    }

    @Test
    void curriculumLooksAtMoreBinsWithTime() {
        LearningCurves curves = LearningCurves.read(fit(SMALL, 1, "pointsPerGroup", "5", "epochsPerGroup", "2").get("model"));
        assertArrayEquals(new double[] {5, 5, 10, 10, 14, 14}, curves.curve(LearningCurves.POINTS));
    }

    @Test
    void bestEpochIsOneThatSawWholeTrials() {
        Value model = fit(SMALL, 1, "pointsPerGroup", "5", "epochsPerGroup", "2").get("model");
        assertTrue(model.number("bestEpoch", 0) >= 5);
    }

    @Test
    void earlyStoppingEndsATrainingThatOverfits() {
        TestContext context = new TestContext(folder.resolve("early"), 2);
        Map<String, Value> result = context.run("fit", Map.of("recording", SMALL), with("epochs", "400", "earlyStopping", "5", "learningRate", "0.05"));
        double epochs = result.get("model").number("epochs", 0);
        assertTrue(epochs < 400);
        assertTrue(context.remarks.stream().anyMatch(r -> r.contains("after epoch " + (int) epochs + " of 400") && r.contains("for 5 epochs")),
                () -> context.remarks.toString());
        assertEquals(epochs - 5, result.get("model").number("bestEpoch", 0));
    }

    @Test
    void raggedTrialsAndGaussianSignalsCanBeFitted() {
        Trials trials = Trials.ofLengths(List.of(9, 14, 3, 11, 14, 2, 8, 1, 12, 13));
        for (Signal signal : List.of(Signal.COUNTS, Signal.CONTINUOUS)) {
            Value recording = TestRecordings.lorenz(trials, 4, signal);
            for (String architecture : List.of("gru", "node")) {
                Map<String, Value> result = fit(recording, 2, "architecture", architecture, "inputs", "behaviour.velocity");
                Trajectories trajectories = Trajectories.of(result.get("trajectories"));
                assertArrayEquals(trials.offsets(), trajectories.trials().offsets());
                assertTrue(Arrays.stream(NdArrays.doubles(trajectories.value().array(Trajectories.RATES))).allMatch(Double::isFinite));
                assertEquals(2.0, result.get("model").number("inputSize", 0));
            }
        }
    }

    @Test
    void gaussianFitPredictsInTheUnitsOfTheSignal() {
        Value recording = TestRecordings.lorenz(Trials.equal(40, 10), 4, Signal.CONTINUOUS);
        Map<String, Value> result = fit(recording, 2, "epochs", "60", "encoderSize", "16", "batch", "12");
        double mean = Arrays.stream(NdArrays.doubles(result.get("trajectories").array(Trajectories.RATES))).average().orElseThrow();
        assertEquals(Arrays.stream(NdArrays.doubles(recording.array(Recording.ACTIVITY))).average().orElseThrow(), mean, 0.5);
    }

    @Test
    void divergenceIsNamedAndTheCheckpointBeforeItIsKept() throws IOException {
        Path checkpoints = folder.resolve("diverged");
        NullclineException failure = assertThrows(NullclineException.class,
                () -> new TestContext(checkpoints, 1).run("fit", Map.of("recording", SMALL), with("learningRate", "60", "optimiser", "sgd", "epochs", "50",
                        "architecture", "linear")));
        assertEquals(NullclineException.Kind.TASK, failure.kind());
        assertTrue(failure.getMessage().contains("diverged in epoch") && failure.getMessage().contains("learningRate"), failure.getMessage());
        assertFalse(failure.getMessage().contains("\n"));
    }

    @Test
    void trainingThatDivergesLaterLeavesTheCheckpointOfTheEpochBefore() throws IOException {
        // a penalty whose steps overshoot: the weights grow by a factor per step, of which there is one per epoch, until rates overflow
        for (String rate : new String[] {"0.05", "0.03", "0.025", "0.022"}) {
            Path checkpoints = folder.resolve("rate" + rate);
            try {
                new TestContext(checkpoints, 1).run("fit", Map.of("recording", SMALL), with("learningRate", rate, "optimiser", "sgd", "epochs", "200",
                        "architecture", "linear", "weightDecay", "100", "batch", "18"));
            } catch (NullclineException failure) {
                int epoch = Integer.parseInt(failure.getMessage().replaceAll("(?s).*diverged in epoch ([0-9]+):.*", "$1"));
                if (epoch == 1) {
                    assertFalse(failure.getMessage().contains("checkpoint"), failure.getMessage());
                    continue;
                }
                assertTrue(failure.getMessage().contains("checkpoint before that epoch is kept"), failure.getMessage());
                Value state = ValueFolder.read(checkpoints.resolve(String.format("epoch-%09d", epoch - 1)));
                assertEquals(epoch - 1.0, state.number("epoch", 0));
                assertTrue(Arrays.stream(NdArrays.doubles(state.array("weights"))).allMatch(Double::isFinite));
                return;
            }
        }
        throw new AssertionError("None of the rates diverged after the first epoch.");
    }

    @Test
    void batchLargerThanTheTrialsIsCappedAndSaid() {
        TestContext context = new TestContext(folder.resolve("cap"), 1);
        context.run("fit", Map.of("recording", SMALL), with("batch", "1000", "epochs", "1"));
        assertTrue(context.remarks.stream().anyMatch(note -> note.contains("1000") && note.contains("18 training trials")), () -> context.remarks.toString());
        assertTrue(context.notes.stream().anyMatch(note -> note.startsWith("Memory for training")));
    }

    @Test
    void aLearningRateThatWasLoweredIsSaid() {
        TestContext context = new TestContext(folder.resolve("plateau"), 1);
        Value model = context.run("fit", Map.of("recording", SMALL), with("schedule", "plateau", "scheduleEpochs", "1", "scheduleFactor", "0.1", "learningRate", "0.3",
                "epochs", "40")).get("model");
        double[] rates = LearningCurves.read(model).curve(LearningCurves.LEARNING_RATE);
        assertTrue(rates[39] < 0.3, "otherwise this test shows nothing");
        int first = 0;
        while (rates[first] == 0.3) {
            first++;
        }
        String said = "first in epoch " + (first + 1) + ", ";
        assertTrue(context.remarks.stream().anyMatch(r -> r.startsWith("The learning rate was lowered") && r.contains(said)), () -> context.remarks.toString());
    }

    @Test
    void silentNeuronIsNamed() {
        Recording recording = Recording.of(SMALL);
        Matrix activity = Matrix.of(recording.activity());
        for (int t = 0; t < activity.rows(); t++) {
            activity.set(t, 3, 0);
        }
        TestContext context = new TestContext(folder.resolve("silent"), 1);
        context.run("fit", Map.of("recording", SMALL.copy().array(Recording.ACTIVITY, "spikes/bin", activity.toArray(), "time", "channel").build()),
                with("epochs", "1"));
        assertTrue(context.remarks.stream().anyMatch(note -> note.contains("without variance") && note.contains(" 3.")), () -> context.remarks.toString());
    }

    @Test
    void recordingWithoutTrainingTrialsIsRefused() {
        long[] split = new long[30];
        Arrays.fill(split, Split.TEST.ordinal());
        Value none = SMALL.copy().array(Recording.SPLIT, "", NdArrays.of(split, 30), "trial").build();
        assertTrue(assertThrows(NullclineException.class, () -> fit(none, 1)).getMessage().contains("no training trials"));
    }

    @Test
    void withoutValidationTrialsTheLastEpochCountsAndEarlyStoppingIsRefused() {
        Value unsplit = SMALL.copy().without(Recording.SPLIT).build();
        Value model = fit(unsplit, 1).get("model");
        assertEquals(6.0, model.number("bestEpoch", 0));
        assertTrue(assertThrows(NullclineException.class, () -> fit(unsplit, 1, "earlyStopping", "3")).getMessage().contains("validation"));
    }

    @Test
    void fractionsAreNoSpikeCounts() {
        Value continuous = TestRecordings.lorenz(Trials.equal(10, 5), 3, Signal.CONTINUOUS);
        NullclineException failure = assertThrows(NullclineException.class, () -> fit(continuous, 1, "likelihood", "poisson"));
        assertTrue(failure.getMessage().contains("whole numbers"));
    }

    @Test
    void valuesThatAreNotFiniteAreRefusedWithTheirPlace() {
        Matrix activity = Matrix.of(TestRecordings.lorenz(Trials.equal(10, 5), 3, Signal.CONTINUOUS).array(Recording.ACTIVITY));
        activity.set(17, 2, Double.NaN);
        Value broken = TestRecordings.lorenz(Trials.equal(10, 5), 3, Signal.CONTINUOUS).copy()
                .array(Recording.ACTIVITY, "", activity.toArray(), "time", "channel").build();
        NullclineException failure = assertThrows(NullclineException.class, () -> fit(broken, 1));
        assertTrue(failure.getMessage().contains("channel 2") && failure.getMessage().contains("bin 17"), failure.getMessage());
    }

    @Test
    void solverWithoutADerivativeIsRefusedBeforeTheRun() {
        NullclineException failure = assertThrows(NullclineException.class, () -> fit(SMALL, 1, "solver", "euler"));
        assertEquals(NullclineException.Kind.INVALID, failure.kind());
    }
}
