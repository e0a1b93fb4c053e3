// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Split;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.data.Shared;
import org.nullcline.data.Steps;

class PreprocessingTest {

    private static final Trials RAGGED = new Trials(new long[] {0, 30, 50, 90});

    /** 90 bins of 4 channels of different scales, in ragged trials. */
    private static Value noise(Signal signal, double binWidth) {
        RandomStream random = RandomStream.of(5);
        double[] values = new double[90 * 4];
        Arrays.setAll(values, i -> signal == Signal.COUNTS ? random.poisson(1 + i % 4) : (1 + i % 4) * random.normal() + i % 4);
        return Recording.builder(NdArrays.of(values, 90, 4), RAGGED, signal, binWidth).array("behaviour.x", "m", NdArrays.of(column(90), 90, 1), "time", "dimension")
                .array(Recording.LABELS, "", NdArrays.of(new long[] {0, 1, 0}, 3), "trial").attribute(Recording.LABELS, List.of("a", "b")).build();
    }

    private static double[] column(int length) {
        double[] column = new double[length];
        Arrays.setAll(column, i -> i);
        return column;
    }

    private static double[] activity(Value value) {
        return NdArrays.doubles(value.array(Recording.ACTIVITY));
    }

    private static String refusal(Runnable work) {
        return assertThrows(NullclineException.class, work::run).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void smoothingKeepsConstantsAndNeverCrossesTrials(String causal) {
        double[] steps = new double[90];
        Arrays.setAll(steps, i -> i < 30 ? 1 : i < 50 ? 2 : 7);
        Value constant = Recording.builder(NdArrays.of(steps, 90, 1), RAGGED, Signal.CONTINUOUS, Double.NaN).build();
        assertArrayEquals(steps, activity(Steps.recording("smooth", constant, "sigma", "3", "causal", causal)), 1e-12);
    }

    @Test
    void smoothingAnImpulseGivesTheKernel() {
        double[] impulse = new double[101];
        impulse[50] = 1;
        Value value = Recording.builder(NdArrays.of(impulse, 101, 1), Trials.equal(1, 101), Signal.CONTINUOUS, Double.NaN).build();
        double[] smooth = activity(Steps.recording("smooth", value, "sigma", "2.5"));
        for (int k = -5; k <= 5; k++) {
            // the sum over whole bins differs from the integral, and the tail from 4 sigma on is cut: 6e-5
            assertEquals(Math.exp(-k * k / 12.5) / (2.5 * Math.sqrt(2 * Math.PI)), smooth[50 + k], 2e-5);
        }
        double[] causal = activity(Steps.recording("smooth", value, "sigma", "2.5", "causal", "true"));
        assertEquals(0, causal[49]);
        assertTrue(causal[50] > smooth[50]);
    }

    @Test
    void smoothedCountsAreRatesWhereTheBinWidthIsKnown() {
        Value rates = Steps.recording("smooth", noise(Signal.COUNTS, 0.02), "sigma", "0.04", "unit", "s");
        assertEquals(Signal.RATES, Recording.of(rates).signal());
        double mean = Arrays.stream(activity(rates)).average().orElseThrow();
        assertEquals(Arrays.stream(activity(noise(Signal.COUNTS, 0.02))).average().orElseThrow() / 0.02, mean, 0.05 * mean);
        assertEquals(Signal.CONTINUOUS, Recording.of(Steps.recording("smooth", noise(Signal.COUNTS, Double.NaN))).signal());
        assertTrue(refusal(() -> Steps.recording("smooth", noise(Signal.COUNTS, Double.NaN), "unit", "s")).contains("bin width"));
    }

    @Test
    void zScoresHaveMeanZeroAndDeviationOneInTheTrainingTrials() {
        Value split = noise(Signal.CONTINUOUS, Double.NaN).copy().array(Recording.SPLIT, "", NdArrays.of(new long[] {0, 2, 0}, 3), "trial").build();
        double[] z = activity(Steps.recording("z-score", split));
        for (int c = 0; c < 4; c++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < 90; row++) {
                if (row < 30 || row >= 50) {
                    sum += z[row * 4 + c];
                    squares += z[row * 4 + c] * z[row * 4 + c];
                }
            }
            assertEquals(0, sum / 70, 1e-12);
            assertEquals(1, squares / 70, 1e-12);
        }
    }

