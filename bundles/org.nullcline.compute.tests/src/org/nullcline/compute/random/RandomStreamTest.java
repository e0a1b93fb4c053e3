// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.nullcline.compute.kernel.SpecialFunctions;

class RandomStreamTest {

    private static int[] block(int c0, int c1, int c2, int c3, int k0, int k1) {
        int[] out = new int[4];
        Philox.block(c0, c1, c2, c3, k0, k1, out);
        return out;
    }

    @Test
    void philoxGivesTheKnownAnswersOfRandom123() {
        assertArrayEquals(new int[] {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}, block(0, 0, 0, 0, 0, 0));
        assertArrayEquals(new int[] {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}, block(-1, -1, -1, -1, -1, -1));
        assertArrayEquals(new int[] {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
            block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0));
    }

    @Test
    void streamIsFixedForEver() {
        // SHA-256 and Philox by another implementation; saved experiments rely on these numbers
        RandomStream stream = RandomStream.of(42).child("example", 3, -1);
        int[] expected = {386303034, -1366096390, 1109241974, -692695409, 647624840, -1026364909};
        assertArrayEquals(expected, IntStream.range(0, expected.length).map(i -> stream.nextInt()).toArray());
    }

    @Test
    void childDependsOnItsAddressOnlyAndNotOnWhatWasDrawn() {
        RandomStream fresh = RandomStream.of(1);
        RandomStream used = RandomStream.of(1);
        used.uniforms(1000, 0, 1);
        assertEquals(fresh.child("a", 1, 2).nextLong(), used.child("a", 1, 2).nextLong());
    }

    @Test
    void differentAddressesGiveDifferentStreams() {
        RandomStream root = RandomStream.of(1);
        long[] first = {RandomStream.of(2).nextLong(), root.nextLong(), root.child("a").nextLong(), root.child("b").nextLong(),
            root.child("a", 0).nextLong(), root.child("a", 1).nextLong(), root.child("a", 0, 1).nextLong(), root.child("a", 1, 0).nextLong(),
            root.child("a").child("b").nextLong(), root.child("ab").nextLong()};
        assertEquals(first.length, Arrays.stream(first).distinct().count());
    }

    @Test
    void uniformNumbersFillTheUnitIntervalEvenly() {
        RandomStream random = RandomStream.of(5);
        int n = 200_000;
        int[] bins = new int[100];
        for (int i = 0; i < n; i++) {
            bins[(int) (100 * random.uniform())]++;
        }
        // χ² with 99 degrees of freedom lies below 160 with probability 0.9999
        assertTrue(chiSquared(bins, n / 100.0) < 160);
    }

    private static double chiSquared(int[] bins, double expected) {
        return Arrays.stream(bins).mapToDouble(b -> (b - expected) * (b - expected) / expected).sum();
    }

    @Test
    void normalQuantileInvertsTheDistributionFunction() {
        for (double p : new double[] {1e-300, 1e-100, 1e-20, 1e-8, 0.001, 0.0749, 0.0751, 0.2, 0.5, 0.6, 0.9249, 0.999}) {
            double x = Distributions.normalQuantile(p);
            // the density turns an error of x into a relative error of p that grows with |x|
            assertEquals(1, SpecialFunctions.normalCumulative(x) / p, 1e-14 * (4 + x * x), "p = " + p);
        }
        assertEquals(1.959963984540054, Distributions.normalQuantile(0.975), 1e-15);
    }

    @Test
    void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
        double[] z = RandomStream.of(6).normals(200_000);
        double root = Math.sqrt(z.length);
        // four standard errors of the moments: variances 1, 2, 15 and 96 per number
        assertEquals(0, Arrays.stream(z).sum() / z.length, 4 / root);
        assertEquals(1, Arrays.stream(z).map(v -> v * v).sum() / z.length, 4 * Math.sqrt(2) / root);
        assertEquals(0, Arrays.stream(z).map(v -> v * v * v).sum() / z.length, 4 * Math.sqrt(15) / root);
        assertEquals(3, Arrays.stream(z).map(v -> v * v * v * v).sum() / z.length, 4 * Math.sqrt(96) / root);
    }

    @Test
    void poissonNumbersHaveExactlyThePoissonProbabilities() {
        for (double mean : new double[] {0.05, 1.6, 9.9, 10.1, 40, 1000}) {
            RandomStream random = RandomStream.of(7).child("poisson", Math.round(10 * mean));
            int n = 100_000;
            int low = (int) Math.max(0, mean - 4 * Math.sqrt(mean));
            int high = (int) (mean + 4 * Math.sqrt(mean)) + 2;
            int[] count = new int[high - low + 2];
            for (int i = 0; i < n; i++) {
                count[(int) Math.min(Math.max(random.poisson(mean) - low + 1, 0), high - low + 1)]++;
            }
            double chi = 0;
            int cells = 0;
            for (int k = low; k < high; k++) {
                double expected = n * Math.exp(k * Math.log(mean) - mean - SpecialFunctions.logGamma(k + 1.0));
                if (expected > 10) {
                    chi += Math.pow(count[k - low + 1] - expected, 2) / expected;
                    cells++;
                }
            }
            // χ² has mean and half the variance equal to the number of cells; five standard deviations
            assertTrue(chi < cells + 5 * Math.sqrt(2.0 * cells), "mean " + mean + ": χ² " + chi + " in " + cells + " cells");
        }
        assertEquals(0, RandomStream.of(1).poisson(0));
        assertThrows(IllegalArgumentException.class, () -> RandomStream.of(1).poisson(-1));
        assertThrows(IllegalArgumentException.class, () -> RandomStream.of(1).poisson(Double.NaN));
    }

    @Test
    void exponentialNumbersHaveMeanAndVarianceOne() {
        RandomStream random = RandomStream.of(11);
        double[] e = IntStream.range(0, 100_000).mapToDouble(i -> random.exponential()).toArray();
        double mean = Arrays.stream(e).average().orElseThrow();
        assertEquals(1, mean, 4 / Math.sqrt(e.length));
        assertEquals(1, Arrays.stream(e).map(v -> (v - mean) * (v - mean)).sum() / e.length, 4 * Math.sqrt(8.0 / e.length));
    }

    @Test
    void permutationsOfThreeAreEquallyLikely() {
        RandomStream random = RandomStream.of(8);
        int[] count = new int[6];
        for (int i = 0; i < 60_000; i++) {
            int[] p = random.permutation(3);
            count[2 * p[0] + (p[1] > p[2] ? 1 : 0)]++;
        }
        // χ² with 5 degrees of freedom lies below 26 with probability 0.9999
        assertTrue(chiSquared(count, 10_000) < 26);
    }

    @Test
    void choiceHasNoRepetitionAndEveryMemberIsEquallyLikely() {
        RandomStream random = RandomStream.of(9);
        int[] count = new int[10];
        for (int i = 0; i < 20_000; i++) {
            int[] chosen = random.choice(10, 4);
            assertEquals(4, Arrays.stream(chosen).distinct().count());
            for (int c : chosen) {
                count[c]++;
            }
        }
        assertTrue(chiSquared(count, 8_000) < 34, "9 degrees of freedom, probability 0.9999");
        assertThrows(IllegalArgumentException.class, () -> random.choice(3, 4));
        assertThrows(IllegalArgumentException.class, () -> random.below(0));
    }
}
