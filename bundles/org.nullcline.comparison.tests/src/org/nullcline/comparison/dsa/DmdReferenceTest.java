// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.dsa.DmdSettings.Method;
import org.nullcline.comparison.dsa.DmdSettings.Route;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;

/** Trials of different lengths against NumPy 2.4, which follows the formulas of the specification literally (inverses, ambient operator, loops). */
class DmdReferenceTest {

    private static final List<Matrix> TRIALS = List.of(trial(0, 40), trial(1, 25), trial(2, 60));

    private static Matrix trial(int k, int length) {
        Matrix x = new Matrix(length, 3);
        for (int t = 0; t < length; t++) {
            for (int c = 0; c < 3; c++) {
                x.set(t, c, Math.sin(0.31 * (c + 1) * t + 0.7 * k) + 0.2 * Math.cos(0.017 * t * t * (c + 2) + k));
            }
        }
        return x;
    }

    private static DmdSettings settings(int delays, int interval, int rank, int ahead, double ridge, Method method) {
        return new DmdSettings(new DelayEmbedding(delays, interval), new RankRule.Fixed(rank), ridge, method, ahead, Route.EXACT);
    }

    /** MAE, MASE, MSE, NMSE, R², correlation, AIC, ln MSE, non-normality, transient growth; then the norm of the ambient operator. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "4,2,6,1,0,PCR,3|0.114274626962319 0.270053006103078 0.0232209196031244 0.0424394472629636 0.957503773552982 0.978791169706453 -3.56536836623888 -3.76270169957221 0.118264802880085 1.02502965249079|2.4558826614832601",
        "3,1,5,2,0.1,PCR,2|0.352550932988572 0.833145920392307 0.223799588037683 0.409024749076702 0.584344427468907 0.762559969703851 -1.35833765720036 -1.49700432386703 0.22751520482728 0.91115310352868|2.212363256627341",
        "3,1,4,1,0,RRR,1|0.350825484637451 0.829068352812502 0.215822310949258 0.394445170141736 0.605627549745231 0.779874865692156 -1.44263317767492 -1.53329984434158 1.49602154515917 1.02187647440989|3.3025421457792099",
        "3,1,4,1,0.05,RRR,4|0.422292906971586 0.997959669746185 0.285150053407883 0.521151223141344 0.476322088448234 0.696594544410538 -1.16407306741544 -1.2547397340821 1.34020225677278 0.970637266708324|3.1477733970242481",
        "1,1,3,1,0,PCR,7|0.643731190022999 1.52126108488935 0.565068699205272 1.03274132419144 -0.0310262953519467 0.20261903088203 -0.517474630380256 -0.570807963713589 0.0399164016625642 0.927466630590861|1.3547381056999737"})
    void forecastsAndStatisticsOfRaggedTrialsAreThoseOfNumPy(String setting, String expected, double ambient) {
        String[] s = setting.split(",");
        int reseed = Integer.parseInt(s[6]);
        DmdOperator operator = Dmd.fit(TRIALS, settings(Integer.parseInt(s[0]), Integer.parseInt(s[1]), Integer.parseInt(s[2]), Integer.parseInt(s[3]),
                Double.parseDouble(s[4]), Method.valueOf(s[5])));
        ForecastStatistics f = ForecastStatistics.of(TRIALS, DmdPrediction.predict(operator, TRIALS, reseed), operator.rank());
        double[] actual = {f.mae(), f.mase(), f.mse(), f.nmse(), f.r2(), f.correlation(), f.aic(), f.logMse(), DmdOperator.nonNormality(operator.reduced()),
            DmdOperator.transientGrowth(operator.reduced())};
        // Both round in double precision; normal equations of this conditioning leave twelve digits.
        assertArrayEquals(Arrays.stream(expected.split(" ")).mapToDouble(Double::parseDouble).toArray(), actual, 1e-11);
        assertEquals(ambient, operator.ambient().norm(), 1e-11);
    }

    /** Eigenvalue, res², res² over that of λ = 1, inverse participation ratio, computed by numpy as ‖(V₊ − λV₋)g‖² / ‖V₋g‖². */
    @Test
    void residualsAreThoseOfTheirDefinition() {
        double[][] expected = {{0.590784094782849, -0.796981007405898, 0.0184620866411749, 0.0224846194679397, 0.470347605975767},
            {0.590784094782849, 0.796981007405898, 0.0184620866411749, 0.0224846194679397, 0.470347605975767},
            {0.79314996790464, -0.568734875723816, 0.0459294308556615, 0.111431673469265, 0.440382007008},
            {0.79314996790464, 0.568734875723816, 0.0459294308556615, 0.111431673469265, 0.440382007008},
            {0.94955815766944, 0, 0.0926902704314888, 0.973283049177357, 0.836914900828836}};
        Residuals residuals = Residuals.of(Dmd.fit(TRIALS, settings(3, 1, 5, 1, 0, Method.PCR)), TRIALS);
        for (int i = 0; i < expected.length; i++) {
            double[] actual = {residuals.eigenvalues().get(i, 0), residuals.eigenvalues().get(i, 1), residuals.residual()[i], residuals.normalised()[i],
                residuals.participation()[i]};
            // The normalised residual has 1e-10 in its denominator, as the package has, against a division by zero.
            assertArrayEquals(expected[i], actual, 1e-8);
        }
    }

