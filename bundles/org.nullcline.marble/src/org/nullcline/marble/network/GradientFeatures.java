// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.nullcline.api.NullclineException;
import org.nullcline.marble.geometry.ChebyshevHeat;
import org.nullcline.marble.geometry.HeatFlow;
import org.nullcline.marble.geometry.Laplacian;
import org.nullcline.marble.geometry.VectorDiffusion;
import org.nullcline.marble.geometry.VectorDiffusion.Diffused;
import org.nullcline.marble.geometry.Work;

/**
 * The local features of vector fields: f⁰ = the vectors, f^o = the directional derivatives of f^(o−1), up to the order p.
 *
 * <p>Rows are the points of all conditions one after the other; columns are f⁰, f¹ … f^p, where the derivatives of one channel along all
 * directions stand together. With s components and d directions there are s (1 + d + … + d^p) columns. Since the kernels are fixed, features
 * are computed once; where the field is diffused for a learned time t, they come with their derivative in t, and are linear between refreshes.
 */
public final class GradientFeatures {

    private static final int MOST_COLUMNS = 20_000;

    private final List<Manifold> manifolds;
    private final int order;
    private final boolean unitVectors;
    private final int rows;
    private final int columns;
    private final Work work;

    /** Features of these conditions; nothing is computed yet. */
    public GradientFeatures(List<Manifold> manifolds, NetworkSettings settings, Work work) {
        this.manifolds = List.copyOf(manifolds);
        this.order = settings.order();
        this.unitVectors = settings.unitVectors();
        this.work = work;
        rows = manifolds.stream().mapToInt(Manifold::count).sum();
        Manifold first = manifolds.getFirst();
        columns = columns(first.components(), first.kernels().directions(), order);
        if ((long) rows * columns > Integer.MAX_VALUE - 64) {
            throw tooMany(first.components(), first.kernels().directions(), order);
        }
    }

    /** s (1 + d + … + d^p). */
    static int columns(int components, int directions, int order) {
        long all = components;
        long last = components;
        for (int o = 0; o < order; o++) {
            last *= directions;
            all += last;
            if (all > MOST_COLUMNS) {
                throw tooMany(components, directions, order);
            }
        }
        return (int) all;
    }

    private static NullclineException tooMany(int components, int directions, int order) {
        return NullclineException.invalid("Derivatives of order " + order + " of " + components + " components along " + directions
                + " directions are too many features; reduce the dimension of the points (for example with PCA) or the order.");
    }

    /**
     * Features and how they change with the diffusion time.
     *
     * @param values row × column
     * @param rates derivative with respect to the diffusion time, row × column; null without diffusion
     * @param time diffusion time at which they were computed
     */
    public record Matrix(float[] values, float[] rates, double time) {
    }

    /** Number of points of all conditions. */
    public int rows() {
        return rows;
    }

    /** Number of features of a point. */
    public int columns() {
        return columns;
    }

    /** The features of the field as it is, or diffused for the given time. */
    public Matrix at(OptionalDouble time, boolean withRates) {
        float[] values = new float[rows * columns];
        float[] rates = time.isPresent() && withRates ? new float[rows * columns] : null;
        int row = 0;
        for (Manifold manifold : manifolds) {
            float[] field = given(manifold);
            if (time.isPresent()) {
                Diffused diffused = diffuse(manifold, field, time.getAsDouble());
                field = single(diffused.field());
                if (rates != null) {
                    differentiate(manifold, single(diffused.rate()), rates, row);
                }
            }
            differentiate(manifold, field, values, row);
            row += manifold.count();
        }
        return new Matrix(values, rates, time.orElse(0));
    }

    private float[] given(Manifold manifold) {
        return unitVectors ? unit(manifold.field(), manifold.components()) : manifold.field();
    }

    private Diffused diffuse(Manifold manifold, float[] given, double time) {
        double[] field = new double[given.length];
        for (int i = 0; i < field.length; i++) {
            field[i] = given[i];
        }
        if (manifold.frames().global() || manifold.sample().scalar()) {
            // Components in one frame everywhere are functions: each is smoothed by itself.
            HeatFlow heat = new ChebyshevHeat(Laplacian.connection(manifold.graph(), manifold.connection()));
            double[] diffused = heat.diffuse(field, time, work);
            return new Diffused(diffused, heat.rate(diffused, work));
        }
        return VectorDiffusion.of(manifold.graph(), manifold.connection()).diffuse(field, time, work);
    }

    private void differentiate(Manifold manifold, float[] field, float[] into, int firstRow) {
        List<float[]> orders = new ArrayList<>(List.of(field));
        int channels = manifold.components();
        for (int o = 0; o < order; o++) {
            orders.add(manifold.kernels().differentiate(orders.getLast(), channels, work));
            channels *= manifold.kernels().directions();
        }
        for (int i = 0; i < manifold.count(); i++) {
            int at = (firstRow + i) * columns;
            for (float[] part : orders) {
                int width = part.length / manifold.count();
                System.arraycopy(part, i * width, into, at, width);
                at += width;
            }
        }
    }

    private static float[] unit(float[] field, int components) {
        float[] scaled = new float[field.length];
        for (int i = 0; i < field.length; i += components) {
            double square = 0;
            for (int c = 0; c < components; c++) {
                square += (double) field[i + c] * field[i + c];
            }
            double factor = square > 0 ? 1 / Math.sqrt(square) : 0;
            for (int c = 0; c < components; c++) {
                scaled[i + c] = (float) (factor * field[i + c]);
            }
        }
        return scaled;
    }

    private static float[] single(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }
}
