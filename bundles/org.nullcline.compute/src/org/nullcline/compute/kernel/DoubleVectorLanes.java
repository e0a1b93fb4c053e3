// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Sums over trials that are kept as partial sums, one for each lane. Vectors may read padding behind the trials, but never add it. */
final class DoubleVectorLanes {

    private static final VectorSpecies<Double> S = DoubleVectorFunctions.S;
    private static final int L = S.length();
    private static final int LANES = Kernels.LANES;
    /** Trials whose vectors of A are held in registers at a time. */
    private static final int BLOCK = 4 * LANES;

    private DoubleVectorLanes() {
    }

    /** See {@link Kernels#laneProducts}. */
    static void products(double[] m, int rows, int n, int k, int a, int lda, int b, int ldb, int c) {
        for (int lane = 0; lane < LANES; lane += L) {
            int p = lane;
            for (; p - lane + BLOCK <= k; p += BLOCK) {
                int i = 0;
                for (; i + 2 <= rows; i += 2) {
                    twoRows(m, n, a + i * lda + p, lda, b + p, ldb, c + i * n * LANES + lane);
                }
                if (i < rows) {
                    oneRow(m, n, a + i * lda + p, b + p, ldb, c + i * n * LANES + lane);
                }
            }
            for (; p < k; p += LANES) {
                // the last vector may reach beyond the trials
                few(m, rows, n, a + p, lda, b + p, ldb, c + lane, S.indexInRange(p, k));
            }
        }
    }

    private static void twoRows(double[] m, int n, int a, int lda, int b, int ldb, int c) {
        DoubleVector a0 = DoubleVector.fromArray(S, m, a);
        DoubleVector a1 = DoubleVector.fromArray(S, m, a + LANES);
        DoubleVector a2 = DoubleVector.fromArray(S, m, a + 2 * LANES);
        DoubleVector a3 = DoubleVector.fromArray(S, m, a + 3 * LANES);
        DoubleVector d0 = DoubleVector.fromArray(S, m, a + lda);
        DoubleVector d1 = DoubleVector.fromArray(S, m, a + lda + LANES);
        DoubleVector d2 = DoubleVector.fromArray(S, m, a + lda + 2 * LANES);
        DoubleVector d3 = DoubleVector.fromArray(S, m, a + lda + 3 * LANES);
        int second = n * LANES;
        for (int j = 0, bj = b, sums = c; j < n; j++, bj += ldb, sums += LANES) {
            DoubleVector v = DoubleVector.fromArray(S, m, bj);
            DoubleVector sum = a0.fma(v, DoubleVector.fromArray(S, m, sums));
            DoubleVector next = d0.fma(v, DoubleVector.fromArray(S, m, sums + second));
            v = DoubleVector.fromArray(S, m, bj + LANES);
            sum = a1.fma(v, sum);
            next = d1.fma(v, next);
            v = DoubleVector.fromArray(S, m, bj + 2 * LANES);
            sum = a2.fma(v, sum);
            next = d2.fma(v, next);
            v = DoubleVector.fromArray(S, m, bj + 3 * LANES);
            a3.fma(v, sum).intoArray(m, sums);
            d3.fma(v, next).intoArray(m, sums + second);
        }
    }

    private static void oneRow(double[] m, int n, int a, int b, int ldb, int c) {
        DoubleVector a0 = DoubleVector.fromArray(S, m, a);
        DoubleVector a1 = DoubleVector.fromArray(S, m, a + LANES);
        DoubleVector a2 = DoubleVector.fromArray(S, m, a + 2 * LANES);
        DoubleVector a3 = DoubleVector.fromArray(S, m, a + 3 * LANES);
        for (int j = 0, bj = b, sums = c; j < n; j++, bj += ldb, sums += LANES) {
            DoubleVector sum = a0.fma(DoubleVector.fromArray(S, m, bj), DoubleVector.fromArray(S, m, sums));
            sum = a1.fma(DoubleVector.fromArray(S, m, bj + LANES), sum);
            sum = a2.fma(DoubleVector.fromArray(S, m, bj + 2 * LANES), sum);
            a3.fma(DoubleVector.fromArray(S, m, bj + 3 * LANES), sum).intoArray(m, sums);
        }
    }

    /** One vector of trials, of which {@code inside} count. */
    private static void few(double[] m, int rows, int n, int a, int lda, int b, int ldb, int c, VectorMask<Double> inside) {
        int sums = c;
        for (int i = 0; i < rows; i++) {
            DoubleVector a0 = DoubleVector.fromArray(S, m, a + i * lda);
            for (int j = 0, bj = b; j < n; j++, bj += ldb, sums += LANES) {
                DoubleVector sum = DoubleVector.fromArray(S, m, sums);
                sum.blend(a0.fma(DoubleVector.fromArray(S, m, bj), sum), inside).intoArray(m, sums);
            }
        }
    }

    /** See {@link Kernels#laneSums}. */
    static void sums(double[] m, int rows, int k, int x, int ldx, int y) {
        for (int lane = 0; lane < LANES; lane += L) {
            int whole = lane + Math.max(0, k - lane - L + LANES) / LANES * LANES;
            VectorMask<Double> inside = S.indexInRange(whole, k);
            boolean rest = whole < k;
            for (int i = 0; i < rows; i++) {
                DoubleVector sum = DoubleVector.fromArray(S, m, y + i * LANES + lane);
                int row = x + i * ldx;
                for (int j = lane; j < whole; j += LANES) {
                    sum = sum.add(DoubleVector.fromArray(S, m, row + j));
                }
                if (rest) {
                    sum = sum.blend(sum.add(DoubleVector.fromArray(S, m, row + whole)), inside);
                }
                sum.intoArray(m, y + i * LANES + lane);
            }
        }
    }
}
