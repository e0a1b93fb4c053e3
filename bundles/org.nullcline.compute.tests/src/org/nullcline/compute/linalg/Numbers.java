// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

/** Deterministic matrices with no structure. */
final class Numbers {

    private Numbers() {
    }

    /** Elements between −1 and 1, spread by the golden ratio's fractional parts. */
    static Matrix matrix(int rows, int columns, int salt) {
        Matrix matrix = new Matrix(rows, columns);
        long state = 0x9E3779B97F4A7C15L * (salt + 1);
        for (int i = 0; i < matrix.data().length; i++) {
            state += 0x9E3779B97F4A7C15L;
            long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            matrix.data()[i] = ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-52 - 1;
        }
        return matrix;
    }

    static double distance(Matrix a, Matrix b) {
        return a.minus(b).maxAbs();
    }
}