    @Test
    void softNormalisationDividesByRangePlusConstant() {
        double[] values = {0, 10, 20, 1, 2, 3};
        Value value = Recording.builder(NdArrays.of(new double[] {values[0], values[3], values[1], values[4], values[2], values[5]}, 3, 2), Trials.equal(1, 3),
                Signal.RATES, 0.1).build();
        assertArrayEquals(new double[] {0, 1.0 / 7, 10.0 / 25, 2.0 / 7, 20.0 / 25, 3.0 / 7}, activity(Steps.recording("soft-normalise", value)), 1e-12);
        assertArrayEquals(new double[] {-10.0 / 25, -1.0 / 7, 0, 0, 10.0 / 25, 1.0 / 7},
                activity(Steps.recording("soft-normalise", value, "centre", "true")), 1e-12);
    }

    @Test
    void ratesThatAreNoCountsAreRefused() {
        Value rates = Recording.builder(NdArrays.of(new double[] {5, 10, 7}, 3, 1), Trials.equal(1, 3), Signal.RATES, 0.2).build();
        assertTrue(refusal(() -> Steps.recording("rates-to-counts", rates)).contains("7.0 spikes/s in time bin 2"));
        Value counts = Steps.recording("rates-to-counts", rates, "binWidth", "1");
        assertArrayEquals(new double[] {5, 10, 7}, activity(counts));
        assertEquals(Signal.COUNTS, Recording.of(counts).signal());
    }

    @Test
    void constantAndWeakChannelsAreDroppedWithANote() {
        double[] rows = {1, 0, 5, 9, 2, 0, 5, 8};
        Value value = Recording.builder(NdArrays.of(rows, 2, 4), Trials.equal(1, 2), Signal.CONTINUOUS, Double.NaN)
                .array("truth.readout", "", NdArrays.of(new double[] {0, 1, 2, 3}, 1, 4), "state", "channel").attribute("channels", List.of("p", "q", "r", "s"))
                .build();
        Value kept = Steps.recording("select-channels", value);
        assertArrayEquals(new double[] {1, 9, 2, 8}, activity(kept));
        assertArrayEquals(new double[] {0, 3}, NdArrays.doubles(kept.array("truth.readout")));
        assertEquals(List.of("p", "s"), kept.texts("channels"));
        assertTrue(kept.texts("notes").getFirst().contains("1, 2"), kept.texts("notes").toString());
        assertArrayEquals(new double[] {9, 8}, activity(Steps.recording("select-channels", value, "minimumMean", "5")));
        assertArrayEquals(new double[] {9, 1, 8, 2}, activity(Steps.recording("select-channels", value, "channels", "3,0")));
        assertTrue(refusal(() -> Steps.recording("select-channels", value, "minimumMean", "50")).contains("No channel is left"));
        assertTrue(refusal(() -> Steps.recording("select-channels", value, "channels", "4")).contains("0 to 3"));
        assertTrue(refusal(() -> Steps.recording("z-score", value)).contains("select-channels"));
    }

    @Test
    void principalComponentsFindTheDirectionsOfLargestVariance() {
        RandomStream random = RandomStream.of(2);
        double[] values = new double[500 * 3];
        for (int t = 0; t < 500; t++) {
            double a = 10 * random.normal();
            double b = 3 * random.normal();
            values[3 * t] = (a - b) / Math.sqrt(2) + 1;
            values[3 * t + 1] = (a + b) / Math.sqrt(2) - 2;
            values[3 * t + 2] = 4;
        }
        Value value = Recording.builder(NdArrays.of(values, 500, 3), Trials.equal(5, 100), Signal.CONTINUOUS, Double.NaN)
                .array(Recording.TRUE_RATES, "", NdArrays.of(values, 500, 3), "time", "channel").build();
        Value pca = Steps.recording("pca", value, "components", "2");
        double[][] weights = NdArrays.rows(pca.array("pca.components"));
        // 500 samples of variances 100 and 9: directions are known to about 0.02
        assertArrayEquals(new double[] {Math.sqrt(0.5), Math.sqrt(0.5), 0}, weights[0], 0.05);
        assertArrayEquals(new double[] {1, 1}, new double[] {norm(weights[0]), norm(weights[1])}, 1e-12);
        double[] z = activity(pca);
        double[] scores = new double[2];
        double cross = 0;
        for (int t = 0; t < 500; t++) {
            scores[0] += z[2 * t] * z[2 * t] / 499;
            scores[1] += z[2 * t + 1] * z[2 * t + 1] / 499;
            cross += z[2 * t] * z[2 * t + 1] / 499;
        }
        double[] variances = NdArrays.doubles(pca.array("pca.variance"));
        assertArrayEquals(Arrays.copyOf(variances, 2), scores, 1e-8);
        assertEquals(0, cross, 1e-8);
        assertEquals("neuron", pca.named(Recording.TRUE_RATES).axes().get(1).name());
        assertEquals(1, Recording.of(Steps.recording("pca", value, "variance", "0.8")).channels());
        assertEquals(2, Recording.of(Steps.recording("pca", value, "variance", "0.999")).channels());
        assertTrue(refusal(() -> Steps.recording("pca", value, "components", "4")).contains("only 3 channels"));
    }

