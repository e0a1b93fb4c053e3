// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

/**
 * Elementary functions in double precision as a fixed sequence of IEEE operations, so that every machine and every implementation of
 * {@link Kernels} gives the same bits. Errors are below 3 units in the last place.
 *
 * <p>Exponentials reduce x = k ln 2 + r, |r| ≤ ½ ln 2, and sum the Taylor series of eʳ − 1 by Horner's rule. Logarithms reduce
 * x = 2ᵏ m, √½ ≤ m &lt; √2, and sum log m = 2 artanh((m − 1)/(m + 1)).
 */
final class DoubleMath {

    static final double LOG2E = 1.4426950408889634;
    /** 1.5 · 2⁵²: adding it rounds to an integer in the low bits. */
    static final double ROUND = 6755399441055744.0;
    /** Leading 32 bits of ln 2, so that k LN2_HIGH is exact. */
    static final double LN2_HIGH = 6.93147180369123816490e-01;
    static final double LN2_LOW = 1.90821492927058770002e-10;
    static final double EXP_LIMIT = 750;
    static final double TANH_LIMIT = 20;
    static final double SIGMOID_LIMIT = 700;
    /** 1/n!, n = 13 … 2, for (eʳ − 1 − r)/r². */
    static final double[] EXP = inverseFactorials(13);
    /** 1/(2n + 1), n = 10 … 1, for artanh on |s| ≤ 0.172. */
    static final double[] ARTANH = inverseOdds(10);
    /** 1/(2n + 1), n = 16 … 1, for artanh on |s| ≤ 1/3. */
    static final double[] ARTANH_WIDE = inverseOdds(16);
    /** Bits of √½: the lower end of the reduced argument of the logarithm. */
    static final long ROOT_HALF_BITS = 0x3fe6a09e667f3bcdL;

    /** Brings subnormal numbers into the normal range. */
    static final double TINY = 0x1p54;
    static final double TINY_EXPONENT = 54;

    private DoubleMath() {
    }

    static double[] inverseFactorials(int highest) {
        double[] c = new double[highest - 1];
        double factorial = 1;
        for (int n = 2; n <= highest; n++) {
            factorial *= n;
            c[highest - n] = 1 / factorial;
        }
        return c;
    }

    static double[] inverseOdds(int highest) {
        double[] c = new double[highest];
        for (int n = 1; n <= highest; n++) {
            c[highest - n] = 1.0 / (2 * n + 1);
        }
        return c;
    }

    private static double horner(double[] c, double x) {
        double p = c[0];
        for (int i = 1; i < c.length; i++) {
            p = Math.fma(p, x, c[i]);
        }
        return p;
    }

    static double clamp(double x, double limit) {
        double c = x < -limit ? -limit : x;
        return c > limit ? limit : c;
    }

    private static double power(long k) {
        return Double.longBitsToDouble((k + 1023) << 52);
    }

    static double exp(double x) {
        double c = clamp(x, EXP_LIMIT);
        double t = Math.fma(c, LOG2E, ROUND);
        long k = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(ROUND);
        t -= ROUND;
        double r = Math.fma(t, -LN2_HIGH, c);
        r = Math.fma(t, -LN2_LOW, r);
        double p = Math.fma(horner(EXP, r), r * r, r) + 1;
        long half = k >> 1;
        return p * power(half) * power(k - half);
    }

    /** eˣ − 1 for |x| ≤ 2 TANH_LIMIT. */
    private static double expm1(double x) {
        double t = Math.fma(x, LOG2E, ROUND);
        long k = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(ROUND);
        t -= ROUND;
        double r = Math.fma(t, -LN2_HIGH, x);
        r = Math.fma(t, -LN2_LOW, r);
        double p = Math.fma(horner(EXP, r), r * r, r);
        double s = power(k);
        return Math.fma(p, s, s - 1);
    }

    /** tanh x = (e²ˣ − 1)/(e²ˣ + 1). */
    static double tanh(double x) {
        double c = clamp(x, TANH_LIMIT);
        double e = expm1(c + c);
        return e / (e + 2);
    }

