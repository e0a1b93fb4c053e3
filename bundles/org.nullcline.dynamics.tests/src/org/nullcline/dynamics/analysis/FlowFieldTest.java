// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.dynamics.TestSystems;

class FlowFieldTest {

    /** FitzHugh–Nagumo: v' = v − v³/3 − w + 0.5, w' = 0.08 (v + 0.7 − 0.8 w). */
    private static final DynamicalSystem FITZHUGH = new TestSystems.System(2, Update.DERIVATIVE, (s, r) -> {
        r[0] = s[0] - s[0] * s[0] * s[0] / 3 - s[1] + 0.5;
        r[1] = 0.08 * (s[0] + 0.7 - 0.8 * s[1]);
    }, null);

    @Test
    void nullclinesOfFitzHughNagumoAreTheCubicAndTheLine() {
        FlowField field = FlowField.sample(FITZHUGH, new double[2], 0, 1, new double[] {-2.5, 2.5}, new double[] {-1.5, 2.5}, 201);
        List<double[][]> cubic = field.horizontalNullcline();
        assertEquals(1, cubic.size());
        for (double[] p : cubic.getFirst()) {
            // Linear interpolation over cells of 0.025 × 0.02.
            assertEquals(p[0] - p[0] * p[0] * p[0] / 3 + 0.5, p[1], 2e-3);
        }
        List<double[][]> line = field.verticalNullcline();
        assertEquals(1, line.size());
        for (double[] p : line.getFirst()) {
            assertEquals(0, p[0] + 0.7 - 0.8 * p[1], 1e-12);
        }
    }

    @Test
    void closedContourIsOnePolylineThatReturns() {
        DynamicalSystem circle = new TestSystems.System(2, Update.DERIVATIVE, (s, r) -> {
            r[0] = s[0] * s[0] + s[1] * s[1] - 1;
            r[1] = s[0] * s[1];
        }, null);
        FlowField field = FlowField.sample(circle, new double[2], 0, 1, new double[] {-2, 2}, new double[] {-2, 2}, 40);
        List<double[][]> lines = field.horizontalNullcline();
        assertEquals(1, lines.size());
        double[][] closed = lines.getFirst();
        assertArrayEquals(closed[0], closed[closed.length - 1], 0);
        for (double[] p : closed) {
            assertEquals(1, Math.hypot(p[0], p[1]), 3e-3);
        }
        double length = 0;
        for (int i = 1; i < closed.length; i++) {
            length += Math.hypot(closed[i][0] - closed[i - 1][0], closed[i][1] - closed[i - 1][1]);
        }
        assertEquals(2 * Math.PI, length, 0.02);
    }

    @Test
    void saddleHasTwoCrossingLinesWithoutGaps() {
        DynamicalSystem saddle = new TestSystems.System(2, Update.DERIVATIVE, (s, r) -> {
            r[0] = s[0] * s[1];
            r[1] = 1;
        }, null);
        FlowField field = FlowField.sample(saddle, new double[2], 0, 1, new double[] {-1, 1}, new double[] {-1, 1}, 20);
        assertEquals(2, field.horizontalNullcline().size());
        assertTrue(field.verticalNullcline().isEmpty());
    }

    @Test
    void fieldOfAMapIsItsDisplacement() {
        FlowField field = FlowField.sample(TestSystems.henon(1.4, 0.3), new double[2], 0, 1, new double[] {0, 1}, new double[] {0, 1}, 3);
        assertEquals(1 - 1.4 * 0.25 + 1 - 0.5, field.dx()[2][1], 1e-15);
        assertEquals(0.3 * 0.5 - 1, field.dy()[2][1], 1e-15);
        assertEquals(Math.hypot(field.dx()[2][1], field.dy()[2][1]), field.speed()[2][1], 1e-15);
    }

    @Test
    void sameVariableOnBothAxesIsRefused() {
        assertThrows(NullclineException.class, () -> FlowField.sample(FITZHUGH, new double[2], 1, 1, new double[] {0, 1}, new double[] {0, 1}, 3));
    }
}
