// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.dynamics.Golden;

import com.google.gson.JsonObject;

class ScoresTest {

    private static final JsonObject SCALARS = Golden.json("sae/scalars.json");

    private static Matrix random(long seed, int rows, int columns) {
        return new Matrix(rows, columns, RandomStream.of(seed).normals(rows * columns));
    }

    private static Matrix rates() {
        Matrix log = Golden.csv("sae/logrates_gru.csv");
        Matrix rates = log.copy();
        for (int i = 0; i < rates.data().length; i++) {
            rates.data()[i] = Math.exp(log.data()[i]);
        }
        return rates;
    }

    @Test
    void rateR2IsThatOfTheReference() {
        assertEquals(SCALARS.get("r2_rates_vs_spikes").getAsDouble(), Determination.mean(Golden.csv("sae/spikes_BxT_by_N.csv"), rates()), 1e-12);
    }

    @Test
    void affineR2IsThatOfTheReference() {
        assertEquals(SCALARS.get("affine_r2_gru_to_residual").getAsDouble(),
                AffineMap.r2(Golden.csv("sae/gru_latents_BxT.csv"), Golden.csv("sae/residual_mlp_dt0.1_latents_BxT.csv")), 1e-10);
    }

    @Test
    void bitsPerSpikeAreThoseOfTheReference() {
        Matrix spikes = Golden.csv("sae/spikes_BxT_by_N.csv");
        assertEquals(SCALARS.get("bits_per_spike").getAsDouble(), SpikeLikelihood.bitsPerSpike(spikes, rates(), SpikeLikelihood.meanRates(spikes)), 1e-12);
    }

    @Test
    void spikeLikelihoodIsThatOfTheReference() {
        assertEquals(SCALARS.get("poisson_nll_full_mean_gru").getAsDouble(),
                SpikeLikelihood.negativeLogLikelihood(Golden.csv("sae/spikes_BxT_by_N.csv"), rates()), 1e-12);
    }

    @Test
    void meanRatesHaveZeroBitsPerSpike() {
        Matrix spikes = Golden.csv("sae/spikes_BxT_by_N.csv");
        double[] means = SpikeLikelihood.meanRates(spikes);
        Matrix constant = new Matrix(spikes.rows(), spikes.columns());
        for (int i = 0; i < constant.data().length; i++) {
            constant.data()[i] = means[i % spikes.columns()];
        }
        assertEquals(0, SpikeLikelihood.bitsPerSpike(spikes, constant, means), 1e-14);
    }

    @Test
    void affineMapRecoversItself() {
        Matrix x = random(1, 50, 3);
        AffineMap truth = new AffineMap(random(2, 3, 4), new double[] {1, -2, 3, 0});
        AffineMap fitted = AffineMap.fit(x, truth.apply(x));
        assertArrayEquals(truth.matrix().data(), fitted.matrix().data(), 1e-12);
        assertArrayEquals(truth.offset(), fitted.offset(), 1e-12);
        assertEquals(1, AffineMap.r2(x, truth.apply(x)), 1e-12);
    }

    @Test
    void inventedDimensionsLowerHiddenR2ButNotTheOtherDirection() {
        Matrix truth = random(3, 400, 2);
        Matrix inferred = new Matrix(400, 4);
        Matrix invented = random(4, 400, 2);
        for (int i = 0; i < 400; i++) {
            inferred.set(i, 0, truth.get(i, 0));
            inferred.set(i, 1, truth.get(i, 1));
            inferred.set(i, 2, invented.get(i, 0));
            inferred.set(i, 3, invented.get(i, 1));
        }
        // Half of the dimensions are perfectly explained, the other half not at all.
        assertEquals(0.5, AffineMap.r2(truth, inferred), 0.01);
        assertEquals(1, AffineMap.r2(inferred, truth), 1e-12);
    }

    @Test
    void columnWithoutVarianceIsLeftOut() {
        Matrix truth = Matrix.of(new double[][] {{1, 5}, {2, 5}, {3, 5}});
        double[] r2 = Determination.perColumn(truth, truth);
        assertEquals(1, r2[0]);
        assertTrue(Double.isNaN(r2[1]));
        assertEquals(1, Determination.mean(truth, truth));
    }

    @Test
    void thirdsOfSeventyBinsHaveTwentyFourTwentyFourAndTwentyTwo() {
        int[] bins = new int[3];
        for (int bin = 0; bin < 70; bin++) {
            bins[Thirds.of(bin, 70).ordinal()]++;
        }
        assertArrayEquals(new int[] {24, 24, 22}, bins);
        assertEquals(Thirds.MIDDLE, Thirds.of(47, 70));
        assertEquals(Thirds.LATE, Thirds.of(48, 70));
        assertEquals(Thirds.EARLY, Thirds.of(0, 1));
        assertEquals(Thirds.MIDDLE, Thirds.of(1, 2));
    }

    /** Five thousand rows of correlated numbers, more than two blocks. */
    private static Matrix correlated(int columns, long seed) {
        RandomStream random = RandomStream.of(seed);
        Matrix mixed = new Matrix(5000, 3, random.child("hidden").normals(5000 * 3)).times(new Matrix(3, columns, random.child("mix").normals(3 * columns)));
        return mixed.plus(new Matrix(5000, columns, random.child("noise").normals(5000 * columns)));
    }

