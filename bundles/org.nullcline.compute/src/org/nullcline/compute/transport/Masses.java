// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.transport;

import org.nullcline.compute.linalg.Matrix;

/** Checks of what comes in. */
final class Masses {

    /** Relative difference of total masses up to which two measures count as equally heavy. */
    private static final double TOLERANCE = 1e-9;

    private Masses() {
    }

    static void requireFinite(Matrix cost) {
        double[] data = cost.data();
        for (int e = 0; e < data.length; e++) {
            if (!Double.isFinite(data[e])) {
                throw new IllegalArgumentException("The cost from point " + e / cost.columns() + " to point " + e % cost.columns() + " is " + data[e]
                        + ", not a finite number.");
            }
        }
    }

    /** The sum of masses that are all finite and not negative. */
    static double total(String which, double[] masses) {
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            if (!(masses[i] >= 0 && masses[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Mass " + i + " of the " + which + " measure is " + masses[i] + "; masses must be finite and not negative.");
            }
            sum += masses[i];
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("The " + which + " measure has no mass.");
        }
        return sum;
    }

    static void requireEqual(double first, double second) {
        if (Math.abs(first - second) > TOLERANCE * Math.max(first, second)) {
            throw new IllegalArgumentException("The two measures have the masses " + first + " and " + second + ", but transport needs equal ones.");
        }
    }
}
