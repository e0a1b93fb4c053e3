// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.steps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Scores;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.dynamics.TestContext;

class LowRankMatchStepTest {

    private static final String[] SMALL = {"units", "60", "gains", "6", "trials", "4", "seed", "1"};

    @TempDir
    Path folder;

    private Map<String, Value> run(int threads, String... settings) {
        return new TestContext(folder.resolve("run" + System.nanoTime()), threads).run("low-rank-match", Map.of(), settings);
    }

    @Test
    void aTrainedNetworkAnswersAtFullGainAndOnlyGuessesWithoutStimuli() {
        Map<String, Value> result = run(1, SMALL);
        Scores scores = Scores.of(result.get("scores"));
        assertEquals(List.of("all", "gain 1.00", "gain 0.800", "gain 0.600", "gain 0.400", "gain 0.200", "gain 0.00"), scores.rows());
        double[] all = scores.table()[0];
        assertTrue(all[0] >= 0.95, "accuracy at full gain: " + all[0]);
        assertTrue(all[1] > 0.5 && all[2] < -0.5, "answers " + all[1] + ", " + all[2]);
        assertTrue(all[3] > 0 && all[3] < 0.9, "critical gain " + all[3]);
        // Without stimuli the answer depends on noise alone; with 16 trials chance is 0.5 ± 0.125.
        assertEquals(0.5, all[4], 0.375);
        Trajectories trajectories = Trajectories.of(result.get("trajectories"));
        assertEquals(6 * 4 * 4, trajectories.trials().count());
        assertEquals(6, trajectories.value().texts(Recording.LABELS).size());
        double[] gains = NdArrays.doubles(trajectories.value().array("gain"));
        assertEquals(1, gains[0], 0);
        assertEquals(0, gains[gains.length - 1], 1e-15);
        double[] input = NdArrays.doubles(trajectories.value().array("input"));
        assertEquals(0.8, max(input, gains.length / 6, gains.length / 3, input.length / gains.length), 1e-7, "stimuli of the second gain");
    }

    private static double max(double[] values, int fromTrial, int toTrial, int perTrial) {
        double max = 0;
        for (int i = fromTrial * perTrial; i < toTrial * perTrial; i++) {
            max = Math.max(max, values[i]);
        }
        return max;
    }

    /** Without noise the state stays in the span of M, the input weights and its start: four dimensions for rank 2 and two stimuli, and the bias. */
    @Test
    void statesLieInTheSpanOfConnectivityInputsAndBias() {
        Map<String, Value> result = run(1, "units", "40", "epochs", "2", "stepsPerEpoch", "2", "gains", "2", "trials", "1", "noise", "0", "seed", "3");
        Matrix states = Matrix.of(result.get("trajectories").array(Trajectories.STATE));
        double[] singular = Svd.values(states);
        // start, bias, two outputs, two inputs: six directions; the rest is single-precision rounding
        assertTrue(singular[6] < 1e-5 * singular[0], "seventh singular value " + singular[6] / singular[0]);
    }

    @Test
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() {
        String[] settings = {"units", "20", "epochs", "2", "stepsPerEpoch", "2", "batch", "130", "gains", "3", "trials", "20", "seed", "3", "labels", "both"};
        Map<String, Value> one = run(1, settings);
        Map<String, Value> three = run(3, settings);
        for (String array : List.of("state", "output", "labels")) {
            assertArrayEquals(NdArrays.doubles(one.get("trajectories").array(array)), NdArrays.doubles(three.get("trajectories").array(array)), 0, array);
        }
        assertEquals(12, one.get("trajectories").texts(Recording.LABELS).size());
    }

    @Test
    void gainsMustSpanARange() {
        assertTrue(assertThrows(NullclineException.class, () -> run(1, "lowestGain", "1")).getMessage().contains("lowestGain"));
    }
}
