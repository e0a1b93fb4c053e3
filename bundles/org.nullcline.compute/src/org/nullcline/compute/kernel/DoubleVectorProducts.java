// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products in vector registers: a tile of C, some rows by some vectors, stays in registers while the summed index runs. The tiles are
 * written out because only then the compiler keeps them in registers; each is long enough to be compiled as a unit of its own.
 */
final class DoubleVectorProducts {

    private static final VectorSpecies<Double> S = DoubleVectorFunctions.S;
    private static final int L = S.length();
    /** 32 registers come with vectors of 512 bits; elsewhere there are 16, and a tile of 4 × 4 would not fit. */
    private static final boolean MANY_REGISTERS = S.vectorBitSize() >= 512;

    private static final int COLUMNS = 64;

    private DoubleVectorProducts() {
    }

    /** See {@link Kernels#product}. */
    static void product(double[] m, int rows, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        // these columns of B stay in the nearest cache while all rows of A pass by
        for (int j = 0; j < n; j += COLUMNS) {
            columns(m, rows, Math.min(COLUMNS, n - j), k, a, aRow, aColumn, b + j, ldb, bias, c + j, ldc, add);
        }
    }

    private static void columns(double[] m, int rows, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        int step = MANY_REGISTERS ? 4 : 6;
        int i = 0;
        for (; i + step <= rows; i += step) {
            int ai = a + i * aRow;
            int ci = c + i * ldc;
            int bi = bias < 0 ? -1 : bias + i;
            int j = 0;
            if (MANY_REGISTERS) {
                for (; j + 4 * L <= n; j += 4 * L) {
                    tile4x4(m, k, ai, aRow, aColumn, b + j, ldb, bi, ci + j, ldc, add);
                }
                for (; j < n; j += L) {
                    tile4x1(m, k, ai, aRow, aColumn, b + j, ldb, bi, ci + j, ldc, add);
                }
            } else {
                for (; j < n; j += 2 * L) {
                    tile6x2(m, k, ai, aRow, aColumn, b + j, ldb, bi, ci + j, ldc, add);
                }
            }
        }
        for (; i < rows; i++) {
            int ai = a + i * aRow;
            int ci = c + i * ldc;
            int bi = bias < 0 ? -1 : bias + i;
            int j = 0;
            for (; j + 4 * L <= n; j += 4 * L) {
                tile1x4(m, k, ai, aColumn, b + j, ldb, bi, ci + j, add);
            }
            for (; j < n; j += L) {
                tile1x1(m, k, ai, aColumn, b + j, ldb, bi, ci + j, add);
            }
        }
    }

