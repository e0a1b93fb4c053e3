// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.compute.array.NdArrays;

/**
 * An orthonormal frame of the tangent space at each point: the leading left singular vectors of its centred geodesic neighbourhood.
 *
 * <p>Each vector points to the side on which the neighbourhood is skewed (its third moment is positive), so that rotated or mirrored data
 * give rotated or mirrored frames.
 */
public final class TangentFrames {

    private static final int BLOCK = 128;
    private static final double SYMMETRIC = 1e-9;

    private final int count;
    private final int ambient;
    private final int dimension;
    private final float[] vectors;

    private TangentFrames(int count, int ambient, int dimension, float[] vectors) {
        this.count = count;
        this.ambient = ambient;
        this.dimension = dimension;
        this.vectors = vectors;
    }

    /**
     * Frames of the given dimension.
     *
     * @throws NullclineException when a neighbourhood spans fewer dimensions, naming the point
     */
    public static TangentFrames of(PointCloud points, GeodesicNeighbourhoods neighbourhoods, int dimension, Work work) {
        int n = points.count();
        int ambient = points.dimension();
        float[] vectors = new float[Math.multiplyExact(Math.multiplyExact(n, ambient), dimension)];
        work.blocks(n, BLOCK, (from, to) -> {
            LocalSvd svd = new LocalSvd(points);
            for (int i = from; i < to; i++) {
                svd.decompose(neighbourhoods.members()[i]);
                if (svd.rank() < dimension) {
                    throw NullclineException.task("The neighbourhood of point " + i + " of '" + points.name() + "' spans only " + svd.rank()
                            + " of the " + dimension + " dimensions of the manifold; increase k or lower explainedVariance.");
                }
                for (int q = 0; q < dimension; q++) {
                    double sign = svd.orientation(q, SYMMETRIC);
                    for (int d = 0; d < ambient; d++) {
                        vectors[(i * dimension + q) * ambient + d] = (float) (sign * svd.direction(q, d));
                    }
                }
            }
        });
        return new TangentFrames(n, ambient, dimension, vectors);
    }

    /** Given frames: point × tangent vector × ambient component, orthonormal. */
    static TangentFrames ofVectors(int count, int ambient, int dimension, float[] vectors) {
        return new TangentFrames(count, ambient, dimension, vectors);
    }

    /** The same frame everywhere: the axes of the ambient space. */
    public static TangentFrames global(int count, int ambient) {
        return new TangentFrames(count, ambient, ambient, null);
    }

    /** Singular values of each centred neighbourhood, descending: point × min(ambient dimension, size of the neighbourhood). */
    public static double[][] singularValues(PointCloud points, GeodesicNeighbourhoods neighbourhoods, Work work) {
        double[][] values = new double[points.count()][];
        work.blocks(points.count(), BLOCK, (from, to) -> {
            LocalSvd svd = new LocalSvd(points);
            for (int i = from; i < to; i++) {
                svd.decompose(neighbourhoods.members()[i]);
                values[i] = svd.values();
            }
        });
        return values;
    }

    /**
     * The dimension of the manifold: the smallest m for which the fraction of variance that the first m singular directions explain, averaged
     * over points minus its standard deviation, reaches {@code explained}. With 1 it is the ambient dimension.
     *
     * @param singularValues point × direction
     */
    public static int manifoldDimension(double[][] singularValues, double explained) {
        if (!(explained > 0 && explained <= 1)) {
            throw NullclineException.invalid("explainedVariance must lie above 0 and at most at 1, not at " + explained + ".");
        }
        int n = singularValues.length;
        int directions = 0;
        for (double[] values : singularValues) {
            directions = Math.max(directions, values.length);
        }
        for (int m = 1; m < directions && explained < 1; m++) {
            double sum = 0;
            double squares = 0;
            for (double[] values : singularValues) {
                double fraction = explainedBy(values, m);
                sum += fraction;
                squares += fraction * fraction;
            }
            double mean = sum / n;
            double deviation = n < 2 ? 0 : Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1)));
            if (mean - deviation >= explained) {
                return m;
            }
        }
        return directions;
    }

    private static double explainedBy(double[] values, int m) {
        double first = 0;
        double all = 0;
        for (int q = 0; q < values.length; q++) {
            all += values[q] * values[q];
            first += q < m ? values[q] * values[q] : 0;
        }
        return first / all;
    }

    /** Number of points. */
    public int count() {
        return count;
    }

    /** Dimension of the space around the manifold. */
    public int ambient() {
        return ambient;
    }

    /** Dimension of the manifold. */
    public int dimension() {
        return dimension;
    }

    /** Whether the frame is that of the ambient space everywhere. */
    public boolean global() {
        return vectors == null;
    }

    /** Component {@code d} of tangent vector {@code q} at a point. */
    public float get(int point, int q, int d) {
        if (vectors == null) {
            return q == d ? 1 : 0;
        }
        return vectors[(point * dimension + q) * ambient + d];
    }

    /** All frames as an array: point × tangent vector × ambient component. */
    public INDArray toArray() {
        float[] all = new float[Math.multiplyExact(Math.multiplyExact(count, dimension), ambient)];
        for (int at = 0; at < all.length; at++) {
            all[at] = get(at / (dimension * ambient), at / ambient % dimension, at % ambient);
        }
        return NdArrays.of(all, count, dimension, ambient);
    }

    /** The components of ambient vectors in the local frames. */
    public float[] project(float[] field) {
        if (vectors == null) {
            return field.clone();
        }
        float[] local = new float[count * dimension];
        for (int i = 0; i < count; i++) {
            for (int q = 0; q < dimension; q++) {
                double sum = 0;
                for (int d = 0; d < ambient; d++) {
                    sum += (double) get(i, q, d) * field[i * ambient + d];
                }
                local[i * dimension + q] = (float) sum;
            }
        }
        return local;
    }
}
