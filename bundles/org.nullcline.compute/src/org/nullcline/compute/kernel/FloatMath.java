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
    /** Beyond this, tanh is ±1 within two units in the last place. */
    static final float TANH_LIMIT = 8.1f;
    /** tanh x = x P(x²) / Q(x²), the best rational function of these degrees for the relative error up to TANH_LIMIT (7e-9). */
    static final float TANH_P8 = 1.503455315798874e-8f;
    static final float TANH_P6 = 2.1765959900221787e-5f;
    static final float TANH_P4 = 0.0035641600843518972f;
    static final float TANH_P2 = 0.13438330590724945f;
    static final float TANH_Q8 = 8.446361903224897e-7f;
    static final float TANH_Q6 = 3.398884437046945e-4f;
    static final float TANH_Q4 = 0.026136454194784164f;
    static final float TANH_Q2 = 0.4677165746688843f;
    static final float SIGMOID_LIMIT = 87;
    /** e⁻ʳ = 1 + c₁ r + … + c₅ r⁵ for |r| ≤ ½ ln 2, the best polynomial of this degree for the relative error (9e-8). */
    static final float SHORT_EXP1 = -0.9999997019767761f;
    static final float SHORT_EXP2 = 0.4999914765357971f;
    static final float SHORT_EXP3 = -0.1666763871908188f;
    static final float SHORT_EXP4 = 0.04189816117286682f;
    static final float SHORT_EXP5 = -0.008290272206068039f;
    static final int ONE_BITS = 0x3f800000;
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

    static float tanh(float x) {
        float u = x * x;
        float p = Math.fma(Math.fma(Math.fma(Math.fma(TANH_P8, u, TANH_P6), u, TANH_P4), u, TANH_P2), u, 1f);
        float q = Math.fma(Math.fma(Math.fma(Math.fma(TANH_Q8, u, TANH_Q6), u, TANH_Q4), u, TANH_Q2), u, 1f);
        float y = x * p / q;
        y = x < -TANH_LIMIT ? -1 : y;
        return x > TANH_LIMIT ? 1 : y;
    }

    static float sigmoid(float x) {
        float v = clamp(x, SIGMOID_LIMIT);
        float t = Math.fma(v, -LOG2E, ROUND);
        // the bits of 2ᵏ: those of ROUND vanish in the shift
        float power = Float.intBitsToFloat((Float.floatToRawIntBits(t) << 23) + ONE_BITS);
        t -= ROUND;
        float r = Math.fma(t, LN2_LOW, Math.fma(t, LN2_HIGH, v));
        float p = Math.fma(Math.fma(Math.fma(SHORT_EXP5, r, SHORT_EXP4), r, SHORT_EXP3), r, SHORT_EXP2);
        return 1 / Math.fma(Math.fma(Math.fma(p, r, SHORT_EXP1), r, 1f), power, 1f);
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
