// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;

class ParameterOrderTest {

    private static final double[] MU = {-1, -0.6, -0.2, 0.2, 0.6, 1};

    /** Rounded, so that equal differences give equal distances. */
    private static double[][] matrix(double[] parameter, DoubleBinaryOperator distance) {
        double[][] d = new double[parameter.length][parameter.length];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                d[i][j] = Math.rint(1e6 * distance.applyAsDouble(parameter[i], parameter[j])) / 1e6;
            }
        }
        return d;
    }

    @Test
    void distancesThatGrowWithTheDifferenceAreInPerfectOrder() {
        ParameterOrder order = ParameterOrder.of(matrix(MU, (a, b) -> Math.pow(Math.abs(a - b), 3)), MU, OptionalDouble.empty(), OptionalDouble.of(0), 0.3);
        assertEquals(1, order.spearman(), 1e-12);
        assertEquals(1, order.withinSides(), 1e-12);
        assertEquals(1, order.acrossRatio(), 1e-12);
        assertEquals(1, order.criticalStep(), 1e-5);
    }

    @Test
    void aBreakIsFoundWhereItIs() {
        double[][] d = matrix(MU, (a, b) -> Math.abs(a - b) * (a < 0 == b < 0 ? 1 : 3));
        ParameterOrder order = ParameterOrder.of(d, MU, OptionalDouble.empty(), OptionalDouble.of(0), 0.3);
        assertEquals(3, order.acrossRatio(), 1e-5);
        assertEquals(3, order.criticalStep(), 1e-5);
        assertEquals(0, order.criticalAt(), 1e-12);
        assertTrue(order.spearman() > 0.7 && order.spearman() < 1, "" + order.spearman());
    }

    /** What cannot tell μ from −μ sees only ‖μ| − |μ′‖. */
    @Test
    void orderThatIsBlindToTheSignHasHardlyAnyRankCorrelation() {
        double[] many = new double[40];
        for (int i = 0; i < 40; i++) {
            many[i] = -1 + 2 * i / 39.0;
        }
        ParameterOrder order = ParameterOrder.of(matrix(many, (a, b) -> Math.abs(Math.abs(a) - Math.abs(b))), many, OptionalDouble.empty(),
                OptionalDouble.of(0), 0.2);
        assertTrue(order.spearman() < 0.4, "" + order.spearman());
        assertEquals(1, order.withinSides(), 1e-9);
    }

    @Test
    void anglesAreComparedAroundTheCircle() {
        double[] angles = {0, 45, 180, 270, 315};
        double[][] d = matrix(angles, (a, b) -> Math.sin(Math.toRadians(Math.abs(a - b)) / 2));
        assertEquals(1, ParameterOrder.of(d, angles, OptionalDouble.of(360), OptionalDouble.empty(), 0).spearman(), 1e-12);
        assertTrue(Double.isNaN(ParameterOrder.of(d, angles, OptionalDouble.of(360), OptionalDouble.empty(), 0).acrossRatio()));
    }

    @Test
    void numbersAreReadFromNames() {
        assertArrayEquals(new double[] {-0.5, 45, 3, -2e-3}, ParameterOrder.numbersIn(List.of("mu=-0.5000", "animal 2/45°", "3", "g = −2e-3")));
        String sentence = assertThrows(NullclineException.class, () -> ParameterOrder.numbersIn(List.of("left"))).getMessage();
        assertTrue(sentence.contains("'left' holds no number"), sentence);
    }
}
