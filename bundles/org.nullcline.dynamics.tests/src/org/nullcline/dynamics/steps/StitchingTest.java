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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Kinds;
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
import org.nullcline.dynamics.TestContext;
import org.nullcline.dynamics.TestRecordings;
import org.nullcline.dynamics.analysis.OpenedSystem;
import org.nullcline.dynamics.model.FittedModel;
import org.nullcline.dynamics.score.AffineMap;

/** Several sessions behind one model. */
class StitchingTest {

    private static final String[] TINY = {"encoderSize", "6", "epochs", "6", "batch", "9", "learningRate", "0.01", "seed", "5"};

    @TempDir
    Path folder;

    /** A session of the same Lorenz trials seen by other neurons; each trial is a condition of its own. */
    private static Value session(Trials trials, int neurons, long seed) {
        Value recording = TestRecordings.lorenz(trials, neurons, Signal.COUNTS, seed);
        long[] labels = IntStream.range(0, trials.count()).asLongStream().toArray();
        return recording.copy().array(Recording.LABELS, "", NdArrays.of(labels, labels.length), "trial")
                .attribute(Recording.LABELS, Arrays.stream(labels).mapToObj(i -> "condition " + i).toList()).build();
    }

    private static List<Item> ragged() {
        return List.of(new Item("monday", session(Trials.ofLengths(List.of(9, 14, 3, 11, 14, 2, 8, 5, 12, 13)), 4, 7)),
                new Item("tuesday", session(Trials.ofLengths(List.of(10, 7, 12, 12, 4, 6, 9)), 6, 8)));
    }

    private Map<String, Value> fit(TestContext context, List<Item> sessions, String... more) {
        return context.runMany("fit", Map.of("recording", sessions), Stream.concat(Arrays.stream(TINY), Arrays.stream(more)).toArray(String[]::new));
    }

    private TestContext context(int threads) {
        return new TestContext(folder.resolve("run" + System.nanoTime()), threads);
    }

    private static void sameBytes(Value expected, Value actual) {
        assertEquals(expected.attributes(), actual.attributes());
        expected.arrays().values().forEach(array -> assertArrayEquals(NdArrays.doubles(array.data().all()), NdArrays.doubles(actual.array(array.name())), 0,
                array.name()));
    }

    @Test
    void latentsOfOneSessionPredictThoseOfAnotherInSharedTrials() {
        Trials trials = Trials.equal(250, 20);
        List<Item> sessions = List.of(new Item("a", session(trials, 24, 7)), new Item("b", session(trials, 30, 8)));
        Value trajectories = fit(context(2), sessions, "architecture", "residual-mlp", "architecture.hidden", "32", "encoderSize", "24", "epochs", "60",
                "batch", "50").get("trajectories");
        Matrix[] latents = new Matrix[2];
        for (int s = 0; s < 2; s++) {
            Value own = context(1).run("select-session", Map.of("trajectories", trajectories), "session", s == 0 ? "a" : "2").get("trajectories");
            Recording recording = Recording.of(sessions.get(s).value());
            assertArrayEquals(recording.trials().offsets(), Trajectories.of(own).trials().offsets());
            assertEquals(recording.channels(), own.named(Trajectories.RATES).size(1));
            latents[s] = rows(own, recording.trialsOf(Split.VALIDATION));
        }
        Matrix truth = rows(sessions.getFirst().value(), Recording.TRUE_LATENTS, Recording.of(sessions.getFirst().value()).trialsOf(Split.VALIDATION));
        // Both sessions see the same trials through independent spikes; what they share is what the dynamics explain.
        assertTrue(AffineMap.r2(latents[0], latents[1]) > 0.9, "a to b: " + AffineMap.r2(latents[0], latents[1]));
        double direct = unmapped(latents[0], latents[1]);
        assertTrue(direct > 0.9, "without any map: " + direct);
        assertTrue(AffineMap.r2(latents[0], truth) > 0.85, "a to truth: " + AffineMap.r2(latents[0], truth));
        assertTrue(AffineMap.r2(latents[1], truth) > 0.85, "b to truth: " + AffineMap.r2(latents[1], truth));
    }