    private static AffineSums sums(Matrix x, Matrix y) {
        AffineSums sums = new AffineSums(x.columns(), y.columns());
        for (int i = 0; i < x.rows(); i++) {
            sums.average(x.data(), i * x.columns(), y.data(), i * y.columns());
        }
        for (int i = 0; i < x.rows(); i++) {
            sums.add(x.data(), i * x.columns(), y.data(), i * y.columns());
        }
        return sums;
    }

    @Test
    void affineR2FromPartsIsThatOfTheLeastSquaresMapInBothDirections() {
        Matrix x = correlated(4, 1);
        Matrix y = correlated(7, 2).plus(x.times(new Matrix(4, 7, RandomStream.of(3).normals(28))));
        AffineSums sums = sums(x, y);
        // both solve the same problem in double precision with condition numbers near 10
        assertEquals(AffineMap.r2(x, y), sums.r2(), 1e-12);
        assertEquals(AffineMap.r2(y, x), sums.reverseR2(), 1e-12);
    }

    @Test
    void affineR2FromPartsKnowsRedundantAndConstantVariables() {
        Matrix x = correlated(3, 4);
        Matrix redundant = new Matrix(5000, 4);
        for (int i = 0; i < 5000; i++) {
            for (int c = 0; c < 3; c++) {
                redundant.set(i, c, x.get(i, c));
            }
            redundant.set(i, 3, x.get(i, 0) - 2 * x.get(i, 1));
        }
        Matrix y = correlated(2, 5).plus(x.times(new Matrix(3, 2, RandomStream.of(6).normals(6))));
        assertEquals(AffineMap.r2(x, y), sums(redundant, y).r2(), 1e-12, "a redundant variable explains nothing more");
        Matrix constant = new Matrix(5000, 2);
        for (int i = 0; i < 5000; i++) {
            constant.set(i, 0, y.get(i, 0));
            constant.set(i, 1, 2.5);
        }
        assertEquals(AffineMap.r2(x, y.columns(0, 1)), sums(x, constant).r2(), 1e-12, "a constant has no variance to explain");
        assertThrows(NullclineException.class, () -> sums(x.rows(0, 3), y.rows(0, 3)).r2());
    }

    @Test
    void decoderFindsBehaviourThatFollowsTheStatesAtItsLag() {
        List<BehaviourDecoder.Trial> trials = new ArrayList<>();
        for (int trial = 0; trial < 12; trial++) {
            Matrix states = random(100 + trial, 30, 3);
            Matrix behaviour = new Matrix(30, 1);
            for (int t = 4; t < 30; t++) {
                behaviour.set(t, 0, 2 * states.get(t - 4, 0) - states.get(t - 4, 2) + 0.5);
            }
            for (int t = 0; t < 4; t++) {
                behaviour.set(t, 0, Double.NaN);
            }
            trials.add(new BehaviourDecoder.Trial(states, behaviour));
        }
        BehaviourDecoder.Result right = BehaviourDecoder.withLag(4).decode(trials.subList(0, 9), trials.subList(9, 12));
        assertEquals(1, right.r2(), 1e-9);
        assertTrue(BehaviourDecoder.withLag(0).decode(trials.subList(0, 9), trials.subList(9, 12)).r2() < 0.1);
    }

    @Test
    void decoderOfPureNoiseChoosesALargePenaltyAndDoesNotOverfit() {
        List<BehaviourDecoder.Trial> trials = new ArrayList<>();
        for (int trial = 0; trial < 10; trial++) {
            trials.add(new BehaviourDecoder.Trial(random(trial, 8, 20), random(50 + trial, 8, 1)));
        }
        BehaviourDecoder.Result result = BehaviourDecoder.withLag(0).decode(trials.subList(0, 7), trials.subList(7, 10));
        assertTrue(result.penalty() >= 1, "penalty " + result.penalty());
        assertTrue(result.r2() > -0.3);
    }

    @Test
    void fixedPointsAreMatchedThroughTheMapWhateverTheirOrder() {
        AffineMap map = new AffineMap(Matrix.of(new double[][] {{2, 0, 1}, {0, -1, 1}}), new double[] {1, 2, 3});
        List<FixedPointMatch.Point> truth = new ArrayList<>();
        List<FixedPointMatch.Point> model = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double[] x = {i, i * i};
            truth.add(new FixedPointMatch.Point(x, new double[][] {{1 + 0.1 * i, 0}, {0.5, 0}}));
        }
        for (int i : new int[] {2, 0, 1}) {
            double[] y = map.apply(truth.get(i).state());
            y[0] += 0.01;
            model.add(new FixedPointMatch.Point(y, new double[][] {{0.5, 0}, {1 + 0.1 * i, 0.3}, {0, 0}}));
        }
        FixedPointMatch match = FixedPointMatch.of(truth, model, map, 2);
        assertArrayEquals(new long[] {1, 2, 0}, match.matchOfEach());
        for (FixedPointMatch.Pair pair : match.pairs()) {
            assertEquals(0.01, pair.distance(), 1e-12);
            assertEquals(0.005, pair.relativeDistance(), 1e-12);
            // One of two eigenvalues is off by 0.3 i.
            assertEquals(Math.sqrt(0.09 / 2), pair.eigenvalueError(), 1e-12);
        }
        assertEquals(1, FixedPointMatch.of(truth, model.subList(0, 1), map, 2).pairs().size());
    }

    @Test
    void countsThatAreNoWholeNumbersAreRefused() {
        assertThrows(NullclineException.class, () -> SpikeLikelihood.requireCounts(new double[] {1.5}));
        assertThrows(NullclineException.class, () -> SpikeLikelihood.requireCounts(new double[] {-1}));
    }
}
