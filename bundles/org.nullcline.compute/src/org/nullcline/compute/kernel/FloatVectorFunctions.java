// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over the functions of {@link FloatMath}: operation by operation the same, so the bits are the same. Each returns how many elements it
 * has done; the plain kernels do the rest, fewer than one vector.
 *
 * <p>The formulas are written out in every loop on purpose, without a helper even for constants. The compiler may decide not to inline a
 * function on vectors into its loop, and then allocates every vector, which is a hundred times slower.
 */
final class FloatVectorFunctions {

    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final int ROUND_BITS = Float.floatToRawIntBits(FloatMath.ROUND);

    private FloatVectorFunctions() {
    }

    /** y ← tanh x. */
    static int tanh(float[] m, int n, int x, int y) {
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector v = FloatVector.fromArray(S, m, x + i);
            FloatVector u = v.mul(v);
            FloatVector p = broadcast(S, FloatMath.TANH_P8).fma(u, broadcast(S, FloatMath.TANH_P6)).fma(u, broadcast(S, FloatMath.TANH_P4))
                .fma(u, broadcast(S, FloatMath.TANH_P2)).fma(u, broadcast(S, 1));
            FloatVector q = broadcast(S, FloatMath.TANH_Q8).fma(u, broadcast(S, FloatMath.TANH_Q6)).fma(u, broadcast(S, FloatMath.TANH_Q4))
                .fma(u, broadcast(S, FloatMath.TANH_Q2)).fma(u, broadcast(S, 1));
            v.mul(p).div(q).blend(-1, v.compare(LT, -FloatMath.TANH_LIMIT)).blend(1, v.compare(GT, FloatMath.TANH_LIMIT)).intoArray(m, y + i);
        }
        return end;
    }

    /** y ← σ(x). */
    static int sigmoid(float[] m, int n, int x, int y) {
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector v = FloatVector.fromArray(S, m, x + i);
            v = v.blend(-FloatMath.SIGMOID_LIMIT, v.compare(LT, -FloatMath.SIGMOID_LIMIT));
            v = v.blend(FloatMath.SIGMOID_LIMIT, v.compare(GT, FloatMath.SIGMOID_LIMIT));
            FloatVector t = v.fma(broadcast(S, -FloatMath.LOG2E), broadcast(S, FloatMath.ROUND));
            FloatVector power = t.viewAsIntegralLanes().lanewise(LSHL, 23).add(FloatMath.ONE_BITS).viewAsFloatingLanes();
            t = t.sub(FloatMath.ROUND);
            FloatVector r = t.fma(broadcast(S, FloatMath.LN2_LOW), t.fma(broadcast(S, FloatMath.LN2_HIGH), v));
            FloatVector p = broadcast(S, FloatMath.SHORT_EXP5).fma(r, broadcast(S, FloatMath.SHORT_EXP4))
                .fma(r, broadcast(S, FloatMath.SHORT_EXP3)).fma(r, broadcast(S, FloatMath.SHORT_EXP2))
                .fma(r, broadcast(S, FloatMath.SHORT_EXP1)).fma(r, broadcast(S, 1));
            broadcast(S, 1).div(p.fma(power, broadcast(S, 1))).intoArray(m, y + i);
        }
        return end;
    }

    /** y ← eˣ. */
    static int exp(float[] m, int n, int x, int y) {
        float[] c = FloatMath.EXP;
        FloatVector c0 = broadcast(S, c[0]);
        FloatVector c1 = broadcast(S, c[1]);
        FloatVector c2 = broadcast(S, c[2]);
        FloatVector c3 = broadcast(S, c[3]);
        FloatVector c4 = broadcast(S, c[4]);
        FloatVector c5 = broadcast(S, c[5]);
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector v = FloatVector.fromArray(S, m, x + i);
            v = v.blend(-FloatMath.EXP_LIMIT, v.compare(LT, -FloatMath.EXP_LIMIT));
            v = v.blend(FloatMath.EXP_LIMIT, v.compare(GT, FloatMath.EXP_LIMIT));
            FloatVector t = v.fma(broadcast(S, FloatMath.LOG2E), broadcast(S, FloatMath.ROUND));
            IntVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(FloatMath.ROUND);
            FloatVector r = t.fma(broadcast(S, -FloatMath.LN2_LOW), t.fma(broadcast(S, -FloatMath.LN2_HIGH), v));
            FloatVector p = c0.fma(r, c1).fma(r, c2).fma(r, c3).fma(r, c4).fma(r, c5);
            p = p.fma(r.mul(r), r);
            IntVector half = k.lanewise(ASHR, 1);
            FloatVector e = p.add(1).mul(half.add(127).lanewise(LSHL, 23).viewAsFloatingLanes())
                .mul(k.sub(half).add(127).lanewise(LSHL, 23).viewAsFloatingLanes());
            e.intoArray(m, y + i);
        }
        return end;
    }

    /** y ← log(1 + eˣ). */
    static int softplus(float[] m, int n, int x, int y) {
        float[] c = FloatMath.EXP;
        FloatVector c0 = broadcast(S, c[0]);
        FloatVector c1 = broadcast(S, c[1]);
        FloatVector c2 = broadcast(S, c[2]);
        FloatVector c3 = broadcast(S, c[3]);
        FloatVector c4 = broadcast(S, c[4]);
        FloatVector c5 = broadcast(S, c[5]);
        float[] w = FloatMath.ARTANH_WIDE;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector a = FloatVector.fromArray(S, m, x + i);
            FloatVector v = a.abs().neg();
            v = v.blend(-FloatMath.EXP_LIMIT, v.compare(LT, -FloatMath.EXP_LIMIT));
            v = v.blend(FloatMath.EXP_LIMIT, v.compare(GT, FloatMath.EXP_LIMIT));
            FloatVector t = v.fma(broadcast(S, FloatMath.LOG2E), broadcast(S, FloatMath.ROUND));
            IntVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(FloatMath.ROUND);
            FloatVector r = t.fma(broadcast(S, -FloatMath.LN2_LOW), t.fma(broadcast(S, -FloatMath.LN2_HIGH), v));
            FloatVector p = c0.fma(r, c1).fma(r, c2).fma(r, c3).fma(r, c4).fma(r, c5);
            p = p.fma(r.mul(r), r);
            IntVector half = k.lanewise(ASHR, 1);
            FloatVector e = p.add(1).mul(half.add(127).lanewise(LSHL, 23).viewAsFloatingLanes())
                .mul(k.sub(half).add(127).lanewise(LSHL, 23).viewAsFloatingLanes());
            FloatVector f = e.div(e.add(2));
            FloatVector q = f.mul(f);
            FloatVector l = broadcast(S, w[0]).fma(q, broadcast(S, w[1])).fma(q, broadcast(S, w[2])).fma(q, broadcast(S, w[3]))
                
                .fma(q, broadcast(S, w[4])).fma(q, broadcast(S, w[5])).fma(q, broadcast(S, w[6]));
            l = l.mul(q).fma(f, f);
            broadcast(S, 0).blend(a, a.compare(GT, 0)).add(l.add(l)).intoArray(m, y + i);
        }
        return end;
    }

    /** y ← log x. */
    static int log(float[] m, int n, int x, int y) {
        float[] w = FloatMath.ARTANH;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector v = FloatVector.fromArray(S, m, x + i);
            VectorMask<Float> tiny = v.compare(LT, Float.MIN_NORMAL);
            IntVector b = v.blend(v.mul(FloatMath.TINY), tiny).viewAsIntegralLanes();
            IntVector k = b.sub(FloatMath.ROOT_HALF_BITS).lanewise(ASHR, 23);
            FloatVector r = b.sub(k.lanewise(LSHL, 23)).viewAsFloatingLanes();
            // |k| is small: adding it to the bits of ROUND converts it exactly
            FloatVector e = k.add(ROUND_BITS).viewAsFloatingLanes().sub(FloatMath.ROUND);
            e = e.blend(e.sub(FloatMath.TINY_EXPONENT), tiny);
            FloatVector f = r.sub(1).div(r.add(1));
            FloatVector q = f.mul(f);
            FloatVector p = broadcast(S, w[0]).fma(q, broadcast(S, w[1])).fma(q, broadcast(S, w[2])).fma(q, broadcast(S, w[3]));
            p = p.mul(q).fma(f, f);
            FloatVector l = e.fma(broadcast(S, FloatMath.LN2_HIGH), e.fma(broadcast(S, FloatMath.LN2_LOW), p.add(p)));
            l = l.blend(Float.NEGATIVE_INFINITY, v.compare(EQ, 0));
            l = l.blend(Float.NaN, v.compare(LT, 0));
            // infinity and NaN stay what they are
            l.blend(v, v.compare(LT, Float.POSITIVE_INFINITY).not()).intoArray(m, y + i);
        }
        return end;
    }

    /** See {@link Kernels#gruForward}. */
    static int gruForward(float[] m, int n, int r, int z, int a, int u0, int h, int y) {
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector v = FloatVector.fromArray(S, m, r + i)
                .fma(FloatVector.fromArray(S, m, u0 + i), FloatVector.fromArray(S, m, a + i));
            FloatVector u = v.mul(v);
            FloatVector p = broadcast(S, FloatMath.TANH_P8).fma(u, broadcast(S, FloatMath.TANH_P6)).fma(u, broadcast(S, FloatMath.TANH_P4))
                .fma(u, broadcast(S, FloatMath.TANH_P2)).fma(u, broadcast(S, 1));
            FloatVector q = broadcast(S, FloatMath.TANH_Q8).fma(u, broadcast(S, FloatMath.TANH_Q6)).fma(u, broadcast(S, FloatMath.TANH_Q4))
                .fma(u, broadcast(S, FloatMath.TANH_Q2)).fma(u, broadcast(S, 1));
            FloatVector g = v.mul(p).div(q).blend(-1, v.compare(LT, -FloatMath.TANH_LIMIT)).blend(1, v.compare(GT, FloatMath.TANH_LIMIT));
            g.intoArray(m, a + i);
            FloatVector.fromArray(S, m, z + i).fma(FloatVector.fromArray(S, m, h + i).sub(g), g).intoArray(m, y + i);
        }
        return end;
    }
}
