// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.cli.Calls.Result;
import org.nullcline.testkit.ConformanceKit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The fields that the contract promises for built-in steps and metrics, on inputs whose answers are known. */
class ScienceContractTest {

    @TempDir
    private Path folder;
    private Calls calls;

    @BeforeEach
    void prepare() {
        calls = new Calls(folder);
    }

    @Test
    void fixedPointsOfLorenzAreTheThreeOfTheTextbook() {
        JsonObject json = calls.call("apply", "fixed-points", "system:lorenz", "--set", "starts=64", "--json").exits(ExitCode.DONE).json();
        JsonArray points = json.getAsJsonArray("points");
        assertEquals(3, points.size());
        double distance = Math.sqrt(2.667 * 27);
        for (JsonElement element : points) {
            JsonObject point = element.getAsJsonObject();
            assertTrue(point.keySet().containsAll(Set.of("state", "speed", "eigenvalues", "stable")), point.toString());
            double x = point.getAsJsonArray("state").get(0).getAsDouble();
            double z = point.getAsJsonArray("state").get(2).getAsDouble();
            // Newton's method converges to rounding; 1e-6 leaves room for states of size 27.
            assertTrue(Math.abs(x) < 1e-6 && Math.abs(z) < 1e-6 || Math.abs(Math.abs(x) - distance) < 1e-6 && Math.abs(z - 27) < 1e-6, point.toString());
            assertEquals(3, point.getAsJsonArray("eigenvalues").size());
            assertEquals(false, point.get("stable").getAsBoolean());
        }
    }

    @Test
    void parametersOfASystemCanBeWrittenBehindIt() {
        JsonObject json = calls.call("apply", "fixed-points", "system:lorenz,rho=0.5", "--set", "starts=16", "--json").exits(ExitCode.DONE).json();
        assertEquals(1, json.getAsJsonArray("points").size(), "below rho = 1 the origin is alone");
        assertTrue(json.getAsJsonArray("points").get(0).getAsJsonObject().get("stable").getAsBoolean());
        calls.call("apply", "fixed-points", "system:lorenz,rhu=0.5").exits(ExitCode.INVALID);
        calls.call("apply", "fixed-points", "system:lorentz").exits(ExitCode.INVALID);
    }

    @Test
    void clipsOfASystemFollowItsFieldAndComeAgainWithTheirSeed() {
        String[] call = {"apply", "system-clips", "--set", "clips=2", "--set", "bins=20", "--set", "pointsPerPeriod=1000", "--set", "seed=1", "--json"};
        JsonObject recording = calls.call(call).exits(ExitCode.DONE).json().getAsJsonObject("outputs").getAsJsonObject("recording");
        double step = recording.getAsJsonObject("attributes").get("binWidth").getAsDouble();
        JsonArray states = recording.getAsJsonObject("arrays").getAsJsonObject("activity").getAsJsonArray("values");
        assertEquals(40, states.size(), "two clips one after the other");
        for (int t : new int[] {5, 10, 25, 30}) {
            double slope = (value(states, t + 1, 0) - value(states, t - 1, 0)) / (2 * step);
            double field = 10 * (value(states, t, 1) - value(states, t, 0));
            // Central differences over a thousandth of a period err by less than a thousandth of the speed on the attractor.
            assertEquals(field, slope, 1e-2 * (1 + Math.abs(field)), "x' = σ (y − x) at " + t);
        }
        assertEquals(states, calls.call(call).json().getAsJsonObject("outputs").getAsJsonObject("recording").getAsJsonObject("arrays").getAsJsonObject("activity")
                .getAsJsonArray("values"));
        calls.call("apply", "system-clips", "--set", "system=lorentz").exits(ExitCode.INVALID);
    }

    private static double value(JsonArray rows, int row, int column) {
        return rows.get(row).getAsJsonArray().get(column).getAsDouble();
    }

    @Test
    void lyapunovExponentsSumToTheDivergence() {
        JsonObject json = calls.call("apply", "lyapunov", "system:lorenz", "--set", "time=20", "--json").exits(ExitCode.DONE).json();
        assertEquals(3, json.getAsJsonArray("spectrum").size());
        double sum = json.getAsJsonArray("spectrum").asList().stream().mapToDouble(JsonElement::getAsDouble).sum();
        // The divergence of Lorenz' field is constant, -(10 + 1 + 2.667); the integrator keeps it to its own accuracy.
        assertEquals(-13.667, sum, 1e-4);
        assertEquals(-13.667, json.get("sumDivergence").getAsDouble(), 1e-9);
        assertTrue(json.has("kaplanYorke"));
    }

