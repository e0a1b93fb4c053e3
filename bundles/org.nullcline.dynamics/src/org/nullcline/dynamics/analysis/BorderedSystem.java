// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import java.util.Arrays;

import org.nullcline.api.dynamics.DynamicalSystem;
import org.nullcline.api.dynamics.Update;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Svd;
import org.nullcline.dynamics.internal.LuDecomposition;

/**
 * The equation F(x, p) = 0 of fixed points in n + 1 unknowns u = (x / scale, (p − from) / width), together with one linear equation that makes it
 * regular (Keller 1977; Kuznetsov 2004, Elements of Applied Bifurcation Theory, §10.2). F is the vector field of a flow, and f(x) − x for a map.
 */
final class BorderedSystem {

    /** Steps of the differences along the parameter, as a share of the width. */
    private static final double DIFFERENCE = 1e-5;
    private static final int MOST_ITERATIONS = 10;
    /** Newton's method converges quadratically, so that a move of this size is the last but one that matters. */
    private static final double CONVERGED = 1e-11;
    private static final double NEARLY = 1e-7;

    private final SystemFamily family;
    private final int n;
    private final double scale;
    private final double from;
    private final double width;
    private final LuDecomposition lu;

    /**
     * Room for the equation.
     *
     * @param n number of state variables
     * @param scale typical size of a state
     * @param from parameter at the lower end of the range
     * @param width of the range
     */
    BorderedSystem(SystemFamily family, int n, double scale, double from, double width) {
        this.family = family;
        this.n = n;
        this.scale = scale;
        this.from = from;
        this.width = width;
        lu = new LuDecomposition(n + 1);
    }

    double parameter(double[] u) {
        return from + width * u[n];
    }

    double[] state(double[] u) {
        double[] state = new double[n];
        Arrays.setAll(state, i -> scale * u[i]);
        return state;
    }

    double[] unknowns(double[] state, double parameter) {
        double[] u = new double[n + 1];
        for (int i = 0; i < n; i++) {
            u[i] = state[i] / scale;
        }
        u[n] = (parameter - from) / width;
        return u;
    }

    /** The system at a point, for its spectrum. */
    DynamicalSystem system(double[] u) {
        return family.at(parameter(u));
    }

    private double[] residual(double[] u, double[] state) {
        return residual(family.at(parameter(u)), state);
    }

    private double[] residual(DynamicalSystem system, double[] state) {
        double[] f = new double[n];
        system.evaluate(state, f);
        for (int i = 0; i < n && system.update() == Update.NEXT_STATE; i++) {
            f[i] -= state[i];
        }
        return f;
    }

    /** The derivative of F by u, with {@code border} as the last row: (n + 1) × (n + 1). */
    private double[] derivative(double[] u, double[] border) {
        double[] state = state(u);
        DynamicalSystem system = system(u);
        double[] jacobian = new double[n * n];
        system.jacobian(state, jacobian);
        double[] above = residual(family.at(parameter(u) + DIFFERENCE * width), state);
        double[] below = residual(family.at(parameter(u) - DIFFERENCE * width), state);
        double[] matrix = new double[(n + 1) * (n + 1)];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double identity = system.update() == Update.NEXT_STATE && i == j ? 1 : 0;
                matrix[i * (n + 1) + j] = scale * (jacobian[i * n + j] - identity);
            }
            matrix[i * (n + 1) + n] = (above[i] - below[i]) / (2 * DIFFERENCE);
        }
        System.arraycopy(border, 0, matrix, n * (n + 1), n + 1);
        return matrix;
    }

    /** The fixed point on the plane through {@code start} across {@code normal}; null where Newton's method does not lead to one. */
    double[] correct(double[] start, double[] normal) {
        double[] u = start.clone();
        double last = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[] step = Arrays.copyOf(residual(u, state(u)), n + 1);
            for (int i = 0; i <= n; i++) {
                step[n] += normal[i] * (u[i] - start[i]);
            }
            if (!finite(step) || !lu.decompose(derivative(u, normal))) {
                return null;
            }
            lu.solve(step);
            double size = norm(step);
            if (!Double.isFinite(size)) {
                return null;
            }
            for (int i = 0; i <= n; i++) {
                u[i] -= step[i];
            }
            double relative = size / (1 + norm(u));
            // Rounding may keep the last digits moving.
            if (relative < CONVERGED || relative < NEARLY && size >= last / 4) {
                return u;
            }
            last = size;
        }
        return null;
    }

    /** The fixed point at the parameter of {@code start}. */
    double[] correctAtParameter(double[] start) {
        double[] normal = new double[n + 1];
        normal[n] = 1;
        return correct(start, normal);
    }

    /** The unit tangent of the curve of fixed points that points the same way as {@code along}; null where the curve has no single tangent. */
    double[] tangent(double[] u, double[] along) {
        if (!lu.decompose(derivative(u, along))) {
            return null;
        }
        double[] tangent = new double[n + 1];
        tangent[n] = 1;
        lu.solve(tangent);
        double size = norm(tangent);
        if (!Double.isFinite(size)) {
            return null;
        }
        Arrays.setAll(tangent, i -> tangent[i] / size);
        return tangent;
    }

    /** A unit vector that the derivative of F maps to (almost) nothing and that is orthogonal to {@code besides}, which may be zero. */
    double[] nullVector(double[] u, double[] besides) {
        Matrix matrix = new Matrix(n + 1, n + 1, derivative(u, besides));
        return Svd.of(matrix).vt().row(n);
    }

    /** Changes its sign where another branch crosses. */
    int orientation(double[] u, double[] tangent) {
        return lu.decompose(derivative(u, tangent)) ? lu.determinantSign() : 0;
    }

    static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static boolean finite(double[] v) {
        return Arrays.stream(v).allMatch(Double::isFinite);
    }
}
