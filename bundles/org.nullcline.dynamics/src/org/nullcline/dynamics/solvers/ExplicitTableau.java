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
 * @param dense weights between the ends of a step (dense output): the state at z + θh is z + h Σ bᵢ(θ) kᵢ, where element [i][p] is the coefficient
 *              of θᵖ⁺¹ in bᵢ(θ); empty for a method without them
 */
public record ExplicitTableau(int order, double[][] a, double[] b, double[] e, double[][] dense) {

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
            new double[] {71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40},
            // the dense output of order 4 in the code DOPRI5 (Hairer, Nørsett & Wanner I, section II.6)
            between(new double[] {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84, 0},
                new double[] {-12715105075.0 / 11282082432.0, 0, 87487479700.0 / 32700410799.0, -10690763975.0 / 1880347072,
                    701980252875.0 / 199316789632.0, -1453857185.0 / 822651844, 69997945.0 / 29380423}));

    /** Tsitouras 2011, 5(4), seven stages, first same as last (doi 10.1016/j.camwa.2011.06.002). */
    public static final ExplicitTableau TSIT5 = new ExplicitTableau(5,
            new double[][] {{}, {0.161}, {-0.008480655492356989, 0.335480655492357},
                {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
                {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
                {5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383},
                {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774}},
            new double[] {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774, 0},
            new double[] {0.00178001105222577714, 0.0008164344596567469, -0.007880878010261995, 0.1447110071732629, -0.5823571654525552,
                0.45808210592918697, -1.0 / 66},
            // the free interpolant of order 4 of the same paper
            new double[][] {{1, -2.763706197274826, 2.9132554618219126, -1.0530884977290216},
                {0, 0.1317, -0.2234, 0.1017},
                {0, 3.9302962368947516, -5.941033872131505, 2.490627285651253},
                {0, -12.411077166933676, 30.33818863028232, -16.548102889244902},
                {0, 37.50931341651104, -88.1789048947664, 47.37952196281928},
                {0, -27.896526289197286, 65.09189467479366, -34.87065786149661},
                {0, 1.5, -4, 2.5}});

    /** A method without dense output. */
    public ExplicitTableau(int order, double[][] a, double[] b, double[] e) {
        this(order, a, b, e, new double[0][]);
    }

    /**
     * bᵢ(θ) = θ bᵢ + θ(1 − θ)(δᵢ₁ − bᵢ) + θ²(1 − θ)(2bᵢ − δᵢ₁ − δᵢₛ) + θ²(1 − θ)² dᵢ as coefficients of θ … θ⁴: Hermite's cubic polynomial, and a term
     * that changes neither values nor slopes at the ends.
     */
    private static double[][] between(double[] b, double[] d) {
        double[][] dense = new double[b.length][];
        for (int i = 0; i < b.length; i++) {
            double begin = i == 0 ? 1 : 0;
            double end = i == b.length - 1 ? 1 : 0;
            double cubic = 2 * b[i] - begin - end;
            dense[i] = new double[] {begin, b[i] - begin + cubic + d[i], -cubic - 2 * d[i], d[i]};
        }
        return dense;
    }

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

    /**
     * The state inside a step.
     *
     * @param z the state at its begin
     * @param h its length
     * @param k its stages
     * @param theta which part of it has passed, 0 to 1
     */
    Var between(Var z, double h, List<Var> k, double theta) {
        double[] c = new double[dense.length];
        for (int i = 0; i < c.length; i++) {
            for (int p = dense[i].length - 1; p >= 0; p--) {
                c[i] = (c[i] + dense[i][p]) * theta;
            }
        }
        return move(z, h, c, k);
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
