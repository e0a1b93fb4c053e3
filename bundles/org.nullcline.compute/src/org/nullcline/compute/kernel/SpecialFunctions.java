// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

/** Special functions in double precision, the same bits on every machine. Relative errors are near 1e-15 unless said otherwise. */
public final class SpecialFunctions {

    private static final double HALF_LOG_TWO_PI = 0.91893853320467274178;
    /** B₂ₙ/(2n(2n − 1)): Stirling's series of log Γ. */
    private static final double[] STIRLING = {1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400};
    /** B₂ₙ/(2n): asymptotic series of the digamma function. */
    private static final double[] DIGAMMA = {1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12};
    /** Where the asymptotic series reach full precision. */
    private static final double ASYMPTOTIC = 13;

    /**
     * Chebyshev coefficients of log(erfc(x)/t) + x² in 2t − 1, t = 2/(2 + x), x ≥ 0; computed with 50 digits. The first is to be halved.
     */
    private static final double[] ERFC = {
        -1.3026537197817094342, 0.6419697923564902603, 0.019476473204185836312, -0.0095615147868086316419, -0.0009465953444820368663,
        0.00036683949785276145187, 0.000042523324806907771645, -0.000020278578112534243154, -1.6242900046470255135e-6,
        1.3036558355805232018e-6, 1.5626441722066143178e-8, -8.5238095914926542525e-8, 6.5290544390988514964e-9, 5.0593434955514689418e-9,
        -9.9136415649303308674e-10, -2.2736512229318358557e-10, 9.646791102015526802e-11, 2.3940380830391147447e-12,
        -6.8860275264975533984e-12, 8.9448792730907257167e-13, 3.1309213993429580783e-13, -1.1270822361367252366e-13,
        3.8109052551892320552e-16, 7.1060976136092369878e-15, -1.5230282014571043043e-15, -9.4574945712912340005e-17,
        1.2102371892242789923e-16, -2.8166630877471769718e-17};

    private SpecialFunctions() {
    }

    /** log Γ(x) for x &gt; 0, otherwise NaN. Absolute error near 1e-15 around the zeros at 1 and 2. */
    public static double logGamma(double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        double product = 1;
        double y = x;
        while (y < ASYMPTOTIC) {
            product *= y;
            y += 1;
        }
        double square = 1 / (y * y);
        double series = 0;
        for (int i = STIRLING.length - 1; i >= 0; i--) {
            series = series * square + STIRLING[i];
        }
        return (y - 0.5) * DoubleMath.log(y) - y + HALF_LOG_TWO_PI + series / y - DoubleMath.log(product);
    }

    /** The derivative of log Γ for x &gt; 0, otherwise NaN. */
    public static double digamma(double x) {
        if (!(x > 0)) {
            return Double.NaN;
        }
        double shift = 0;
        double y = x;
        while (y < ASYMPTOTIC) {
            shift += 1 / y;
            y += 1;
        }
        double square = 1 / (y * y);
        double series = 0;
        for (int i = DIGAMMA.length - 1; i >= 0; i--) {
            series = series * square + DIGAMMA[i];
        }
        return DoubleMath.log(y) - 0.5 / y - square * series - shift;
    }

    /** 1 − erf(x). */
    public static double erfc(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double z = Math.abs(x);
        double t = 2 / (2 + z);
        double u = 4 * t - 2;
        double d = 0;
        double previous = 0;
        for (int i = ERFC.length - 1; i > 0; i--) {
            double next = u * d - previous + ERFC[i];
            previous = d;
            d = next;
        }
        double upper = t * DoubleMath.exp(0.5 * (ERFC[0] + u * d) - previous - z * z);
        return x >= 0 ? upper : 2 - upper;
    }

    /** The error function 2/√π ∫₀ˣ exp(−t²) dt. */
    public static double erf(double x) {
        if (Math.abs(x) > 0.5) {
            return 1 - erfc(x);
        }
        double square = x * x;
        double term = x;
        double sum = x;
        for (int n = 1; n < 16; n++) {
            term *= -square / n;
            sum += term / (2 * n + 1);
        }
        return sum * (2 / Math.sqrt(Math.PI));
    }

    /** The standard normal distribution function. */
    public static double normalCumulative(double x) {
        return 0.5 * erfc(-x * Math.sqrt(0.5));
    }

    /** The standard normal density. */
    public static double normalDensity(double x) {
        return DoubleMath.exp(-0.5 * x * x - HALF_LOG_TWO_PI);
    }
}
