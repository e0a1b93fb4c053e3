// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every factorisation is checked by what defines it: it reproduces the matrix and its factors have their structure. */
class FactorisationTest {

    /** Backward error of LAPACK for the sizes here, with a margin of ten. */
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({"8,5", "5,8", "6,6", "400,30", "1,4", "4,1"})
    void singularValueDecompositionReproducesTheMatrix(int m, int n) {
        Matrix a = Numbers.matrix(m, n, 1);
        Svd svd = Svd.of(a);
        assertEquals(0, Numbers.distance(a, svd.u().scaleColumns(svd.values()).times(svd.vt())), ROUNDING);
        assertOrthonormalColumns(svd.u());
        assertOrthonormalColumns(svd.vt().transpose());
        for (int i = 1; i < svd.values().length; i++) {
            assertTrue(svd.values()[i - 1] >= svd.values()[i]);
        }
        assertArrayEquals(svd.values(), Svd.values(a), ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"8,5", "5,8", "6,6", "300,20"})
    void qrReproducesTheMatrixWithPositiveDiagonal(int m, int n) {
        Matrix a = Numbers.matrix(m, n, 2);
        Qr qr = Qr.of(a);
        assertEquals(0, Numbers.distance(a, qr.q().times(qr.r())), ROUNDING);
        assertOrthonormalColumns(qr.q());
        for (int i = 0; i < qr.r().rows(); i++) {
            assertTrue(qr.r().get(i, i) >= 0);
            for (int j = 0; j < i; j++) {
                assertEquals(0, qr.r().get(i, j));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 80})
    void symmetricEigenvectorsDiagonalise(int n) {
        Matrix b = Numbers.matrix(n, n, 3);
        Matrix a = b.plus(b.transpose());
        SymmetricEigen eigen = SymmetricEigen.of(a);
        assertEquals(0, Numbers.distance(a, eigen.apply(x -> x)), ROUNDING);
        assertOrthonormalColumns(eigen.vectors());
        for (int i = 1; i < n; i++) {
            assertTrue(eigen.values()[i - 1] >= eigen.values()[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 61})
    void eigenvectorsSatisfyTheirEquation(int n) {
        Matrix a = Numbers.matrix(n, n, 4);
        Eigen eigen = Eigen.of(a);
        Matrix ax = a.times(eigen.vectorsRe());
        Matrix ay = a.times(eigen.vectorsIm());
        Matrix x = eigen.vectorsRe();
        Matrix y = eigen.vectorsIm();
        assertEquals(0, Numbers.distance(ax, x.scaleColumns(eigen.re()).minus(y.scaleColumns(eigen.im()))), ROUNDING);
        assertEquals(0, Numbers.distance(ay, y.scaleColumns(eigen.re()).plus(x.scaleColumns(eigen.im()))), ROUNDING);
        assertEquals(a.trace(), Arrays.stream(eigen.re()).sum(), ROUNDING);
        Eigen.Values alone = Eigen.values(a);
        assertArrayEquals(sortedModuli(alone), sortedModuli(eigen.values()), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20, 61})
    void schurFormIsQuasiTriangularAndSimilar(int n) {
        Matrix a = Numbers.matrix(n, n, 4);
        Schur schur = Schur.of(a);
        assertEquals(0, Numbers.distance(a, schur.q().times(schur.t()).timesTranspose(schur.q())), ROUNDING);
        assertOrthonormalColumns(schur.q());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i - 1; j++) {
                assertEquals(0, schur.t().get(i, j));
            }
        }
    }

    @Test
    void rotationHasConjugateEigenvaluesOnTheUnitCircle() {
        Eigen.Values values = Eigen.values(Matrix.of(new double[][] {{Math.cos(0.3), -Math.sin(0.3)}, {Math.sin(0.3), Math.cos(0.3)}}));
        assertArrayEquals(new double[] {Math.cos(0.3), Math.cos(0.3)}, values.re(), 1e-15);
        assertArrayEquals(new double[] {Math.sin(0.3), -Math.sin(0.3)}, values.im(), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "5,3", "40,7"})
    void solutionsSatisfyTheirSystems(int n, int k) {
        Matrix a = Numbers.matrix(n, n, 5);
        Matrix b = Numbers.matrix(n, k, 6);
        // The residual scales with the solution, which an unstructured matrix of this size keeps below a few thousand.
        assertEquals(0, Numbers.distance(b, a.times(Solve.linear(a, b))), 1e-11);
        assertEquals(0, Numbers.distance(Matrix.identity(n), a.times(Solve.inverse(a))), 1e-11);
        Matrix positive = a.gram().plus(Matrix.identity(n));
        assertEquals(0, Numbers.distance(b, positive.times(Solve.positive(positive, b))), ROUNDING);
        assertEquals(0, Numbers.distance(Matrix.identity(n), positive.times(Solve.inverseOfPositive(positive))), ROUNDING);
        Matrix l = Solve.cholesky(positive);
        assertEquals(0, Numbers.distance(positive, l.timesTranspose(l)), ROUNDING);
        assertEquals(0, l.get(0, n - 1) * (n > 1 ? 1 : 0));
    }

    @Test
    void cayleyTransformIsOrthogonalAndSatisfiesItsEquation() {
        Matrix b = Numbers.matrix(9, 9, 16);
        Matrix k = b.minus(b.transpose());
        Matrix c = Solve.cayley(k);
        assertOrthonormalColumns(c);
        assertEquals(0, Numbers.distance(Matrix.identity(9).plus(k), Matrix.identity(9).minus(k).times(c)), ROUNDING);
    }

    @Test
    void leastSquaresResidualIsOrthogonalToTheColumns() {
        Matrix a = Numbers.matrix(30, 6, 7);
        Matrix b = Numbers.matrix(30, 2, 8);
        Matrix x = Solve.leastSquares(a, b);
        assertEquals(0, a.transposeTimes(b.minus(a.times(x))).maxAbs(), ROUNDING);
        assertEquals(0, Numbers.distance(x, Solve.pseudoInverse(a, 1e-12).times(b)), ROUNDING);
        assertEquals(0, Numbers.distance(x, Solve.ridge(a, b, 0)), ROUNDING);
    }

    @Test
    void leastSquaresOfDeficientRankHasLeastNorm() {
        Matrix thin = Numbers.matrix(20, 2, 9);
        Matrix a = thin.times(Numbers.matrix(2, 5, 10));
        Matrix b = Numbers.matrix(20, 1, 11);
        assertEquals(0, Numbers.distance(Solve.leastSquares(a, b), Solve.pseudoInverse(a, 1e-10).times(b)), ROUNDING);
        Matrix wide = Numbers.matrix(3, 8, 12);
        assertEquals(0, Numbers.distance(Solve.leastSquares(wide, Numbers.matrix(3, 2, 13)),
                Solve.pseudoInverse(wide, 1e-12).times(Numbers.matrix(3, 2, 13))), ROUNDING);
    }

    @Test
    void pseudoInverseMeetsTheFourPenroseConditions() {
        Matrix a = Numbers.matrix(9, 3, 14).times(Numbers.matrix(3, 7, 15));
        Matrix p = Solve.pseudoInverse(a, 1e-12);
        assertEquals(0, Numbers.distance(a, a.times(p).times(a)), ROUNDING);
        assertEquals(0, Numbers.distance(p, p.times(a).times(p)), ROUNDING);
        assertEquals(0, Numbers.distance(a.times(p), a.times(p).transpose()), ROUNDING);
        assertEquals(0, Numbers.distance(p.times(a), p.times(a).transpose()), ROUNDING);
    }

    @Test
    void impossibleRequestsAreRefusedWithASentence() {
        Matrix broken = Matrix.identity(3);
        broken.set(1, 2, Double.NaN);
        assertEquals("The singular value decomposition needs finite numbers, but row 1, column 2 of the 3 × 3 matrix is NaN.",
                assertThrows(LinearAlgebraException.class, () -> Svd.of(broken)).getMessage());
        assertThrows(LinearAlgebraException.class, () -> Eigen.values(broken));
        assertThrows(LinearAlgebraException.class, () -> Solve.linear(Matrix.identity(3), broken));
        assertEquals("The solution of a linear system failed: the matrix is singular.",
                assertThrows(LinearAlgebraException.class, () -> Solve.inverse(new Matrix(2, 2))).getMessage());
        assertThrows(LinearAlgebraException.class, () -> Solve.cholesky(Matrix.diagonal(1, -1)));
        assertThrows(LinearAlgebraException.class, () -> Eigen.of(new Matrix(2, 3)));
    }

    private static double[] sortedModuli(Eigen.Values values) {
        double[] moduli = new double[values.count()];
        for (int i = 0; i < moduli.length; i++) {
            moduli[i] = values.modulus(i);
        }
        Arrays.sort(moduli);
        return moduli;
    }

    private static void assertOrthonormalColumns(Matrix q) {
        assertEquals(0, Numbers.distance(Matrix.identity(q.columns()), q.gram()), ROUNDING);
    }
}
