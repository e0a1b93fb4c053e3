// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Qr;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.geometry.GeodesicNeighbourhoods.Ties;

class ManifoldTest {

    private static final Work WORK = new Work(2, Progress.NONE);

    /** A Fibonacci lattice on the unit sphere, turned by an orthogonal matrix (or not). */
    static PointCloud sphere(int n, Matrix turn) {
        float[] x = new float[3 * n];
        for (int i = 0; i < n; i++) {
            double z = 1 - (2 * i + 1.0) / n;
            double angle = i * Math.PI * (3 - Math.sqrt(5));
            double[] p = {Math.sqrt(1 - z * z) * Math.cos(angle), Math.sqrt(1 - z * z) * Math.sin(angle), z};
            for (int a = 0; a < 3; a++) {
                double sum = 0;
                for (int b = 0; b < 3; b++) {
                    sum += turn.get(a, b) * p[b];
                }
                x[3 * i + a] = (float) sum;
            }
        }
        return PointCloud.of("sphere", x, 3);
    }

    private static final Matrix NO_TURN = Matrix.identity(3);

    private static NeighbourGraph graph(PointCloud points) {
        return NeighbourGraph.of(points, GraphRule.of("cknn", 12, 1), WORK).requireConnected();
    }

    private static TangentFrames frames(NeighbourGraph graph, int dimension) {
        return TangentFrames.of(graph.points(), GeodesicNeighbourhoods.of(graph, 18, Ties.DISTANCE, WORK), dimension, WORK);
    }

    @Test
    void sphereIsTwoDimensionalWithTangentPlanesAcrossItsNormals() {
        NeighbourGraph graph = graph(sphere(2000, NO_TURN));
        GeodesicNeighbourhoods nearby = GeodesicNeighbourhoods.of(graph, 18, Ties.DISTANCE, WORK);
        assertEquals(2, TangentFrames.manifoldDimension(TangentFrames.singularValues(graph.points(), nearby, WORK), 0.9));
        TangentFrames frames = frames(graph, 2);
        // Neighbourhoods reach 0.1 from their centres, so one-sidedness tilts the planes by at most a few hundredths.
        assertTrue(GoldenGeometryTest.meanDeviation(frames, graph.points()) < 0.005);
        for (int i = 0; i < graph.count(); i++) {
            double normal = 0;
            for (int q = 0; q < 2; q++) {
                double along = 0;
                for (int d = 0; d < 3; d++) {
                    along += frames.get(i, q, d) * graph.points().get(i, d);
                }
                normal = Math.max(normal, Math.abs(along));
            }
            assertTrue(normal < 0.08, "point " + i + ": " + normal);
        }
    }

    @Test
    void ambientDimensionIsKeptWhenAllVarianceIsToBeExplained() {
        assertEquals(3, TangentFrames.manifoldDimension(new double[][] {{2, 1, 0.01}, {2, 1, 0.01}}, 1));
        assertEquals(2, TangentFrames.manifoldDimension(new double[][] {{2, 1, 0.01}, {2, 1, 0.01}}, 0.9));
        assertEquals(1, TangentFrames.manifoldDimension(new double[][] {{2, 1, 0.01}, {2, 1, 0.01}}, 0.75));
    }

