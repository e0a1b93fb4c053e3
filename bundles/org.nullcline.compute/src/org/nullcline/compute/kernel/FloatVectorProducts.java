// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products in vector registers: a tile of C, some rows by some vectors, stays in registers while the summed index runs. The tiles are
 * written out because only then the compiler keeps them in registers; each is long enough to be compiled as a unit of its own.
 */
final class FloatVectorProducts {

    private static final VectorSpecies<Float> S = FloatVectorFunctions.S;
    private static final int L = S.length();
    /** 32 registers come with vectors of 512 bits; elsewhere there are 16, and a tile of 4 × 4 would not fit. */
    private static final boolean MANY_REGISTERS = S.vectorBitSize() >= 512;

    /** Columns of B that stay in the nearest cache while all rows of A pass by. */
    private static final int COLUMNS = 64;
    /** Beyond so many rows of B, only half as many columns do. */
    private static final int ROWS = 112;

    private FloatVectorProducts() {
    }

    /** See {@link Kernels#product}. */
    static void product(float[] m, int rows, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        if (!MANY_REGISTERS) {
            for (int j = 0; j < n; j += COLUMNS) {
                few(m, rows, Math.min(COLUMNS, n - j), k, a, aRow, aColumn, b + j, ldb, bias, c + j, ldc, add);
            }
            return;
        }
        int narrow = k > ROWS ? rows & -8 : 0;
        for (int j = 0; narrow > 0 && j < n; j += 2 * L) {
            many(m, Math.min(2, (n - j) / L), narrow, k, a, aRow, aColumn, b + j, ldb, bias, c + j, ldc, add);
        }
        if (narrow == rows) {
            return;
        }
        int ai = a + narrow * aRow;
        int bi = bias < 0 ? -1 : bias + narrow;
        int ci = c + narrow * ldc;
        for (int j = 0; j < n;) {
            int left = (n - j) / L;
            // five vectors are better cut into three and two than into four and one
            int vectors = left == 5 ? 3 : Math.min(4, left);
            many(m, vectors, rows - narrow, k, ai, aRow, aColumn, b + j, ldb, bi, ci + j, ldc, add);
            j += vectors * L;
        }
    }

    /** Up to four vectors of columns with 32 registers. */
    private static void many(float[] m, int vectors, int rows, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        int step = vectors > 2 ? 4 : 8;
        int i = 0;
        for (; i + step <= rows; i += step) {
            int ai = a + i * aRow;
            int ci = c + i * ldc;
            int bi = bias < 0 ? -1 : bias + i;
            switch (vectors) {
                case 4 -> tile4x4(m, k, ai, aRow, aColumn, b, ldb, bi, ci, ldc, add);
                case 3 -> FloatVectorNarrowTiles.tile4x3(m, k, ai, aRow, aColumn, b, ldb, bi, ci, ldc, add);
                case 2 -> FloatVectorNarrowTiles.tile8x2(m, k, ai, aRow, aColumn, b, ldb, bi, ci, ldc, add);
                default -> FloatVectorNarrowTiles.tile8x1(m, k, ai, aRow, aColumn, b, ldb, bi, ci, ldc, add);
            }
        }
        for (; i + 4 <= rows; i += 4) {
            for (int j = 0; j < vectors * L; j += L) {
                tile4x1(m, k, a + i * aRow, aRow, aColumn, b + j, ldb, bias < 0 ? -1 : bias + i, c + i * ldc + j, ldc, add);
            }
        }
        rest(m, i, rows, vectors * L, k, a, aRow, aColumn, b, ldb, bias, c, ldc, add);
    }

    /** Columns with 16 registers. */
    private static void few(float[] m, int rows, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        int i = 0;
        for (; i + 6 <= rows; i += 6) {
            for (int j = 0; j < n; j += 2 * L) {
                tile6x2(m, k, a + i * aRow, aRow, aColumn, b + j, ldb, bias < 0 ? -1 : bias + i, c + i * ldc + j, ldc, add);
            }
        }
        rest(m, i, rows, n, k, a, aRow, aColumn, b, ldb, bias, c, ldc, add);
    }

