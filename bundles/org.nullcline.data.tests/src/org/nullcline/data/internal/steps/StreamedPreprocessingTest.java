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
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.SymmetricEigen;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.data.Steps;
import org.nullcline.data.inputs.LargeArrays;

/** Recordings that are larger than memory are normalised, smoothed, projected and put together in parts, with the numbers that they should have. */
class StreamedPreprocessingTest {

    private static final int CHANNELS = 150;
    /** Those that change from bin to bin. */
    private static final int VARYING = CHANNELS - CHANNELS / 5;
    private static final int TRIAL = 100;
    /** As many trials as make a recording that is handled in parts on this machine. */
    private static final Trials TRIALS = Trials.equal((int) (Runtime.getRuntime().maxMemory() / 16 / 8 / VARYING / TRIAL + 10), TRIAL);
    private static final Value WHOLE = CountsByFormula.recording(TRIALS, CHANNELS);
    /** Around ends of trials and of the parts in which an array is gone through or stored. */
    private static final long[] ROWS = {0, 1, 98, 99, 100, 6989, 6990, 6991, 13_980, 13_981, 13_982, 20_971, TRIALS.total() - 1};

    private static double[] row(Value recording, long row) {
        return recording.named(Recording.ACTIVITY).data().doubles(row, row + 1);
    }

    private static double mean(int channel) {
        double sum = 0;
        for (int row = 0; row < 5; row++) {
            sum += CountsByFormula.count(row, channel);
        }
        return sum / 5;
    }

    private static double deviation(int channel) {
        double sum = 0;
        for (int row = 0; row < 5; row++) {
            sum += Math.pow(CountsByFormula.count(row, channel) - mean(channel), 2);
        }
        return Math.sqrt(sum / 5);
    }

    private static Value varying() {
        assertTrue(LargeArrays.large(TRIALS.total() * VARYING), "otherwise these tests show nothing");
        return Steps.recording("select-channels", WHOLE);
    }

    @Test
    void channelsThatNeverChangeAreDroppedInParts() {
        Value kept = varying();
        // count(row, c) does not depend on the row where 7 + c is a multiple of 5
        assertEquals(VARYING, Recording.of(kept).channels());
        for (long row : ROWS) {
            double[] numbers = row(kept, row);
            for (int c = 0, at = 0; c < CHANNELS; c++) {
                if ((7 + c) % 5 != 0) {
                    assertEquals(CountsByFormula.count(row, c), numbers[at++]);
                }
            }
        }
    }

    @Test
    void scoresHaveTheMeanAndDeviationOfThePeriod() {
        Value scored = Steps.recording("z-score", varying(), "from", "all");
        for (long row : ROWS) {
            double[] numbers = row(scored, row);
            for (int c = 0, at = 0; c < CHANNELS; c++) {
                if ((7 + c) % 5 != 0) {
                    // sums of whole numbers are exact, deviations have a relative rounding error of at most 1e-16 times the number of rows
                    assertEquals((CountsByFormula.count(row, c) - mean(c)) / deviation(c), numbers[at++], 1e-9);
                }
            }
        }
    }

    @Test
    void softNormalisationDividesByTheRangePlusAConstant() {
        Value soft = Steps.recording("soft-normalise", WHOLE, "from", "all", "constant", "5", "centre", "true");
        for (long row : ROWS) {
            double[] numbers = row(soft, row);
            for (int c = 0; c < CHANNELS; c++) {
                double range = (7 + c) % 5 == 0 ? 0 : 4;
                assertEquals((CountsByFormula.count(row, c) - mean(c)) / (range + 5), numbers[c], 1e-12);
            }
        }
    }

    @Test
    void smoothingReachesIntoNeighbouringPartsButNotIntoNeighbouringTrials() {
        Value smooth = Steps.recording("smooth", WHOLE, "sigma", "3", "unit", "bins");
        for (long row : ROWS) {
            double[] numbers = row(smooth, row);
            long begin = row / TRIAL * TRIAL;
            for (int c = 0; c < CHANNELS; c += 7) {
                double sum = 0;
                double total = 0;
                for (long other = Math.max(begin, row - 12); other <= Math.min(begin + TRIAL - 1, row + 12); other++) {
                    double weight = Math.exp(-(other - row) * (other - row) / 18.0);
                    total += weight;
                    sum += weight * CountsByFormula.count(other, c);
                }
                assertEquals(sum / total / 0.005, numbers[c], 1e-9, "row " + row + ", channel " + c);
            }
        }
        ArrayData data = smooth.named(Recording.ACTIVITY).data();
        double[] together = data.doubles(6900, 7100);
        for (int row = 0; row < 200; row++) {
            assertArrayEquals(Arrays.copyOfRange(together, row * CHANNELS, (row + 1) * CHANNELS), data.doubles(6900 + row, 6901 + row), 0,
                    "the size of the parts leaves no trace");
        }
    }

