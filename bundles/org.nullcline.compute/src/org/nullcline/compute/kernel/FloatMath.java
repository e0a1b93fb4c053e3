// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

/** The single-precision twin of {@link DoubleMath}; functions that are rare in inner loops are computed in double and rounded. */
final class FloatMath {

    static final float LOG2E = 1.44269504f;
    /** 1.5 · 2²³. */
    static final float ROUND = 12582912f;
    /** Leading 9 bits of ln 2. */
    static final float LN2_HIGH = 0.693359375f;
    static final float LN2_LOW = -2.12194440e-4f;
    static final float EXP_LIMIT = 110;
    static final float TANH_LIMIT = 10;
    static final float SIGMOID_LIMIT = 87;
    static final float[] EXP = floats(DoubleMath.inverseFactorials(7));
    static final float[] ARTANH = floats(DoubleMath.inverseOdds(4));
    static final float[] ARTANH_WIDE = floats(DoubleMath.inverseOdds(7));
    static final int ROOT_HALF_BITS = 0x3f3504f3;

    /** Brings subnormal numbers into the normal range. */
    static final float TINY = 0x1p24f;
    static final float TINY_EXPONENT = 24;

    private FloatMath() {
    }

    private static float[] floats(double[] values) {
        float[] f = new float[values.length];
        for (int i = 0; i < f.length; i++) {
            f[i] = (float) values[i];
        }
        return f;
    }

    private static float horner(float[] c, float x) {
        float p = c[0];
        for (int i = 1; i < c.length; i++) {
            p = Math.fma(p, x, c[i]);
        }
        return p;
    }

    static float clamp(float x, float limit) {
        float c = x < -limit ? -limit : x;
        return c > limit ? limit : c;
    }

    private static float power(int k) {
        return Float.intBitsToFloat((k + 127) << 23);
    }

    static float exp(float x) {
        float c = clamp(x, EXP_LIMIT);
        float t = Math.fma(c, LOG2E, ROUND);
        int k = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(ROUND);
        t -= ROUND;
        float r = Math.fma(t, -LN2_HIGH, c);
        r = Math.fma(t, -LN2_LOW, r);
        float p = Math.fma(horner(EXP, r), r * r, r) + 1;
        int half = k >> 1;
        return p * power(half) * power(k - half);
    }

    private static float expm1(float x) {
        float t = Math.fma(x, LOG2E, ROUND);
        int k = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(ROUND);
        t -= ROUND;
        float r = Math.fma(t, -LN2_HIGH, x);
        r = Math.fma(t, -LN2_LOW, r);
        float p = Math.fma(horner(EXP, r), r * r, r);
        float s = power(k);
        return Math.fma(p, s, s - 1);
    }

    static float tanh(float x) {
        float c = clamp(x, TANH_LIMIT);
        float e = expm1(c + c);
        return e / (e + 2);
    }

    /** eˣ for |x| ≤ SIGMOID_LIMIT, where 2ᵏ is a normal number. */
    private static float expWithin(float x) {
        float t = Math.fma(x, LOG2E, ROUND);
        int k = Float.floatToRawIntBits(t) - Float.floatToRawIntBits(ROUND);
        t -= ROUND;
        float r = Math.fma(t, -LN2_HIGH, x);
        r = Math.fma(t, -LN2_LOW, r);
        return (Math.fma(horner(EXP, r), r * r, r) + 1) * power(k);
    }

    static float sigmoid(float x) {
        return 1 / (1 + expWithin(-clamp(x, SIGMOID_LIMIT)));
    }

    static float log(float x) {
        if (!(x > 0) || x == Float.POSITIVE_INFINITY) {
            return x == 0 ? Float.NEGATIVE_INFINITY : x > 0 ? x : Float.NaN;
        }
        boolean tiny = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(tiny ? x * TINY : x);
        int k = (bits - ROOT_HALF_BITS) >> 23;
        float m = Float.intBitsToFloat(bits - (k << 23));
        float e = tiny ? k - TINY_EXPONENT : k;
        float s = (m - 1) / (m + 1);
        float z = s * s;
        float artanh = Math.fma(horner(ARTANH, z) * z, s, s);
        return Math.fma(e, LN2_HIGH, Math.fma(e, LN2_LOW, artanh + artanh));
    }

    private static float log1p(float u) {
        float s = u / (2 + u);
        float z = s * s;
        float artanh = Math.fma(horner(ARTANH_WIDE, z) * z, s, s);
        return artanh + artanh;
    }

    static float softplus(float x) {
        float positive = x > 0 ? x : 0;
        return positive + log1p(exp(-Math.abs(x)));
    }

    static float value(Elementary f, float x) {
        return switch (f) {
            case SIGMOID -> sigmoid(x);
            case TANH -> tanh(x);
            case RELU -> x > 0 ? x : x * 0;
            case SILU -> x * sigmoid(x);
            case SOFTPLUS -> softplus(x);
            case LOG_SIGMOID -> -softplus(-x);
            case EXP -> exp(x);
            case LOG -> log(x);
            case SQRT -> (float) Math.sqrt(x);
            case SQUARE -> x * x;
            case ABS -> Math.abs(x);
            case RECIPROCAL -> 1 / x;
            case GELU, ELU, SIN, COS, LOG_GAMMA, ERF -> (float) DoubleMath.value(f, x);
        };
    }

    static float derivative(Elementary f, float x, float y) {
        return switch (f) {
            case SIGMOID -> Math.fma(-y, y, y);
            case TANH -> Math.fma(-y, y, 1f);
            case RELU -> x > 0 ? 1 : 0;
            case SILU -> siluDerivative(x);
            case ELU -> x > 0 ? 1 : y + 1;
            case SOFTPLUS -> sigmoid(x);
            case LOG_SIGMOID -> sigmoid(-x);
            case EXP -> y;
            case LOG -> 1 / x;
            case SQRT -> 0.5f / y;
            case SQUARE -> x + x;
            case ABS -> x > 0 ? 1 : x < 0 ? -1 : 0;
            case RECIPROCAL -> -y * y;
            case GELU, SIN, COS, LOG_GAMMA, ERF -> (float) DoubleMath.derivative(f, x, y);
        };
    }

    private static float siluDerivative(float x) {
        float s = sigmoid(x);
        return Math.fma(x, Math.fma(-s, s, s), s);
    }
}
