// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.transport;

import java.util.Arrays;

import org.nullcline.compute.linalg.Matrix;

/**
 * An optimal transport plan in sparse form: at most (sources + targets − 1) entries.
 *
 * @param source point that each entry takes mass from
 * @param target point that it brings mass to
 * @param mass how much
 * @param cost the sum of mass × cost, the least possible
 */
public record TransportPlan(int[] source, int[] target, double[] mass, double cost) {

    /** Points up to which augmenting paths are faster than the simplex method (measured on points in space). */
    private static final int SMALL = 300;

    /**
     * The optimal plan between two measures of equal total mass, exact up to rounding.
     *
     * <p>Small measures of one and the same size with uniform masses are an {@link Assignment}; others are solved by the network simplex method.
     *
     * @param from masses of the sources, not negative
     * @param to masses of the targets, not negative, with the same sum
     * @param cost sources × targets, finite
     */
    public static TransportPlan optimal(double[] from, double[] to, Matrix cost) {
        return optimal(from, to, cost, () -> { });
    }

    /** As {@link #optimal(double[], double[], Matrix)}, calling {@code check} now and then so that long work can be stopped by an exception. */
    public static TransportPlan optimal(double[] from, double[] to, Matrix cost, Runnable check) {
        if (cost.rows() != from.length || cost.columns() != to.length) {
            throw new IllegalArgumentException("Costs of " + cost.rows() + " × " + cost.columns() + " do not fit measures of " + from.length + " and "
                    + to.length + " points.");
        }
        Masses.requireFinite(cost);
        double total = Masses.total("first", from);
        Masses.requireEqual(total, Masses.total("second", to));
        if (from.length == to.length && from.length <= SMALL && uniform(from) && uniform(to)) {
            return ofAssignment(Assignment.minimise(cost, check), from[0]);
        }
        NetworkSimplex simplex = new NetworkSimplex(from, to, cost);
        simplex.solve(check);
        return simplex.plan();
    }

    /** The optimal plan between uniform probability measures. */
    public static TransportPlan uniform(Matrix cost, Runnable check) {
        int n = cost.rows();
        int m = cost.columns();
        if (n == 0 || m == 0) {
            throw new IllegalArgumentException("A measure without points has no mass to transport.");
        }
        Masses.requireFinite(cost);
        if (n == m && n <= SMALL) {
            return ofAssignment(Assignment.minimise(cost, check), 1.0 / n);
        }
        // Whole numbers as masses keep the arithmetic of the simplex method exact: n points of mass m against m points of mass n.
        double[] from = new double[n];
        double[] to = new double[m];
        Arrays.fill(from, n == m ? 1 : m);
        Arrays.fill(to, n == m ? 1 : n);
        NetworkSimplex simplex = new NetworkSimplex(from, to, cost);
        simplex.solve(check);
        TransportPlan plan = simplex.plan();
        double unit = n == m ? 1.0 / n : 1.0 / ((double) n * m);
        return new TransportPlan(plan.source, plan.target, Arrays.stream(plan.mass).map(x -> x * unit).toArray(), plan.cost * unit);
    }

    /** The plan as a full matrix, sources × targets. */
    public Matrix dense(int sources, int targets) {
        Matrix plan = new Matrix(sources, targets);
        for (int k = 0; k < mass.length; k++) {
            plan.set(source[k], target[k], plan.get(source[k], target[k]) + mass[k]);
        }
        return plan;
    }

    private static TransportPlan ofAssignment(Assignment assignment, double mass) {
        int n = assignment.columnOf().length;
        int[] source = new int[n];
        Arrays.setAll(source, i -> i);
        double[] masses = new double[n];
        Arrays.fill(masses, mass);
        return new TransportPlan(source, assignment.columnOf(), masses, assignment.cost() * mass);
    }

    private static boolean uniform(double[] masses) {
        return Arrays.stream(masses).allMatch(mass -> mass == masses[0]);
    }
}
