// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Trajectories;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

class FieldReductionTest {

    /** Points of a circle in a tilted plane of four dimensions, in two trials, with the velocity along it. */
    private static Value circle() {
        double[][] x = new double[40][4];
        double[][] v = new double[40][4];
        for (int i = 0; i < 40; i++) {
            double c = Math.cos(0.4 * i);
            double s = Math.sin(0.4 * i);
            double[] place = {3 * c, 2 * s};
            double[] velocity = {-3 * s, 2 * c};
            for (int d = 0; d < 2; d++) {
                // Columns (0.6, 0.8, 0, 0) and (0, 0, 0.8, −0.6) are orthonormal.
                x[i][2 * d] = (d == 0 ? 0.6 : 0.8) * place[d];
                x[i][2 * d + 1] = (d == 0 ? 0.8 : -0.6) * place[d];
                v[i][2 * d] = (d == 0 ? 0.6 : 0.8) * velocity[d];
                v[i][2 * d + 1] = (d == 0 ? 0.8 : -0.6) * velocity[d];
            }
        }
        return Value.of(FieldValues.KIND).array(Trajectories.STATE, "", NdArrays.of(x), "time", "state").array(Trials.ofLengths(List.of(25, 15)).toArray())
                .array(Conditions.VELOCITY, "", NdArrays.of(v), "time", "state").build();
    }

    @Test
    void componentsOfAPlaneKeepAllDistancesAndSpeeds() {
        Value whole = circle();
        Value flat = FieldReduction.principalComponents(whole, 2);
        for (String array : List.of(Trajectories.STATE, Conditions.VELOCITY)) {
            double[][] before = NdArrays.rows(whole.array(array));
            double[][] after = NdArrays.rows(flat.array(array));
            assertEquals(2, after[0].length);
            for (int i = 1; i < 40; i++) {
                double long4 = 0;
                for (int d = 0; d < 4; d++) {
                    long4 += Math.pow(before[i][d] - before[0][d], 2);
                }
                assertEquals(Math.sqrt(long4), Math.hypot(after[i][0] - after[0][0], after[i][1] - after[0][1]), 1e-5);
            }
        }
        String sentence = assertThrows(NullclineException.class, () -> FieldReduction.principalComponents(whole, 5)).getMessage();
        assertTrue(sentence.contains("only 4 dimensions"), sentence);
    }

    @Test
    void transientsAreCutFromEveryTrial() {
        Value cut = FieldReduction.without(circle(), 10);
        assertEquals(20, cut.named(Trajectories.STATE).size(0));
        assertArrayEquals(new long[] {0, 15, 20}, Trials.of(cut, 20).offsets());
        assertArrayEquals(NdArrays.rows(circle().array(Conditions.VELOCITY))[35], NdArrays.rows(cut.array(Conditions.VELOCITY))[15], 1e-6);
        assertEquals(5, FieldReduction.without(circle(), 20).named(Trajectories.STATE).size(0));
        assertThrows(NullclineException.class, () -> FieldReduction.without(circle(), 25));
    }
}
