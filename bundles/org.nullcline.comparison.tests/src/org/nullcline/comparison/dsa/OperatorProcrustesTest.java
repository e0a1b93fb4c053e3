// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.comparison.Golden;
import org.nullcline.comparison.Samples;
import org.nullcline.comparison.dsa.OperatorProcrustes.Alignment;
import org.nullcline.compute.linalg.Eigen;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;
import org.nullcline.compute.linalg.SymmetricEigen;

import com.google.gson.JsonObject;

class OperatorProcrustesTest {

    private static final JsonObject GOLDEN = Golden.scalars("dsa");

    private static Matrix golden(String name) {
        return Golden.matrix("dsa/" + name + ".csv");
    }

    private static Matrix conjugate(Matrix a, Matrix q) {
        return q.times(a).timesTranspose(q);
    }

    private static Matrix rotation(double gain, double angle) {
        return Matrix.of(new double[][] {{gain * Math.cos(angle), -gain * Math.sin(angle)}, {gain * Math.sin(angle), gain * Math.cos(angle)}});
    }

    @Test
    void goldenPairReachesTheGlobalOptimum() {
        JsonObject optimum = GOLDEN.getAsJsonObject("P_AB_global_optimum_multistart");
        Alignment alignment = OperatorProcrustes.align(golden("P_A"), golden("P_B"));
        assertEquals(optimum.get("angular").getAsDouble(), alignment.angular(), 1e-9);
        assertEquals(optimum.get("euclid").getAsDouble(), alignment.euclidean(), 1e-9);
        assertEquals(alignment.angular(), OperatorProcrustes.align(golden("P_B"), golden("P_A")).angular(), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P_Qplus", "P_Qminus"})
    void goldenConjugatesHaveZeroDistance(String q) {
        Matrix a = golden("P_A");
        assertEquals(0, OperatorProcrustes.align(a, conjugate(a, golden(q))).angular(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,-1", "2,1", "2,-1", "3,1", "3,-1", "5,1", "5,-1", "10,1", "10,-1", "30,1", "30,-1", "50,1", "50,-1", "100,1", "100,-1"})
    void orthogonalConjugatesHaveZeroDistance(int n, int determinant) {
        Matrix a = Samples.operator(n, 0.98, n);
        Matrix q = Samples.orthogonal(n, determinant, 7 * n + determinant);
        assertEquals(determinant, Samples.determinant(q), 1e-9);
        Alignment alignment = OperatorProcrustes.align(a, conjugate(a, q));
        assertEquals(0, alignment.angular(), 1e-6);
        assertEquals(0, alignment.euclidean(), 1e-6);
        assertEquals(0, alignment.rotation().gram().minus(Matrix.identity(n)).maxAbs(), 1e-10);
        assertEquals(OperatorProcrustes.align(a, conjugate(a, q.transpose())).angular(), alignment.angular(), 1e-6);
    }

    /** Repeated eigenvalues, pure rotations and defective operators leave the eigenvectors undetermined. */
    @Test
    void conjugatesOfDegenerateOperatorsHaveZeroDistance() {
        Matrix rotations = new Matrix(6, 6);
        for (int block = 0; block < 6; block += 2) {
            Matrix turn = rotation(1, 0.4);
            for (int i = 0; i < 4; i++) {
                rotations.set(block + i / 2, block + i % 2, turn.data()[i]);
            }
        }
        Matrix jordan = Matrix.identity(5).times(0.9);
        for (int i = 0; i < 4; i++) {
            jordan.set(i, i + 1, 1);
        }
        Matrix projection = Matrix.diagonal(1, 1, 1, 0, 0, 0, 0);
        for (Matrix a : new Matrix[] {rotations, jordan, projection, Matrix.identity(4)}) {
            for (int determinant = -1; determinant <= 1; determinant += 2) {
                Matrix q = Samples.orthogonal(a.rows(), determinant, 11);
                assertEquals(0, OperatorProcrustes.align(a, conjugate(a, q)).angular(), 1e-6);
            }
        }
    }

    /** Scaled rotations of the plane commute, so the angle between them is the difference of their angles up to orientation. */
    @ParameterizedTest
    @CsvSource({"0.3,0.7", "0.3,-0.7", "1.2,0.1", "2.5,-0.4"})
    void planarRotationsDifferByTheirAngles(double first, double second) {
        assertEquals(Math.abs(Math.abs(first) - Math.abs(second)), OperatorProcrustes.align(rotation(1, first), rotation(0.4, second)).angular(), 1e-9);
    }

    /** For symmetric operators the optimum is known: eigenvalues matched in order (Hoffman and Wielandt). */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12})
    void symmetricOperatorsDifferByTheirSortedEigenvalues(int n) {
        Matrix a = Samples.normal(n, n, 21);
        Matrix b = Samples.normal(n, n, 22);
        a = a.plus(a.transpose());
        b = b.plus(b.transpose());
        a = a.times(1 / a.norm());
        b = b.times(1 / b.norm());
        double[] la = SymmetricEigen.of(a).values();
        double[] lb = SymmetricEigen.of(b).values();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += (la[i] - lb[i]) * (la[i] - lb[i]);
        }
        assertEquals(Math.sqrt(sum), OperatorProcrustes.align(a, b).euclidean(), 1e-9);
    }

    /** A much larger search with the same method. */
    @ParameterizedTest
    @CsvSource({"3,1", "3,2", "4,3", "5,4", "6,5", "7,6"})
    void nothingBetterIsFoundByALargerSearch(int n, int seed) {
        Matrix a = Samples.operator(n, 1, 100 + seed);
        Matrix b = Samples.operator(n, 1, 200 + seed);
        double found = OperatorProcrustes.align(a, b).euclidean();
        assertTrue(found <= OperatorProcrustes.align(a, b, 400).euclidean() + 1e-9);
        Matrix c = OperatorProcrustes.align(a, b).rotation();
        Matrix residual = a.times(1 / a.norm()).minus(conjugate(b.times(1 / b.norm()), c));
        assertEquals(found, residual.norm(), 1e-12);
    }

    /** The curvature by its definition, the scalar product of commutators with all basis elements. */
    @Test
    void curvatureIsTheProductOfCommutators() {
        int n = 5;
        Matrix b = Samples.normal(n, n, 3);
        Matrix s = b.gram().plus(b.timesTranspose(b));
        Matrix[] commutator = new Matrix[n * (n - 1) / 2];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                Matrix omega = new Matrix(n, n);
                omega.set(i, j, 1);
                omega.set(j, i, -1);
                commutator[BlockCurvature.index(n, i, j)] = b.times(omega).minus(omega.times(b));
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    for (int l = k + 1; l < n; l++) {
                        double expected = commutator[BlockCurvature.index(n, i, j)].dot(commutator[BlockCurvature.index(n, k, l)]);
                        assertEquals(expected, BlockCurvature.element(b, s, i, j, k, l), 1e-12);
                    }
                }
            }
        }
    }

    /** In its own frame a normal operator has blocks alone, and the blocks hold its eigenvalues. */
    @Test
    void normalOperatorsAreBlockDiagonalInTheirFrame() {
        Matrix blocks = new Matrix(5, 5);
        blocks.set(0, 0, 0.3);
        for (int pair = 0; pair < 2; pair++) {
            Matrix turn = rotation(0.9 - 0.2 * pair, 0.4 + 0.3 * pair);
            for (int i = 0; i < 4; i++) {
                blocks.set(1 + 2 * pair + i / 2, 1 + 2 * pair + i % 2, turn.data()[i]);
            }
        }
        Matrix b = conjugate(blocks, Samples.orthogonal(5, 1, 3));
        EigenFrame frame = EigenFrame.of(b, Eigen.of(b));
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                boolean together = i == j || i + 1 == j && frame.block()[i] == 2 || j + 1 == i && frame.block()[j] == 2;
                assertEquals(together, Math.abs(frame.operator().get(i, j)) > 1e-12);
            }
        }
        assertEquals(0, frame.axes().gram().minus(Matrix.identity(5)).maxAbs(), 1e-14);
    }

    /** Operators fitted to noisy oscillations, of the usual rank: a search of many times the effort finds at most the same or very little more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void fittedOperatorsOfRankThirtyAreAlignedAsWellAsByAMuchLargerSearch(int seed) {
        Matrix a = fitted(seed);
        Matrix b = fitted(seed + 100);
        double found = OperatorProcrustes.align(a, b).angular();
        double best = OperatorProcrustes.align(a, b, 150).angular();
        assertTrue(found <= best * 1.01, found + " is far above " + best);
        assertEquals(found, OperatorProcrustes.align(b, a).angular(), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 15, 30})
    void anyNumberOfThreadsGivesTheSameBits(int n) {
        Matrix a = Samples.operator(n, 1, 300 + n);
        Matrix b = Samples.operator(n, 1, 400 + n);
        Alignment one = OperatorProcrustes.align(a, b, 16, 1, Progress.NONE);
        for (int threads : new int[] {2, 3, 8}) {
            Alignment several = OperatorProcrustes.align(a, b, 16, threads, Progress.NONE);
            assertEquals(one.angular(), several.angular(), 0);
            assertEquals(one.rotation(), several.rotation());
            assertEquals(one.climbs(), several.climbs());
        }
    }

    @Test
    void aSearchOnSeveralThreadsCanBeCancelled() {
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 20;
            }
        };
        Matrix a = Samples.operator(40, 1, 1);
        Matrix b = Samples.operator(40, 1, 2);
        assertThrows(CancellationException.class, () -> OperatorProcrustes.align(a, b, 8, 3, impatient));
    }

    /** The Cayley transform and the products by another route: LAPACK and BLAS. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 15, 16, 30, 33})
    void turnsAreThoseOfTheCayleyTransform(int n) {
        Matrix a = Samples.normal(n, n, 5);
        Matrix b = Samples.normal(n, n, 6);
        AlignmentProblem problem = AlignmentProblem.of(a, EigenFrame.of(b, Eigen.of(b)));
        Matrix turned = Samples.normal(n, n, 7);
        Matrix omega = Samples.normal(n, n, 8);
        omega = omega.minus(omega.transpose());
        double[] upper = new double[n * (n - 1) / 2];
        double[] expected = new double[upper.length];
        Matrix target = problem.frame().operator();
        Matrix slope = turned.transposeTimes(target).minus(target.timesTranspose(turned));
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                upper[BlockCurvature.index(n, i, j)] = omega.get(i, j);
                expected[BlockCurvature.index(n, i, j)] = slope.get(i, j) - slope.get(j, i);
            }
        }
        TurnArithmetic arithmetic = new TurnArithmetic(problem);
        double[] gradient = new double[upper.length];
        arithmetic.gradient(problem.padded(turned), gradient);
        assertArrayEquals(expected, gradient, 1e-12 * n);
        double factor = 0.7;
        Matrix turn = Solve.cayley(omega.times(factor / 2));
        double[] moved = new double[n * problem.stride()];
        arithmetic.turn(problem.padded(turned), upper, factor, moved);
        Matrix difference = turn.transposeTimes(turned.times(turn)).minus(problem.transposed(moved).transpose());
        // Rounding of an inverse whose condition is moderate.
        assertEquals(0, difference.maxAbs(), 1e-11);
        double[] rotation = problem.padded(Matrix.identity(n));
        arithmetic.follow(rotation);
        assertEquals(0, problem.transposed(rotation).minus(turn).maxAbs(), 1e-12);
    }

    private static Matrix fitted(int seed) {
        Matrix oscillators = new Matrix(10, 10);
        for (int pair = 0; pair < 5; pair++) {
            Matrix turn = rotation(0.995, 0.05 + 0.1 * Samples.generator(31L * seed + pair).nextDouble());
            for (int i = 0; i < 4; i++) {
                oscillators.set(2 * pair + i / 2, 2 * pair + i % 2, turn.data()[i]);
            }
        }
        return Dmd.fit(Samples.trials(oscillators, 10, new int[] {200, 200, 200, 200, 200, 200}, 0.05, seed), DmdSettings.of(20, 1, new RankRule.Fixed(30)))
                .reduced();
    }

    @Test
    void aSearchCanBeCancelled() {
        Matrix a = Samples.operator(60, 1, 1);
        Matrix b = Samples.operator(60, 1, 2);
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() > 5;
            }
        };
        assertThrows(CancellationException.class, () -> OperatorProcrustes.align(a, b, 8, 1, impatient));
        assertEquals(6, asked.get());
    }

    @Test
    void angularAndEuclideanDistancesBelongTogetherAndIgnoreScale() {
        Matrix a = Samples.operator(5, 1, 1);
        Matrix b = Samples.operator(5, 1, 2);
        Alignment alignment = OperatorProcrustes.align(a, b);
        assertEquals(Math.sqrt(2 - 2 * Math.cos(alignment.angular())), alignment.euclidean(), 1e-12);
        assertEquals(alignment.angular(), OperatorProcrustes.align(a.times(3), b.times(0.01)).angular(), 1e-9);
    }

    @Test
    void operatorsThatCannotBeAlignedAreRefused() {
        Matrix a = Samples.operator(3, 1, 1);
        assertThrows(NullclineException.class, () -> OperatorProcrustes.align(a, Samples.operator(4, 1, 1)));
        assertThrows(NullclineException.class, () -> OperatorProcrustes.align(a, new Matrix(3, 3)));
        assertThrows(NullclineException.class, () -> OperatorProcrustes.align(Samples.normal(3, 2, 1), Samples.normal(3, 2, 2)));
        assertThrows(NullclineException.class, () -> OperatorProcrustes.align(Samples.operator(201, 1, 1), Samples.operator(201, 1, 2)));
    }

    @Test
    void spectraAreComparedExactly() {
        Matrix a = golden("P_A");
        Matrix b = golden("P_B");
        Matrix sa = Matrix.of(Eigen.values(a).points());
        Matrix sb = Matrix.of(Eigen.values(b).points());
        assertEquals(GOLDEN.get("W_AB").getAsDouble(), new SpectrumDistance(2, true, false).between(sa, sb), 1e-12);
        assertEquals(Math.sqrt(GOLDEN.get("W_AB").getAsDouble()), new SpectrumDistance(2, false, false).between(sa, sb), 1e-12);
        // One eigenvalue 1 against two of 1 and 3: half the mass moves by 2, or the padding zero moves by 3 (or 1).
        Matrix one = Matrix.of(new double[][] {{1, 0}});
        Matrix two = Matrix.of(new double[][] {{1, 0}, {3, 0}});
        assertEquals(1, new SpectrumDistance(1, false, false).between(one, two), 1e-15);
        assertEquals(1.5, new SpectrumDistance(1, false, true).between(one, two), 1e-15);
    }
}
