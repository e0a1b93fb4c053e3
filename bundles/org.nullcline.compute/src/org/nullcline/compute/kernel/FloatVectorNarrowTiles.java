// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of {@link FloatVectorProducts} for one to three vectors of columns, where there are 32 registers; the name says rows × vectors. */
final class FloatVectorNarrowTiles {

    private static final VectorSpecies<Float> S = FloatVectorFunctions.S;
    private static final int L = S.length();

    private FloatVectorNarrowTiles() {
    }

    static void tile4x3(float[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc, boolean add) {
        FloatVector c00 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias]);
        FloatVector c01 = c00;
        FloatVector c02 = c00;
        FloatVector c10 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 1]);
        FloatVector c11 = c10;
        FloatVector c12 = c10;
        FloatVector c20 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 2]);
        FloatVector c21 = c20;
        FloatVector c22 = c20;
        FloatVector c30 = FloatVector.broadcast(S, bias < 0 ? 0 : m[bias + 3]);
        FloatVector c31 = c30;
        FloatVector c32 = c30;
        int a1 = a + aRow;
        int a2 = a + 2 * aRow;
        int a3 = a + 3 * aRow;
        for (int p = 0, ap = 0, bp = b; p < k; p++, ap += aColumn, bp += ldb) {
            FloatVector b0 = FloatVector.fromArray(S, m, bp);
            FloatVector b1 = FloatVector.fromArray(S, m, bp + L);
            FloatVector b2 = FloatVector.fromArray(S, m, bp + 2 * L);
            FloatVector v = FloatVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            c02 = v.fma(b2, c02);
            v = FloatVector.broadcast(S, m[a1 + ap]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            c12 = v.fma(b2, c12);
            v = FloatVector.broadcast(S, m[a2 + ap]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            c22 = v.fma(b2, c22);
            v = FloatVector.broadcast(S, m[a3 + ap]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
            c32 = v.fma(b2, c32);
        }
        if (add) {
            c00 = c00.add(FloatVector.fromArray(S, m, c));
            c01 = c01.add(FloatVector.fromArray(S, m, c + L));
            c02 = c02.add(FloatVector.fromArray(S, m, c + 2 * L));
            c10 = c10.add(FloatVector.fromArray(S, m, c + ldc));
            c11 = c11.add(FloatVector.fromArray(S, m, c + ldc + L));
            c12 = c12.add(FloatVector.fromArray(S, m, c + ldc + 2 * L));
            c20 = c20.add(FloatVector.fromArray(S, m, c + 2 * ldc));
            c21 = c21.add(FloatVector.fromArray(S, m, c + 2 * ldc + L));
            c22 = c22.add(FloatVector.fromArray(S, m, c + 2 * ldc + 2 * L));
            c30 = c30.add(FloatVector.fromArray(S, m, c + 3 * ldc));
            c31 = c31.add(FloatVector.fromArray(S, m, c + 3 * ldc + L));
            c32 = c32.add(FloatVector.fromArray(S, m, c + 3 * ldc + 2 * L));
        }
        c00.intoArray(m, c);
        c01.intoArray(m, c + L);
        c02.intoArray(m, c + 2 * L);
        c10.intoArray(m, c + ldc);
        c11.intoArray(m, c + ldc + L);
        c12.intoArray(m, c + ldc + 2 * L);
        c20.intoArray(m, c + 2 * ldc);
        c21.intoArray(m, c + 2 * ldc + L);
        c22.intoArray(m, c + 2 * ldc + 2 * L);
        c30.intoArray(m, c + 3 * ldc);
        c31.intoArray(m, c + 3 * ldc + L);
        c32.intoArray(m, c + 3 * ldc + 2 * L);
    }

    static void tile8x2(float[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc, boolean add) {
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
        if (add) {
            c00 = c00.add(FloatVector.fromArray(S, m, c));
            c01 = c01.add(FloatVector.fromArray(S, m, c + L));
            c10 = c10.add(FloatVector.fromArray(S, m, c + ldc));
            c11 = c11.add(FloatVector.fromArray(S, m, c + ldc + L));
            c20 = c20.add(FloatVector.fromArray(S, m, c + 2 * ldc));
            c21 = c21.add(FloatVector.fromArray(S, m, c + 2 * ldc + L));
            c30 = c30.add(FloatVector.fromArray(S, m, c + 3 * ldc));
            c31 = c31.add(FloatVector.fromArray(S, m, c + 3 * ldc + L));
            c40 = c40.add(FloatVector.fromArray(S, m, c + 4 * ldc));
            c41 = c41.add(FloatVector.fromArray(S, m, c + 4 * ldc + L));
            c50 = c50.add(FloatVector.fromArray(S, m, c + 5 * ldc));
            c51 = c51.add(FloatVector.fromArray(S, m, c + 5 * ldc + L));
            c60 = c60.add(FloatVector.fromArray(S, m, c + 6 * ldc));
            c61 = c61.add(FloatVector.fromArray(S, m, c + 6 * ldc + L));
            c70 = c70.add(FloatVector.fromArray(S, m, c + 7 * ldc));
            c71 = c71.add(FloatVector.fromArray(S, m, c + 7 * ldc + L));
        }
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
        c60.intoArray(m, c + 6 * ldc);
        c61.intoArray(m, c + 6 * ldc + L);
        c70.intoArray(m, c + 7 * ldc);
        c71.intoArray(m, c + 7 * ldc + L);
    }

    static void tile8x1(float[] m, int k, int a, int aRow, int aColumn, int b, int ldb, int bias, int c, int ldc, boolean add) {
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
            FloatVector v = FloatVector.broadcast(S, m[a + ap]);
            c00 = v.fma(b0, c00);
            v = FloatVector.broadcast(S, m[a1 + ap]);
            c10 = v.fma(b0, c10);
            v = FloatVector.broadcast(S, m[a2 + ap]);
            c20 = v.fma(b0, c20);
            v = FloatVector.broadcast(S, m[a3 + ap]);
            c30 = v.fma(b0, c30);
            v = FloatVector.broadcast(S, m[a4 + ap]);
            c40 = v.fma(b0, c40);
            v = FloatVector.broadcast(S, m[a5 + ap]);
            c50 = v.fma(b0, c50);
            v = FloatVector.broadcast(S, m[a6 + ap]);
            c60 = v.fma(b0, c60);
            v = FloatVector.broadcast(S, m[a7 + ap]);
            c70 = v.fma(b0, c70);
        }
        if (add) {
            c00 = c00.add(FloatVector.fromArray(S, m, c));
            c10 = c10.add(FloatVector.fromArray(S, m, c + ldc));
            c20 = c20.add(FloatVector.fromArray(S, m, c + 2 * ldc));
            c30 = c30.add(FloatVector.fromArray(S, m, c + 3 * ldc));
            c40 = c40.add(FloatVector.fromArray(S, m, c + 4 * ldc));
            c50 = c50.add(FloatVector.fromArray(S, m, c + 5 * ldc));
            c60 = c60.add(FloatVector.fromArray(S, m, c + 6 * ldc));
            c70 = c70.add(FloatVector.fromArray(S, m, c + 7 * ldc));
        }
        c00.intoArray(m, c);
        c10.intoArray(m, c + ldc);
        c20.intoArray(m, c + 2 * ldc);
        c30.intoArray(m, c + 3 * ldc);
        c40.intoArray(m, c + 4 * ldc);
        c50.intoArray(m, c + 5 * ldc);
        c60.intoArray(m, c + 6 * ldc);
        c70.intoArray(m, c + 7 * ldc);
    }
}