    @Test
    void localSingularValuesAndDirectionsAreThoseOfLapackAlsoWithMoreDimensionsThanPoints() {
        for (int dimension : new int[] {3, 30}) {
            PointCloud points = GraphTest.cloud(9, dimension, 11);
            LocalSvd svd = new LocalSvd(points);
            svd.decompose(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8});
            Matrix centred = Matrix.of(points.toArray()).centreColumns();
            Svd reference = Svd.of(centred);
            assertArrayEquals(Arrays.copyOf(reference.values(), svd.values().length), svd.values(), 1e-6);
            for (int q = 0; q < svd.rank(); q++) {
                double along = 0;
                for (int d = 0; d < dimension; d++) {
                    along += svd.direction(q, d) * reference.vt().get(q, d);
                }
                assertEquals(1, Math.abs(along), 1e-9);
            }
        }
    }

    private static Matrix rotation(long seed) {
        return Qr.of(new Matrix(3, 3, RandomStream.of(seed).child("turn").normals(9))).q();
    }

    @Test
    void framesTurnWithThePoints() {
        Matrix turn = rotation(7);
        // A lattice without symmetries: drop some points at random.
        int[] kept = RandomStream.of(3).child("kept").choice(600, 400);
        NeighbourGraph graph = graph(sphere(600, NO_TURN).subset(kept));
        NeighbourGraph turned = graph(sphere(600, turn).subset(kept));
        assertEquals(graph.edges(), turned.edges());
        TangentFrames frames = frames(graph, 2);
        TangentFrames after = frames(turned, 2);
        int agreeing = 0;
        for (int i = 0; i < graph.count(); i++) {
            double largest = 0;
            for (int q = 0; q < 2; q++) {
                for (int a = 0; a < 3; a++) {
                    double sum = 0;
                    for (int b = 0; b < 3; b++) {
                        sum += turn.get(a, b) * frames.get(i, q, b);
                    }
                    largest = Math.max(largest, Math.abs(sum - after.get(i, q, a)));
                }
            }
            agreeing += largest < 1e-3 ? 1 : 0;
        }
        // Nearly round or nearly symmetric neighbourhoods have no preferred direction; there rounding decides.
        assertTrue(agreeing > 0.97 * graph.count(), agreeing + " of " + graph.count());
    }

    @Test
    void transportIsOrthogonalAndItsOwnInverse() {
        NeighbourGraph graph = graph(sphere(500, NO_TURN));
        for (int m = 1; m <= 3; m++) {
            Connection connection = Connection.of(graph, frames(graph, m), WORK);
            for (int i = 0; i < graph.count(); i++) {
                for (int e = graph.offset(i); e < graph.offset(i + 1); e++) {
                    int back = graph.offset(graph.target(e));
                    while (graph.target(back) != i) {
                        back++;
                    }
                    for (int p = 0; p < m; p++) {
                        for (int q = 0; q < m; q++) {
                            double product = 0;
                            for (int c = 0; c < m; c++) {
                                product += (double) connection.get(e, p, c) * connection.get(e, q, c);
                            }
                            assertEquals(p == q ? 1 : 0, product, 1e-6);
                            assertEquals(connection.get(e, p, q), connection.get(back, q, p), 1e-6);
                        }
                    }
                }
            }
        }
    }

    @Test
    void transportOfTheFullFrameIsTheChangeOfBasis() {
        NeighbourGraph graph = graph(sphere(300, NO_TURN));
        TangentFrames frames = frames(graph, 3);
        Connection connection = Connection.of(graph, frames, WORK);
        double[] field = RandomStream.of(1).normals(3);
        float[] everywhere = new float[3 * graph.count()];
        for (int i = 0; i < everywhere.length; i++) {
            everywhere[i] = (float) field[i % 3];
        }
        // A constant vector of the ambient space stays constant under transport between full frames.
        float[] derivatives = GradientKernels.of(graph, frames, connection, WORK).differentiate(frames.project(everywhere), 3, WORK);
        for (float derivative : derivatives) {
            assertEquals(0, derivative, 3e-6);
        }
    }

    @Test
    void kernelsAnnihilateConstantsAndHaveRowsOfUnitLength() {
        NeighbourGraph graph = graph(sphere(400, NO_TURN));
        TangentFrames frames = frames(graph, 2);
        GradientKernels kernels = GradientKernels.of(graph, frames, Connection.trivial(1), WORK);
        float[] constant = new float[graph.count()];
        Arrays.fill(constant, 3.7f);
        for (float derivative : kernels.differentiate(constant, 1, WORK)) {
            // Weights are single precision; the diagonal is minus their exact sum.
            assertEquals(0, derivative, 1e-12);
        }
        for (int i = 0; i < graph.count(); i++) {
            for (int q = 0; q < 2; q++) {
                double sum = 0;
                for (int e = graph.offset(i); e < graph.offset(i + 1); e++) {
                    sum += Math.abs(kernels.weight(e, q));
                }
                assertEquals(1, sum, 1e-6);
            }
        }
    }

    @Test
    void flatConnectionLaplacianIsTheScalarOneOnEachComponent() {
        NeighbourGraph graph = graph(sphere(200, NO_TURN));
        Laplacian scalar = Laplacian.scalar(graph);
        Laplacian vector = Laplacian.connection(graph, Connection.trivial(3));
        double[] x = RandomStream.of(5).normals(3 * graph.count());
        double[] y = new double[x.length];
        vector.applyRandomWalk(x, y, WORK);
        for (int c = 0; c < 3; c++) {
            double[] component = new double[graph.count()];
            double[] result = new double[graph.count()];
            for (int i = 0; i < component.length; i++) {
                component[i] = x[3 * i + c];
            }
            scalar.applyRandomWalk(component, result, WORK);
            for (int i = 0; i < component.length; i++) {
                assertEquals(result[i], y[3 * i + c], 1e-14);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void heatFlowIsASemigroupAndTheSeriesAgreesWithTheSpectrum(boolean vectors) {
        NeighbourGraph graph = graph(sphere(300, NO_TURN));
        Laplacian laplacian = vectors ? Laplacian.connection(graph, Connection.of(graph, frames(graph, 2), WORK)) : Laplacian.scalar(graph);
        HeatFlow series = new ChebyshevHeat(laplacian);
        HeatFlow spectral = new SpectralHeat(laplacian, LaplacianSpectrum.full(laplacian));
        double[] x = RandomStream.of(9).normals(laplacian.size());
        for (double time : new double[] {0, 0.3, 4, 60}) {
            // Connections are stored in single precision, so S is symmetric to 1e-7 only.
            assertArrayEquals(spectral.diffuse(x, time, WORK), series.diffuse(x, time, WORK), vectors ? 1e-6 : 1e-10);
        }
        assertArrayEquals(series.diffuse(x, 5, WORK), series.diffuse(series.diffuse(x, 2, WORK), 3, WORK), 1e-10);
        assertArrayEquals(x, series.diffuse(x, 0, WORK), 1e-12);
        double[] before = series.diffuse(x, 2 - 1e-4, WORK);
        double[] after = series.diffuse(x, 2 + 1e-4, WORK);
        double[] rate = series.rate(series.diffuse(x, 2, WORK), WORK);
        for (int i = 0; i < x.length; i++) {
            assertEquals((after[i] - before[i]) / 2e-4, rate[i], 1e-7);
        }
    }

    @Test
    void heatKeepsConstantsAndTheWeightedSum() {
        NeighbourGraph graph = graph(sphere(250, NO_TURN));
        Laplacian laplacian = Laplacian.scalar(graph);
        HeatFlow heat = new ChebyshevHeat(laplacian);
        double[] ones = new double[graph.count()];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, heat.diffuse(ones, 7, WORK), 1e-10);
        double[] x = RandomStream.of(2).normals(graph.count());
        double[] y = heat.diffuse(x, 7, WORK);
        double before = 0;
        double after = 0;
        for (int i = 0; i < x.length; i++) {
            before += laplacian.strength(i) * x[i];
            after += laplacian.strength(i) * y[i];
        }
        assertEquals(before, after, 1e-8);
    }

    @Test
    void lowestEigenpairsWithoutADenseMatrixAreThoseOfTheDenseOne() {
        NeighbourGraph graph = graph(sphere(900, NO_TURN));
        Laplacian laplacian = Laplacian.scalar(graph);
        LaplacianSpectrum all = LaplacianSpectrum.full(laplacian);
        LaplacianSpectrum lowest = LaplacianSpectrum.lowest(laplacian, 16, WORK);
        for (int k = 0; k < 16; k++) {
            assertEquals(all.value(k), lowest.value(k), 1e-9);
            double[] x = lowest.vector(k);
            double[] y = new double[x.length];
            laplacian.applySymmetric(x, y, WORK);
            for (int i = 0; i < x.length; i++) {
                assertEquals(lowest.value(k) * x[i], y[i], 1e-9);
            }
        }
    }

    @Test
    void vectorDiffusionKeepsTheLengthOfAParallelField() {
        // On a flat grid a constant field is parallel: nothing changes.
        NeighbourGraph graph = NeighbourGraph.of(GraphTest.cloud(300, 2, 12), GraphRule.of("cknn", 15, 1), WORK);
        VectorDiffusion flat = VectorDiffusion.of(graph, Connection.trivial(2));
        double[] constant = new double[2 * graph.count()];
        for (int i = 0; i < constant.length; i++) {
            constant[i] = i % 2 == 0 ? 0.6 : -0.8;
        }
        VectorDiffusion.Diffused diffused = flat.diffuse(constant, 3, WORK);
        assertArrayEquals(constant, diffused.field(), 1e-9);
        double[] noisy = constant.clone();
        double[] noise = RandomStream.of(4).normals(noisy.length);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += 0.5 * noise[i];
        }
        double[] before = flat.diffuse(noisy, 1 - 1e-4, WORK).field();
        double[] after = flat.diffuse(noisy, 1 + 1e-4, WORK).field();
        double[] rate = flat.diffuse(noisy, 1, WORK).rate();
        for (int i = 0; i < rate.length; i++) {
            assertEquals((after[i] - before[i]) / 2e-4, rate[i], 1e-6);
        }
    }

    @Test
    void neighbourhoodsThatSpanTooLittleAreRefusedByName() {
        float[] line = new float[3 * 40];
        for (int i = 0; i < 40; i++) {
            line[3 * i] = i * i;
        }
        NeighbourGraph graph = NeighbourGraph.of(PointCloud.of("line", line, 3), GraphRule.of("knn", 4, 1), WORK);
        GeodesicNeighbourhoods nearby = GeodesicNeighbourhoods.of(graph, 6, Ties.DISTANCE, WORK);
        assertEquals(1, TangentFrames.manifoldDimension(TangentFrames.singularValues(graph.points(), nearby, WORK), 0.99));
        String sentence = assertThrows(NullclineException.class, () -> TangentFrames.of(graph.points(), nearby, 2, WORK)).getMessage();
        assertTrue(sentence.contains("'line' spans only 1 of the 2 dimensions"), sentence);
        String kernel = assertThrows(NullclineException.class,
                () -> GradientKernels.of(graph, TangentFrames.global(40, 3), Connection.trivial(3), WORK)).getMessage();
        assertTrue(kernel.contains("no neighbours along direction 1"), kernel);
    }
}