    @Test
    void aKernelTooWideForTheMemoryIsRefusedBeforeAnythingIsRead() {
        Value oneTrial = CountsByFormula.recording(new Trials(new long[] {0, TRIALS.total() * 16}), CHANNELS);
        var refused = assertThrows(NullclineException.class, () -> Steps.recording("smooth", oneTrial, "sigma", "10000000", "unit", "bins"));
        assertEquals(NullclineException.Kind.TASK, refused.kind());
        assertTrue(refused.getMessage().matches("smooth: a kernel that reaches over [0-9]+ time bins to each side needs about [0-9]+ MB at once, but"
                + " this process may use [0-9]+ MB; give it more with --memory, or lower sigma, .*"), refused.getMessage());
    }

    @Test
    void principalComponentsHaveTheVariancesOfThePeriod() {
        Value pca = Steps.recording("pca", WHOLE, "components", "3", "from", "all");
        Matrix period = new Matrix(5, CHANNELS);
        for (int row = 0; row < 5; row++) {
            for (int c = 0; c < CHANNELS; c++) {
                period.set(row, c, CountsByFormula.count(row, c));
            }
        }
        double[] expected = SymmetricEigen.of(period.centreColumns().gram()).values();
        double[] variances = NdArrays.doubles(pca.array("pca.variance"));
        double scale = TRIALS.total() / 5.0 / (TRIALS.total() - 1);
        for (int k = 0; k < 4; k++) {
            assertEquals(expected[k] * scale, variances[k], 1e-9 * expected[0]);
        }
        double[][] weights = NdArrays.rows(pca.array("pca.components"));
        for (long row : ROWS) {
            double[] numbers = row(pca, row);
            for (int k = 0; k < 3; k++) {
                double sum = 0;
                for (int c = 0; c < CHANNELS; c++) {
                    sum += weights[k][c] * (CountsByFormula.count(row, c) - mean(c));
                }
                assertEquals(sum, numbers[k], 1e-9);
            }
        }
    }

    @Test
    void covarianceOfManyBlocksIsThatOfTheWholeMatrix() {
        int rows = 10_000;
        RandomStream random = RandomStream.of(5);
        Matrix x = new Matrix(rows, 6, random.normals(rows * 6)).times(new Matrix(6, 6, random.child("mix").normals(36)));
        Value value = Recording.builder(x.toArray(), Trials.equal(10, 1000), Signal.CONTINUOUS, 0.01).build();
        double[] variances = NdArrays.doubles(Steps.recording("pca", value, "components", "2", "from", "all").array("pca.variance"));
        double[] expected = SymmetricEigen.of(x.centreColumns().gram()).values();
        for (int k = 0; k < 6; k++) {
            // ten thousand terms of order one, in another order
            assertEquals(expected[k] / (rows - 1), variances[k], 1e-11 * expected[0]);
        }
    }

    @Test
    void ratesBecomeTheCountsThatTheyWere() {
        Value rates = Steps.recording("smooth", WHOLE, "sigma", "0.01", "unit", "bins");
        Value counts = Steps.recording("rates-to-counts", rates);
        for (long row : ROWS) {
            double[] numbers = row(counts, row);
            for (int c = 0; c < CHANNELS; c++) {
                assertEquals(CountsByFormula.count(row, c), numbers[c]);
            }
        }
    }

    @Test
    void recordingsAreJoinedInPartsAlongTrialsAndAlongChannels() {
        Value other = Steps.recording("select-channels", WHOLE, "channels", "3,1", "dropConstant", "false");
        Value wide = Steps.run("concatenate", Map.of("recordings", List.of(new Item("a", WHOLE), new Item("b", other))), "along", "channels").get("recording");
        Value twice = Steps.run("concatenate", Map.of("recordings", List.of(new Item("a", WHOLE), new Item("b", WHOLE))), "along", "trials").get("recording");
        assertEquals(CHANNELS + 2, Recording.of(wide).channels());
        assertEquals(2 * TRIALS.count(), Recording.of(twice).trials().count());
        for (long row : ROWS) {
            double[] numbers = row(wide, row);
            assertEquals(CountsByFormula.count(row, 17), numbers[17]);
            assertEquals(CountsByFormula.count(row, 3), numbers[CHANNELS]);
            assertEquals(CountsByFormula.count(row, 1), numbers[CHANNELS + 1]);
            assertArrayEquals(row(WHOLE, row), row(twice, TRIALS.total() + row), 0);
        }
    }
}