    /** eˣ for |x| ≤ SIGMOID_LIMIT, where 2ᵏ is a normal number. */
    private static double expWithin(double x) {
        double t = Math.fma(x, LOG2E, ROUND);
        long k = Double.doubleToRawLongBits(t) - Double.doubleToRawLongBits(ROUND);
        t -= ROUND;
        double r = Math.fma(t, -LN2_HIGH, x);
        r = Math.fma(t, -LN2_LOW, r);
        return (Math.fma(horner(EXP, r), r * r, r) + 1) * power(k);
    }

    static double sigmoid(double x) {
        return 1 / (1 + expWithin(-clamp(x, SIGMOID_LIMIT)));
    }

    static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        boolean tiny = x < Double.MIN_NORMAL;
        long bits = Double.doubleToRawLongBits(tiny ? x * TINY : x);
        long k = (bits - ROOT_HALF_BITS) >> 52;
        double m = Double.longBitsToDouble(bits - (k << 52));
        double e = tiny ? k - TINY_EXPONENT : k;
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double artanh = Math.fma(horner(ARTANH, z) * z, s, s);
        return Math.fma(e, LN2_HIGH, Math.fma(e, LN2_LOW, artanh + artanh));
    }

    /** log(1 + u) for 0 ≤ u ≤ 1 as 2 artanh(u/(2 + u)). */
    private static double log1p(double u) {
        double s = u / (2 + u);
        double z = s * s;
        double artanh = Math.fma(horner(ARTANH_WIDE, z) * z, s, s);
        return artanh + artanh;
    }

    static double softplus(double x) {
        double positive = x > 0 ? x : 0;
        return positive + log1p(exp(-Math.abs(x)));
    }

    static double value(Elementary f, double x) {
        return switch (f) {
            case SIGMOID -> sigmoid(x);
            case TANH -> tanh(x);
            case RELU -> x > 0 ? x : x * 0;
            case GELU -> x * SpecialFunctions.normalCumulative(x);
            case SILU -> x * sigmoid(x);
            case ELU -> x > 0 ? x : StrictMath.expm1(x);
            case SOFTPLUS -> softplus(x);
            case LOG_SIGMOID -> -softplus(-x);
            case EXP -> exp(x);
            case LOG -> log(x);
            case SQRT -> Math.sqrt(x);
            case SQUARE -> x * x;
            case ABS -> Math.abs(x);
            case RECIPROCAL -> 1 / x;
            case SIN -> StrictMath.sin(x);
            case COS -> StrictMath.cos(x);
            case LOG_GAMMA -> SpecialFunctions.logGamma(x);
            case ERF -> SpecialFunctions.erf(x);
        };
    }

    /** f′(x), where y = f(x). */
    static double derivative(Elementary f, double x, double y) {
        return switch (f) {
            case SIGMOID -> Math.fma(-y, y, y);
            case TANH -> Math.fma(-y, y, 1);
            case RELU -> x > 0 ? 1 : 0;
            case GELU -> Math.fma(x, SpecialFunctions.normalDensity(x), SpecialFunctions.normalCumulative(x));
            case SILU -> siluDerivative(x);
            case ELU -> x > 0 ? 1 : y + 1;
            case SOFTPLUS -> sigmoid(x);
            case LOG_SIGMOID -> sigmoid(-x);
            case EXP -> y;
            case LOG -> 1 / x;
            case SQRT -> 0.5 / y;
            case SQUARE -> x + x;
            case ABS -> x > 0 ? 1 : x < 0 ? -1 : 0;
            case RECIPROCAL -> -y * y;
            case SIN -> StrictMath.cos(x);
            case COS -> -StrictMath.sin(x);
            case LOG_GAMMA -> SpecialFunctions.digamma(x);
            case ERF -> 2 * Math.sqrt(2) * SpecialFunctions.normalDensity(x * Math.sqrt(2));
        };
    }

    private static double siluDerivative(double x) {
        double s = sigmoid(x);
        return Math.fma(x, Math.fma(-s, s, s), s);
    }
}
