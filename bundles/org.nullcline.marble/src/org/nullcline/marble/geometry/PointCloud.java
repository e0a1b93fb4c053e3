// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.compute.array.NdArrays;

/**
 * Points in a Euclidean space, sampled from a manifold.
 *
 * <p>Coordinates are held in single precision, as are all features that come from them; distances are computed in double precision.
 */
public final class PointCloud {

    private final String name;
    private final float[] coordinates;
    private final int count;
    private final int dimension;

    private PointCloud(String name, float[] coordinates, int count, int dimension) {
        this.name = name;
        this.coordinates = coordinates;
        this.count = count;
        this.dimension = dimension;
    }

    /**
     * Points from single-precision coordinates, which are not copied.
     *
     * @param name what the points are, for sentences: a condition or a recording
     * @param coordinates point × dimension
     * @throws NullclineException when there are no points or a coordinate is not finite
     */
    public static PointCloud of(String name, float[] coordinates, int dimension) {
        if (dimension < 1 || coordinates.length == 0) {
            throw NullclineException.input("'" + name + "' has no points; give at least a few dozen points of one or more dimensions.");
        }
        int count = coordinates.length / dimension;
        if (count * dimension != coordinates.length) {
            throw new IllegalArgumentException(coordinates.length + " coordinates are no points of dimension " + dimension + ".");
        }
        for (int i = 0; i < coordinates.length; i++) {
            if (!Float.isFinite(coordinates[i])) {
                throw NullclineException.input("'" + name + "' has the value " + coordinates[i] + " at point " + i / dimension + ", coordinate "
                        + i % dimension + "; remove or interpolate missing values first.");
            }
        }
        return new PointCloud(name, coordinates, count, dimension);
    }

    /** Points from a matrix, point × dimension. */
    public static PointCloud of(String name, INDArray points) {
        if (points.rank() != 2) {
            throw NullclineException.input("'" + name + "' is an array of shape " + Arrays.toString(points.shape())
                    + "; points need a matrix of points × dimensions.");
        }
        return of(name, NdArrays.floats(points), Math.toIntExact(points.size(1)));
    }

    /** Points from rows of equal length. */
    public static PointCloud of(String name, double[][] points) {
        int dimension = points.length == 0 ? 0 : points[0].length;
        float[] coordinates = new float[points.length * dimension];
        for (int i = 0; i < points.length; i++) {
            for (int d = 0; d < dimension; d++) {
                coordinates[i * dimension + d] = (float) points[i][d];
            }
        }
        return of(name, coordinates, dimension);
    }

    /** What the points are, for sentences. */
    public String name() {
        return name;
    }

    /** Number of points. */
    public int count() {
        return count;
    }

    /** Number of coordinates of each point. */
    public int dimension() {
        return dimension;
    }

    /** One coordinate. */
    public float get(int point, int d) {
        return coordinates[point * dimension + d];
    }

    /** The coordinates, point × dimension; not to be changed. */
    public float[] coordinates() {
        return coordinates;
    }

    /** ‖xᵢ − xⱼ‖². */
    public double squaredDistance(int i, int j) {
        double sum = 0;
        int a = i * dimension;
        int b = j * dimension;
        for (int d = 0; d < dimension; d++) {
            double difference = (double) coordinates[a + d] - coordinates[b + d];
            sum += difference * difference;
        }
        return sum;
    }

    /** ‖xᵢ − xⱼ‖. */
    public double distance(int i, int j) {
        return Math.sqrt(squaredDistance(i, j));
    }

    /** The points with these indices, in that order. */
    public PointCloud subset(int[] indices) {
        float[] chosen = new float[indices.length * dimension];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(coordinates, indices[i] * dimension, chosen, i * dimension, dimension);
        }
        return new PointCloud(name, chosen, indices.length, dimension);
    }

    /** The points as an array, point × dimension. */
    public INDArray toArray() {
        return NdArrays.of(coordinates, count, dimension);
    }
}
