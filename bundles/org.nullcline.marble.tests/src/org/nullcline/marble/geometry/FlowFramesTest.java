// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nullcline.compute.random.RandomStream;

class FlowFramesTest {

    private static final int COUNT = 300;
    private static final double[][] MIRROR = {{0.6, 0, 0.8}, {0, -1, 0}, {-0.8, 0, 0.6}};

    /** Points on a gently curved surface. */
    private static double[][] surface() {
        RandomStream random = RandomStream.of(2).child("flow-frames");
        double[][] x = new double[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            double[] p = random.uniforms(2, -1, 1);
            x[i] = new double[] {p[0], p[1], 0.2 * p[0] * p[1]};
        }
        return x;
    }

    /** A spiral around the axis (0.3, −0.2), lifted to the surface. */
    private static double[][] spiral(double[][] x, double inward) {
        double[][] f = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double dx = x[i][0] - 0.3;
            double dy = x[i][1] + 0.2;
            double u = -dy - inward * dx;
            double v = dx - inward * dy;
            f[i] = new double[] {u, v, 0.2 * (x[i][1] * u + x[i][0] * v)};
        }
        return f;
    }

    private static float[] flat(double[][] rows) {
        float[] flat = new float[rows.length * 3];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) rows[i / 3][i % 3];
        }
        return flat;
    }

    private static double[][] turned(double[][] rows, double[][] matrix, double sign) {
        double[][] turned = new double[rows.length][3];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < 3; c++) {
                for (int d = 0; d < 3; d++) {
                    turned[i][c] += sign * matrix[c][d] * rows[i][d];
                }
            }
        }
        return turned;
    }

    private static TangentFrames frames(double[][] x, double[][] f) {
        PointCloud points = PointCloud.of("spiral", x);
        NeighbourGraph graph = NeighbourGraph.of(points, new GraphRule.ContinuousNearest(12, 1), Work.ALONE);
        TangentFrames tangent = TangentFrames.of(points, GeodesicNeighbourhoods.of(graph, 18, GeodesicNeighbourhoods.Ties.DISTANCE, Work.ALONE), 2, Work.ALONE);
        return FlowFrames.of(graph, tangent, flat(f), Work.ALONE);
    }

    private static double along(TangentFrames frames, int i, int q, double[] v) {
        double sum = 0;
        for (int d = 0; d < 3; d++) {
            sum += frames.get(i, q, d) * v[d];
        }
        return sum;
    }

    @Test
    void framesAreOrthonormalAndBeginAlongTheField() {
        double[][] x = surface();
        double[][] f = spiral(x, 0.3);
        TangentFrames frames = frames(x, f);
        for (int i = 0; i < COUNT; i++) {
            double square = 0;
            double other = 0;
            double both = 0;
            for (int d = 0; d < 3; d++) {
                square += frames.get(i, 0, d) * frames.get(i, 0, d);
                other += frames.get(i, 1, d) * frames.get(i, 1, d);
                both += frames.get(i, 0, d) * frames.get(i, 1, d);
            }
            assertEquals(1, square, 1e-6);
            assertEquals(1, other, 1e-6);
            assertEquals(0, both, 1e-6);
            double norm = Math.sqrt(f[i][0] * f[i][0] + f[i][1] * f[i][1] + f[i][2] * f[i][2]);
            // The estimated tangent plane of 18 points of a curved surface is a little tilted, most at its border.
            assertTrue(norm < 0.1 || along(frames, i, 0, f[i]) > 0.98 * norm, "point " + i + ": " + along(frames, i, 0, f[i]) / norm);
        }
    }

    /** In a circular flow the acceleration points to the centre. */
    @Test
    void secondVectorPointsToWhereTheFlowTurns() {
        double[][] x = surface();
        TangentFrames frames = frames(x, spiral(x, 0));
        for (int i = 0; i < COUNT; i++) {
            double[] inward = {0.3 - x[i][0], -0.2 - x[i][1], 0};
            assertTrue(Math.hypot(inward[0], inward[1]) < 0.3 || along(frames, i, 1, inward) > 0, "point " + i);
        }
    }

    @Test
    void framesTurnAndMirrorWithTheDataAndFollowAReversedFlow() {
        double[][] x = surface();
        double[][] f = spiral(x, 0.3);
        TangentFrames frames = frames(x, f);
        TangentFrames mirrored = frames(turned(x, MIRROR, 1), turned(f, MIRROR, 1));
        TangentFrames reversed = frames(x, turned(f, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, -1));
        for (int i = 0; i < COUNT; i++) {
            for (int q = 0; q < 2; q++) {
                double[] vector = {frames.get(i, q, 0), frames.get(i, q, 1), frames.get(i, q, 2)};
                double[] image = turned(new double[][] {vector}, MIRROR, 1)[0];
                // Single precision of the coordinates.
                assertEquals(1, along(mirrored, i, q, image), 1e-4);
                assertEquals(q == 0 ? -1 : 1, along(reversed, i, q, vector), 1e-5);
            }
        }
    }

    @Test
    void whereTheFieldVanishesTheFrameIsStillThere() {
        double[][] x = surface();
        TangentFrames frames = frames(x, new double[COUNT][3]);
        for (int i = 0; i < COUNT; i++) {
            double[] first = {frames.get(i, 0, 0), frames.get(i, 0, 1), frames.get(i, 0, 2)};
            assertEquals(1, along(frames, i, 0, first), 1e-6);
            assertEquals(0, along(frames, i, 1, first), 1e-6);
        }
    }
}
