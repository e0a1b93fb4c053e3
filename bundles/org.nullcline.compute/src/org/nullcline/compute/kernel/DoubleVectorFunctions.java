// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over the functions of {@link DoubleMath}: operation by operation the same, so the bits are the same. Each returns how many elements it
 * has done; the plain kernels do the rest, fewer than one vector.
 *
 * <p>The formulas are written out in every loop on purpose, without a helper even for constants. The compiler may decide not to inline a
 * function on vectors into its loop, and then allocates every vector, which is a hundred times slower.
 */
final class DoubleVectorFunctions {

    static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();
    private static final long ROUND_BITS = Double.doubleToRawLongBits(DoubleMath.ROUND);

    private DoubleVectorFunctions() {
    }

    /** y ← tanh x. */
    static int tanh(double[] m, int n, int x, int y) {
        double[] c = DoubleMath.EXP;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            DoubleVector v = DoubleVector.fromArray(S, m, x + i);
            v = v.blend(-DoubleMath.TANH_LIMIT, v.compare(LT, -DoubleMath.TANH_LIMIT));
            v = v.blend(DoubleMath.TANH_LIMIT, v.compare(GT, DoubleMath.TANH_LIMIT));
            v = v.add(v);
            DoubleVector t = v.fma(broadcast(S, DoubleMath.LOG2E), broadcast(S, DoubleMath.ROUND));
            LongVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(DoubleMath.ROUND);
            DoubleVector r = t.fma(broadcast(S, -DoubleMath.LN2_LOW), t.fma(broadcast(S, -DoubleMath.LN2_HIGH), v));
            DoubleVector p = broadcast(S, c[0]).fma(r, broadcast(S, c[1])).fma(r, broadcast(S, c[2])).fma(r, broadcast(S, c[3]))
                .fma(r, broadcast(S, c[4])).fma(r, broadcast(S, c[5])).fma(r, broadcast(S, c[6])).fma(r, broadcast(S, c[7]))
                .fma(r, broadcast(S, c[8])).fma(r, broadcast(S, c[9])).fma(r, broadcast(S, c[10])).fma(r, broadcast(S, c[11]));
            p = p.fma(r.mul(r), r);
            DoubleVector s = k.add(1023).lanewise(LSHL, 52).viewAsFloatingLanes();
            DoubleVector e = p.fma(s, s.sub(1));
            e.div(e.add(2)).intoArray(m, y + i);
        }
        return end;
    }

    /** y ← σ(x). */
    static int sigmoid(double[] m, int n, int x, int y) {
        double[] c = DoubleMath.EXP;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            DoubleVector v = DoubleVector.fromArray(S, m, x + i);
            v = v.blend(-DoubleMath.SIGMOID_LIMIT, v.compare(LT, -DoubleMath.SIGMOID_LIMIT));
            v = v.blend(DoubleMath.SIGMOID_LIMIT, v.compare(GT, DoubleMath.SIGMOID_LIMIT));
            v = v.neg();
            DoubleVector t = v.fma(broadcast(S, DoubleMath.LOG2E), broadcast(S, DoubleMath.ROUND));
            LongVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(DoubleMath.ROUND);
            DoubleVector r = t.fma(broadcast(S, -DoubleMath.LN2_LOW), t.fma(broadcast(S, -DoubleMath.LN2_HIGH), v));
            DoubleVector p = broadcast(S, c[0]).fma(r, broadcast(S, c[1])).fma(r, broadcast(S, c[2])).fma(r, broadcast(S, c[3]))
                .fma(r, broadcast(S, c[4])).fma(r, broadcast(S, c[5])).fma(r, broadcast(S, c[6])).fma(r, broadcast(S, c[7]))
                .fma(r, broadcast(S, c[8])).fma(r, broadcast(S, c[9])).fma(r, broadcast(S, c[10])).fma(r, broadcast(S, c[11]));
            p = p.fma(r.mul(r), r);
            DoubleVector s = k.add(1023).lanewise(LSHL, 52).viewAsFloatingLanes();
            broadcast(S, 1).div(p.add(1).mul(s).add(1)).intoArray(m, y + i);
        }
        return end;
    }

    /** y ← eˣ. */
    static int exp(double[] m, int n, int x, int y) {
        double[] c = DoubleMath.EXP;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            DoubleVector v = DoubleVector.fromArray(S, m, x + i);
            v = v.blend(-DoubleMath.EXP_LIMIT, v.compare(LT, -DoubleMath.EXP_LIMIT));
            v = v.blend(DoubleMath.EXP_LIMIT, v.compare(GT, DoubleMath.EXP_LIMIT));
            DoubleVector t = v.fma(broadcast(S, DoubleMath.LOG2E), broadcast(S, DoubleMath.ROUND));
            LongVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(DoubleMath.ROUND);
            DoubleVector r = t.fma(broadcast(S, -DoubleMath.LN2_LOW), t.fma(broadcast(S, -DoubleMath.LN2_HIGH), v));
            DoubleVector p = broadcast(S, c[0]).fma(r, broadcast(S, c[1])).fma(r, broadcast(S, c[2])).fma(r, broadcast(S, c[3]))
                .fma(r, broadcast(S, c[4])).fma(r, broadcast(S, c[5])).fma(r, broadcast(S, c[6])).fma(r, broadcast(S, c[7]))
                .fma(r, broadcast(S, c[8])).fma(r, broadcast(S, c[9])).fma(r, broadcast(S, c[10])).fma(r, broadcast(S, c[11]));
            p = p.fma(r.mul(r), r);
            LongVector half = k.lanewise(ASHR, 1);
            DoubleVector e = p.add(1).mul(half.add(1023).lanewise(LSHL, 52).viewAsFloatingLanes())
                .mul(k.sub(half).add(1023).lanewise(LSHL, 52).viewAsFloatingLanes());
            e.intoArray(m, y + i);
        }
        return end;
    }

    /** y ← log(1 + eˣ). */
    static int softplus(double[] m, int n, int x, int y) {
        double[] c = DoubleMath.EXP;
        double[] w = DoubleMath.ARTANH_WIDE;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            DoubleVector a = DoubleVector.fromArray(S, m, x + i);
            DoubleVector v = a.abs().neg();
            v = v.blend(-DoubleMath.EXP_LIMIT, v.compare(LT, -DoubleMath.EXP_LIMIT));
            v = v.blend(DoubleMath.EXP_LIMIT, v.compare(GT, DoubleMath.EXP_LIMIT));
            DoubleVector t = v.fma(broadcast(S, DoubleMath.LOG2E), broadcast(S, DoubleMath.ROUND));
            LongVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(DoubleMath.ROUND);
            DoubleVector r = t.fma(broadcast(S, -DoubleMath.LN2_LOW), t.fma(broadcast(S, -DoubleMath.LN2_HIGH), v));
            DoubleVector p = broadcast(S, c[0]).fma(r, broadcast(S, c[1])).fma(r, broadcast(S, c[2])).fma(r, broadcast(S, c[3]))
                .fma(r, broadcast(S, c[4])).fma(r, broadcast(S, c[5])).fma(r, broadcast(S, c[6])).fma(r, broadcast(S, c[7]))
                .fma(r, broadcast(S, c[8])).fma(r, broadcast(S, c[9])).fma(r, broadcast(S, c[10])).fma(r, broadcast(S, c[11]));
            p = p.fma(r.mul(r), r);
            LongVector half = k.lanewise(ASHR, 1);
            DoubleVector e = p.add(1).mul(half.add(1023).lanewise(LSHL, 52).viewAsFloatingLanes())
                .mul(k.sub(half).add(1023).lanewise(LSHL, 52).viewAsFloatingLanes());
            DoubleVector f = e.div(e.add(2));
            DoubleVector q = f.mul(f);
            DoubleVector l = broadcast(S, w[0]).fma(q, broadcast(S, w[1])).fma(q, broadcast(S, w[2])).fma(q, broadcast(S, w[3]))
                .fma(q, broadcast(S, w[4])).fma(q, broadcast(S, w[5])).fma(q, broadcast(S, w[6])).fma(q, broadcast(S, w[7]))
                .fma(q, broadcast(S, w[8])).fma(q, broadcast(S, w[9])).fma(q, broadcast(S, w[10])).fma(q, broadcast(S, w[11]))
                .fma(q, broadcast(S, w[12])).fma(q, broadcast(S, w[13])).fma(q, broadcast(S, w[14])).fma(q, broadcast(S, w[15]));
            l = l.mul(q).fma(f, f);
            broadcast(S, 0).blend(a, a.compare(GT, 0)).add(l.add(l)).intoArray(m, y + i);
        }
        return end;
    }

    /** y ← log x. */
    static int log(double[] m, int n, int x, int y) {
        double[] w = DoubleMath.ARTANH;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            DoubleVector v = DoubleVector.fromArray(S, m, x + i);
            VectorMask<Double> tiny = v.compare(LT, Double.MIN_NORMAL);
            LongVector b = v.blend(v.mul(DoubleMath.TINY), tiny).viewAsIntegralLanes();
            LongVector k = b.sub(DoubleMath.ROOT_HALF_BITS).lanewise(ASHR, 52);
            DoubleVector r = b.sub(k.lanewise(LSHL, 52)).viewAsFloatingLanes();
            // |k| is small: adding it to the bits of ROUND converts it exactly
            DoubleVector e = k.add(ROUND_BITS).viewAsFloatingLanes().sub(DoubleMath.ROUND);
            e = e.blend(e.sub(DoubleMath.TINY_EXPONENT), tiny);
            DoubleVector f = r.sub(1).div(r.add(1));
            DoubleVector q = f.mul(f);
            DoubleVector p = broadcast(S, w[0]).fma(q, broadcast(S, w[1])).fma(q, broadcast(S, w[2])).fma(q, broadcast(S, w[3]))
                .fma(q, broadcast(S, w[4])).fma(q, broadcast(S, w[5])).fma(q, broadcast(S, w[6])).fma(q, broadcast(S, w[7]))
                .fma(q, broadcast(S, w[8])).fma(q, broadcast(S, w[9]));
            p = p.mul(q).fma(f, f);
            DoubleVector l = e.fma(broadcast(S, DoubleMath.LN2_HIGH), e.fma(broadcast(S, DoubleMath.LN2_LOW), p.add(p)));
            l = l.blend(Double.NEGATIVE_INFINITY, v.compare(EQ, 0));
            l = l.blend(Double.NaN, v.compare(LT, 0));
            // infinity and NaN stay what they are
            l.blend(v, v.compare(LT, Double.POSITIVE_INFINITY).not()).intoArray(m, y + i);
        }
        return end;
    }

    /** See {@link Kernels#gruForward}. */
    static int gruForward(double[] m, int n, int r0, int z, int a, int u, int h, int y) {
        double[] c = DoubleMath.EXP;
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            DoubleVector v = DoubleVector.fromArray(S, m, r0 + i)
                .fma(DoubleVector.fromArray(S, m, u + i), DoubleVector.fromArray(S, m, a + i));
            v = v.blend(-DoubleMath.TANH_LIMIT, v.compare(LT, -DoubleMath.TANH_LIMIT));
            v = v.blend(DoubleMath.TANH_LIMIT, v.compare(GT, DoubleMath.TANH_LIMIT));
            v = v.add(v);
            DoubleVector t = v.fma(broadcast(S, DoubleMath.LOG2E), broadcast(S, DoubleMath.ROUND));
            LongVector k = t.viewAsIntegralLanes().sub(ROUND_BITS);
            t = t.sub(DoubleMath.ROUND);
            DoubleVector r = t.fma(broadcast(S, -DoubleMath.LN2_LOW), t.fma(broadcast(S, -DoubleMath.LN2_HIGH), v));
            DoubleVector p = broadcast(S, c[0]).fma(r, broadcast(S, c[1])).fma(r, broadcast(S, c[2])).fma(r, broadcast(S, c[3]))
                .fma(r, broadcast(S, c[4])).fma(r, broadcast(S, c[5])).fma(r, broadcast(S, c[6])).fma(r, broadcast(S, c[7]))
                .fma(r, broadcast(S, c[8])).fma(r, broadcast(S, c[9])).fma(r, broadcast(S, c[10])).fma(r, broadcast(S, c[11]));
            p = p.fma(r.mul(r), r);
            DoubleVector s = k.add(1023).lanewise(LSHL, 52).viewAsFloatingLanes();
            DoubleVector e = p.fma(s, s.sub(1));
            DoubleVector g = e.div(e.add(2));
            g.intoArray(m, a + i);
            DoubleVector.fromArray(S, m, z + i).fma(DoubleVector.fromArray(S, m, h + i).sub(g), g).intoArray(m, y + i);
        }
        return end;
    }
}
