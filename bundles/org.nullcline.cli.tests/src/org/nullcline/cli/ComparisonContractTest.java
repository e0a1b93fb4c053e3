// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Metrics and operators as scripts call them: names and defaults of parameters, axis orders, forms of inputs. */
class ComparisonContractTest {

    @TempDir
    private Path folder;
    private Calls calls;

    @BeforeEach
    void prepare() throws IOException {
        calls = new Calls(folder);
        for (String file : List.of("netrep/X.csv", "netrep/Y.csv", "dsa/P_A.csv", "dsa/P_B.csv", "dsa/E1_in.csv")) {
            Files.copy(golden().resolve(file), folder.resolve(file.substring(file.indexOf('/') + 1)));
        }
        List<String> b = Files.readAllLines(folder.resolve("P_B.csv"));
        Files.writeString(folder.resolve("B3.csv"), b.subList(0, 3).stream().map(line -> line.substring(0, line.lastIndexOf(','))).collect(Collectors.joining("\n")));
    }

    private static Path golden() {
        String property = System.getProperty("nullcline.shared");
        if (property != null) {
            return Path.of(property, "golden");
        }
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("shared/golden"))) {
            at = at.getParent();
            assertTrue(at != null, "there is a folder shared/golden above the working directory, or -Dnullcline.shared names it");
        }
        return at.resolve("shared/golden");
    }

    private JsonObject json(String line) {
        List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
        words.add("--json");
        return calls.call(words.toArray(String[]::new)).exits(ExitCode.DONE).json();
    }

    private static double cell(JsonObject json, int row, int column) {
        return json.getAsJsonArray("matrix").get(row).getAsJsonArray().get(column).getAsDouble();
    }

    /** netrep, SciPy 1.17 and NumPy 2.4 on the golden matrices, also for settings that the golden files do not hold; B3 is the upper left of P_B. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"procrustes X.csv Y.csv | distance | 0.5817886846709527", "procrustes X.csv Y.csv --set alpha=0 | distance | 0.8397175997618759",
        "procrustes X.csv Y.csv --set alpha=0.25 | distance | 0.6378285794716568", "procrustes X.csv Y.csv --set alpha=0.5 | distance | 0.6022610857106128",
        "procrustes X.csv Y.csv --set alpha=0.75 | distance | 0.588719566975754",
        "procrustes X.csv Y.csv --set alpha=0.25 --set distance=euclidean | distance | 12.534817161437092",
        "procrustes X.csv Y.csv --set alpha=0 --set distance=euclidean --set center=false | distance | 15.260963351967062",
        "procrustes X.csv Y.csv --set center=false | distance | 0.5812332302760105",
        "procrustes X.csv Y.csv --set distance=euclidean | distance | 11.841482253831394", "permutation X.csv Y.csv | distance | 1.0041249972898492",
        "permutation X.csv Y.csv --set distance=euclidean | distance | 17.248529753389533",
        "permutation X.csv Y.csv --set distance=euclidean --set center=false | distance | 17.4154328849521",
        "cka X.csv Y.csv | similarity | 0.7697103474509464", "cka X.csv Y.csv --set arccos=true | distance | 0.6924090204885295",
        "cka X.csv Y.csv --set kernel=rbf | similarity | 0.8009879169430768",
        "cka X.csv Y.csv --set kernel=rbf --set arccos=true | distance | 0.6418527684582293", "cca X.csv Y.csv | similarity | 0.667673086617866",
        "svcca X.csv Y.csv | similarity | 0.8000786343293917", "svcca X.csv Y.csv --set variance=0.5 | similarity | 0.9016740899441612",
        "svcca X.csv Y.csv --set variance=0.9 | similarity | 0.8612303707035136", "rsa X.csv Y.csv | similarity | 0.6356417963580279",
        "rsa X.csv Y.csv --set correlation=spearman | similarity | 0.6499910547063813", "rsa X.csv Y.csv --set correlation=cosine | similarity | 0.9511053320438407",
        "rsa X.csv Y.csv --set dissimilarity=correlation | similarity | 0.692691537904874",
        "rsa X.csv Y.csv --set dissimilarity=correlation --set correlation=spearman | similarity | 0.6975805224987095",
        "rsa X.csv Y.csv --set dissimilarity=correlation --set correlation=cosine | similarity | 0.9200342642536409",
        "affine-r2 X.csv Y.csv | similarity | 0.7740855457908331", "affine-r2 Y.csv X.csv | similarity | 0.5910119403962542",
        "affine-r2 X.csv Y.csv --set average=variance | similarity | 0.7749493094990786", "operator-procrustes P_A.csv P_B.csv | distance | 0.3547912862453958",
        "operator-procrustes P_A.csv P_B.csv --set score=euclidean | distance | 0.352933378170998",
        "spectrum-wasserstein P_A.csv P_B.csv | distance | 0.32830515387318904",
        "spectrum-wasserstein P_A.csv P_B.csv --set squared=true | distance | 0.10778427405969837",
        "spectrum-wasserstein P_A.csv P_B.csv --set order=1 | distance | 0.3201515431854609",
        "spectrum-wasserstein P_A.csv B3.csv | distance | 0.31770485279440275",
        "spectrum-wasserstein P_A.csv B3.csv --set order=1 | distance | 0.30801259005554293",
        "spectrum-wasserstein P_A.csv B3.csv --set padded=true | distance | 0.42755491054546646",
        "spectrum-wasserstein P_A.csv B3.csv --set padded=true --set order=1 | distance | 0.3914524446287262"})
    void metricsGiveTheNumbersOfTheReferenceForAllTheirSettings(String call, String kind, double expected) {
        JsonObject json = json("compare " + call);
        assertEquals(kind, json.get("kind").getAsString());
        assertEquals(expected, cell(json, 0, 1), 1e-9);
        // A distance is 0 on the diagonal, exactly; a similarity 1 but for rounding.
        assertEquals(kind.equals("distance") ? 0 : 1, cell(json, 0, 0), kind.equals("distance") ? 0 : 1e-12);
        assertTrue(json.keySet().containsAll(List.of("metric", "version", "parameters", "inputs", "matrix", "notes")), json.keySet().toString());
    }

    /** Three trials of lengths 12, 9 and 15 with two channels. */
    private void trials() throws IOException {
        int[] lengths = {12, 9, 15};
        for (int k = 0; k < 3; k++) {
            StringBuilder rows = new StringBuilder();
            StringBuilder turned = new StringBuilder();
            for (int c = 0; c < 2; c++) {
                for (int t = 0; t < lengths[k]; t++) {
                    turned.append(t == 0 ? "" : ",").append(sample(k, t, c));
                }
                turned.append('\n');
            }
            for (int t = 0; t < lengths[k]; t++) {
                rows.append(sample(k, t, 0)).append(',').append(sample(k, t, 1)).append('\n');
            }
            Files.writeString(folder.resolve("t" + k + ".csv"), rows);
            Files.writeString(folder.resolve("turned" + k + ".csv"), turned);
        }
    }

    private static double sample(int k, int t, int c) {
        return Math.sin(0.7 * t + k + 1.3 * c) + 0.3 * Math.cos(0.11 * t * t + 2 * c - k);
    }

    @Test
    void trialsOfDifferentLengthAreTheSameInEveryFormOfInput() throws IOException {
        trials();
        String settings = " --set delays=3 --set rank=4";
        JsonObject joined = json("apply dmd t0.csv+t1.csv+t2.csv" + settings);
        assertEquals(joined.get("operator"), json("apply dmd turned0.csv+turned1.csv+turned2.csv --transpose" + settings).get("operator"));
        calls.call("convert", "t0.csv+t1.csv+t2.csv", "all.npz", "--as", "recording").exits(ExitCode.DONE);
        assertEquals(joined.get("operator"), json("apply dmd all.npz" + settings).get("operator"));
        // Turned round, trials give the same spectrum; as one long trial they do not.
        JsonArray spectrum = joined.getAsJsonArray("eigenvalues");
        JsonArray other = json("apply dmd t2.csv+t0.csv+t1.csv" + settings).getAsJsonArray("eigenvalues");
        for (int i = 0; i < spectrum.size(); i++) {
            assertEquals(spectrum.get(i).getAsJsonArray().get(0).getAsDouble(), other.get(i).getAsJsonArray().get(0).getAsDouble(), 1e-10);
        }
        Files.writeString(folder.resolve("one.csv"), Files.readString(folder.resolve("t0.csv")) + Files.readString(folder.resolve("t1.csv"))
                + Files.readString(folder.resolve("t2.csv")));
        JsonObject one = json("apply dmd one.csv" + settings);
        assertTrue(Math.abs(one.getAsJsonArray("eigenvalues").get(0).getAsJsonArray().get(0).getAsDouble()
                - spectrum.get(0).getAsJsonArray().get(0).getAsDouble()) > 1e-6);
        assertEquals(6, joined.getAsJsonArray("singularValues").size());
    }

    @Test
    void delayEmbeddingIsWrittenAsAnArray() throws IOException {
        json("apply delay-embedding E1_in.csv --set delays=3 --set interval=2 --out embedded");
        calls.call("convert", "embedded/state.npy", "embedded.csv").exits(ExitCode.DONE);
        List<String> expected = Files.readAllLines(golden().resolve("dsa/E1_emb_nd3_int2.csv"));
        List<String> actual = Files.readAllLines(folder.resolve("embedded.csv")).stream().filter(line -> line.matches("[-0-9].*")).toList();
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            String[] e = expected.get(i).split(",");
            String[] a = actual.get(i).split(",");
            for (int j = 0; j < e.length; j++) {
                assertEquals(Double.parseDouble(e[j]), Double.parseDouble(a[j]), 0);
            }
        }
    }

    /** x' = 0.8 x + u, seen without noise: the last channel is the input. */
    @Test
    void systemsWithInputsAreFittedForecastAndCompared() throws IOException {
        for (double gain : new double[] {1, 2}) {
            StringBuilder rows = new StringBuilder();
            double x = 0.5;
            for (int t = 0; t < 60; t++) {
                double u = Math.sin(1.1 * t * t);
                rows.append(x).append(',').append(u).append('\n');
                x = 0.8 * x + gain * u;
            }
            Files.writeString(folder.resolve("gain" + (int) gain + ".csv"), rows);
        }
        JsonObject fitted = json("apply driven-dmd gain1.csv --set inputChannels=1 --set identification=dmdc --set delays=1 --set rank=1 --set ridge=0 --set reseed=20");
        assertEquals(0.8, fitted.getAsJsonArray("eigenvalues").get(0).getAsJsonArray().get(0).getAsDouble(), 1e-9);
        assertEquals(0, fitted.getAsJsonObject("scores").get("mae").getAsDouble(), 1e-9);
        assertTrue(fitted.getAsJsonObject("scores").keySet().containsAll(List.of("mae", "mase", "mse", "nmse", "r2", "correlation", "aic", "logmse", "nonNormality",
                "transientGrowth")));
        String settings = " --set inputChannels=1 --set delays=3 --set rank=1 --set score=euclidean";
        assertEquals(0, cell(json("compare input-dsa gain1.csv gain1.csv" + settings), 0, 1), 1e-9);
        assertEquals(0, cell(json("compare input-dsa gain1.csv gain2.csv --set part=state" + settings), 0, 1), 1e-6);
        assertTrue(cell(json("compare input-dsa gain1.csv gain2.csv --set part=control" + settings), 0, 1) > 0.1);
        calls.call("compare", "input-dsa", "gain1.csv", "gain2.csv").exits(ExitCode.INPUT);
    }

    @Test
    void spuriousEigenvaluesAreLeftOut() throws IOException {
        trials();
        json("apply dmd t0.csv+t1.csv+t2.csv --set delays=3 --set rank=5 --out fitted");
        JsonObject clean = json("apply clean-spectrum fitted/operator --set count=2 --out clean");
        assertEquals(2, clean.getAsJsonArray("eigenvalues").size());
        assertEquals(5, clean.getAsJsonArray("operator").size(), "the operator itself stays");
        assertTrue(cell(json("compare spectrum-wasserstein fitted/operator clean/operator"), 0, 1) > 0);
        calls.call("apply", "clean-spectrum", "fitted/operator").exits(ExitCode.INVALID);
        calls.call("apply", "clean-spectrum", "fitted/operator", "--set", "count=1", "--set", "largest=1").exits(ExitCode.INVALID);
    }
}