    /** R² of taking one matrix for the other: 1 − ‖a − b‖²/‖b − mean b‖². */
    private static double unmapped(Matrix a, Matrix b) {
        double residual = Math.pow(a.minus(b).norm(), 2);
        return 1 - residual / Math.pow(b.centreColumns().norm(), 2);
    }

    private static Matrix rows(Value trajectories, int[] trials) {
        return rows(trajectories, Trajectories.STATE, trials);
    }

    private static Matrix rows(Value value, String array, int[] trials) {
        Matrix all = Matrix.of(value.array(array));
        Trials layout = Trials.of(value, all.rows());
        return Matrix.of(IntStream.of(trials).boxed().flatMap(trial -> IntStream.range((int) layout.offsets()[trial], (int) layout.offsets()[trial + 1])
                .mapToObj(all::row)).toArray(double[][]::new));
    }

    @Test
    void oneSessionInAListIsFittedAsOneAlone() {
        Value recording = TestRecordings.lorenz(30, 14, 5);
        Map<String, Value> alone = context(1).run("fit", Map.of("recording", recording), TINY);
        Map<String, Value> listed = fit(context(2), List.of(new Item("any name", recording)));
        sameBytes(alone.get("model"), listed.get("model"));
        sameBytes(alone.get("trajectories"), listed.get("trajectories"));
        assertFalse(alone.get("model").arrays().keySet().stream().anyMatch(name -> name.contains("session")));
    }

    @Test
    void anyNumberOfThreadsAndAnInterruptionGiveTheSameBytes() {
        List<Item> sessions = List.of(new Item("a", session(Trials.equal(120, 6), 4, 7)), new Item("b", session(Trials.equal(90, 8), 5, 8)));
        String[] settings = {"architecture", "node", "batch", "100", "epochs", "3"};
        Map<String, Value> one = fit(context(1), sessions, settings);
        TestContext interrupted = new TestContext(folder.resolve("resumed"), 2).cancelAt(2);
        assertThrows(CancellationException.class, () -> fit(interrupted, sessions, settings));
        TestContext again = new TestContext(folder.resolve("resumed"), 3);
        Map<String, Value> resumed = fit(again, sessions, settings);
        assertTrue(again.notes.stream().anyMatch(note -> note.startsWith("Training goes on after epoch")), () -> again.notes.toString());
        sameBytes(one.get("model"), resumed.get("model"));
        sameBytes(one.get("trajectories"), resumed.get("trajectories"));
    }

    @Test
    void eachSessionIsScoredAgainstItsOwnRecording() {
        List<Item> sessions = ragged();
        Map<String, Value> result = fit(context(2), sessions);
        Map<String, List<Item>> ports = new HashMap<>(Map.of("recording", sessions));
        ports.put("trajectories", List.of(new Item("t", result.get("trajectories"))));
        ports.put("model", List.of(new Item("m", result.get("model"))));
        Scores both = Scores.of(context(1).runMany("score", ports, "split", "train").get("scores"));
        assertEquals(List.of("train, monday", "train, tuesday"), both.rows());
        for (int s = 0; s < 2; s++) {
            Value own = context(1).run("select-session", Map.of("trajectories", result.get("trajectories")), "session", sessions.get(s).label())
                    .get("trajectories");
            Scores alone = Scores.of(context(1).run("score", Map.of("recording", sessions.get(s).value(), "trajectories", own, "model", result.get("model")),
                    "split", "train").get("scores"));
            assertEquals(both.columns(), alone.columns());
            assertArrayEquals(both.table()[s], alone.table()[0], 0);
        }
        NullclineException few = assertThrows(NullclineException.class, () -> context(1).run("score",
                Map.of("recording", sessions.getFirst().value(), "trajectories", result.get("trajectories"))));
        assertTrue(few.getMessage().contains("2 recordings (monday, tuesday)"), few.getMessage());
    }

