// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The perceptron with three inputs, tanh and three outputs, the vector field of three-dimensional dynamics: hidden activity never leaves the
 * registers. The order of every sum is that of {@link Kernels#perceptron}, so the bits are the same.
 */
final class FloatVectorPerceptron {

    private static final VectorSpecies<Float> S = FloatVectorFunctions.S;
    private static final int L = S.length();
    private static final int LANES = Kernels.LANES;

    private FloatVectorPerceptron() {
    }

    /** Whether the loops of this class fit a perceptron. */
    static boolean fits(Kernels.PerceptronShape s) {
        return s.inputs() == 3 && s.outputs() == 3 && s.f() == Elementary.TANH;
    }

    /** See {@link Kernels#perceptron}. */
    static void forward(float[] m, int hidden, int n, Kernels.Perceptron at, int x, int y) {
        for (int p = 0; p < n; p += L) {
            forward(m, hidden, n, at.weight(), at.weightRow(), at.bias(), at.outWeight(), at.outRow(), at.outBias(), x + p, y + p);
        }
    }

    private static void forward(float[] m, int hidden, int n, int w, int ldw, int b, int v, int ldv, int c, int x, int y) {
        FloatVector x0 = FloatVector.fromArray(S, m, x);
        FloatVector x1 = FloatVector.fromArray(S, m, x + n);
        FloatVector x2 = FloatVector.fromArray(S, m, x + 2 * n);
        FloatVector y0 = broadcast(S, m[c]);
        FloatVector y1 = broadcast(S, m[c + 1]);
        FloatVector y2 = broadcast(S, m[c + 2]);
        for (int h = 0, wh = w; h < hidden; h++, wh += ldw) {
            FloatVector a = broadcast(S, m[wh]).fma(x0, broadcast(S, m[b + h]));
            a = broadcast(S, m[wh + 1]).fma(x1, a);
            a = broadcast(S, m[wh + 2]).fma(x2, a);
            FloatVector u = a.mul(a);
            FloatVector p = broadcast(S, FloatMath.TANH_P8).fma(u, broadcast(S, FloatMath.TANH_P6)).fma(u, broadcast(S, FloatMath.TANH_P4))
                .fma(u, broadcast(S, FloatMath.TANH_P2)).fma(u, broadcast(S, 1));
            FloatVector q = broadcast(S, FloatMath.TANH_Q8).fma(u, broadcast(S, FloatMath.TANH_Q6)).fma(u, broadcast(S, FloatMath.TANH_Q4))
                .fma(u, broadcast(S, FloatMath.TANH_Q2)).fma(u, broadcast(S, 1));
            FloatVector t = a.mul(p).div(q).blend(-1, a.compare(LT, -FloatMath.TANH_LIMIT)).blend(1, a.compare(GT, FloatMath.TANH_LIMIT));
            y0 = broadcast(S, m[v + h]).fma(t, y0);
            y1 = broadcast(S, m[v + ldv + h]).fma(t, y1);
            y2 = broadcast(S, m[v + 2 * ldv + h]).fma(t, y2);
        }
        y0.intoArray(m, y);
        y1.intoArray(m, y + n);
        y2.intoArray(m, y + 2 * n);
    }

    /** See {@link Kernels#perceptronGradient}; three rows at dz receive what is to be added to the gradient of x, and hold zeros before. */
    static void gradient(float[] m, int hidden, int trials, int n, Kernels.Perceptron w, Kernels.Perceptron d, int x, int g, int dz) {
        for (int lane = 0; lane < LANES; lane += L) {
            gradient(m, lane, hidden, trials, n, w.weight(), w.weightRow(), w.bias(), w.outWeight(), w.outRow(), d.weight() + lane, d.bias() + lane,
                d.outWeight() + lane, x, g, dz);
        }
    }

    /** Every vector of trials that begins in one lane. */
    private static void gradient(float[] m, int lane, int hidden, int trials, int n, int w, int ldw, int b, int v, int ldv, int dw, int db, int dv,
            int x, int g, int dz) {
        FloatVector one = broadcast(S, 1);
        for (int h = 0; h < hidden; h++) {
            FloatVector w0 = broadcast(S, m[w + h * ldw]);
            FloatVector w1 = broadcast(S, m[w + h * ldw + 1]);
            FloatVector w2 = broadcast(S, m[w + h * ldw + 2]);
            FloatVector v0 = broadcast(S, m[v + h]);
            FloatVector v1 = broadcast(S, m[v + ldv + h]);
            FloatVector v2 = broadcast(S, m[v + 2 * ldv + h]);
            FloatVector dw0 = FloatVector.fromArray(S, m, dw + 3 * h * LANES);
            FloatVector dw1 = FloatVector.fromArray(S, m, dw + (3 * h + 1) * LANES);
            FloatVector dw2 = FloatVector.fromArray(S, m, dw + (3 * h + 2) * LANES);
            FloatVector dv0 = FloatVector.fromArray(S, m, dv + h * LANES);
            FloatVector dv1 = FloatVector.fromArray(S, m, dv + (hidden + h) * LANES);
            FloatVector dv2 = FloatVector.fromArray(S, m, dv + (2 * hidden + h) * LANES);
            FloatVector sum = FloatVector.fromArray(S, m, db + h * LANES);
            for (int i = lane; i < n; i += LANES) {
                FloatVector x0 = FloatVector.fromArray(S, m, x + i);
                FloatVector x1 = FloatVector.fromArray(S, m, x + n + i);
                FloatVector x2 = FloatVector.fromArray(S, m, x + 2 * n + i);
                FloatVector a = w2.fma(x2, w1.fma(x1, w0.fma(x0, broadcast(S, m[b + h]))));
                FloatVector u = a.mul(a);
                FloatVector p = broadcast(S, FloatMath.TANH_P8).fma(u, broadcast(S, FloatMath.TANH_P6)).fma(u, broadcast(S, FloatMath.TANH_P4))
                    .fma(u, broadcast(S, FloatMath.TANH_P2)).fma(u, broadcast(S, 1));
                FloatVector q = broadcast(S, FloatMath.TANH_Q8).fma(u, broadcast(S, FloatMath.TANH_Q6)).fma(u, broadcast(S, FloatMath.TANH_Q4))
                    .fma(u, broadcast(S, FloatMath.TANH_Q2)).fma(u, broadcast(S, 1));
                FloatVector t = a.mul(p).div(q).blend(-1, a.compare(LT, -FloatMath.TANH_LIMIT)).blend(1, a.compare(GT, FloatMath.TANH_LIMIT));
                FloatVector g0 = FloatVector.fromArray(S, m, g + i);
                FloatVector g1 = FloatVector.fromArray(S, m, g + n + i);
                FloatVector g2 = FloatVector.fromArray(S, m, g + 2 * n + i);
                FloatVector s = v2.fma(g2, v1.fma(g1, v0.fma(g0, broadcast(S, 0)))).mul(t.neg().fma(t, one));
                w0.fma(s, FloatVector.fromArray(S, m, dz + i)).intoArray(m, dz + i);
                w1.fma(s, FloatVector.fromArray(S, m, dz + n + i)).intoArray(m, dz + n + i);
                w2.fma(s, FloatVector.fromArray(S, m, dz + 2 * n + i)).intoArray(m, dz + 2 * n + i);
                if (i + L > trials) {
                    // padding behind the trials may hold anything and must not be added
                    VectorMask<Float> inside = S.indexInRange(i, trials);
                    dv0 = dv0.blend(t.fma(g0, dv0), inside);
                    dv1 = dv1.blend(t.fma(g1, dv1), inside);
                    dv2 = dv2.blend(t.fma(g2, dv2), inside);
                    dw0 = dw0.blend(s.fma(x0, dw0), inside);
                    dw1 = dw1.blend(s.fma(x1, dw1), inside);
                    dw2 = dw2.blend(s.fma(x2, dw2), inside);
                    sum = sum.blend(sum.add(s), inside);
                } else {
                    dv0 = t.fma(g0, dv0);
                    dv1 = t.fma(g1, dv1);
                    dv2 = t.fma(g2, dv2);
                    dw0 = s.fma(x0, dw0);
                    dw1 = s.fma(x1, dw1);
                    dw2 = s.fma(x2, dw2);
                    sum = sum.add(s);
                }
            }
            dw0.intoArray(m, dw + 3 * h * LANES);
            dw1.intoArray(m, dw + (3 * h + 1) * LANES);
            dw2.intoArray(m, dw + (3 * h + 2) * LANES);
            dv0.intoArray(m, dv + h * LANES);
            dv1.intoArray(m, dv + (hidden + h) * LANES);
            dv2.intoArray(m, dv + (2 * hidden + h) * LANES);
            sum.intoArray(m, db + h * LANES);
        }
    }
}
