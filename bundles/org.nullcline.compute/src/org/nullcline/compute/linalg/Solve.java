// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import java.util.Arrays;

import org.bytedeco.openblas.global.openblas;

/** Linear systems, least squares and inverses. */
public final class Solve {

    private static final String SINGULAR = "the matrix is singular";
    private static final String INDEFINITE = "the matrix is not positive definite";

    private Solve() {
    }

    /** X of AX = B for a square A (n × n) and B (n × k), by LU factorisation (dgesv). */
    public static Matrix linear(Matrix a, Matrix b) {
        OpenBlas.requireSquare("linear system", a);
        requireRows(a, b);
        OpenBlas.start("linear system", a);
        OpenBlas.requireFinite("linear system", b);
        Matrix x = b.copy();
        if (!x.isEmpty()) {
            int n = a.rows();
            int info = openblas.LAPACKE_dgesv(OpenBlas.ROW_MAJOR, n, b.columns(), a.data().clone(), n, new int[n], x.data(), b.columns());
            OpenBlas.check(info, "solution of a linear system", SINGULAR);
        }
        return x;
    }

    /** X of AX = B for a symmetric positive definite A, by Cholesky factorisation (dposv). */
    public static Matrix positive(Matrix a, Matrix b) {
        OpenBlas.requireSquare("linear system", a);
        requireRows(a, b);
        OpenBlas.start("linear system", a);
        OpenBlas.requireFinite("linear system", b);
        Matrix x = b.copy();
        if (!x.isEmpty()) {
            int n = a.rows();
            int info = openblas.LAPACKE_dposv(OpenBlas.ROW_MAJOR, (byte) 'U', n, b.columns(), a.data().clone(), n, x.data(), b.columns());
            OpenBlas.check(info, "solution of a positive definite system", INDEFINITE);
        }
        return x;
    }

    /** The lower triangular L of A = LLᵀ for a symmetric positive definite A (dpotrf). */
    public static Matrix cholesky(Matrix a) {
        OpenBlas.requireSquare("Cholesky factorisation", a);
        OpenBlas.start("Cholesky factorisation", a);
        int n = a.rows();
        Matrix l = a.copy();
        if (n > 0) {
            // The lower triangle by rows is the upper triangle by columns.
            OpenBlas.check(openblas.LAPACKE_dpotrf(OpenBlas.COLUMN_MAJOR, (byte) 'U', n, l.data(), n), "Cholesky factorisation", INDEFINITE);
        }
        for (int i = 0; i < n; i++) {
            Arrays.fill(l.data(), i * n + i + 1, (i + 1) * n, 0);
        }
        return l;
    }

    /** The orthogonal Cayley transform (I − K)⁻¹ (I + K) of a skew-symmetric K. */
    public static Matrix cayley(Matrix k) {
        OpenBlas.requireSquare("Cayley transform", k);
        OpenBlas.start("Cayley transform", k);
        int n = k.rows();
        Matrix minus = k.times(-1);
        Matrix result = k.copy();
        for (int i = 0; i < n; i++) {
            minus.set(i, i, 1);
            result.set(i, i, 1);
        }
        if (n > 0) {
            // Both factors commute and are each other's transposes, so that it makes no difference that columns are taken for rows here.
            int info = openblas.LAPACKE_dgesv(OpenBlas.COLUMN_MAJOR, n, n, minus.data(), n, new int[n], result.data(), n);
            OpenBlas.check(info, "Cayley transform", SINGULAR);
        }
        return result;
    }

    /** The inverse of a symmetric positive definite matrix (dpotrf, dpotri), exactly symmetric. */
    public static Matrix inverseOfPositive(Matrix a) {
        OpenBlas.requireSquare("inverse", a);
        OpenBlas.start("inverse", a);
        int n = a.rows();
        Matrix inverse = a.copy();
        double[] x = inverse.data();
        if (n > 0) {
            OpenBlas.check(openblas.LAPACKE_dpotrf(OpenBlas.COLUMN_MAJOR, (byte) 'U', n, x, n), "inverse of a positive matrix", INDEFINITE);
            OpenBlas.check(openblas.LAPACKE_dpotri(OpenBlas.COLUMN_MAJOR, (byte) 'U', n, x, n), "inverse of a positive matrix", SINGULAR);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                x[j * n + i] = x[i * n + j];
            }
        }
        return inverse;
    }

    /**
     * The X (n × k) of least ‖AX − B‖, and of least norm among these, for A (m × n) of any rank, by singular value decomposition (dgelsd).
     * Singular values below 1e-15 · max(m, n) times the largest count as zero.
     */
    public static Matrix leastSquares(Matrix a, Matrix b) {
        requireRows(a, b);
        OpenBlas.start("least-squares fit", a);
        OpenBlas.requireFinite("least-squares fit", b);
        int m = a.rows();
        int n = a.columns();
        int k = b.columns();
        if (m == 0 || n == 0 || k == 0) {
            return new Matrix(n, k);
        }
        int tall = Math.max(m, n);
        double[] right = Arrays.copyOf(b.data(), tall * k);
        int info = openblas.LAPACKE_dgelsd(OpenBlas.ROW_MAJOR, m, n, k, a.data().clone(), n, right, k, new double[Math.min(m, n)], 1e-15 * tall, new int[1]);
        OpenBlas.check(info, "least-squares fit", "the singular value decomposition did not converge");
        return new Matrix(n, k, Arrays.copyOf(right, n * k));
    }

    /** The X of least ‖AX − B‖² + λ‖X‖², by the normal equations; λ must be positive or A of full column rank. */
    public static Matrix ridge(Matrix a, Matrix b, double lambda) {
        Matrix normal = a.gram();
        for (int i = 0; i < normal.rows(); i++) {
            normal.set(i, i, normal.get(i, i) + lambda);
        }
        return positive(normal, a.transposeTimes(b));
    }

    /** The inverse of a square matrix. */
    public static Matrix inverse(Matrix a) {
        OpenBlas.requireSquare("inverse", a);
        return linear(a, Matrix.identity(a.rows()));
    }

    /**
     * The Moore–Penrose pseudo-inverse (n × m) of an m × n matrix.
     *
     * @param relative singular values up to this fraction of the largest count as zero
     */
    public static Matrix pseudoInverse(Matrix a, double relative) {
        Svd svd = Svd.of(a);
        int rank = svd.rank(relative);
        double[] inverted = new double[rank];
        for (int i = 0; i < rank; i++) {
            inverted[i] = 1 / svd.values()[i];
        }
        return svd.vt().rows(0, rank).scaleRows(inverted).transposeTimes(svd.u().columns(0, rank).transpose());
    }

    private static void requireRows(Matrix a, Matrix b) {
        if (a.rows() != b.rows()) {
            throw new IllegalArgumentException("The right-hand side has " + b.rows() + " rows where the matrix has " + a.rows() + ".");
        }
    }
}
