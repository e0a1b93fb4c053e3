// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products in vector registers: tiles of 8, 4, 2 or 1 rows by 2 vectors or 1 of C are kept in registers while the summed index runs.
 * The methods are long on purpose: the compiler then leaves them as units of their own.
 */
final class FloatVectorProducts {

    private static final VectorSpecies<Float> S = FloatVectorMath.SPECIES;
    private static final int L = S.length();

    private FloatVectorProducts() {
    }

    static void product(float[] m, int rows, int n, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean accumulate) {
        int i = 0;
        for (; i + 8 <= rows; i += 8) {
            int ai = a + i * aRow;
            int ci = c + i * ldc;
            int j = 0;
            for (; j + 2 * L <= n; j += 2 * L) {
                tile8x2(m, k, ai, aRow, aColumn, b + j, ldb, bias < 0 ? -1 : bias + i, ci + j, ldc, accumulate);
            }
            for (; j < n; j += L) {
                tile8x1(m, k, ai, aRow, aColumn, b + j, ldb, bias < 0 ? -1 : bias + i, ci + j, ldc, accumulate);
            }
        }
        for (; i < rows; i++) {
            int j = 0;
            for (; j + 2 * L <= n; j += 2 * L) {
                tile1x2(m, k, a + i * aRow, aColumn, b + j, ldb, bias < 0 ? -1 : bias + i, c + i * ldc + j, accumulate);
            }
            for (; j < n; j += L) {
                tile1x1(m, k, a + i * aRow, aColumn, b + j, ldb, bias < 0 ? -1 : bias + i, c + i * ldc + j, accumulate);
            }
        }
    }

    private static void store(float[] m, int c, FloatVector sum, boolean accumulate) {
        if (accumulate) {
            sum.add(FloatVector.fromArray(S, m, c)).intoArray(m, c);
        } else {
            sum.intoArray(m, c);
        }
    }

    private static void tile8x2(float[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean accumulate) {
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
        FloatVector c60 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 6]);
        FloatVector c61 = c60;
        FloatVector c70 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 7]);
        FloatVector c71 = c70;
        int a1 = a + aRow;
        int a2 = a + 2 * aRow;
        int a3 = a + 3 * aRow;
        int a4 = a + 4 * aRow;
        int a5 = a + 5 * aRow;
        int a6 = a + 6 * aRow;
        int a7 = a + 7 * aRow;
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
            v = FloatVector.broadcast(S, m[a6 + ap]);
            c60 = v.fma(b0, c60);
            c61 = v.fma(b1, c61);
            v = FloatVector.broadcast(S, m[a7 + ap]);
            c70 = v.fma(b0, c70);
            c71 = v.fma(b1, c71);
        }
        store(m, c, c00, accumulate);
        store(m, c + L, c01, accumulate);
        store(m, c + ldc, c10, accumulate);
        store(m, c + ldc + L, c11, accumulate);
        store(m, c + 2 * ldc, c20, accumulate);
        store(m, c + 2 * ldc + L, c21, accumulate);
        store(m, c + 3 * ldc, c30, accumulate);
        store(m, c + 3 * ldc + L, c31, accumulate);
        store(m, c + 4 * ldc, c40, accumulate);
        store(m, c + 4 * ldc + L, c41, accumulate);
        store(m, c + 5 * ldc, c50, accumulate);
        store(m, c + 5 * ldc + L, c51, accumulate);
        store(m, c + 6 * ldc, c60, accumulate);
        store(m, c + 6 * ldc + L, c61, accumulate);
        store(m, c + 7 * ldc, c70, accumulate);
        store(m, c + 7 * ldc + L, c71, accumulate);
    }

    private static void tile8x1(float[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc,
            boolean accumulate) {
        FloatVector c00 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        FloatVector c10 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 1]);
        FloatVector c20 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 2]);
        FloatVector c30 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 3]);
        FloatVector c40 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 4]);
        FloatVector c50 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 5]);
        FloatVector c60 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 6]);
        FloatVector c70 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 7]);
        int a1 = a + aRow;
        int a2 = a + 2 * aRow;
        int a3 = a + 3 * aRow;
        int a4 = a + 4 * aRow;
        int a5 = a + 5 * aRow;
        int a6 = a + 6 * aRow;
        int a7 = a + 7 * aRow;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            FloatVector b0 = FloatVector.fromArray(S, m, bp);
            c00 = FloatVector.broadcast(S, m[a + ap]).fma(b0, c00);
            c10 = FloatVector.broadcast(S, m[a1 + ap]).fma(b0, c10);
            c20 = FloatVector.broadcast(S, m[a2 + ap]).fma(b0, c20);
            c30 = FloatVector.broadcast(S, m[a3 + ap]).fma(b0, c30);
            c40 = FloatVector.broadcast(S, m[a4 + ap]).fma(b0, c40);
            c50 = FloatVector.broadcast(S, m[a5 + ap]).fma(b0, c50);
            c60 = FloatVector.broadcast(S, m[a6 + ap]).fma(b0, c60);
            c70 = FloatVector.broadcast(S, m[a7 + ap]).fma(b0, c70);
        }
        store(m, c, c00, accumulate);
        store(m, c + ldc, c10, accumulate);
        store(m, c + 2 * ldc, c20, accumulate);
        store(m, c + 3 * ldc, c30, accumulate);
        store(m, c + 4 * ldc, c40, accumulate);
        store(m, c + 5 * ldc, c50, accumulate);
        store(m, c + 6 * ldc, c60, accumulate);
        store(m, c + 7 * ldc, c70, accumulate);
    }

    private static void tile1x2(float[] m, int k, int a, int aColumn, int b, int ldb, int bias, int c, boolean accumulate) {
        FloatVector c00 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        FloatVector c01 = c00;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            FloatVector b0 = FloatVector.fromArray(S, m, bp);
            FloatVector b1 = FloatVector.fromArray(S, m, bp + L);
            FloatVector v = FloatVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
        }
        store(m, c, c00, accumulate);
        store(m, c + L, c01, accumulate);
    }

    private static void tile1x1(float[] m, int k, int a, int aColumn, int b, int ldb, int bias, int c, boolean accumulate) {
        FloatVector c00 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            FloatVector b0 = FloatVector.fromArray(S, m, bp);
            c00 = FloatVector.broadcast(S, m[a + ap]).fma(b0, c00);
        }
        store(m, c, c00, accumulate);
    }
}
