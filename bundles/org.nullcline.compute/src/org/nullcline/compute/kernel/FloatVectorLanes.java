// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sums over trials that are kept as partial sums, one for each lane. Vectors may read padding behind the trials, but never add it. */
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
    static void products(float[] m, int rows, int n, int k, int a, int lda, int b, int ldb, int c) {
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

    private static void twoRows(float[] m, int n, int a, int lda, int b, int ldb, int c) {
        FloatVector a0 = FloatVector.fromArray(S, m, a);
        FloatVector a1 = FloatVector.fromArray(S, m, a + LANES);
        FloatVector a2 = FloatVector.fromArray(S, m, a + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(S, m, a + 3 * LANES);
        FloatVector d0 = FloatVector.fromArray(S, m, a + lda);
        FloatVector d1 = FloatVector.fromArray(S, m, a + lda + LANES);
        FloatVector d2 = FloatVector.fromArray(S, m, a + lda + 2 * LANES);
        FloatVector d3 = FloatVector.fromArray(S, m, a + lda + 3 * LANES);
        int second = n * LANES;
        for (int j = 0, bj = b, sums = c; j < n; j++, bj += ldb, sums += LANES) {
            FloatVector v = FloatVector.fromArray(S, m, bj);
            FloatVector sum = a0.fma(v, FloatVector.fromArray(S, m, sums));
            FloatVector next = d0.fma(v, FloatVector.fromArray(S, m, sums + second));
            v = FloatVector.fromArray(S, m, bj + LANES);
            sum = a1.fma(v, sum);
            next = d1.fma(v, next);
            v = FloatVector.fromArray(S, m, bj + 2 * LANES);
            sum = a2.fma(v, sum);
            next = d2.fma(v, next);
            v = FloatVector.fromArray(S, m, bj + 3 * LANES);
            a3.fma(v, sum).intoArray(m, sums);
            d3.fma(v, next).intoArray(m, sums + second);
        }
    }

    private static void oneRow(float[] m, int n, int a, int b, int ldb, int c) {
        FloatVector a0 = FloatVector.fromArray(S, m, a);
        FloatVector a1 = FloatVector.fromArray(S, m, a + LANES);
        FloatVector a2 = FloatVector.fromArray(S, m, a + 2 * LANES);
        FloatVector a3 = FloatVector.fromArray(S, m, a + 3 * LANES);
        for (int j = 0, bj = b, sums = c; j < n; j++, bj += ldb, sums += LANES) {
            FloatVector sum = a0.fma(FloatVector.fromArray(S, m, bj), FloatVector.fromArray(S, m, sums));
            sum = a1.fma(FloatVector.fromArray(S, m, bj + LANES), sum);
            sum = a2.fma(FloatVector.fromArray(S, m, bj + 2 * LANES), sum);
            a3.fma(FloatVector.fromArray(S, m, bj + 3 * LANES), sum).intoArray(m, sums);
        }
    }

    /** One vector of trials, of which {@code inside} count. */
    private static void few(float[] m, int rows, int n, int a, int lda, int b, int ldb, int c, VectorMask<Float> inside) {
        int sums = c;
        for (int i = 0; i < rows; i++) {
            FloatVector a0 = FloatVector.fromArray(S, m, a + i * lda);
            for (int j = 0, bj = b; j < n; j++, bj += ldb, sums += LANES) {
                FloatVector sum = FloatVector.fromArray(S, m, sums);
                sum.blend(a0.fma(FloatVector.fromArray(S, m, bj), sum), inside).intoArray(m, sums);
            }
        }
    }

    /** See {@link Kernels#laneSums}. */
    static void sums(float[] m, int rows, int k, int x, int ldx, int y) {
        for (int lane = 0; lane < LANES; lane += L) {
            int whole = lane + Math.max(0, k - lane - L + LANES) / LANES * LANES;
            VectorMask<Float> inside = S.indexInRange(whole, k);
            boolean rest = whole < k;
            for (int i = 0; i < rows; i++) {
                FloatVector sum = FloatVector.fromArray(S, m, y + i * LANES + lane);
                int row = x + i * ldx;
                int j = lane;
                for (; j + BLOCK - LANES < whole; j += BLOCK) {
                    sum = sum.add(FloatVector.fromArray(S, m, row + j)).add(FloatVector.fromArray(S, m, row + j + LANES))
                        .add(FloatVector.fromArray(S, m, row + j + 2 * LANES)).add(FloatVector.fromArray(S, m, row + j + 3 * LANES));
                }
                for (; j < whole; j += LANES) {
                    sum = sum.add(FloatVector.fromArray(S, m, row + j));
                }
                if (rest) {
                    sum = sum.blend(sum.add(FloatVector.fromArray(S, m, row + whole)), inside);
                }
                sum.intoArray(m, y + i * LANES + lane);
            }
        }
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

    /** Adds a₀b₀ … a_{n−1}b_{n−1} to sums in double precision, number j to sum j mod LANES; n is a multiple of LANES. */
    static void doubleProducts(float[] m, int n, int a, int b, double[] sums) {
        for (int lane = 0; lane < LANES; lane += L) {
            DoubleVector low = DoubleVector.fromArray(D, sums, lane);
            DoubleVector high = DoubleVector.fromArray(D, sums, lane + L / 2);
            for (int j = lane; j < n; j += LANES) {
                FloatVector v = FloatVector.fromArray(S, m, a + j);
                FloatVector w = FloatVector.fromArray(S, m, b + j);
                DoubleVector left = (DoubleVector) v.convert(VectorOperators.F2D, 0);
                DoubleVector right = (DoubleVector) w.convert(VectorOperators.F2D, 0);
                low = left.fma(right, low);
                left = (DoubleVector) v.convert(VectorOperators.F2D, 1);
                right = (DoubleVector) w.convert(VectorOperators.F2D, 1);
                high = left.fma(right, high);
            }
            low.intoArray(sums, lane);
            high.intoArray(sums, lane + L / 2);
        }
    }
}
