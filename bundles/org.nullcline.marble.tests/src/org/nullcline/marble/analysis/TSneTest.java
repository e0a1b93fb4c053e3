// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.geometry.Work;

class TSneTest {

    /** Three clusters in five dimensions, 60 points each, far apart beside their width of 1. */
    private static double[][] clusters() {
        RandomStream random = RandomStream.of(4).child("t-sne");
        double[][] x = new double[180][];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.normals(5);
            x[i][i % 3] += 12;
        }
        return x;
    }

    @Test
    void clustersStayTogetherAndNeighboursStayNeighbours() {
        double[][] x = clusters();
        double[][] y = TSne.map(x, 20, 2, 500, Work.ALONE);
        double kept = TSne.neighboursKept(x, y, 10, Work.ALONE);
        assertTrue(kept > 0.4, "neighbours kept: " + kept + ", by chance 0.06");
        for (int i = 0; i < x.length; i++) {
            int nearest = -1;
            double distance = Double.POSITIVE_INFINITY;
            for (int j = 0; j < x.length; j++) {
                double d = Math.hypot(y[i][0] - y[j][0], y[i][1] - y[j][1]);
                if (j != i && d < distance) {
                    distance = d;
                    nearest = j;
                }
            }
            assertEquals(i % 3, nearest % 3, "the nearest point of " + i);
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameMap() {
        double[][] one = TSne.map(clusters(), 15, 3, 100, Work.ALONE);
        double[][] three = TSne.map(clusters(), 15, 3, 100, new Work(3, Progress.NONE));
        for (int i = 0; i < one.length; i++) {
            assertArrayEquals(one[i], three[i]);
        }
    }

    /** A regular polygon is its own best map: all its points are alike, so they must end on a circle. */
    @Test
    void aCircleStaysACircle() {
        double[][] x = new double[60][];
        for (int i = 0; i < 60; i++) {
            x[i] = new double[] {Math.cos(Math.PI * i / 30), Math.sin(Math.PI * i / 30)};
        }
        double[][] y = TSne.map(x, 5, 2, 1000, Work.ALONE);
        assertTrue(TSne.neighboursKept(x, y, 4, Work.ALONE) > 0.9);
    }

    @Test
    void duplicatePointsDoNoHarmAndSenselessSettingsAreRefused() {
        double[][] x = clusters();
        for (int i = 1; i < 50; i++) {
            x[i] = x[0].clone();
        }
        for (double[] place : TSne.map(x, 10, 2, 60, Work.ALONE)) {
            assertTrue(Double.isFinite(place[0]) && Double.isFinite(place[1]));
        }
        assertTrue(assertThrows(NullclineException.class, () -> TSne.map(x, 60, 2, 10, Work.ALONE)).getMessage().contains("below a third of the 180 points"));
        assertTrue(assertThrows(NullclineException.class, () -> TSne.map(new double[6000][2], 30, 2, 10, Work.ALONE)).getMessage().contains("at most 5000"));
    }
}
