// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.solvers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.dynamics.VectorField;
import org.nullcline.compute.diff.Var;

/**
 * The coefficients of an explicit Runge–Kutta method, kᵢ = f(z + h Σⱼ aᵢⱼ kⱼ), z′ = z + h Σ bᵢ kᵢ (Hairer, Nørsett &amp; Wanner, Solving Ordinary
 * Differential Equations I, section II.1).
 *
 * @param order of convergence
 * @param a rows of aᵢⱼ, j &lt; i; the first row is empty
 * @param b weights of the result
 * @param e weights of the error estimate b − b̂; empty for a method without one
 */
public record ExplicitTableau(int order, double[][] a, double[] b, double[] e) {

    /** Euler's method. */
    public static final ExplicitTableau EULER = new ExplicitTableau(1, new double[][] {{}}, new double[] {1}, new double[0]);

    /** The explicit midpoint rule. */
    public static final ExplicitTableau MIDPOINT = new ExplicitTableau(2, new double[][] {{}, {0.5}}, new double[] {0, 1}, new double[0]);

    /** Heun's method (explicit trapezoidal rule). */
    public static final ExplicitTableau HEUN = new ExplicitTableau(2, new double[][] {{}, {1}}, new double[] {0.5, 0.5}, new double[0]);

    /** The classical Runge–Kutta method. */
    public static final ExplicitTableau RK4 = new ExplicitTableau(4, new double[][] {{}, {0.5}, {0, 0.5}, {0, 0, 1}},
            new double[] {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6}, new double[0]);

    /** Dormand &amp; Prince 1980, 5(4), seven stages, first same as last (doi 10.1016/0771-050X(80)90013-3). */
    public static final ExplicitTableau DOPRI5 = new ExplicitTableau(5,
            new double[][] {{}, {1.0 / 5}, {3.0 / 40, 9.0 / 40}, {44.0 / 45, -56.0 / 15, 32.0 / 9},
                {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
                {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
                {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}},
            new double[] {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84, 0},
            new double[] {71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40});

    /** Tsitouras 2011, 5(4), seven stages, first same as last (doi 10.1016/j.camwa.2011.06.002). */
    public static final ExplicitTableau TSIT5 = new ExplicitTableau(5,
            new double[][] {{}, {0.161}, {-0.008480655492356989, 0.335480655492357},
                {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
                {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
                {5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383},
                {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774}},
            new double[] {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774, 0},
            new double[] {0.00178001105222577714, 0.0008164344596567469, -0.007880878010261995, 0.1447110071732629, -0.5823571654525552,
                0.45808210592918697, -1.0 / 66});

    /** Whether the last stage is the derivative at the result, so that it serves as the first stage of the next step. */
    public boolean firstSameAsLast() {
        return a.length > 1 && Arrays.equals(a[a.length - 1], Arrays.copyOf(b, b.length - 1)) && b[b.length - 1] == 0;
    }

    /**
     * One step.
     *
     * @param first the derivative at {@code z}, or null to compute it
     */
    Step step(VectorField field, Var z, Var input, double h, Var first) {
        List<Var> k = new ArrayList<>(a.length);
        k.add(first != null ? first : field.of(z, input));
        Var argument = z;
        for (int i = 1; i < a.length; i++) {
            argument = move(z, h, a[i], k);
            k.add(field.of(argument, input));
        }
        return new Step(k, firstSameAsLast() ? argument : move(z, h, b, k));
    }

    /** z + h Σ cᵢ kᵢ, without the terms whose coefficient is zero. */
    static Var move(Var z, double h, double[] c, List<Var> k) {
        double[] factors = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            factors[i] = h * c[i];
        }
        return z.combination(factors, k.subList(0, c.length).toArray(Var[]::new));
    }

    /** The method on plain numbers, which keeps nothing but the stages of one step. */
    Stages stages(ExplicitMethod.Equations system, int length, int integrals) {
        return new Stages(system, length, integrals);
    }

    /** One step after the other of y′ = f(y), and of integrals of g(y) with the same weights. */
    final class Stages {

        private final ExplicitMethod.Equations system;
        private final double[][] k;
        private final double[][] g;
        private final double[] argument;
        private final double[] after;
        private final double[] error;
        private boolean fresh;

        private Stages(ExplicitMethod.Equations system, int length, int integrals) {
            this.system = system;
            k = new double[a.length][length];
            g = new double[a.length][integrals];
            argument = new double[length];
            after = new double[length];
            error = new double[length];
        }

        /** Evaluates the first stage at the beginning. */
        void first(double[] y) {
            system.evaluate(y, k[0], g[0]);
            fresh = true;
        }

        /** Tries a step from {@code y}. */
        void step(double[] y, double h) {
            if (!fresh) {
                first(y);
            }
            for (int i = 1; i < a.length; i++) {
                move(y, h, a[i], argument);
                system.evaluate(argument, k[i], g[i]);
            }
            move(y, h, b, after);
        }

        private void move(double[] y, double h, double[] c, double[] to) {
            System.arraycopy(y, 0, to, 0, y.length);
            add(h, c, k, to);
        }

        private static void add(double h, double[] c, double[][] slopes, double[] to) {
            for (int i = 0; i < c.length; i++) {
                if (c[i] != 0) {
                    for (int j = 0; j < to.length; j++) {
                        to[j] += h * c[i] * slopes[i][j];
                    }
                }
            }
        }

        /** The state behind the step that was tried. */
        double[] after() {
            return after;
        }

        /** The estimated error of the step that was tried. */
        double[] error(double h) {
            Arrays.fill(error, 0);
            add(h, e, k, error);
            return error;
        }

        /** Takes the step that was tried. */
        void accept(double[] y, double[] integrals, double h) {
            System.arraycopy(after, 0, y, 0, y.length);
            add(h, b, g, integrals);
            fresh = firstSameAsLast();
            if (fresh) {
                System.arraycopy(k[a.length - 1], 0, k[0], 0, y.length);
                System.arraycopy(g[a.length - 1], 0, g[0], 0, integrals.length);
            }
        }
    }

    /** The stages of a step and the state behind it. */
    record Step(List<Var> stages, Var state) {
    }
}
