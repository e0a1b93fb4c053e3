// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.Distances;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.internal.values.Inputs;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.testkit.BareContext;
import org.nullcline.testkit.PluginXml;

class CompareStepTest {

    private static final PluginXml CONTRIBUTIONS = PluginXml.onClassPath(CompareStepTest.class.getClassLoader());
    private static final Map<String, String> DSA = Map.of("metric", "dsa", "metric.delays", "3", "metric.rank", "4");

    /** Half of the trials follow one system, the other half another one. */
    private static Value recording(int seed) {
        List<Matrix> trials = new ArrayList<>(Samples.trials(Samples.operator(4, 0.97, 1), 5, new int[] {50, 40, 60, 55, 45, 50}, 0.2, seed));
        trials.addAll(Samples.trials(Samples.operator(4, 0.5, 2), 5, new int[] {50, 52, 60, 41, 50, 50}, 0.2, seed));
        Matrix all = new Matrix(trials.stream().mapToInt(Matrix::rows).sum(), 5);
        int at = 0;
        long[] labels = new long[trials.size()];
        for (int i = 0; i < trials.size(); i++) {
            System.arraycopy(trials.get(i).data(), 0, all.data(), at, trials.get(i).data().length);
            at += trials.get(i).data().length;
            labels[i] = i < 6 ? 0 : 1;
        }
        return Recording.builder(all.toArray(), Trials.ofLengths(trials.stream().map(Matrix::rows).toList()), Signal.CONTINUOUS, 0.01)
                .array(Recording.LABELS, "", NdArrays.of(labels, labels.length), "trial").attribute(Recording.LABELS, List.of("slow", "fast")).build();
    }

    private static Distances compare(List<StepInputs.Item> values, Map<String, String> settings, int threads) {
        BareContext context = new BareContext(CONTRIBUTIONS, 5, threads, null);
        return Distances.of(context.run("compare", Map.of("values", values), settings).get("distances"));
    }

    private static Map<String, String> with(Map<String, String> base, String... more) {
        Map<String, String> settings = new HashMap<>(base);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    @Test
    void labelsOfOneRecordingAreTakenApart() {
        Distances distances = compare(BareContext.items(recording(10), recording(20)), with(DSA, "parts", "labels"), 1);
        assertEquals(List.of("a slow", "a fast", "b slow", "b fast"), distances.rows());
        double[][] d = distances.matrix();
        assertEquals(0, d[0][0]);
        assertEquals(d[0][3], d[3][0]);
        // Same dynamics through another readout are closer than other dynamics through the same readout.
        assertTrue(d[0][2] < d[0][1] && d[1][3] < d[0][1], Arrays.deepToString(d));
    }

    @Test
    void partsEqualTheSameTrialsSelectedByHand() {
        BareContext context = BareContext.of(CONTRIBUTIONS);
        Value whole = recording(10);
        List<StepInputs.Item> halves = new ArrayList<>();
        for (String part : List.of("first-half", "second-half")) {
            halves.add(new StepInputs.Item(part, context.run("select-trials", Map.of("recording", BareContext.items(whole)), Map.of("part", part)).get("recording")));
        }
        double byHand = compare(halves, DSA, 1).matrix()[0][1];
        assertEquals(byHand, compare(BareContext.items(whole), with(DSA, "parts", "halves"), 1).matrix()[0][1], 0);
        assertEquals(byHand, compare(BareContext.items(whole), with(DSA, "parts", "labels"), 1).matrix()[0][1], 0);
    }

    @Test
    void secondGroupGivesARectangularMatrix() {
        BareContext context = BareContext.of(CONTRIBUTIONS);
        Map<String, List<StepInputs.Item>> inputs = Map.of("values", BareContext.items(recording(10), recording(20), recording(30)), "others",
                BareContext.items(recording(20), recording(40)));
        double[][] d = Distances.of(context.run("compare", inputs, DSA).get("distances")).matrix();
        assertEquals(3, d.length);
        assertEquals(2, d[0].length);
        assertEquals(0, d[1][0], 1e-9);
        double[][] square = compare(BareContext.items(recording(10), recording(20)), DSA, 1).matrix();
        assertEquals(square[0][1], d[0][0], 0);
    }

    @Test
    void resamplingGivesLimitsThatDoNotDependOnThreads() {
        List<StepInputs.Item> values = BareContext.items(recording(10), recording(20));
        Map<String, String> settings = with(DSA, "parts", "labels", "resamples", "20");
        Distances one = compare(values, settings, 1);
        Distances two = compare(values, settings, 2);
        double[] low = NdArrays.doubles(one.value().array("low"));
        double[] high = NdArrays.doubles(one.value().array("high"));
        assertArrayEquals(low, NdArrays.doubles(two.value().array("low")));
        assertArrayEquals(high, NdArrays.doubles(two.value().array("high")));
        for (int k = 0; k < low.length; k++) {
            assertTrue(low[k] <= high[k]);
        }
        // Two resamples of one system are closer than different systems.
        assertTrue(high[0] < low[1], "noise within " + high[0] + ", difference " + low[1]);
    }

    /** More recordings than the memory of this process could hold at the same time; each is made when it is asked for. */
    @Test
    void recordingsNeedNotBeInMemoryTogether() {
        int bins = 300_000;
        int channels = 24;
        int count = (int) (Runtime.getRuntime().maxMemory() / (8L * bins * channels)) + 4;
        List<StepInputs.Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double frequency = 0.01 + 0.001 * i;
            items.add(StepInputs.Item.reading("r" + i, () -> new Large(bins, channels, frequency).recording()));
        }
        Distances distances = compare(items, Map.of("metric", "dsa", "metric.delays", "1", "metric.rank", "2", "metric.score", "wasserstein"), 2);
        assertEquals(count, distances.rows().size());
        assertTrue(distances.matrix()[0][1] < distances.matrix()[0][count - 1], "frequencies in order");
    }