    private static void rest(float[] m, int from, int rows, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c,
            int ldc, boolean add) {
        for (int i = from; i < rows; i++) {
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

    private static void tile4x4(float[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        FloatVector c00 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        FloatVector c01 = c00;
        FloatVector c02 = c00;
        FloatVector c03 = c00;
        FloatVector c10 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 1]);
        FloatVector c11 = c10;
        FloatVector c12 = c10;
        FloatVector c13 = c10;
        FloatVector c20 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 2]);
        FloatVector c21 = c20;
        FloatVector c22 = c20;
        FloatVector c23 = c20;
        FloatVector c30 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 3]);
        FloatVector c31 = c30;
        FloatVector c32 = c30;
        FloatVector c33 = c30;
        int a1 = a + aRow;
        int a2 = a + 2 * aRow;
        int a3 = a + 3 * aRow;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            FloatVector b0 = FloatVector.fromArray(S, m, bp);
            FloatVector b1 = FloatVector.fromArray(S, m, bp + L);
            FloatVector b2 = FloatVector.fromArray(S, m, bp + 2 * L);
            FloatVector b3 = FloatVector.fromArray(S, m, bp + 3 * L);
            FloatVector v = FloatVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            c02 = v.fma(b2, c02);
            c03 = v.fma(b3, c03);
            v = FloatVector.broadcast(S, m[a1 + ap]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            c12 = v.fma(b2, c12);
            c13 = v.fma(b3, c13);
            v = FloatVector.broadcast(S, m[a2 + ap]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            c22 = v.fma(b2, c22);
            c23 = v.fma(b3, c23);
            v = FloatVector.broadcast(S, m[a3 + ap]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
            c32 = v.fma(b2, c32);
            c33 = v.fma(b3, c33);
        }
        if (add) {
            c00.add(FloatVector.fromArray(S, m, c)).intoArray(m, c);
            c01.add(FloatVector.fromArray(S, m, c + L)).intoArray(m, c + L);
            c02.add(FloatVector.fromArray(S, m, c + 2 * L)).intoArray(m, c + 2 * L);
            c03.add(FloatVector.fromArray(S, m, c + 3 * L)).intoArray(m, c + 3 * L);
            c10.add(FloatVector.fromArray(S, m, c + ldc)).intoArray(m, c + ldc);
            c11.add(FloatVector.fromArray(S, m, c + ldc + L)).intoArray(m, c + ldc + L);
            c12.add(FloatVector.fromArray(S, m, c + ldc + 2 * L)).intoArray(m, c + ldc + 2 * L);
            c13.add(FloatVector.fromArray(S, m, c + ldc + 3 * L)).intoArray(m, c + ldc + 3 * L);
            c20.add(FloatVector.fromArray(S, m, c + 2 * ldc)).intoArray(m, c + 2 * ldc);
            c21.add(FloatVector.fromArray(S, m, c + 2 * ldc + L)).intoArray(m, c + 2 * ldc + L);
            c22.add(FloatVector.fromArray(S, m, c + 2 * ldc + 2 * L)).intoArray(m, c + 2 * ldc + 2 * L);
            c23.add(FloatVector.fromArray(S, m, c + 2 * ldc + 3 * L)).intoArray(m, c + 2 * ldc + 3 * L);
            c30.add(FloatVector.fromArray(S, m, c + 3 * ldc)).intoArray(m, c + 3 * ldc);
            c31.add(FloatVector.fromArray(S, m, c + 3 * ldc + L)).intoArray(m, c + 3 * ldc + L);
            c32.add(FloatVector.fromArray(S, m, c + 3 * ldc + 2 * L)).intoArray(m, c + 3 * ldc + 2 * L);
            c33.add(FloatVector.fromArray(S, m, c + 3 * ldc + 3 * L)).intoArray(m, c + 3 * ldc + 3 * L);
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

    private static void tile6x2(float[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        FloatVector c00 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        FloatVector c01 = c00;
        FloatVector c10 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 1]);
        FloatVector c11 = c10;
        FloatVector c20 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 2]);
        FloatVector c21 = c20;
        FloatVector c30 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 3]);
        FloatVector c31 = c30;
        FloatVector c40 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 4]);
        FloatVector c41 = c40;
        FloatVector c50 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 5]);
        FloatVector c51 = c50;
        int a1 = a + aRow;
        int a2 = a + 2 * aRow;
        int a3 = a + 3 * aRow;
        int a4 = a + 4 * aRow;
        int a5 = a + 5 * aRow;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            FloatVector b0 = FloatVector.fromArray(S, m, bp);
            FloatVector b1 = FloatVector.fromArray(S, m, bp + L);
            FloatVector v = FloatVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            v = FloatVector.broadcast(S, m[a1 + ap]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            v = FloatVector.broadcast(S, m[a2 + ap]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            v = FloatVector.broadcast(S, m[a3 + ap]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
            v = FloatVector.broadcast(S, m[a4 + ap]);
            c40 = v.fma(b0, c40);
            c41 = v.fma(b1, c41);
            v = FloatVector.broadcast(S, m[a5 + ap]);
            c50 = v.fma(b0, c50);
            c51 = v.fma(b1, c51);
        }
        if (add) {
            c00.add(FloatVector.fromArray(S, m, c)).intoArray(m, c);
            c01.add(FloatVector.fromArray(S, m, c + L)).intoArray(m, c + L);
            c10.add(FloatVector.fromArray(S, m, c + ldc)).intoArray(m, c + ldc);
            c11.add(FloatVector.fromArray(S, m, c + ldc + L)).intoArray(m, c + ldc + L);
            c20.add(FloatVector.fromArray(S, m, c + 2 * ldc)).intoArray(m, c + 2 * ldc);
            c21.add(FloatVector.fromArray(S, m, c + 2 * ldc + L)).intoArray(m, c + 2 * ldc + L);
            c30.add(FloatVector.fromArray(S, m, c + 3 * ldc)).intoArray(m, c + 3 * ldc);
            c31.add(FloatVector.fromArray(S, m, c + 3 * ldc + L)).intoArray(m, c + 3 * ldc + L);
            c40.add(FloatVector.fromArray(S, m, c + 4 * ldc)).intoArray(m, c + 4 * ldc);
            c41.add(FloatVector.fromArray(S, m, c + 4 * ldc + L)).intoArray(m, c + 4 * ldc + L);
            c50.add(FloatVector.fromArray(S, m, c + 5 * ldc)).intoArray(m, c + 5 * ldc);
            c51.add(FloatVector.fromArray(S, m, c + 5 * ldc + L)).intoArray(m, c + 5 * ldc + L);
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

    private static void tile4x1(float[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean add) {
        FloatVector c00 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        FloatVector c10 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 1]);
        FloatVector c20 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 2]);
        FloatVector c30 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 3]);
        int a1 = a + aRow;
        int a2 = a + 2 * aRow;
        int a3 = a + 3 * aRow;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            FloatVector b0 = FloatVector.fromArray(S, m, bp);
            FloatVector v = FloatVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            v = FloatVector.broadcast(S, m[a1 + ap]);
            c10 = v.fma(b0, c10);
            v = FloatVector.broadcast(S, m[a2 + ap]);
            c20 = v.fma(b0, c20);
            v = FloatVector.broadcast(S, m[a3 + ap]);
            c30 = v.fma(b0, c30);
        }
        if (add) {
            c00.add(FloatVector.fromArray(S, m, c)).intoArray(m, c);
            c10.add(FloatVector.fromArray(S, m, c + ldc)).intoArray(m, c + ldc);
            c20.add(FloatVector.fromArray(S, m, c + 2 * ldc)).intoArray(m, c + 2 * ldc);
            c30.add(FloatVector.fromArray(S, m, c + 3 * ldc)).intoArray(m, c + 3 * ldc);
        } else {
            c00.intoArray(m, c);
            c10.intoArray(m, c + ldc);
            c20.intoArray(m, c + 2 * ldc);
            c30.intoArray(m, c + 3 * ldc);
        }
    }

    private static void tile1x4(float[] m, int k, int a, int aColumn, int b, int ldb, int bias, int c, boolean add) {
        FloatVector c00 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        FloatVector c01 = c00;
        FloatVector c02 = c00;
        FloatVector c03 = c00;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            FloatVector b0 = FloatVector.fromArray(S, m, bp);
            FloatVector b1 = FloatVector.fromArray(S, m, bp + L);
            FloatVector b2 = FloatVector.fromArray(S, m, bp + 2 * L);
            FloatVector b3 = FloatVector.fromArray(S, m, bp + 3 * L);
            FloatVector v = FloatVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            c02 = v.fma(b2, c02);
            c03 = v.fma(b3, c03);
        }
        if (add) {
            c00.add(FloatVector.fromArray(S, m, c)).intoArray(m, c);
            c01.add(FloatVector.fromArray(S, m, c + L)).intoArray(m, c + L);
            c02.add(FloatVector.fromArray(S, m, c + 2 * L)).intoArray(m, c + 2 * L);
            c03.add(FloatVector.fromArray(S, m, c + 3 * L)).intoArray(m, c + 3 * L);
        } else {
            c00.intoArray(m, c);
            c01.intoArray(m, c + L);
            c02.intoArray(m, c + 2 * L);
            c03.intoArray(m, c + 3 * L);
        }
    }

    private static void tile1x1(float[] m, int k, int a, int aColumn, int b, int ldb, int bias, int c, boolean add) {
        FloatVector c00 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            FloatVector b0 = FloatVector.fromArray(S, m, bp);
            FloatVector v = FloatVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
        }
        if (add) {
            c00.add(FloatVector.fromArray(S, m, c)).intoArray(m, c);
        } else {
            c00.intoArray(m, c);
        }
    }
}
