// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums over trials that are kept as partial sums, one for each lane. Each method returns how many trials it has done. */
final class DoubleVectorLanes {

    private static final VectorSpecies<Double> S = DoubleVectorFunctions.S;
    private static final int L = S.length();
    private static final int LANES = Kernels.LANES;
    /** Trials whose vectors of A are held in registers at a time. */
    private static final int BLOCK = 4 * LANES;

    private DoubleVectorLanes() {
    }

    /** See {@link Kernels#laneProducts}. */
    static int products(double[] m, int rows, int n, int k, int a, int lda, int b, int ldb, int c) {
        int p = 0;
        for (; p + BLOCK <= k; p += BLOCK) {
            for (int lane = 0; lane < LANES; lane += L) {
                products4(m, rows, n, a + p + lane, lda, b + p + lane, ldb, c + lane);
            }
        }
        for (; p + LANES <= k; p += LANES) {
            for (int lane = 0; lane < LANES; lane += L) {
                products1(m, rows, n, a + p + lane, lda, b + p + lane, ldb, c + lane);
            }
        }
        return p;
    }

    private static void products4(double[] m, int rows, int n, int a, int lda, int b, int ldb, int c) {
        int sums = c;
        for (int i = 0; i < rows; i++) {
            int ai = a + i * lda;
            DoubleVector a0 = DoubleVector.fromArray(S, m, ai);
            DoubleVector a1 = DoubleVector.fromArray(S, m, ai + LANES);
            DoubleVector a2 = DoubleVector.fromArray(S, m, ai + 2 * LANES);
            DoubleVector a3 = DoubleVector.fromArray(S, m, ai + 3 * LANES);
            for (int j = 0, bj = b; j < n; j++, bj += ldb, sums += LANES) {
                DoubleVector sum = a0.fma(DoubleVector.fromArray(S, m, bj), DoubleVector.fromArray(S, m, sums));
                sum = a1.fma(DoubleVector.fromArray(S, m, bj + LANES), sum);
                sum = a2.fma(DoubleVector.fromArray(S, m, bj + 2 * LANES), sum);
                a3.fma(DoubleVector.fromArray(S, m, bj + 3 * LANES), sum).intoArray(m, sums);
            }
        }
    }

    private static void products1(double[] m, int rows, int n, int a, int lda, int b, int ldb, int c) {
        int sums = c;
        for (int i = 0; i < rows; i++) {
            DoubleVector a0 = DoubleVector.fromArray(S, m, a + i * lda);
            for (int j = 0, bj = b; j < n; j++, bj += ldb, sums += LANES) {
                a0.fma(DoubleVector.fromArray(S, m, bj), DoubleVector.fromArray(S, m, sums)).intoArray(m, sums);
            }
        }
    }

    /** See {@link Kernels#laneSums}. */
    static int sums(double[] m, int rows, int k, int x, int ldx, int y) {
        int end = k - k % LANES;
        for (int i = 0; i < rows; i++) {
            for (int lane = 0; lane < LANES; lane += L) {
                DoubleVector sum = DoubleVector.fromArray(S, m, y + i * LANES + lane);
                for (int j = lane; j < end; j += LANES) {
                    sum = sum.add(DoubleVector.fromArray(S, m, x + i * ldx + j));
                }
                sum.intoArray(m, y + i * LANES + lane);
            }
        }
        return end;
    }
}
