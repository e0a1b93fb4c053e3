// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepsTest {
    @Test
    void listKeepsItsTexts() throws Exception {
        assertEquals(List.of("gru", "node", "0.10"), values(list("fit.architecture", "gru", "node", "0.10")));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.5, 0.1, 0.1 0.2 0.3 0.4 0.5",
        "0, 1, 0.4, 0 0.4 0.8",
        "5, 1, -2, 5 3 1",
        "3, 3, 1, 3",
        "1e-7, 3e-7, 1e-7, 1e-7 2e-7 3e-7",
    })
    void rangeWithAStepHasNoRoundingDust(String from, String to, String step, String expected) throws Exception {
        var axis = axis(AxisKind.RANGE, from, to, 0);
        axis.setStep(step);
        assertEquals(expected, String.join(" ", values(axis)));
    }

    @ParameterizedTest
    @CsvSource({
        "range, 0, 1, 5, 0 0.25 0.5 0.75 1",
        "range, 0, 1, 4, 0 0.333333333333 0.666666666667 1",
        "range, 7, 9, 1, 7",
        "log, 1e-4, 1e-2, 3, 0.0001 0.001 0.01",
        "log, 1e-6, 1e-4, 3, 1e-6 1e-5 0.0001",
        "log, 256, 1, 9, 256 128 64 32 16 8 4 2 1",
        "log, 1e14, 1e16, 3, 100000000000000 1e15 1e16",
    })
    void countedAxesIncludeBothEnds(String kind, String from, String to, int count, String expected) throws Exception {
        assertEquals(expected, String.join(" ", values(axis(AxisKind.of(kind).orElseThrow(), from, to, count))));
    }

    @Test
    void wholeNumbersAreNotRepeated() throws Exception {
        var axis = axis(AxisKind.LOG, "1", "8", 10);
        axis.setInteger(true);
        assertEquals(List.of("1", "2", "3", "4", "5", "6", "8"), values(axis));
    }

    @Test
    void randomValuesDependOnSeedAndIndexAlone() throws Exception {
        var few = axis(AxisKind.RANDOM, "-1", "3", 10);
        var many = axis(AxisKind.RANDOM, "-1", "3", 1000);
        assertEquals(values(few), values(many).subList(0, 10));
        many.setSeed(1);
        assertNotEquals(values(few), values(many).subList(0, 10));
        assertTrue(values(many).stream().mapToDouble(Double::parseDouble).allMatch(v -> v >= -1 && v < 3));
        // Mean of 1000 uniform numbers: 1, standard error 4 / sqrt(12 * 1000) = 0.037; five of them.
        assertEquals(1, values(many).stream().mapToDouble(Double::parseDouble).average().orElseThrow(), 0.19);
    }

    @Test
    void randomStreamIsSplitMix64() throws Exception {
        var axis = axis(AxisKind.RANDOM, "0", "1", 5);
        axis.setSeed(42);
        // The JDK's SplittableRandom is an independent implementation of the generator (its gamma is the same golden ratio).
        var reference = new SplittableRandom(42);
        var expected = IntStream.range(0, 5).mapToDouble(i -> (reference.nextLong() >>> 11) * 0x1.0p-53).toArray();
        var actual = values(axis).stream().mapToDouble(Double::parseDouble).toArray();
        for (var i = 0; i < 5; i++) {
            assertEquals(expected[i], actual[i], 1e-12); // values are written with 12 digits
        }
    }

    @Test
    void randomWholeNumbersReachBothBounds() throws Exception {
        var axis = axis(AxisKind.RANDOM, "2", "4", 200);
        axis.setInteger(true);
        assertEquals(List.of("2", "3", "4"), values(axis).stream().distinct().sorted().toList());
    }

    @Test
    void randomLogarithmicValuesStayWithinBounds() throws Exception {
        var axis = axis(AxisKind.RANDOM, "1e-5", "1e-1", 400);
        axis.setDistribution("log");
        var logs = values(axis).stream().mapToDouble(v -> Math.log10(Double.parseDouble(v))).toArray();
        for (var log : logs) {
            assertTrue(log >= -5 && log <= -1);
        }
        // Mean -3, standard error 4 / sqrt(12 * 400) = 0.058; five of them.
        assertEquals(-3, Arrays.stream(logs).average().orElseThrow(), 0.29);
    }

    @Test
    void zipVariesItsMembersTogether() throws Exception {
        var zip = axis(AxisKind.ZIP, null, null, 0);
        zip.setPath(null);
        zip.getAxes().add(list("fit.architecture", "gru", "node"));
        zip.getAxes().add(list("fit.architecture.hidden", "64", "128"));
        assertEquals(List.of(
                List.of(set("fit", "architecture", "gru"), set("fit", "architecture.hidden", "64")),
                List.of(set("fit", "architecture", "node"), set("fit", "architecture.hidden", "128"))), Sweeps.points(zip));
        zip.getAxes().get(1).getValues().add("256");
        assertTrue(message(zip).contains("2 and 3"));
    }

    @Test
    void countIsTheProductOfTheAxes() throws Exception {
        var experiment = Experiments.create("x");
        assertEquals(1, Sweeps.count(experiment));
        experiment.getAxes().add(list("fit.architecture", "gru", "node"));
        experiment.getAxes().add(axis(AxisKind.LOG, "1", "10", 7));
        assertEquals(14, Sweeps.count(experiment));
        for (var i = 0; i < 4; i++) {
            experiment.getAxes().add(axis(AxisKind.RANDOM, "0", "1", Sweeps.MAX_POINTS));
        }
        assertThrows(SweepException.class, () -> Sweeps.count(experiment));
    }

    @ParameterizedTest
    @ValueSource(strings = { "fit.rate", "fit.architecture.hidden", "fit@contribution", "fit@seed", "@seed" })
    void pathsReadWhatTheyWrite(String text) throws Exception {
        assertEquals(text, SweepPath.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "fit", "fit.", ".rate", "fit@", "@", "fit@label", "@contribution", "1.rate", "a b.c", "fit@seed.x" })
    void otherTextsAreNoPaths(String text) {
        assertThrows(SweepException.class, () -> SweepPath.parse(text));
    }

    @Test
    void mistakesAreNamed() {
        var unknown = axis(AxisKind.LIST, null, null, 0);
        unknown.setKind("sobol");
        assertTrue(message(unknown).contains("sobol"));
        assertTrue(message(axis(AxisKind.RANGE, "0", "x", 3)).contains("'x' is not a number"));
        assertTrue(message(axis(AxisKind.RANGE, "0", null, 3)).contains("last value is missing"));
        assertTrue(message(axis(AxisKind.RANGE, "0", "1", 0)).contains("number of values is 0"));
        assertTrue(message(axis(AxisKind.LOG, "0", "1", 3)).contains("above zero"));
        assertTrue(message(axis(AxisKind.RANDOM, "2", "1", 3)).contains("above the upper bound"));
        assertTrue(message(axis(AxisKind.LIST, null, null, 0)).contains("empty"));
        assertTrue(message(axis(AxisKind.ZIP, null, null, 0)).contains("at least one"));
        assertTrue(message(axis(AxisKind.RANGE, "1e999999999", "2", 2)).contains("too large an exponent"));
        var endless = axis(AxisKind.RANGE, "0", "1", 0);
        endless.setStep("1e-9");
        assertTrue(message(endless).contains("more than " + Sweeps.MAX_POINTS));
        endless.setStep("-1");
        assertTrue(message(endless).contains("does not lead"));
        endless.setStep("0");
        assertTrue(message(endless).contains("does not lead"));
    }

    private static Sweeps.Assignment set(String step, String parameter, String value) {
        return new Sweeps.Assignment(new SweepPath.OfParameter(step, parameter), value);
    }

    private static String message(SweepAxis axis) {
        return assertThrows(SweepException.class, () -> Sweeps.points(axis)).getMessage();
    }

    private static List<String> values(SweepAxis axis) throws SweepException {
        return Sweeps.points(axis).stream().map(point -> point.get(0).value()).toList();
    }

    private static SweepAxis list(String path, String... values) {
        var axis = axis(AxisKind.LIST, null, null, 0);
        axis.setPath(path);
        axis.getValues().addAll(List.of(values));
        return axis;
    }

    private static SweepAxis axis(AxisKind kind, String from, String to, int count) {
        var axis = ExperimentFactory.eINSTANCE.createSweepAxis();
        axis.setId("axis");
        axis.setKind(kind.text());
        axis.setPath("fit.rate");
        axis.setFrom(from);
        axis.setTo(to);
        axis.setCount(count);
        return axis;
    }
}
