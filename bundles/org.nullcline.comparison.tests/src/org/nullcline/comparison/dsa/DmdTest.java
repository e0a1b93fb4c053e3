// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.api.NullclineException;
import org.nullcline.comparison.Golden;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.dsa.DmdSettings.Method;
import org.nullcline.comparison.dsa.DmdSettings.Route;
import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;

import com.google.gson.JsonObject;

class DmdTest {

    private static final JsonObject SCALARS = Golden.scalars("dsa");

    private static List<Matrix> golden(String file, int trials) {
        Matrix all = Golden.matrix("dsa/" + file);
        int length = all.rows() / trials;
        List<Matrix> parts = new ArrayList<>();
        for (int i = 0; i < trials; i++) {
            parts.add(all.rows(i * length, (i + 1) * length));
        }
        return parts;
    }

    private static double[][] sorted(Eigen.Values values) {
        double[][] points = values.points();
        Arrays.sort(points, (a, b) -> {
            int byModulus = Double.compare(Math.hypot(b[0], b[1]), Math.hypot(a[0], a[1]));
            return Math.abs(Math.hypot(b[0], b[1]) - Math.hypot(a[0], a[1])) > 1e-9 ? byModulus : Double.compare(a[1], b[1]);
        });
        return points;
    }

    private static void assertMatrix(Matrix expected, Matrix actual, double tolerance) {
        assertEquals(0, expected.minus(actual).maxAbs(), tolerance);
    }

    @ParameterizedTest
    @CsvSource({"4,1", "3,2"})
    void delayEmbeddingPutsTheNewestBlockFirst(int delays, int interval) {
        Matrix expected = Golden.matrix("dsa/E1_emb_nd" + delays + "_int" + interval + ".csv");
        assertEquals(expected, new DelayEmbedding(delays, interval).of(Golden.matrix("dsa/E1_in.csv")));
    }

