// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import java.util.List;
import java.util.function.UnaryOperator;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.random.RandomStream;

/**
 * Four plane vector fields on [−1, 1]², at random points: two constant ones of opposite direction and two vortices, about (−1, 0) and (1, 0).
 * A good embedding tells the constant fields apart and shows that the vortices share most of their local flow (first example of Gosztolai et
 * al. 2025).
 */
public final class ToyFields {

    /** Softens the vortex at its centre. */
    private static final double EPSILON = 0.1;

    private record Field(String name, UnaryOperator<double[]> vector) {
    }

    private static final List<Field> FIELDS = List.of(new Field("constant left", p -> new double[] {-1, -1}),
            new Field("constant right", p -> new double[] {1, 1}), new Field("vortex left", p -> vortex(p, -1)),
            new Field("vortex right", p -> vortex(p, 1)));

    private ToyFields() {
    }

    private static double[] vortex(double[] p, double centre) {
        double dx = p[0] - centre;
        double norm = Math.sqrt(dx * dx + p[1] * p[1] + EPSILON);
        return new double[] {p[1] / norm, -dx / norm};
    }

    /**
     * The four fields.
     *
     * @param count points of each field
     * @param surface on which they lie
     * @param seed of the points
     */
    public static List<FieldSample> sample(int count, Paraboloid surface, long seed) {
        if (count < 3) {
            throw NullclineException.invalid("Toy fields need at least 3 points each, not " + count + ".");
        }
        return FIELDS.stream().map(field -> {
            RandomStream random = RandomStream.of(seed).child("toy-fields", FIELDS.indexOf(field));
            double[][] points = new double[count][];
            double[][] vectors = new double[count][];
            for (int i = 0; i < count; i++) {
                points[i] = random.uniforms(2, -1, 1);
                vectors[i] = field.vector().apply(points[i]);
            }
            return surface.lift(field.name(), points, vectors, true);
        }).toList();
    }
}