    private static double norm(double[] v) {
        return Math.sqrt(Arrays.stream(v).map(x -> x * x).sum());
    }

    @Test
    void recordingsAreJoinedByTrialsWithLabelsByName() {
        Value first = noise(Signal.COUNTS, 0.02);
        Value second = first.copy().attribute(Recording.LABELS, List.of("b", "c")).without("behaviour.x").build();
        Value joined = Steps.run("concatenate", Map.of("recordings", List.of(new Item("one", first), new Item("two", second)))).get("recording");
        Recording recording = Recording.of(joined);
        assertEquals(6, recording.trials().count());
        assertEquals(List.of("a", "b", "c"), recording.labelNames());
        assertArrayEquals(new int[] {0, 1, 0, 1, 2, 1}, recording.labels());
        assertTrue(joined.texts("notes").getFirst().contains("behaviour.x"), joined.texts("notes").toString());
        Value wide = Steps.run("concatenate", Map.of("recordings", List.of(new Item("one", first), new Item("two", second))), "along", "channels").get("recording");
        assertEquals(8, Recording.of(wide).channels());
        Value slow = first.copy().attribute(Recording.BIN_WIDTH, 0.1).build();
        assertTrue(refusal(() -> Steps.run("concatenate", Map.of("recordings", List.of(new Item("one", first), new Item("slow", slow))))).contains("'slow'"));
    }

    @Test
    void spikeTimesAreCountedInTheBinsOfTheirTrials() {
        Value spikes = Steps.run("load-spike-times", (Value) null, "file", Shared.golden("formats/mini_nwb_layout.nwb").toString()).get("spikes");
        Recording counts = Recording.of(Steps.recording("bin-spikes", spikes, "binWidth", "0.1"));
        assertArrayEquals(new long[] {0, 5, 10}, counts.trials().offsets());
        // unit 0 fires at 0.1, 0.2 and 0.5, which opens the second trial; unit 1 at 0.15 and 0.9
        double[] expected = new double[20];
        expected[2] = 1;
        expected[4] = 1;
        expected[3] = 1;
        expected[10] = 1;
        expected[19] = 1;
        assertArrayEquals(expected, activity(counts.value()));
        assertEquals(2, counts.value().named("behaviour.hand_vel").size(1));
        Recording whole = Recording.of(Steps.recording("bin-spikes", spikes, "binWidth", "0.5", "trials", "whole"));
        assertArrayEquals(new double[] {2, 1, 1, 1}, activity(whole.value()));
        Recording window = Recording.of(Steps.recording("bin-spikes", spikes, "binWidth", "0.1", "before", "0.1", "after", "0.2"));
        assertArrayEquals(new long[] {0, 3, 6}, window.trials().offsets());
        Value loaded = Steps.recording("load-recording", null, "file", Shared.golden("formats/mini_nwb_layout.nwb").toString(), "binWidth", "0.1");
        assertArrayEquals(expected, activity(loaded));
        assertTrue(refusal(() -> Steps.recording("load-recording", null, "file", Shared.golden("formats/mini_nwb_layout.nwb").toString())).contains("binWidth"));
    }

    @Test
    void widerBinsSumCountsAndAverageEverythingElse() {
        Value fine = noise(Signal.COUNTS, 0.02);
        Recording coarse = Recording.of(Steps.recording("bin-spikes", fine, "binWidth", "0.06"));
        assertArrayEquals(new long[] {0, 10, 16, 29}, coarse.trials().offsets());
        double[] counts = activity(fine);
        assertEquals(counts[0] + counts[4] + counts[8], activity(coarse.value())[0]);
        assertEquals(1, NdArrays.doubles(coarse.value().array("behaviour.x"))[0]);
        assertEquals(51, NdArrays.doubles(coarse.value().array("behaviour.x"))[16]);
        assertTrue(coarse.value().texts("notes").getFirst().contains("3 time bins"), coarse.value().texts("notes").toString());
        assertTrue(refusal(() -> Steps.recording("bin-spikes", fine, "binWidth", "0.05")).contains("whole multiple"));
    }

