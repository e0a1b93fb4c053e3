// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.nullcline.compute.kernel.Precision;

/** Values of the losses against their definitions: probabilities sum or integrate to one, and known special cases. */
class LossTest {

    private static final Tape TAPE = Tape.inference(Precision.DOUBLE);

    private static Var one(double value) {
        return TAPE.constant(1, 1, value);
    }

    @Test
    void poissonDiffersFromTheExactLogProbabilityByLogFactorial() {
        for (int y = 0; y < 20; y++) {
            double logRate = 0.3 * y - 1;
            double logFactorial = 0;
            for (int i = 2; i <= y; i++) {
                logFactorial += Math.log(i);
            }
            double exact = Math.exp(logRate) - y * logRate + logFactorial;
            assertEquals(exact - logFactorial, Losses.poisson(one(logRate), one(y), false).value(), 1e-12);
            // Stirling's formula without 1/(12 y): at most 0.042 off at y = 2, and 0 by convention for y ≤ 1
            assertEquals(exact, Losses.poisson(one(logRate), one(y), true).value(), y < 2 ? 1e-12 : 1.0 / (12 * y));
        }
    }

    @Test
    void fullPoissonTermIsThatOfStirlingForCountsThatAreNotWhole() {
        double y = 2.5;
        double expected = Math.exp(0.1) - 0.1 * y + y * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI * y);
        assertEquals(expected, Losses.poisson(one(0.1), one(y), true).value(), 1e-14);
    }

    @Test
    void negativeBinomialProbabilitiesSumToOneWithTheRightMeanAndVariance() {
        double mu = 3;
        double r = 1.7;
        double total = 0;
        double mean = 0;
        double square = 0;
        for (int y = 0; y < 400; y++) {
            double p = Math.exp(-Losses.negativeBinomial(one(Math.log(mu)), one(Math.log(r)), one(y)).value());
            total += p;
            mean += p * y;
            square += p * y * y;
        }
        assertEquals(1, total, 1e-12);
        assertEquals(mu, mean, 1e-11);
        assertEquals(mu + mu * mu / r, square - mean * mean, 1e-10);
    }

    @Test
    void negativeBinomialWithLargeDispersionIsPoisson() {
        double exact = Math.exp(0.4) - 3 * 0.4 + Math.log(6);
        assertEquals(exact, Losses.negativeBinomial(one(0.4), one(Math.log(1e7)), one(3)).value(), 1e-6, "the limit is reached as 1/r");
    }

    @Test
    void zeroInflatedGammaHasTotalProbabilityOne() {
        double q = 0.3;
        double logit = Math.log(q / (1 - q));
        double none = Math.exp(-Losses.zeroInflatedGamma(one(logit), one(0.5), one(-0.2), one(0.2), 0.2).value());
        assertEquals(1 - q, none, 1e-14);
        double events = integral(y -> Math.exp(-Losses.zeroInflatedGamma(one(logit), one(0.5), one(-0.2), one(y), 0.2).value()), 0.2 + 1e-12, 40);
        assertEquals(q, events, 3e-5, "Simpson's rule near the root at the lower end");
    }

    @Test
    void gaussianDensityIntegratesToOne() {
        assertEquals(1, integral(y -> Math.exp(-Losses.gaussian(one(0.3), one(0.5), one(y)).value()), -15, 15), 1e-12);
    }

    @Test
    void gaussianDivergenceIsTheIntegralOfTheLogRatio() {
        double expected = integral(x -> {
            double log = -Losses.gaussian(one(0.4), one(-0.3), one(x)).value();
            return Math.exp(log) * (log + Losses.gaussian(one(-0.2), one(0.6), one(x)).value());
        }, -12, 12);
        assertEquals(expected, Losses.gaussianDivergence(one(0.4), one(-0.3), one(-0.2), one(0.6)).value(), 1e-10);
        assertEquals(0, Losses.gaussianDivergence(one(0.4), one(-0.3), one(0.4), one(-0.3)).value(), 1e-15);
    }

    @Test
    void logisticLossIsMinusTheLogProbabilityOfTheLabel() {
        double p = 1 / (1 + Math.exp(-0.8));
        assertEquals(-Math.log(p), Losses.logistic(one(0.8), one(1)).value(), 1e-15);
        assertEquals(-Math.log(1 - p), Losses.logistic(one(0.8), one(0)).value(), 1e-15);
    }

    @Test
    void lossesOfManyFloatsAreSummedInDoublePrecision() {
        Tape tape = Tape.inference(Precision.FLOAT);
        // a sum in single precision stops growing long before 3 000 000 terms of 0.1
        assertEquals((float) 0.1, tape.filled(30_000, 100, 0.1).mean().value(), 1e-12);
        assertEquals((double) 0.1f * 0.1f, Losses.squaredError(tape.filled(30_000, 100, 0.1), tape.zeros(30_000, 100)).value(), 1e-9);
    }

    private static double integral(DoubleUnaryOperator f, double from, double to) {
        int n = 4000;
        double h = (to - from) / n;
        double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
        for (int i = 1; i < n; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * f.applyAsDouble(from + i * h);
        }
        return sum * h / 3;
    }
}
