// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sums over trials that are kept as partial sums, one for each lane. Each method returns how many trials it has done. */
final class FloatVectorLanes {

    private static final VectorSpecies<Float> S = FloatVectorFunctions.S;
    private static final int L = S.length();
    /** Half as many numbers in a vector of the same size. */
    private static final VectorSpecies<Double> D = S.withLanes(double.class);
    private static final int LANES = Kernels.LANES;
    /** Trials whose vectors of A are held in registers at a time. */
    private static final int BLOCK = 4 * LANES;

    private FloatVectorLanes() {
    }

    /** See {@link Kernels#laneProducts}. */
    static int products(float[] m, int rows, int n, int k, int a, int lda, int b, int ldb, int c) {
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

    private static void products4(float[] m, int rows, int n, int a, int lda, int b, int ldb, int c) {
        int sums = c;
        for (int i = 0; i < rows; i++) {
            int ai = a + i * lda;
            FloatVector a0 = FloatVector.fromArray(S, m, ai);
            FloatVector a1 = FloatVector.fromArray(S, m, ai + LANES);
            FloatVector a2 = FloatVector.fromArray(S, m, ai + 2 * LANES);
            FloatVector a3 = FloatVector.fromArray(S, m, ai + 3 * LANES);
            for (int j = 0, bj = b; j < n; j++, bj += ldb, sums += LANES) {
                FloatVector sum = a0.fma(FloatVector.fromArray(S, m, bj), FloatVector.fromArray(S, m, sums));
                sum = a1.fma(FloatVector.fromArray(S, m, bj + LANES), sum);
                sum = a2.fma(FloatVector.fromArray(S, m, bj + 2 * LANES), sum);
                a3.fma(FloatVector.fromArray(S, m, bj + 3 * LANES), sum).intoArray(m, sums);
            }
        }
    }

    private static void products1(float[] m, int rows, int n, int a, int lda, int b, int ldb, int c) {
        int sums = c;
        for (int i = 0; i < rows; i++) {
            FloatVector a0 = FloatVector.fromArray(S, m, a + i * lda);
            for (int j = 0, bj = b; j < n; j++, bj += ldb, sums += LANES) {
                a0.fma(FloatVector.fromArray(S, m, bj), FloatVector.fromArray(S, m, sums)).intoArray(m, sums);
            }
        }
    }

    /** See {@link Kernels#laneSums}. */
    static int sums(float[] m, int rows, int k, int x, int ldx, int y) {
        int end = k - k % LANES;
        for (int i = 0; i < rows; i++) {
            for (int lane = 0; lane < LANES; lane += L) {
                FloatVector sum = FloatVector.fromArray(S, m, y + i * LANES + lane);
                for (int j = lane; j < end; j += LANES) {
                    sum = sum.add(FloatVector.fromArray(S, m, x + i * ldx + j));
                }
                sum.intoArray(m, y + i * LANES + lane);
            }
        }
        return end;
    }

    /** Adds x₀ … x_{n−1} to sums in double precision, number j to sum j mod LANES; n is a multiple of LANES. */
    static void doubleSums(float[] m, int n, int x, double[] sums) {
        for (int lane = 0; lane < LANES; lane += L) {
            DoubleVector low = DoubleVector.fromArray(D, sums, lane);
            DoubleVector high = DoubleVector.fromArray(D, sums, lane + L / 2);
            for (int j = lane; j < n; j += LANES) {
                FloatVector v = FloatVector.fromArray(S, m, x + j);
                low = low.add(v.convert(VectorOperators.F2D, 0));
                high = high.add(v.convert(VectorOperators.F2D, 1));
            }
            low.intoArray(sums, lane);
            high.intoArray(sums, lane + L / 2);
        }
    }
}