    @ParameterizedTest
    @CsvSource({"PCR,EXACT", "RRR,EXACT", "PCR,COVARIANCE"})
    void theOrderOfTrialsDoesNotMatter(Method method, Route route) {
        List<Matrix> turned = List.of(TRIALS.get(2), TRIALS.get(0), TRIALS.get(1));
        DmdSettings settings = settings(3, 1, 5, 1, 0.01, method).withRoute(route);
        // Sums in another order, nothing else.
        assertEquals(0, Dmd.fit(TRIALS, settings).ambient().minus(Dmd.fit(turned, settings).ambient()).maxAbs(), 1e-11);
    }

    /** With one delay and full rank A = Σ x⁺xᵀ (Σ xxᵀ)⁻¹ over pairs; joining trials adds exactly the pairs over their seams. */
    @Test
    void joinedTrialsDifferByThePairsOverTheSeamsAlone() {
        Matrix past = new Matrix(3, 3);
        Matrix cross = new Matrix(3, 3);
        for (Matrix trial : TRIALS) {
            Matrix before = trial.rows(0, trial.rows() - 1);
            past = past.plus(before.gram());
            cross = cross.plus(before.transposeTimes(trial.rows(1, trial.rows())));
        }
        DmdSettings settings = settings(1, 1, 3, 1, 0, Method.PCR);
        assertEquals(0, Solve.linear(past, cross).transpose().minus(Dmd.fit(TRIALS, settings).ambient()).maxAbs(), 1e-11);
        for (int k = 0; k < 2; k++) {
            Matrix last = TRIALS.get(k).rows(TRIALS.get(k).rows() - 1, TRIALS.get(k).rows());
            past = past.plus(last.gram());
            cross = cross.plus(last.transposeTimes(TRIALS.get(k + 1).rows(0, 1)));
        }
        Matrix joined = Dmd.fit(List.of(Dmdc.stack(TRIALS)), settings).ambient();
        assertEquals(0, Solve.linear(past, cross).transpose().minus(joined).maxAbs(), 1e-11);
        assertTrue(joined.minus(Dmd.fit(TRIALS, settings).ambient()).maxAbs() > 1e-3);
    }

    @Test
    void sweepsAreScoredOnBinsThatAllDelaysForecast() {
        List<Matrix> noise = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            noise.add(Samples.normal(60, 3, 70 + k));
        }
        List<List<Matrix>> parts = DmdSweep.split(noise, 0.8);
        DmdSweep sweep = DmdSweep.run(parts.get(0), parts.get(1), 1, new int[] {1, 5, 30, 58}, new int[] {1, 3}, 0, 1, done -> { });
        assertEquals(2 * 30, sweep.scored(), "30 delays copy 30 of 60 bins, 58 would leave less than a tenth");
        assertTrue(Double.isNaN(sweep.mase()[3][0]));
        // White noise cannot be forecast: no more than the chance of 180 numbers may separate any cell from its mean, whose error is 1/√2 of persistence.
        for (int d = 0; d < 3; d++) {
            assertEquals(sweep.meanMase(), sweep.mase()[d][0], 0.03);
        }
        assertEquals(1 / Math.sqrt(2), sweep.meanMase(), 0.1);
        assertEquals(1, sweep.recommend().rank());
        assertTrue(sweep.recommend().reason().contains("No combination forecasts better than the mean does"), sweep.recommend().reason());
    }

    @Test
    void sweepFindsDelaysAndOrderOfASystemSeenThroughOneChannel() {
        // Two damped rotations: order four, which one channel shows only with at least four delays.
        Matrix a = new Matrix(4, 4);
        for (int block = 0; block < 2; block++) {
            double angle = 0.4 + 0.9 * block;
            double[][] turn = {{0.98 * Math.cos(angle), -0.98 * Math.sin(angle)}, {0.98 * Math.sin(angle), 0.98 * Math.cos(angle)}};
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    a.set(2 * block + i, 2 * block + j, turn[i][j]);
                }
            }
        }
        List<Matrix> trials = Samples.trials(a, 1, new int[] {60, 80, 70, 90, 60}, 0, 3);
        List<List<Matrix>> parts = DmdSweep.split(trials, 0.6);
        DmdSweep.Recommendation found = DmdSweep.run(parts.get(0), parts.get(1), 1, new int[] {1, 2, 3, 4, 8, 12}, new int[] {1, 2, 3, 4, 6}, 0, 1, done -> { })
                .recommend();
        assertEquals(4, found.rank(), found.reason());
        assertEquals(4, found.delays(), found.reason());
    }
}