    private static void tile4x4(double[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        DoubleVector c00 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        DoubleVector c01 = c00;
        DoubleVector c02 = c00;
        DoubleVector c03 = c00;
        DoubleVector c10 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 1]);
        DoubleVector c11 = c10;
        DoubleVector c12 = c10;
        DoubleVector c13 = c10;
        DoubleVector c20 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 2]);
        DoubleVector c21 = c20;
        DoubleVector c22 = c20;
        DoubleVector c23 = c20;
        DoubleVector c30 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 3]);
        DoubleVector c31 = c30;
        DoubleVector c32 = c30;
        DoubleVector c33 = c30;
        int a1 = a + aRow;
        int a2 = a + 2 * aRow;
        int a3 = a + 3 * aRow;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(S, m, bp);
            DoubleVector b1 = DoubleVector.fromArray(S, m, bp + L);
            DoubleVector b2 = DoubleVector.fromArray(S, m, bp + 2 * L);
            DoubleVector b3 = DoubleVector.fromArray(S, m, bp + 3 * L);
            DoubleVector v = DoubleVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            c02 = v.fma(b2, c02);
            c03 = v.fma(b3, c03);
            v = DoubleVector.broadcast(S, m[a1 + ap]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            c12 = v.fma(b2, c12);
            c13 = v.fma(b3, c13);
            v = DoubleVector.broadcast(S, m[a2 + ap]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            c22 = v.fma(b2, c22);
            c23 = v.fma(b3, c23);
            v = DoubleVector.broadcast(S, m[a3 + ap]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
            c32 = v.fma(b2, c32);
            c33 = v.fma(b3, c33);
        }
        if (add) {
            c00.add(DoubleVector.fromArray(S, m, c)).intoArray(m, c);
            c01.add(DoubleVector.fromArray(S, m, c + L)).intoArray(m, c + L);
            c02.add(DoubleVector.fromArray(S, m, c + 2 * L)).intoArray(m, c + 2 * L);
            c03.add(DoubleVector.fromArray(S, m, c + 3 * L)).intoArray(m, c + 3 * L);
            c10.add(DoubleVector.fromArray(S, m, c + ldc)).intoArray(m, c + ldc);
            c11.add(DoubleVector.fromArray(S, m, c + ldc + L)).intoArray(m, c + ldc + L);
            c12.add(DoubleVector.fromArray(S, m, c + ldc + 2 * L)).intoArray(m, c + ldc + 2 * L);
            c13.add(DoubleVector.fromArray(S, m, c + ldc + 3 * L)).intoArray(m, c + ldc + 3 * L);
            c20.add(DoubleVector.fromArray(S, m, c + 2 * ldc)).intoArray(m, c + 2 * ldc);
            c21.add(DoubleVector.fromArray(S, m, c + 2 * ldc + L)).intoArray(m, c + 2 * ldc + L);
            c22.add(DoubleVector.fromArray(S, m, c + 2 * ldc + 2 * L)).intoArray(m, c + 2 * ldc + 2 * L);
            c23.add(DoubleVector.fromArray(S, m, c + 2 * ldc + 3 * L)).intoArray(m, c + 2 * ldc + 3 * L);
            c30.add(DoubleVector.fromArray(S, m, c + 3 * ldc)).intoArray(m, c + 3 * ldc);
            c31.add(DoubleVector.fromArray(S, m, c + 3 * ldc + L)).intoArray(m, c + 3 * ldc + L);
            c32.add(DoubleVector.fromArray(S, m, c + 3 * ldc + 2 * L)).intoArray(m, c + 3 * ldc + 2 * L);
            c33.add(DoubleVector.fromArray(S, m, c + 3 * ldc + 3 * L)).intoArray(m, c + 3 * ldc + 3 * L);
        } else {
            c00.intoArray(m, c);
            c01.intoArray(m, c + L);
            c02.intoArray(m, c + 2 * L);
            c03.intoArray(m, c + 3 * L);
            c10.intoArray(m, c + ldc);
            c11.intoArray(m, c + ldc + L);
            c12.intoArray(m, c + ldc + 2 * L);
            c13.intoArray(m, c + ldc + 3 * L);
            c20.intoArray(m, c + 2 * ldc);
            c21.intoArray(m, c + 2 * ldc + L);
            c22.intoArray(m, c + 2 * ldc + 2 * L);
            c23.intoArray(m, c + 2 * ldc + 3 * L);
            c30.intoArray(m, c + 3 * ldc);
            c31.intoArray(m, c + 3 * ldc + L);
            c32.intoArray(m, c + 3 * ldc + 2 * L);
            c33.intoArray(m, c + 3 * ldc + 3 * L);
        }
    }

    private static void tile6x2(double[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        DoubleVector c00 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        DoubleVector c01 = c00;
        DoubleVector c10 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 1]);
        DoubleVector c11 = c10;
        DoubleVector c20 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 2]);
        DoubleVector c21 = c20;
        DoubleVector c30 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 3]);
        DoubleVector c31 = c30;
        DoubleVector c40 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 4]);
        DoubleVector c41 = c40;
        DoubleVector c50 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 5]);
        DoubleVector c51 = c50;
        int a1 = a + aRow;
        int a2 = a + 2 * aRow;
        int a3 = a + 3 * aRow;
        int a4 = a + 4 * aRow;
        int a5 = a + 5 * aRow;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(S, m, bp);
            DoubleVector b1 = DoubleVector.fromArray(S, m, bp + L);
            DoubleVector v = DoubleVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            v = DoubleVector.broadcast(S, m[a1 + ap]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            v = DoubleVector.broadcast(S, m[a2 + ap]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            v = DoubleVector.broadcast(S, m[a3 + ap]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
            v = DoubleVector.broadcast(S, m[a4 + ap]);
            c40 = v.fma(b0, c40);
            c41 = v.fma(b1, c41);
            v = DoubleVector.broadcast(S, m[a5 + ap]);
            c50 = v.fma(b0, c50);
            c51 = v.fma(b1, c51);
        }
        if (add) {
            c00.add(DoubleVector.fromArray(S, m, c)).intoArray(m, c);
            c01.add(DoubleVector.fromArray(S, m, c + L)).intoArray(m, c + L);
            c10.add(DoubleVector.fromArray(S, m, c + ldc)).intoArray(m, c + ldc);
            c11.add(DoubleVector.fromArray(S, m, c + ldc + L)).intoArray(m, c + ldc + L);
            c20.add(DoubleVector.fromArray(S, m, c + 2 * ldc)).intoArray(m, c + 2 * ldc);
            c21.add(DoubleVector.fromArray(S, m, c + 2 * ldc + L)).intoArray(m, c + 2 * ldc + L);
            c30.add(DoubleVector.fromArray(S, m, c + 3 * ldc)).intoArray(m, c + 3 * ldc);
            c31.add(DoubleVector.fromArray(S, m, c + 3 * ldc + L)).intoArray(m, c + 3 * ldc + L);
            c40.add(DoubleVector.fromArray(S, m, c + 4 * ldc)).intoArray(m, c + 4 * ldc);
            c41.add(DoubleVector.fromArray(S, m, c + 4 * ldc + L)).intoArray(m, c + 4 * ldc + L);
            c50.add(DoubleVector.fromArray(S, m, c + 5 * ldc)).intoArray(m, c + 5 * ldc);
            c51.add(DoubleVector.fromArray(S, m, c + 5 * ldc + L)).intoArray(m, c + 5 * ldc + L);
        } else {
            c00.intoArray(m, c);
            c01.intoArray(m, c + L);
            c10.intoArray(m, c + ldc);
            c11.intoArray(m, c + ldc + L);
            c20.intoArray(m, c + 2 * ldc);
            c21.intoArray(m, c + 2 * ldc + L);
            c30.intoArray(m, c + 3 * ldc);
            c31.intoArray(m, c + 3 * ldc + L);
            c40.intoArray(m, c + 4 * ldc);
            c41.intoArray(m, c + 4 * ldc + L);
            c50.intoArray(m, c + 5 * ldc);
            c51.intoArray(m, c + 5 * ldc + L);
        }
    }

    private static void tile4x1(double[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        DoubleVector c00 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        DoubleVector c10 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 1]);
        DoubleVector c20 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 2]);
        DoubleVector c30 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias + 3]);
        int a1 = a + aRow;
        int a2 = a + 2 * aRow;
        int a3 = a + 3 * aRow;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(S, m, bp);
            DoubleVector v = DoubleVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            v = DoubleVector.broadcast(S, m[a1 + ap]);
            c10 = v.fma(b0, c10);
            v = DoubleVector.broadcast(S, m[a2 + ap]);
            c20 = v.fma(b0, c20);
            v = DoubleVector.broadcast(S, m[a3 + ap]);
            c30 = v.fma(b0, c30);
        }
        if (add) {
            c00.add(DoubleVector.fromArray(S, m, c)).intoArray(m, c);
            c10.add(DoubleVector.fromArray(S, m, c + ldc)).intoArray(m, c + ldc);
            c20.add(DoubleVector.fromArray(S, m, c + 2 * ldc)).intoArray(m, c + 2 * ldc);
            c30.add(DoubleVector.fromArray(S, m, c + 3 * ldc)).intoArray(m, c + 3 * ldc);
        } else {
            c00.intoArray(m, c);
            c10.intoArray(m, c + ldc);
            c20.intoArray(m, c + 2 * ldc);
            c30.intoArray(m, c + 3 * ldc);
        }
    }

    private static void tile1x4(double[] m, int k, int a, int aColumn, int b, int ldb, int bias, int c, boolean add) {
        DoubleVector c00 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        DoubleVector c01 = c00;
        DoubleVector c02 = c00;
        DoubleVector c03 = c00;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(S, m, bp);
            DoubleVector b1 = DoubleVector.fromArray(S, m, bp + L);
            DoubleVector b2 = DoubleVector.fromArray(S, m, bp + 2 * L);
            DoubleVector b3 = DoubleVector.fromArray(S, m, bp + 3 * L);
            DoubleVector v = DoubleVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            c02 = v.fma(b2, c02);
            c03 = v.fma(b3, c03);
        }
        if (add) {
            c00.add(DoubleVector.fromArray(S, m, c)).intoArray(m, c);
            c01.add(DoubleVector.fromArray(S, m, c + L)).intoArray(m, c + L);
            c02.add(DoubleVector.fromArray(S, m, c + 2 * L)).intoArray(m, c + 2 * L);
            c03.add(DoubleVector.fromArray(S, m, c + 3 * L)).intoArray(m, c + 3 * L);
        } else {
            c00.intoArray(m, c);
            c01.intoArray(m, c + L);
            c02.intoArray(m, c + 2 * L);
            c03.intoArray(m, c + 3 * L);
        }
    }

    private static void tile1x1(double[] m, int k, int a, int aColumn, int b, int ldb, int bias, int c, boolean add) {
        DoubleVector c00 = DoubleVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            DoubleVector b0 = DoubleVector.fromArray(S, m, bp);
            DoubleVector v = DoubleVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
        }
        if (add) {
            c00.add(DoubleVector.fromArray(S, m, c)).intoArray(m, c);
        } else {
            c00.intoArray(m, c);
        }
    }
}