    /** A rotation of a known frequency that fills its memory when it is made, of which every thousandth row is read. */
    private record Large(double[] memory, int channels, double frequency) implements ArrayData {

        Large(int bins, int channels, double frequency) {
            this(new double[bins * channels], channels, frequency);
        }

        Value recording() {
            return Value.of(Kinds.MATRIX).array(new NamedArray(Inputs.MATRIX, List.of(new Axis("time", ""), new Axis("channel", "")), "", this)).build();
        }

        @Override
        public long[] shape() {
            return new long[] {memory.length / channels / 1000, 2};
        }

        @Override
        public DataType type() {
            return DataType.DOUBLE;
        }

        @Override
        public INDArray all() {
            return slice(0, shape()[0]);
        }

        @Override
        public INDArray slice(long from, long to) {
            Matrix rows = new Matrix((int) (to - from), 2);
            for (int t = 0; t < rows.rows(); t++) {
                rows.set(t, 0, Math.cos(frequency * (from + t)) + memory[t]);
                rows.set(t, 1, Math.sin(frequency * (from + t)) + memory[t]);
            }
            return rows.toArray();
        }
    }

    /** The metric gets all threads for a pair that is alone and one where there are many pairs. */
    @Test
    void onePairIsTheSameOnAnyNumberOfThreads() {
        List<StepInputs.Item> two = BareContext.items(recording(10), recording(20));
        assertArrayEquals(compare(two, DSA, 1).matrix()[0], compare(two, DSA, 4).matrix()[0]);
        List<StepInputs.Item> four = BareContext.items(recording(10), recording(20), recording(30), recording(40));
        assertTrue(Arrays.deepEquals(compare(four, DSA, 1).matrix(), compare(four, DSA, 4).matrix()));
    }

    @Test
    void whatCannotBeComparedIsRefusedWithNames() {
        Value recording = recording(10);
        assertThrows(NullclineException.class, () -> compare(BareContext.items(recording), DSA, 1));
        Value operator = Value.of("scores").build();
        String wrongKind = assertThrows(NullclineException.class, () -> compare(BareContext.items(recording, operator), DSA, 1)).getMessage();
        assertEquals("dsa compares values of kind recording or trajectories or matrix or operator, but b is a scores.", wrongKind);
        Value single = Recording.builder(Samples.normal(80, 5, 1).toArray(), Trials.equal(1, 80), Signal.CONTINUOUS, 1).build();
        String oneTrial = assertThrows(NullclineException.class, () -> compare(BareContext.items(recording, single), with(DSA, "resamples", "3"), 1)).getMessage();
        assertTrue(oneTrial.startsWith("b has a single trial"), oneTrial);
        Value constant = Recording.builder(new Matrix(80, 5).toArray().addi(1), Trials.equal(2, 40), Signal.CONTINUOUS, 1).build();
        String flat = assertThrows(NullclineException.class, () -> compare(BareContext.items(recording, constant), DSA, 1)).getMessage();
        assertTrue(flat.startsWith("b: These data have only 1 independent direction"), flat);
        Value narrow = Recording.builder(Samples.normal(80, 2, 1).toArray(), Trials.equal(2, 40), Signal.CONTINUOUS, 1).build();
        String tooHigh = assertThrows(NullclineException.class, () -> compare(BareContext.items(single, narrow), with(DSA, "metric.rank", "100"), 1)).getMessage();
        assertTrue(tooHigh.startsWith("Comparing a with b: a rank of 100") && tooHigh.contains("15 and 6"), tooHigh);
        String twoRanks = assertThrows(NullclineException.class, () -> compare(BareContext.items(recording, recording), with(DSA, "metric.rankThreshold", "1"), 1))
                .getMessage();
        assertTrue(twoRanks.contains("rank and rankThreshold"), twoRanks);
    }

    @Test
    void labelsFollowTheirTrials() {
        BareContext context = BareContext.of(CONTRIBUTIONS);
        Value odd = context.run("select-trials", Map.of("recording", BareContext.items(recording(10))), Map.of("part", "label", "label", "fast")).get("recording");
        Recording view = Recording.of(odd);
        assertEquals(6, view.trials().count());
        assertEquals(52, view.trials().length(1));
        assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1}, view.labels());
        assertThrows(NullclineException.class, () -> context.run("select-trials", Map.of("recording", BareContext.items(recording(10))),
                Map.of("part", "label", "label", "none")));
    }
}
