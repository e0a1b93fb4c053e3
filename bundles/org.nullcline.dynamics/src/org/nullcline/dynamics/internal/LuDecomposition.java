// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal;

/**
 * LU decomposition with partial pivoting of a small dense matrix, P A = L U (Golub &amp; Van Loan, Matrix Computations, algorithm 3.4.1).
 *
 * <p>Small means up to a few hundred rows: here a call into a native library would cost more than the arithmetic. The storage is reused from one
 * decomposition to the next; not safe for several threads.
 */
public final class LuDecomposition {

    private final int n;
    private final double[] lu;
    private final int[] row;
    private boolean singular;

    /** Room for matrices of n × n. */
    public LuDecomposition(int n) {
        this.n = n;
        lu = new double[n * n];
        row = new int[n];
    }

    /** Decomposes a row-major matrix; false if a pivot vanishes. */
    public boolean decompose(double[] matrix) {
        System.arraycopy(matrix, 0, lu, 0, n * n);
        singular = false;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivot * n + k])) {
                    pivot = i;
                }
            }
            row[k] = pivot;
            for (int j = 0; j < n && pivot != k; j++) {
                double swap = lu[k * n + j];
                lu[k * n + j] = lu[pivot * n + j];
                lu[pivot * n + j] = swap;
            }
            double diagonal = lu[k * n + k];
            if (!(Math.abs(diagonal) > 0)) {
                singular = true;
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                double factor = lu[i * n + k] / diagonal;
                lu[i * n + k] = factor;
                for (int j = k + 1; j < n && factor != 0; j++) {
                    lu[i * n + j] -= factor * lu[k * n + j];
                }
            }
        }
        return true;
    }

    /** Solves A x = b in place. */
    public void solve(double[] b) {
        for (int k = 0; k < n; k++) {
            double swap = b[k];
            b[k] = b[row[k]];
            b[row[k]] = swap;
        }
        for (int i = 1; i < n; i++) {
            double sum = b[i];
            for (int j = 0; j < i; j++) {
                sum -= lu[i * n + j] * b[j];
            }
            b[i] = sum;
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) {
                sum -= lu[i * n + j] * b[j];
            }
            b[i] = sum / lu[i * n + i];
        }
    }

    /** The sign of det A, 0 for a singular matrix. */
    public int determinantSign() {
        if (singular) {
            return 0;
        }
        boolean negative = false;
        for (int k = 0; k < n; k++) {
            negative ^= lu[k * n + k] < 0 ^ row[k] != k;
        }
        return negative ? -1 : 1;
    }

    /** log |det A|; negative infinity for a singular matrix. */
    public double logAbsoluteDeterminant() {
        if (singular) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += Math.log(Math.abs(lu[k * n + k]));
        }
        return sum;
    }
}