    /** The reference computes in double precision; its rounding and ours differ by the conditioning of the kept directions (about 1e3 to 1e7). */
    @ParameterizedTest
    @CsvSource({"D1_lorenz_nd10_r8_l0, D1_lorenz_rk4_dt0.01_x0_1_2_20.csv, 1", "D1_lorenz_nd5_int3_ev999, D1_lorenz_rk4_dt0.01_x0_1_2_20.csv, 1",
        "D2_linear_nd1, D2_linear_X.csv, 1", "D3_lorenz3trials_nd8_r10, D3_lorenz_3trials_flat.csv, 3"})
    void operatorSpectrumAndStatisticsAreThoseOfTheReference(String name, String file, int count) {
        JsonObject golden = SCALARS.getAsJsonObject(name);
        JsonObject kw = golden.getAsJsonObject("kw");
        RankRule rule = kw.has("rank") ? new RankRule.Fixed(kw.get("rank").getAsInt())
                : kw.has("rank_explained_variance") ? new RankRule.Explaining(kw.get("rank_explained_variance").getAsDouble()) : new RankRule.All();
        int interval = kw.has("delay_interval") ? kw.get("delay_interval").getAsInt() : 1;
        List<Matrix> trials = golden(file, count);
        DmdOperator operator = Dmd.fit(trials, DmdSettings.of(kw.get("n_delays").getAsInt(), interval, rule));
        assertEquals(golden.get("rank").getAsInt(), operator.rank());
        assertEquals(golden.get("A_v_fro").getAsDouble(), operator.reduced().norm(), 1e-9);
        assertMatrix(Golden.matrix("dsa/" + name + "_Ahavok.csv"), operator.ambient(), 1e-9);
        assertArrayEquals(Golden.matrix("dsa/" + name + "_S.csv").row(0), operator.singularValues(), 1e-9);
        double[][] expected = Golden.matrix("dsa/" + name + "_eigs.csv").toRows();
        double[][] actual = sorted(operator.eigenvalues());
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual[i], 1e-9);
        }
        ForecastStatistics statistics = ForecastStatistics.of(trials, DmdPrediction.predict(operator, trials, 1), operator.rank());
        assertEquals(golden.get("mase").getAsDouble(), statistics.mase(), 1e-9);
        assertEquals(golden.get("mse").getAsDouble(), statistics.mse(), 1e-9);
        assertEquals(golden.get("nmse").getAsDouble(), statistics.nmse(), 1e-9);
        assertEquals(golden.get("r2").getAsDouble(), statistics.r2(), 1e-9);
        assertEquals(golden.get("correl").getAsDouble(), statistics.correlation(), 1e-9);
        if (statistics.mse() > 1e-20) {
            assertEquals(golden.get("aic").getAsDouble(), statistics.aic(), 1e-6);
            assertEquals(golden.get("logmse").getAsDouble(), statistics.logMse(), 1e-6);
        }
        assertEquals(golden.get("nonnormal").getAsDouble(), DmdOperator.nonNormality(operator.reduced()), 1e-9);
        assertEquals(golden.get("transient").getAsDouble(), DmdOperator.transientGrowth(operator.reduced()), 1e-9);
    }

    @Test
    void linearSystemIsRecovered() {
        assertMatrix(Golden.matrix("dsa/D2_linear_A.csv"), Dmd.fit(golden("D2_linear_X.csv", 1), DmdSettings.of(1, 1, new RankRule.All())).ambient(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"6,1,1", "6,1,3", "4,2,2", "3,2,1", "2,3,3", "1,1,1", "5,2,4"})
    void productsWithoutEmbeddingEqualThoseOfTheEmbedding(int delays, int interval, int ahead) {
        List<Matrix> trials = Samples.trials(Samples.operator(4, 0.99, 1), 3, new int[] {60, 23, 17, 40}, 0.2, 2);
        DelayEmbedding embedding = new DelayEmbedding(delays, interval);
        HankelProducts products = HankelProducts.of(trials, embedding, ahead);
        int width = delays * 3;
        Matrix all = new Matrix(width, width);
        Matrix past = all;
        Matrix cross = all;
        for (Matrix trial : trials) {
            Matrix h = embedding.of(trial);
            all = all.plus(h.gram());
            Matrix before = h.rows(0, h.rows() - ahead);
            past = past.plus(before.gram());
            cross = cross.plus(before.transposeTimes(h.rows(ahead, h.rows())));
        }
        double rounding = 1e-13 * all.maxAbs();
        assertMatrix(all, products.all(), rounding);
        assertMatrix(past, products.past(), rounding);
        assertMatrix(cross, products.cross(), rounding);
    }

    @Test
    void trialsTooShortForAPairCountInTheCovarianceOnly() {
        List<Matrix> trials = Samples.trials(Samples.operator(4, 0.99, 1), 3, new int[] {60, 6, 7}, 0.2, 2);
        DmdSettings settings = new DmdSettings(new DelayEmbedding(5, 1), new RankRule.Fixed(6), 1e-8, Method.PCR, 3, Route.EXACT);
        DmdOperator exact = Dmd.fit(trials, settings);
        DmdOperator covariance = Dmd.fit(trials, settings.withRoute(Route.COVARIANCE));
        assertMatrix(exact.ambient(), covariance.ambient(), 1e-9);
    }

    @Test
    void covarianceRouteAgreesWithTheExactOne() {
        List<Matrix> trials = Samples.trials(Samples.operator(12, 0.98, 3), 10, new int[] {300, 200, 250, 100}, 0.3, 4);
        for (int ahead = 1; ahead <= 2; ahead++) {
            DmdSettings settings = new DmdSettings(new DelayEmbedding(12, 1), new RankRule.Fixed(25), 1e-8, Method.PCR, ahead, Route.EXACT);
            DmdOperator exact = Dmd.fit(trials, settings);
            DmdOperator fast = Dmd.fit(trials, settings.withRoute(Route.COVARIANCE));
            assertTrue(fast.byCovariance());
            assertFalse(exact.byCovariance());
            assertMatrix(exact.ambient(), fast.ambient(), 1e-10);
            assertArrayEquals(exact.singularValues(), fast.singularValues(), 1e-9 * exact.singularValues()[0]);
        }
    }

    @Test
    void covarianceRouteIsLeftWhereItWouldLoseDigits() {
        List<Matrix> smooth = Samples.trials(Samples.operator(12, 0.98, 3), 10, new int[] {600, 600, 600}, 0, 4);
        DmdSettings settings = DmdSettings.of(20, 1, new RankRule.Fixed(12));
        DmdOperator operator = Dmd.fit(smooth, settings);
        assertFalse(operator.byCovariance());
        assertMatrix(Dmd.fit(smooth, settings.withRoute(Route.EXACT)).reduced(), operator.reduced(), 0);
    }

    @Test
    void noPairCrossesFromOneTrialIntoTheNext() {
        Matrix a = Samples.operator(3, 0.95, 5);
        Matrix identity = Matrix.identity(3);
        List<Matrix> trials = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Matrix trial = new Matrix(12 + i, 3);
            double[] x = Samples.normal(1, 3, 50 + i).times(10 + i).data();
            for (int t = 0; t < trial.rows(); t++) {
                System.arraycopy(x, 0, trial.data(), t * 3, 3);
                x = a.times(x);
            }
            trials.add(trial);
        }
        // Any pair across trials would break the exact linear law.
        assertMatrix(a, Dmd.fit(trials, DmdSettings.of(1, 1, new RankRule.All())).ambient(), 1e-12);
        assertMatrix(identity.times(a).times(a), Dmd.fit(trials,
                new DmdSettings(new DelayEmbedding(1, 1), new RankRule.All(), 0, Method.PCR, 2, Route.EXACT)).ambient(), 1e-12);
    }

    @Test
    void reducedRankRegressionOfFullRankIsOrdinaryRegression() {
        List<Matrix> trials = Samples.trials(Samples.operator(5, 0.9, 6), 5, new int[] {80, 90}, 0.3, 7);
        DmdSettings full = DmdSettings.of(2, 1, new RankRule.All());
        assertMatrix(Dmd.fit(trials, full).ambient(), Dmd.fit(trials, full.withMethod(Method.RRR)).ambient(), 1e-11);
        DmdOperator two = Dmd.fit(trials, new DmdSettings(new DelayEmbedding(2, 1), new RankRule.Fixed(2), 0, Method.RRR, 1, Route.AUTO));
        double[] s = Svd.values(two.reduced());
        assertTrue(s[1] > 0.05 && s[2] < 1e-12, "the operator must have rank two");
    }

    @ParameterizedTest
    @CsvSource({"10", "50", "250"})
    void rankIsCappedByTheEmbedding(int rank) {
        List<Matrix> trials = Samples.trials(Samples.operator(5, 0.9, 6), 5, new int[] {200}, 0.3, 7);
        DmdOperator operator = Dmd.fit(trials, DmdSettings.of(8, 1, new RankRule.Fixed(rank)));
        assertEquals(Math.min(rank, 40), operator.reduced().rows());
    }

    @Test
    void rankRulesCountAsDocumented() {
        double[] s = {4, 2, 1, 0.5};
        assertEquals(2, new RankRule.Above(1).choose(s));
        assertEquals(1, new RankRule.Above(9).choose(s));
        assertEquals(1, new RankRule.Explaining(16 / 21.25).choose(s));
        assertEquals(2, new RankRule.Explaining(0.76).choose(s));
        assertEquals(4, new RankRule.Explaining(1).choose(s));
        assertEquals(4, new RankRule.All().choose(s));
    }

    @Test
    void reseedingEveryStepIsTheBestForecast() {
        List<Matrix> trials = Samples.trials(Samples.operator(5, 0.97, 6), 4, new int[] {80, 90}, 0.2, 7);
        DmdOperator operator = Dmd.fit(trials, DmdSettings.of(4, 1, new RankRule.Fixed(8)));
        double before = 0;
        for (int reseed : new int[] {1, 4, 1000}) {
            double mse = ForecastStatistics.of(trials, DmdPrediction.predict(operator, trials, reseed), 8).mse();
            assertTrue(mse > before);
            before = mse;
        }
        List<Matrix> free = DmdPrediction.predict(operator, trials, 1000);
        Matrix h = operator.settings().embedding().of(trials.getFirst()).rows(0, 1).transpose();
        Matrix state = h;
        for (int t = 1; t < 5; t++) {
            state = operator.ambient().times(state);
            assertArrayEquals(state.rows(0, 4).column(0), free.getFirst().row(3 + t), 1e-10);
        }
    }

    @Test
    void unusableDataIsRefusedWithASentence() {
        DmdSettings settings = DmdSettings.of(5, 2, new RankRule.All());
        String tooShort = assertThrows(NullclineException.class, () -> Dmd.fit(List.of(new Matrix(20, 2), new Matrix(8, 2)), settings)).getMessage();
        assertTrue(tooShort.startsWith("Trial 1 has 8 time bins, but 5 delays at an interval of 2 need at least 9"), tooShort);
        Matrix broken = Samples.normal(30, 2, 1);
        broken.set(7, 1, Double.NaN);
        String notFinite = assertThrows(NullclineException.class, () -> Dmd.fit(List.of(broken), settings)).getMessage();
        assertTrue(notFinite.startsWith("Trial 0 holds NaN at time bin 7, channel 1"), notFinite);
        assertThrows(NullclineException.class, () -> Dmd.fit(List.of(new Matrix(30, 2)), settings));
        assertThrows(NullclineException.class, () -> Dmd.fit(List.of(), settings));
        assertThrows(NullclineException.class, () -> Dmd.fit(List.of(Samples.normal(30, 2, 1), Samples.normal(30, 3, 1)), settings));
    }
}
