// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.api.step.StepInputs.Item;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.marble.field.Conditions.Grouping;
import org.nullcline.marble.field.FieldValues.Difference;

class FieldTest {

    /** Three trials of 3, 1 and 4 bins in two channels; the labels are b, a, b. */
    private static Value recording() {
        double[][] x = {{0, 0}, {1, 10}, {3, 30}, {100, 7}, {5, 5}, {6, 4}, {8, 3}, {11, 2}};
        return Recording.builder(NdArrays.of(x), Trials.ofLengths(List.of(3, 1, 4)), Signal.CONTINUOUS, 0.02)
                .array(Recording.LABELS, "", NdArrays.of(new long[] {1, 0, 1}, 3), "trial").attribute(Recording.LABELS, List.of("a", "b"))
                .array("behaviour.speed", "", NdArrays.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7}, 8), "time").build();
    }

    @Test
    void differencesNeverCrossTrials() {
        Conditions conditions = Conditions.of(List.of(new Item("session", recording())), Grouping.VALUE);
        FieldSample sample = conditions.samples().getFirst();
        assertEquals("session", sample.name());
        assertArrayEquals(new int[] {0, 1, 4, 5, 6}, sample.rows());
        assertArrayEquals(new float[] {1, 10, 2, 20, 1, -1, 2, -1, 3, -1}, sample.vectors());
        assertEquals(0, conditions.trialOf(0, 1));
        assertEquals(2, conditions.trialOf(0, 4));
    }

    @Test
    void labelsOfOneRecordingAreConditionsAndSoAreSeveralRecordings() {
        String tooShort = assertThrows(NullclineException.class,
                () -> Conditions.of(List.of(new Item("session", recording())), Grouping.AUTO)).getMessage();
        assertTrue(tooShort.contains("'a' has no point with a velocity"), tooShort);
        Conditions trials = Conditions.of(List.of(new Item("one", FieldValues.ofDifferences(recording(), Difference.FORWARD))), Grouping.VALUE);
        assertEquals(5, trials.samples().getFirst().count());
        Conditions both = Conditions.of(List.of(new Item("one", recording()), new Item("two", recording())), Grouping.AUTO);
        assertEquals(List.of("one", "two"), both.samples().stream().map(FieldSample::name).toList());
        assertArrayEquals(new int[] {0, 1}, both.source());
    }

    @Test
    void fieldOfDifferencesKeepsLabelsAndCutsAllArraysOverTime() {
        Value field = FieldValues.ofDifferences(recording(), Difference.CENTRAL);
        assertEquals(FieldValues.KIND, field.kind());
        assertArrayEquals(new double[] {1.5, 15, 1.5, -1, 2.5, -1}, NdArrays.doubles(field.array(Conditions.VELOCITY)));
        assertArrayEquals(new double[] {1, 5, 6}, NdArrays.doubles(field.array("behaviour.speed")));
        assertArrayEquals(new long[] {0, 1, 1, 3}, NdArrays.longs(field.array(Trials.ARRAY)));
        assertArrayEquals(new long[] {1, 0, 1}, NdArrays.longs(field.array(Recording.LABELS)));
        assertEquals(List.of("a", "b"), field.texts(Recording.LABELS));
    }

    @Test
    void givenVelocitiesAreUsedAtAllPoints() {
        Value field = FieldValues.ofSystem(recording(), new DynamicalSystem() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public Update update() {
                return Update.NEXT_STATE;
            }

            @Override
            public void evaluate(double[] state, double[] result) {
                result[0] = 2 * state[0];
                result[1] = state[1] + 1;
            }
        });
        List<FieldSample> samples = Conditions.of(List.of(new Item("session", field)), Grouping.AUTO).samples();
        assertEquals(List.of("a", "b"), samples.stream().map(FieldSample::name).toList());
        assertArrayEquals(new float[] {100, 1}, samples.getFirst().vectors());
        assertEquals(7, samples.get(1).count());
    }

    @Test
    void toyFieldsAreTwoConstantsAndTwoVorticesOnTheSurface() {
        for (double alpha : new double[] {0, 0.5}) {
            List<FieldSample> fields = ToyFields.sample(50, new Paraboloid(alpha), 1);
            int d = alpha == 0 ? 2 : 3;
            for (FieldSample field : fields) {
                assertEquals(d, field.components());
                for (int i = 0; i < 50 && d == 3; i++) {
                    float[] x = {field.points().get(i, 0), field.points().get(i, 1), field.points().get(i, 2)};
                    assertEquals(-0.25 * (x[0] * x[0] + x[1] * x[1]), x[2], 1e-6);
                }
            }
            assertTrue(fields.get(0).vectors()[0] < 0 && fields.get(1).vectors()[0] > 0);
            assertEquals(Math.sqrt(100), norm(fields.get(0).vectors()), 1e-4);
        }
        FieldSample vortex = ToyFields.sample(50, new Paraboloid(0), 2).get(2);
        for (int i = 0; i < 50; i++) {
            double radial = vortex.vectors()[2 * i] * (vortex.points().get(i, 0) + 1) + vortex.vectors()[2 * i + 1] * vortex.points().get(i, 1);
            assertEquals(0, radial, 1e-6);
        }
    }

    private static double norm(float[] x) {
        double sum = 0;
        for (float v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }

    @Test
    void vanDerPolWithoutDampingKeepsItsRadiusAndItsSignDecidesWhetherItGrows() {
        VanDerPolFamily family = new VanDerPolFamily(3, -0.5, 0.5, 20, 3, 0.5, new Paraboloid(0), false, 4);
        assertEquals(0, family.mu(1));
        List<FieldSample> samples = family.sample();
        FieldSample harmonic = samples.get(1);
        for (int i = 1; i < 6; i++) {
            assertEquals(radius(harmonic, 0), radius(harmonic, i), 1e-5);
        }
        for (int c : new int[] {0, 2}) {
            FieldSample sample = samples.get(c);
            for (int i = 0; i < sample.count(); i++) {
                double x = sample.points().get(i, 0);
                double y = sample.points().get(i, 1);
                double growth = x * sample.vectors()[2 * i] + y * sample.vectors()[2 * i + 1];
                assertEquals(family.mu(c) * (1 - x * x) * y * y, growth, 1e-3);
            }
        }
    }

    private static double radius(FieldSample sample, int i) {
        return Math.hypot(sample.points().get(i, 0), sample.points().get(i, 1));
    }
}
