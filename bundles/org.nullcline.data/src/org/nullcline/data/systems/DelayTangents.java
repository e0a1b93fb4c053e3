// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.api.dynamics.TangentMotion;
import org.nullcline.compute.random.RandomStream;

/**
 * A solution of x′ = f(x, x(t − τ)) over one delay and tangent functions δx over the same delay, which follow
 * δx′ = ∂f/∂x δx + ∂f/∂x(t − τ) δx(t − τ) (Farmer 1982, Physica D 4, 366). Each advance is one delay, by the method of {@link DelayRun}; then the
 * tangent functions are made orthonormal as vectors of their values on the grid, by modified Gram–Schmidt with one reorthogonalisation.
 */
final class DelayTangents implements TangentMotion {

    private final EquationFlow field;
    private final double delay;
    private final int steps;
    private final double h;
    /** Values and slopes of the solution over the last delay, then those of each tangent function. */
    private double[][] values;
    private double[][] slopes;
    private final double[] growth;
    private final double[] point = new double[2];
    private final double[] rate = new double[2];
    private final double[] jacobian = new double[4];

    /**
     * Starts from a past.
     *
     * @param field of x and xt, in this order
     * @param past values and slopes over one delay on an even grid, both ends included
     */
    DelayTangents(EquationFlow field, double delay, double[][] past, int count, RandomStream random) {
        this.field = field;
        this.delay = delay;
        steps = past[0].length - 1;
        h = delay / steps;
        if (count < 1 || count > steps) {
            throw NullclineException.invalid("Between 1 and " + steps + " Lyapunov exponents of this delay system can be computed, not " + count + ".");
        }
        values = new double[count + 1][];
        slopes = new double[count + 1][];
        values[0] = past[0];
        slopes[0] = past[1];
        for (int j = 1; j <= count; j++) {
            // smooth directions, so that slopes and values agree
            values[j] = new double[steps + 1];
            slopes[j] = new double[steps + 1];
            for (int k = 0; k <= count; k++) {
                double a = random.normal();
                double b = random.normal();
                for (int i = 0; i <= steps; i++) {
                    double phase = Math.PI * k * i / steps;
                    values[j][i] += a * StrictMath.cos(phase) + b * StrictMath.sin(phase);
                    slopes[j][i] += Math.PI * k / delay * (b * StrictMath.cos(phase) - a * StrictMath.sin(phase));
                }
            }
        }
        growth = new double[count];
        orthonormalise();
    }

    @Override
    public int count() {
        return growth.length;
    }

    @Override
    public double duration() {
        return delay;
    }

    @Override
    public double growth(int i) {
        return growth[i];
    }

    @Override
    public double[] state() {
        return new double[] {values[0][0], values[0][steps]};
    }

    @Override
    public void advance() {
        int n = values.length;
        double[][] next = new double[n][steps + 1];
        double[][] nextSlopes = new double[n][steps + 1];
        double[] now = new double[n];
        for (int j = 0; j < n; j++) {
            next[j][0] = values[j][steps];
            now[j] = values[j][steps];
        }
        double[][] k = new double[4][n];
        double[] past = new double[n];
        for (int i = 0; i <= steps; i++) {
            column(values, i, past);
            slopes(now, past, k[0]);
            for (int j = 0; j < n; j++) {
                next[j][i] = now[j];
                nextSlopes[j][i] = k[0][j];
            }
            if (i == steps) {
                break;
            }
            for (int j = 0; j < n; j++) {
                past[j] = middle(j, i);
            }
            slopes(moved(now, h / 2, k[0]), past, k[1]);
            slopes(moved(now, h / 2, k[1]), past, k[2]);
            column(values, i + 1, past);
            slopes(moved(now, h, k[2]), past, k[3]);
            for (int j = 0; j < n; j++) {
                now[j] += h / 6 * (k[0][j] + 2 * k[1][j] + 2 * k[2][j] + k[3][j]);
            }
        }
        values = next;
        slopes = nextSlopes;
        if (!Double.isFinite(values[0][steps])) {
            throw NullclineException.task("The delay system runs away to infinity; choose other parameters.");
        }
        orthonormalise();
    }

    private static void column(double[][] rows, int i, double[] to) {
        for (int j = 0; j < to.length; j++) {
            to[j] = rows[j][i];
        }
    }

    private static double[] moved(double[] from, double by, double[] along) {
        double[] moved = new double[from.length];
        for (int j = 0; j < moved.length; j++) {
            moved[j] = from[j] + by * along[j];
        }
        return moved;
    }

    /** The slope of the solution (entry 0) and of the tangent functions. */
    private void slopes(double[] now, double[] past, double[] slope) {
        point[0] = now[0];
        point[1] = past[0];
        field.evaluate(point, rate);
        field.jacobian(point, jacobian);
        slope[0] = rate[0];
        for (int j = 1; j < now.length; j++) {
            slope[j] = jacobian[0] * now[j] + jacobian[1] * past[j];
        }
    }

    /** The cubic Hermite polynomial half-way between two grid points. */
    private double middle(int j, int i) {
        return (values[j][i] + values[j][i + 1]) / 2 + h * (slopes[j][i] - slopes[j][i + 1]) / 8;
    }

    private void orthonormalise() {
        for (int j = 1; j < values.length; j++) {
            double before = norm(values[j]);
            project(j);
            if (norm(values[j]) < 0.5 * before) {
                project(j);
            }
            double length = norm(values[j]);
            growth[j - 1] = Math.log(length);
            scale(values[j], 1 / length);
            scale(slopes[j], 1 / length);
        }
    }

    private void project(int j) {
        for (int k = 1; k < j; k++) {
            double dot = 0;
            for (int i = 0; i <= steps; i++) {
                dot += values[k][i] * values[j][i];
            }
            for (int i = 0; i <= steps; i++) {
                values[j][i] -= dot * values[k][i];
                slopes[j][i] -= dot * slopes[k][i];
            }
        }
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
