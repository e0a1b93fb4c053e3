// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.random;

import org.nullcline.compute.kernel.SpecialFunctions;

/** Transformations of uniform numbers, with {@link StrictMath} so that they are the same bits everywhere. */
final class Distributions {

    /** Below this mean, Poisson numbers come from inversion by sequential search. */
    private static final double SMALL_MEAN = 10;

    private static final double[] A = {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
        4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3};
    private static final double[] B = {1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
        2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3};
    private static final double[] C = {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
    private static final double[] D = {1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9};
    private static final double[] E = {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
    private static final double[] F = {1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15};

    private Distributions() {
    }

    private static double rational(double[] p, double[] q, double x) {
        double numerator = 0;
        double denominator = 0;
        for (int i = p.length - 1; i >= 0; i--) {
            numerator = numerator * x + p[i];
            denominator = denominator * x + q[i];
        }
        return numerator / denominator;
    }

    /**
     * The quantile of the standard normal distribution: algorithm AS 241 (Wichura 1988, Applied Statistics 37, 477), relative error near
     * 1e-16.
     *
     * @param p in (0, 1)
     */
    static double normalQuantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            return q * rational(A, B, 0.180625 - q * q);
        }
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double x = r <= 5 ? rational(C, D, r - 1.6) : rational(E, F, r - 5);
        return q < 0 ? -x : x;
    }

    static long poisson(RandomStream random, double mean) {
        if (!(mean >= 0) || mean > 1e15) {
            throw new IllegalArgumentException("A Poisson mean must lie between 0 and 1e15, not " + mean + ".");
        }
        return mean < SMALL_MEAN ? poissonBySearch(random, mean) : poissonByRejection(random, mean);
    }

    private static long poissonBySearch(RandomStream random, double mean) {
        double u = random.uniform();
        double probability = StrictMath.exp(-mean);
        double cumulative = probability;
        long k = 0;
        while (u >= cumulative && probability > 0) {
            k++;
            probability *= mean / k;
            cumulative += probability;
        }
        return k;
    }

    /**
     * Transformed rejection with squeeze, algorithm PTRS (Hörmann 1993, Insurance: Mathematics and Economics 12, 39), mean ≥ 10. The
     * acceptance test uses the exact probability, so the distribution is exact.
     */
    private static long poissonByRejection(RandomStream random, double mean) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double squeeze = 0.9277 - 3.6224 / (b - 2);
        double logMean = StrictMath.log(mean);
        while (true) {
            double u = random.uniform() - 0.5;
            double v = 1 - random.uniform();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= squeeze) {
                return (long) k;
            }
            if (k < 0 || us < 0.013 && v > us) {
                continue;
            }
            double left = StrictMath.log(v * inverseAlpha / (a / (us * us) + b));
            if (left <= k * logMean - mean - SpecialFunctions.logGamma(k + 1)) {
                return (long) k;
            }
        }
    }
}
