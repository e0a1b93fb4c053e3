// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;

/**
 * Singular values and left singular vectors of a small matrix by one-sided Jacobi rotations (Hestenes 1958; Demmel and Veselić 1992): no
 * calls into native code, high relative accuracy, the same bits everywhere. One instance belongs to one thread.
 */
final class SmallSvd {

    private static final int SWEEPS = 60;
    private static final double ORTHOGONAL = 1e-15;

    private final int rows;
    private final int columns;
    /** Column by column. */
    final double[] a;
    /** The accumulated right rotations, column by column. */
    final double[] v;
    /** Singular values, descending after {@link #decompose}. */
    final double[] values;

    SmallSvd(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        a = new double[rows * columns];
        v = new double[columns * columns];
        values = new double[columns];
    }

    /** Turns {@link #a} into A V = U Σ: orthogonal columns, sorted by descending norm, with V in {@link #v}. */
    void decompose() {
        Arrays.fill(v, 0);
        for (int c = 0; c < columns; c++) {
            v[c * columns + c] = 1;
        }
        boolean rotated = true;
        for (int sweep = 0; sweep < SWEEPS && rotated; sweep++) {
            rotated = false;
            for (int p = 0; p < columns - 1; p++) {
                for (int q = p + 1; q < columns; q++) {
                    rotated |= rotate(p, q);
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            values[c] = Math.sqrt(dot(c, c));
        }
        sort();
    }

    private boolean rotate(int p, int q) {
        double alpha = dot(p, p);
        double beta = dot(q, q);
        double gamma = dot(p, q);
        if (gamma == 0 || Math.abs(gamma) <= ORTHOGONAL * Math.sqrt(alpha * beta)) {
            return false;
        }
        double zeta = (beta - alpha) / (2 * gamma);
        double t = Math.signum(zeta == 0 ? 1 : zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double cosine = 1 / Math.sqrt(1 + t * t);
        double sine = cosine * t;
        turn(a, p * rows, q * rows, rows, cosine, sine);
        turn(v, p * columns, q * columns, columns, cosine, sine);
        return true;
    }

    private static void turn(double[] m, int p, int q, int length, double cosine, double sine) {
        for (int i = 0; i < length; i++) {
            double x = m[p + i];
            double y = m[q + i];
            m[p + i] = cosine * x - sine * y;
            m[q + i] = sine * x + cosine * y;
        }
    }

    private double dot(int p, int q) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += a[p * rows + i] * a[q * rows + i];
        }
        return sum;
    }

    private void sort() {
        for (int c = 0; c < columns; c++) {
            int largest = c;
            for (int o = c + 1; o < columns; o++) {
                largest = values[o] > values[largest] ? o : largest;
            }
            if (largest != c) {
                double value = values[c];
                values[c] = values[largest];
                values[largest] = value;
                swap(a, c * rows, largest * rows, rows);
                swap(v, c * columns, largest * columns, columns);
            }
        }
    }

    private static void swap(double[] m, int p, int q, int length) {
        for (int i = 0; i < length; i++) {
            double x = m[p + i];
            m[p + i] = m[q + i];
            m[q + i] = x;
        }
    }
}
