// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.Shared;
import org.nullcline.data.Steps;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class SimulateTest {

    /** NumPy's default_rng(0).uniform(-0.5, 0.5, (3, 10)), columns sorted by the first row: the readout of the published data sets. */
    private static final double[][] PUBLISHED_READOUT = {
        {-0.4834723644714709, -0.4590264760638053, -0.2302132862361297, 0.04362499146542287, 0.10663577576717986, 0.1369616873214543,
            0.2294965609839984, 0.3132702392002724, 0.4127555772777217, 0.4350724237877682},
        {-0.46641442469453565, 0.35740427658756935, -0.4972614998298519, -0.20028810946261522, 0.3631789223498866, 0.31585355412153215,
            0.04146122024909171, 0.22965544642994407, -0.324344379397441, -0.07731277880234155},
        {0.1471895115742501, 0.17062441469363032, -0.37571672350043606, 0.1855419844806947, 0.497209935789211, -0.47168032885453703,
            0.4808353387762301, 0.11538511148125385, -0.11632244573811656, 0.1504592762678163},
    };

    /** The data sets of Sedler, Versteeg and Pandarinath 2023, compared as distributions: chaos makes trajectories incomparable. */
    @ParameterizedTest
    @CsvSource({"arneodo, Arneodo, 35", "lorenz, Lorenz, 100", "rossler, Rossler, 35"})
    void simulatedRecordingsHaveTheStatisticsOfThePublishedOnes(String system, String reference, String pointsPerPeriod) throws IOException {
        JsonObject expected = JsonParser.parseString(Files.readString(Shared.golden("sae/dataset_oracle_stats.json"))).getAsJsonObject()
                .getAsJsonObject(reference);
        Value recording = Steps.recording("simulate", null, "system", system, "pointsPerPeriod", pointsPerPeriod, "seed", "0");
        assertEquals(2000, Recording.of(recording).trials().count());
        assertEquals(Signal.COUNTS, Recording.of(recording).signal());
        assertEquals(expected.get("dt").getAsDouble(), recording.number("interval", 0), 1e-12);
        double[] rates = NdArrays.doubles(recording.array(Recording.TRUE_RATES));
        double[] counts = NdArrays.doubles(recording.array(Recording.ACTIVITY));
        double meanRate = Arrays.stream(rates).average().orElseThrow();
        // another random readout; Rössler's spikes in z make the mean of the exponential depend on the weights of z
        assertEquals(expected.get("mean_rate").getAsDouble(), meanRate, 0.25 * meanRate);
        // 1.4 million Poisson counts of mean 1.6: standard error of the mean 0.0015
        assertEquals(meanRate, Arrays.stream(counts).average().orElseThrow(), 0.008);
        assertEquals(expected.get("frac_zero").getAsDouble(), Arrays.stream(counts).filter(v -> v == 0).count() / (double) counts.length, 0.02);
        // the entropy of the counts given the rates, which is what the best model can reach
        assertEquals(expected.get("oracle_nll_full_stirling").getAsDouble(), negativeLogLikelihood(rates, counts), 0.02);
    }

    @ParameterizedTest
    @CsvSource({"arneodo, Arneodo, 35", "lorenz, Lorenz, 100", "rossler, Rossler, 35"})
    void latentStatesReadOutWithThePublishedWeightsGiveThePublishedRates(String system, String reference, String pointsPerPeriod) throws IOException {
        JsonObject expected = JsonParser.parseString(Files.readString(Shared.golden("sae/dataset_oracle_stats.json"))).getAsJsonObject()
                .getAsJsonObject(reference);
        double[][] states = NdArrays.rows(Steps.recording("simulate", null, "system", system, "pointsPerPeriod", pointsPerPeriod, "neurons", "0")
                .array(Recording.TRUE_LATENTS));
        for (int d = 0; d < 3; d++) {
            double mean = expected.getAsJsonArray("latent_mean").get(d).getAsDouble();
            double deviation = expected.getAsJsonArray("latent_std").get(d).getAsDouble();
            double[] column = column(states, d);
            // Arneodo's two wings are visited in turn for many periods each, which makes the mean of x the slowest to settle
            assertEquals(mean, Arrays.stream(column).average().orElseThrow(), 0.35 * deviation);
            assertEquals(deviation, deviation(column), 0.05 * deviation);
        }
        double[][] logRates = new double[states.length][PUBLISHED_READOUT[0].length];
        for (int t = 0; t < states.length; t++) {
            for (int k = 0; k < logRates[t].length; k++) {
                logRates[t][k] = states[t][0] * PUBLISHED_READOUT[0][k] + states[t][1] * PUBLISHED_READOUT[1][k] + states[t][2] * PUBLISHED_READOUT[2][k];
            }
        }
        Simulate.standardise(logRates);
        double[] rates = Arrays.stream(logRates).flatMapToDouble(Arrays::stream).map(Math::exp).toArray();
        assertEquals(expected.get("mean_rate").getAsDouble(), Arrays.stream(rates).average().orElseThrow(), 0.02);
    }

    private static double negativeLogLikelihood(double[] rates, double[] counts) {
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            double k = counts[i];
            double stirling = k > 1 ? k * Math.log(k) - k + 0.5 * Math.log(2 * Math.PI * k) : 0;
            sum += rates[i] - k * Math.log(rates[i]) + stirling;
        }
        return sum / rates.length;
    }

    @Test
    void logRatesOfEveryNeuronHaveMeanZeroAndDeviationOne() {
        Value recording = Steps.recording("simulate", null, "system", "rossler", "trials", "50", "neurons", "7", "seed", "3");
        double[][] rates = NdArrays.rows(recording.array(Recording.TRUE_RATES));
        for (int k = 0; k < 7; k++) {
            double[] logs = Arrays.stream(column(rates, k)).map(Math::log).toArray();
            assertEquals(0, Arrays.stream(logs).average().orElseThrow(), 1e-10);
            assertEquals(1, deviation(logs), 1e-10);
        }
    }

    @Test
    void neuronsAreSortedByTheirFirstWeight() {
        double[][] readout = NdArrays.rows(Steps.recording("simulate", null, "trials", "5", "seed", "3").array("truth.readout"));
        double[] sorted = readout[0].clone();
        Arrays.sort(sorted);
        assertArrayEquals(sorted, readout[0]);
        assertTrue(Arrays.stream(readout).flatMapToDouble(Arrays::stream).allMatch(w -> w >= -0.5 && w < 0.5));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        Value first = Steps.recording("simulate", null, "trials", "5", "seed", "3");
        Value again = Steps.recording("simulate", null, "trials", "5", "seed", "3");
        Value other = Steps.recording("simulate", null, "trials", "5", "seed", "4");
        assertEquals(first.array(Recording.ACTIVITY), again.array(Recording.ACTIVITY));
        assertNotEquals(first.array(Recording.ACTIVITY), other.array(Recording.ACTIVITY));
        assertEquals(first.array(Recording.TRUE_LATENTS), other.array(Recording.TRUE_LATENTS));
    }

    @Test
    void standardisedStatesOfTheTenDimensionalSystemsHaveDeviationOne() {
        for (String system : new String[] {"mac-arthur", "mackey-glass"}) {
            Value recording = Steps.recording("simulate", null, "system", system, "standardise", "true", "trials", "20", "neurons", "100", "seed", "1");
            double[][] states = NdArrays.rows(recording.array(Recording.TRUE_LATENTS));
            assertEquals(10, states[0].length);
            assertEquals(1, deviation(column(states, 9)), 1e-10);
        }
    }

    @Test
    void aTransientIsLeftOut() {
        double[][] all = NdArrays.rows(Steps.recording("simulate", null, "neurons", "0", "trials", "1", "bins", "71").array(Recording.TRUE_LATENTS));
        double[][] later = NdArrays.rows(Steps.recording("simulate", null, "neurons", "0", "trials", "1", "bins", "71", "transient", "1")
                .array(Recording.TRUE_LATENTS));
        // 71 samples on a grid of 35.5 intervals per 71/70 periods: one period is 34.5 intervals, of which 35 whole ones are left out
        assertArrayEquals(all[35], later[0], 1e-9);
    }

    @Test
    void withoutNeuronsTheStatesThemselvesAreRecorded() {
        Value recording = Steps.recording("simulate", null, "system", "lorenz", "system.rho", "20", "neurons", "0", "trials", "3", "bins", "20");
        assertEquals(Signal.CONTINUOUS, Recording.of(recording).signal());
        assertEquals(recording.array(Recording.TRUE_LATENTS), recording.array(Recording.ACTIVITY));
        assertEquals("20.0", recording.text("parameter.rho", ""));
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(r -> r[column]).toArray();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }
}
