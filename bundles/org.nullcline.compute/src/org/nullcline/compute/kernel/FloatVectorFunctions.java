// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

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
 * <p>The formulas are written out in every loop on purpose. The compiler may decide not to inline a function on vectors into its loop, and
 * then allocates every vector, which is a hundred times slower.
 */
final class FloatVectorFunctions {

    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final int ROUND_BITS = Float.floatToRawIntBits(FloatMath.ROUND);

    private FloatVectorFunctions() {
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(S, value);
    }

    /** y ← tanh x. */
    static int tanh(float[] m, int n, int x, int y) {
        float[] c = FloatMath.EXP;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector v = FloatVector.fromArray(S, m, x + i);
            v = v.blend(-FloatMath.TANH_LIMIT, v.compare(LT, -FloatMath.TANH_LIMIT));
            v = v.blend(FloatMath.TANH_LIMIT, v.compare(GT, FloatMath.TANH_LIMIT));
            v = v.add(v);
            FloatVector t = v.fma(constant(FloatMath.LOG2E), constant(FloatMath.ROUND));
            IntVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(FloatMath.ROUND);
            FloatVector r = t.fma(constant(-FloatMath.LN2_LOW), t.fma(constant(-FloatMath.LN2_HIGH), v));
            FloatVector p = constant(c[0]).fma(r, constant(c[1])).fma(r, constant(c[2])).fma(r, constant(c[3])).fma(r, constant(c[4]))
                .fma(r, constant(c[5]));
            p = p.fma(r.mul(r), r);
            FloatVector s = k.add(127).lanewise(LSHL, 23).viewAsFloatingLanes();
            FloatVector e = p.fma(s, s.sub(1));
            e.div(e.add(2)).intoArray(m, y + i);
        }
        return end;
    }

    /** y ← σ(x). */
    static int sigmoid(float[] m, int n, int x, int y) {
        float[] c = FloatMath.EXP;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector v = FloatVector.fromArray(S, m, x + i);
            v = v.blend(-FloatMath.SIGMOID_LIMIT, v.compare(LT, -FloatMath.SIGMOID_LIMIT));
            v = v.blend(FloatMath.SIGMOID_LIMIT, v.compare(GT, FloatMath.SIGMOID_LIMIT));
            v = v.neg();
            FloatVector t = v.fma(constant(FloatMath.LOG2E), constant(FloatMath.ROUND));
            IntVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(FloatMath.ROUND);
            FloatVector r = t.fma(constant(-FloatMath.LN2_LOW), t.fma(constant(-FloatMath.LN2_HIGH), v));
            FloatVector p = constant(c[0]).fma(r, constant(c[1])).fma(r, constant(c[2])).fma(r, constant(c[3])).fma(r, constant(c[4]))
                .fma(r, constant(c[5]));
            p = p.fma(r.mul(r), r);
            FloatVector s = k.add(127).lanewise(LSHL, 23).viewAsFloatingLanes();
            constant(1).div(p.add(1).mul(s).add(1)).intoArray(m, y + i);
        }
        return end;
    }

    /** y ← eˣ. */
    static int exp(float[] m, int n, int x, int y) {
        float[] c = FloatMath.EXP;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector v = FloatVector.fromArray(S, m, x + i);
            v = v.blend(-FloatMath.EXP_LIMIT, v.compare(LT, -FloatMath.EXP_LIMIT));
            v = v.blend(FloatMath.EXP_LIMIT, v.compare(GT, FloatMath.EXP_LIMIT));
            FloatVector t = v.fma(constant(FloatMath.LOG2E), constant(FloatMath.ROUND));
            IntVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(FloatMath.ROUND);
            FloatVector r = t.fma(constant(-FloatMath.LN2_LOW), t.fma(constant(-FloatMath.LN2_HIGH), v));
            FloatVector p = constant(c[0]).fma(r, constant(c[1])).fma(r, constant(c[2])).fma(r, constant(c[3])).fma(r, constant(c[4]))
                .fma(r, constant(c[5]));
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
        float[] w = FloatMath.ARTANH_WIDE;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector a = FloatVector.fromArray(S, m, x + i);
            FloatVector v = a.abs().neg();
            v = v.blend(-FloatMath.EXP_LIMIT, v.compare(LT, -FloatMath.EXP_LIMIT));
            v = v.blend(FloatMath.EXP_LIMIT, v.compare(GT, FloatMath.EXP_LIMIT));
            FloatVector t = v.fma(constant(FloatMath.LOG2E), constant(FloatMath.ROUND));
            IntVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(FloatMath.ROUND);
            FloatVector r = t.fma(constant(-FloatMath.LN2_LOW), t.fma(constant(-FloatMath.LN2_HIGH), v));
            FloatVector p = constant(c[0]).fma(r, constant(c[1])).fma(r, constant(c[2])).fma(r, constant(c[3])).fma(r, constant(c[4]))
                .fma(r, constant(c[5]));
            p = p.fma(r.mul(r), r);
            IntVector half = k.lanewise(ASHR, 1);
            FloatVector e = p.add(1).mul(half.add(127).lanewise(LSHL, 23).viewAsFloatingLanes())
                .mul(k.sub(half).add(127).lanewise(LSHL, 23).viewAsFloatingLanes());
            FloatVector f = e.div(e.add(2));
            FloatVector q = f.mul(f);
            FloatVector l = constant(w[0]).fma(q, constant(w[1])).fma(q, constant(w[2])).fma(q, constant(w[3])).fma(q, constant(w[4]))
                .fma(q, constant(w[5])).fma(q, constant(w[6]));
            l = l.mul(q).fma(f, f);
            constant(0).blend(a, a.compare(GT, 0)).add(l.add(l)).intoArray(m, y + i);
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
            FloatVector p = constant(w[0]).fma(q, constant(w[1])).fma(q, constant(w[2])).fma(q, constant(w[3]));
            p = p.mul(q).fma(f, f);
            FloatVector l = e.fma(constant(FloatMath.LN2_HIGH), e.fma(constant(FloatMath.LN2_LOW), p.add(p)));
            l = l.blend(Float.NEGATIVE_INFINITY, v.compare(EQ, 0));
            l = l.blend(Float.NaN, v.compare(LT, 0));
            // infinity and NaN stay what they are
            l.blend(v, v.compare(LT, Float.POSITIVE_INFINITY).not()).intoArray(m, y + i);
        }
        return end;
    }

    /** See {@link Kernels#gruForward}. */
    static int gruForward(float[] m, int n, int r0, int z, int a, int u, int h, int y) {
        float[] c = FloatMath.EXP;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            FloatVector v = FloatVector.fromArray(S, m, r0 + i)
                .fma(FloatVector.fromArray(S, m, u + i), FloatVector.fromArray(S, m, a + i));
            v = v.blend(-FloatMath.TANH_LIMIT, v.compare(LT, -FloatMath.TANH_LIMIT));
            v = v.blend(FloatMath.TANH_LIMIT, v.compare(GT, FloatMath.TANH_LIMIT));
            v = v.add(v);
            FloatVector t = v.fma(constant(FloatMath.LOG2E), constant(FloatMath.ROUND));
            IntVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(FloatMath.ROUND);
            FloatVector r = t.fma(constant(-FloatMath.LN2_LOW), t.fma(constant(-FloatMath.LN2_HIGH), v));
            FloatVector p = constant(c[0]).fma(r, constant(c[1])).fma(r, constant(c[2])).fma(r, constant(c[3])).fma(r, constant(c[4]))
                .fma(r, constant(c[5]));
            p = p.fma(r.mul(r), r);
            FloatVector s = k.add(127).lanewise(LSHL, 23).viewAsFloatingLanes();
            FloatVector e = p.fma(s, s.sub(1));
            FloatVector g = e.div(e.add(2));
            g.intoArray(m, a + i);
            FloatVector.fromArray(S, m, z + i).fma(FloatVector.fromArray(S, m, h + i).sub(g), g).intoArray(m, y + i);
        }
        return end;
    }
}
