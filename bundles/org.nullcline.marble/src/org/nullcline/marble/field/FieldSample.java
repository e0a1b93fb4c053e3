// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.field;

import org.nullcline.api.NullclineException;
import org.nullcline.marble.geometry.PointCloud;

/**
 * A vector field sampled at the points of one condition.
 *
 * @param points where the vectors stand
 * @param vectors point × component
 * @param components number of components; that of the points, except for scalar and other fields
 * @param rows the row of each point on the time axis of the value that it comes from
 */
public record FieldSample(PointCloud points, float[] vectors, int components, int[] rows) {

    /** Checks sizes and that all vectors are finite. */
    public FieldSample {
        if (vectors.length != points.count() * components || rows.length != points.count()) {
            throw new IllegalArgumentException(vectors.length + " components and " + rows.length + " rows do not belong to " + points.count()
                    + " vectors of dimension " + components + ".");
        }
        for (int i = 0; i < vectors.length; i++) {
            if (!Float.isFinite(vectors[i])) {
                throw NullclineException.input("The vector at point " + i / components + " of '" + points.name() + "' has the component " + vectors[i]
                        + "; remove or interpolate missing values first.");
            }
        }
    }

    /** A field whose points are the rows 0, 1, 2 … of their value. */
    public static FieldSample of(PointCloud points, float[] vectors) {
        int[] rows = new int[points.count()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        return new FieldSample(points, vectors, vectors.length / Math.max(1, points.count()), rows);
    }

    /** The name of the condition. */
    public String name() {
        return points.name();
    }

    /** Whether the field is a number at each point of a space of more dimensions. */
    public boolean scalar() {
        return components == 1 && points.dimension() > 1;
    }

    /** Number of points. */
    public int count() {
        return points.count();
    }

    /** The field at some of the points, in that order. */
    public FieldSample subset(int[] indices) {
        float[] chosen = new float[indices.length * components];
        int[] chosenRows = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(vectors, indices[i] * components, chosen, i * components, components);
            chosenRows[i] = rows[indices[i]];
        }
        return new FieldSample(points.subset(indices), chosen, components, chosenRows);
    }
}