    @Test
    void binsCanBeJoinedWhereTheirWidthIsNotKnown() {
        Value known = noise(Signal.COUNTS, 0.02);
        Value unknown = noise(Signal.COUNTS, Double.NaN);
        Recording joined = Recording.of(Steps.recording("bin-spikes", unknown, "join", "3"));
        assertArrayEquals(activity(Steps.recording("bin-spikes", known, "binWidth", "0.06")), activity(joined.value()));
        assertTrue(Double.isNaN(joined.binWidth()), "no width is made up");
        assertEquals(0.06, Recording.of(Steps.recording("bin-spikes", known, "join", "3")).binWidth(), 1e-12);
        assertTrue(refusal(() -> Steps.recording("bin-spikes", unknown, "binWidth", "0.06")).contains("join"));
    }

    @Test
    void splitsFollowTheirFractionsWithinEveryLabelAndTheSeed() {
        long[] labels = new long[200];
        Arrays.setAll(labels, i -> i % 4);
        Value value = Recording.builder(NdArrays.of(new double[200], 200, 1), Trials.equal(200, 1), Signal.CONTINUOUS, Double.NaN)
                .array(Recording.LABELS, "", NdArrays.of(labels, 200), "trial").attribute(Recording.LABELS, List.of("a", "b", "c", "d")).build();
        Recording split = Recording.of(Steps.recording("split-trials", value, "seed", "1"));
        assertArrayEquals(new int[] {128, 32, 40}, new int[] {split.trialsOf(Split.TRAIN).length, split.trialsOf(Split.VALIDATION).length,
            split.trialsOf(Split.TEST).length});
        for (int label = 0; label < 4; label++) {
            int wanted = label;
            long tests = Arrays.stream(split.trialsOf(Split.TEST)).filter(t -> labels[t] == wanted).count();
            assertTrue(Math.abs(tests - 10) <= 1, "label " + label + " has " + tests + " test trials");
        }
        assertArrayEquals(split.splits(), Recording.of(Steps.recording("split-trials", value, "seed", "1")).splits());
        assertTrue(!Arrays.equals(split.splits(), Recording.of(Steps.recording("split-trials", value, "seed", "2")).splits()));
        Recording sequential = Recording.of(Steps.recording("split-trials", value, "order", "sequential"));
        assertEquals(159, sequential.trialsOf(Split.VALIDATION)[31]);
        assertEquals(160, sequential.trialsOf(Split.TEST)[0]);
    }

    @Test
    void anEmptySplitIsRefused() {
        Value few = Recording.builder(NdArrays.of(new double[3], 3, 1), Trials.equal(3, 1), Signal.CONTINUOUS, Double.NaN).build();
        assertTrue(refusal(() -> Steps.recording("split-trials", few)).contains("3 trials leave the validation split empty"));
        assertEquals(3, Recording.of(Steps.recording("split-trials", few, "validation", "0", "test", "0")).trialsOf(Split.TRAIN).length);
        assertTrue(refusal(() -> Steps.recording("split-trials", few, "validation", "0.5", "test", "0.5")).contains("less than 1"));
    }

    @Test
    void trialsAreCutByLengthAndAroundEvents() {
        Value value = noise(Signal.COUNTS, 0.02);
        Recording even = Recording.of(Steps.recording("cut-trials", value, "by", "length", "length", "10"));
        assertEquals(9, even.trials().count());
        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 0, 0, 0, 0}, even.labels());
        Value one = Recording.builder(value.array(Recording.ACTIVITY), Trials.equal(1, 90), Signal.COUNTS, 0.02).build();
        Recording around = Recording.of(Steps.recording("cut-trials", one, "by", "events", "events", "0.2,0.6,1.79", "before", "0.1", "after", "0.2"));
        assertArrayEquals(new long[] {0, 15, 30}, around.trials().offsets());
        assertArrayEquals(Arrays.copyOfRange(activity(one), 5 * 4, 20 * 4), Arrays.copyOf(activity(around.value()), 60));
        assertTrue(around.value().texts("notes").getFirst().contains("1.79"));
        assertTrue(refusal(() -> Steps.recording("cut-trials", value)).contains("no label per time bin"));
    }
}