    /** Spectra of golden/dysts and of the literature; the time is short, so the averages still scatter by some per cent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"lorenz | time=300 | 0.905 | 0.05 | 0 | 0.01", "rossler | time=4000 | 0.0706 | 0.01 | 0 | 0.003",
        "arneodo | time=2000 | 0.2 | 0.03 | 0 | 0.01", "henon | time=20000 | 0.419 | 0.01 | -1.623 | 0.01",
        "mackey-glass | time=8000 exponents=3 | 0 | 0.0005 | -0.0084 | 0.001"})
    void lyapunovExponentsOfFlowsMapsAndDelaySystemsAreThePublishedOnes(String system, String settings, double first, double scatter, double second,
            double secondScatter) {
        List<String> call = new ArrayList<>(List.of("apply", "lyapunov", "system:" + system, "--json"));
        for (String setting : settings.split(" ")) {
            call.addAll(List.of("--set", setting));
        }
        JsonObject json = calls.call(call.toArray(String[]::new)).exits(ExitCode.DONE).json();
        assertEquals(first, json.getAsJsonArray("spectrum").get(0).getAsDouble(), scatter);
        assertEquals(second, json.getAsJsonArray("spectrum").get(1).getAsDouble(), secondScatter);
    }

    @Test
    void simulatedRecordingCanBeConvertedAndDecomposed() {
        calls.call("simulate", "rossler", "--trials", "4", "--bins", "60", "--points-per-period", "20", "--out", "states.npy").exits(ExitCode.DONE);
        calls.call("simulate", "rossler", "--neurons", "5", "--trials", "4", "--bins", "60", "--out", "spikes.h5").exits(ExitCode.DONE);
        calls.call("convert", "states.npy", "states.mat").exits(ExitCode.DONE);
        JsonObject converted = calls.call("convert", "spikes.h5", "recording", "--as", "recording", "--json").exits(ExitCode.DONE).json();
        assertEquals("recording", converted.get("kind").getAsString());
        JsonObject dmd = calls.call("apply", "dmd", "states.npy", "--set", "delays=3", "--set", "rank=4", "--json").exits(ExitCode.DONE).json();
        assertTrue(dmd.keySet().containsAll(List.of("eigenvalues", "singularValues", "operator", "rank", "scores")), dmd.keySet().toString());
        assertEquals(4, dmd.getAsJsonArray("eigenvalues").size());
        assertEquals(2, dmd.getAsJsonArray("eigenvalues").get(0).getAsJsonArray().size());
        assertEquals(4, dmd.get("rank").getAsInt());
        assertTrue(dmd.getAsJsonObject("scores").keySet().containsAll(List.of("mae", "mase", "mse", "nmse", "r2", "correlation", "aic", "logmse", "nonNormality",
                "transientGrowth")), dmd.getAsJsonObject("scores").toString());
    }

    @Test
    void dynamicalSimilarityOfOneRecordingWithItselfIsZero() {
        calls.call("simulate", "lorenz", "--trials", "4", "--bins", "100", "--out", "a.npy").exits(ExitCode.DONE);
        JsonObject json = calls.call("compare", "dsa", "a.npy", "a.npy#*", "--set", "delays=4", "--set", "rank=5", "--json").exits(ExitCode.DONE).json();
        assertEquals("distance", json.get("kind").getAsString());
        // The alignment is exact to the promise of 1e-6 that the metric gives for conjugate operators.
        assertEquals(0, json.getAsJsonArray("matrix").get(0).getAsJsonArray().get(1).getAsDouble(), 1e-6);
    }

    @Test
    void partsOfOneRecordingAreComparedWithConfidence() {
        calls.call("simulate", "lorenz", "--trials", "8", "--bins", "60", "--out", "a.npy").exits(ExitCode.DONE);
        JsonObject json = calls.call("compare", "dsa", "a.npy", "--set", "delays=4", "--set", "rank=5", "--set", "parts=halves", "--set", "resamples=5", "--json")
                .exits(ExitCode.DONE).json();
        assertEquals(2, json.getAsJsonArray("matrix").size());
        assertEquals("a.npy first half", json.getAsJsonArray("names").get(0).getAsString());
        assertFalse(json.getAsJsonObject("parameters").has("parts"));
        JsonObject intervals = json.getAsJsonObject("intervals");
        assertEquals(5, intervals.get("resamples").getAsInt());
        assertEquals(0.95, intervals.get("confidence").getAsDouble());
        double low = intervals.getAsJsonArray("low").get(0).getAsJsonArray().get(1).getAsDouble();
        assertTrue(low > 0 && low <= intervals.getAsJsonArray("high").get(0).getAsJsonArray().get(1).getAsDouble());
    }

    @Test
    void twoGroupsAreComparedAndTrialsAreCutOnTheWay() {
        calls.call("simulate", "lorenz", "--trials", "1", "--bins", "200", "--out", "a.npy").exits(ExitCode.DONE);
        calls.call("simulate", "rossler", "--trials", "1", "--bins", "200", "--out", "b.npy").exits(ExitCode.DONE);
        JsonObject json = calls.call("compare", "dsa", "a.npy#*", "--with", "b.npy#*", "--with", "a.npy#*", "--length", "50", "--set", "delays=3", "--set", "rank=4",
                "--json").exits(ExitCode.DONE).json();
        assertEquals(1, json.getAsJsonArray("matrix").size());
        assertEquals(2, json.getAsJsonArray("columns").size());
        assertEquals(0, json.getAsJsonArray("matrix").get(0).getAsJsonArray().get(1).getAsDouble(), 1e-6);
        calls.call("compare", "dsa", "a.npy", "b.npy", "--length", "50,20,30").exits(ExitCode.INVALID);
    }

    @Test
    void anAngleBetweenKernelsIsADistance() throws IOException {
        Files.writeString(folder.resolve("x.csv"), "1,0\n0,2\n3,1\n");
        Files.writeString(folder.resolve("y.csv"), "2,0\n0,1\n1,4\n");
        assertEquals("distance", calls.call("compare", "cka", "x.csv", "y.csv", "--set", "arccos=true", "--json").exits(ExitCode.DONE).json().get("kind").getAsString());
        assertEquals("similarity", calls.call("compare", "cka", "x.csv", "y.csv", "--json").exits(ExitCode.DONE).json().get("kind").getAsString());
    }

    @Test
    void operatorsThatDifferByARotationAreTheSame() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "1,0\n0,2\n");
        Files.writeString(folder.resolve("b.csv"), "2,0\n0,1\n");
        JsonObject json = calls.call("compare", "operator-procrustes", "a.csv", "b.csv", "--json").exits(ExitCode.DONE).json();
        assertEquals(0, json.getAsJsonArray("matrix").get(0).getAsJsonArray().get(1).getAsDouble(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"convert none.npy x.csv | 4", "convert table.csv x.xyz | 3", "apply dmd table.csv --set delays=0 | 3",
        "apply lyapunov table.csv | 4", "apply dmd model:nothing | 3", "convert evil.pkl x.npy | 4", "convert nan.csv#Q x.npy | 4"})
    void everyWrongInputHasItsCodeAndOneSentence(String line, int code) throws IOException {
        Files.writeString(folder.resolve("table.csv"), "1,2\n3,4\n5,6\n");
        Files.writeString(folder.resolve("nan.csv"), "1,nan\n3,4\n");
        Files.write(folder.resolve("evil.pkl"), new byte[] {(byte) 0x80, 4, '.'});
        Result result = calls.call(line.split(" ")).exits(code);
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().startsWith("nullcline: "), result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"select-session", "match-fixed-points", "score", "cut-trials", "rates-to-counts", "pca", "smooth", "z-score", "concatenate"})
    void stepsKeepWhatTheyPromiseOnValuesThatSuitThem(String step) {
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        PrintStream silent = new PrintStream(nothing);
        new ConformanceKit(calls.session(silent, silent).contributions()).require(step);
    }

    @Test
    void templatesAreValidWhereTheScienceIsInstalled() {
        calls.call("validate", "--template", "first-look").exits(ExitCode.DONE);
        calls.call("plan", "--template", "first-look", "--quick", "--json").exits(ExitCode.DONE).json();
        Result reaching = calls.call("validate", "--template", "reaching").exits(ExitCode.INPUT);
        assertTrue(reaching.out().contains("recording.file"), reaching.out());
    }
}