    @Test
    void trajectoriesSayWhichTrialsBelongToWhichSession() throws IOException {
        List<Item> sessions = ragged();
        Value trajectories = fit(context(2), sessions, "architecture", "node").get("trajectories");
        Path stored = Files.createDirectory(folder.resolve("stored"));
        ValueFolder.write(trajectories, stored);
        Value read = ValueFolder.read(stored);
        assertEquals(List.of("monday", "tuesday"), read.texts("sessions"));
        assertEquals(17, Trajectories.of(read).trials().count());
        assertEquals(10, Arrays.stream(NdArrays.longs(read.array("session"))).filter(s -> s == 0).count());
        // ten conditions of monday, of which tuesday repeats seven
        assertEquals(10, read.texts(Recording.LABELS).size());
        double[] rates = NdArrays.doubles(read.array(Trajectories.RATES));
        int mondays = 91;
        for (int i = 0; i < rates.length; i++) {
            assertEquals(i / 6 < mondays && i % 6 >= 4, Double.isNaN(rates[i]), "element " + i);
        }
    }

    @Test
    void stitchedModelIsOneDynamicalSystem() {
        Map<String, Value> result = fit(context(1), ragged(), "architecture", "node");
        TestContext context = context(1);
        FittedModel model = FittedModel.of(result.get("model"), context.all());
        assertEquals(2, model.standards().size());
        assertEquals(3, model.system().dimension());
        OpenedSystem opened = model.opened();
        assertTrue(opened.states().length > 0);
        Value points = context.run("fixed-points", Map.of("system", result.get("model")), "starts", "20", "seed", "1").get("points");
        assertEquals(Kinds.FIXED_POINTS, points.kind());
    }

    @Test
    void readInsBeginAtRandomWithoutSharedConditions() {
        List<Item> sessions = ragged().stream().map(item -> new Item(item.label(), item.value().copy().without(Recording.LABELS).build())).toList();
        TestContext context = context(1);
        fit(context, sessions, "epochs", "1");
        assertTrue(context.remarks.stream().anyMatch(note -> note.contains("at random")), () -> context.remarks.toString());
        assertTrue(assertThrows(NullclineException.class, () -> fit(context(1), sessions, "readin", "conditions")).getMessage().contains("no trial label"));
    }

    @Test
    void variationalModelsWithHeldOutChannelsAndInputsCanBeStitched() {
        Map<String, Value> result = fit(context(2), ragged(), "variational", "true", "inferredInputs", "1", "coordinatedDropout", "0.2", "heldOutChannels",
                "1", "inputs", "behaviour.velocity", "readout", "mlp", "readinSize", "2");
        assertEquals(2.0, result.get("model").number("readinSize", 0));
        assertTrue(Arrays.stream(NdArrays.doubles(result.get("trajectories").array(Trajectories.STATE))).allMatch(Double::isFinite));
    }

    @Test
    void sessionsThatDoNotBelongTogetherAreRefusedByName() {
        Item monday = ragged().getFirst();
        Value wide = monday.value().copy().attribute(Recording.BIN_WIDTH, 0.02).build();
        assertTrue(assertThrows(NullclineException.class, () -> fit(context(1), List.of(monday, new Item("wide", wide)))).getMessage().contains("'wide'"));
        Value continuous = TestRecordings.lorenz(Trials.equal(10, 8), 4, Signal.CONTINUOUS);
        assertTrue(assertThrows(NullclineException.class, () -> fit(context(1), List.of(monday, new Item("c", continuous)))).getMessage()
                .contains("likelihood"));
        long[] split = new long[10];
        Arrays.fill(split, Split.TEST.ordinal());
        Value none = monday.value().copy().array(Recording.SPLIT, "", NdArrays.of(split, 10), "trial").build();
        assertTrue(assertThrows(NullclineException.class, () -> fit(context(1), List.of(monday, new Item("none", none)))).getMessage()
                .contains("session 'none'"));
        assertTrue(assertThrows(NullclineException.class, () -> context(1).run("select-session", Map.of("trajectories",
                fit(context(1), ragged(), "epochs", "1").get("trajectories")), "session", "sunday")).getMessage().contains("monday, tuesday"));
    }
}
