// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import org.nullcline.api.NullclineException;

/** Which points of a cloud are neighbours. */
public sealed interface GraphRule {

    /**
     * Continuous k nearest neighbours (Berry and Sauer 2019, doi 10.3934/fods.2019001): i ~ j iff ‖xᵢ − xⱼ‖ &lt; δ √(d_k(i) d_k(j)), where
     * d_k(i) is the distance of i to its k-th nearest neighbour. Adapts to the density of the sample.
     *
     * @param k at least 1
     * @param delta δ &gt; 0; larger values connect more
     */
    record ContinuousNearest(int k, double delta) implements GraphRule {

        /** Checks the numbers. */
        public ContinuousNearest {
            requireNeighbours(k);
            if (!(delta > 0) || Double.isInfinite(delta)) {
                throw NullclineException.invalid("delta must be a positive number, not " + delta + "; 1 is usual and 1.5 connects sparse data.");
            }
        }
    }

    /**
     * i ~ j iff one is among the k nearest of the other.
     *
     * @param k at least 1
     */
    record Nearest(int k) implements GraphRule {

        /** Checks the number. */
        public Nearest {
            requireNeighbours(k);
        }
    }

    /**
     * i ~ j iff their distance is at most the radius.
     *
     * @param radius in the unit of the coordinates, &gt; 0
     */
    record Radius(double radius) implements GraphRule {

        /** Checks the number. */
        public Radius {
            if (!(radius > 0) || Double.isInfinite(radius)) {
                throw NullclineException.invalid("The radius must be a positive number in the unit of the coordinates, not " + radius + ".");
            }
        }
    }

    /** The rule with this short name, {@code cknn}, {@code knn} or {@code radius}; {@code delta} is the radius of the latter. */
    static GraphRule of(String name, int k, double delta) {
        return switch (name) {
            case "cknn" -> new ContinuousNearest(k, delta);
            case "knn" -> new Nearest(k);
            case "radius" -> new Radius(delta);
            default -> throw NullclineException.invalid("'" + name + "' is no neighbour graph; use cknn, knn or radius.");
        };
    }

    private static void requireNeighbours(int k) {
        if (k < 1) {
            throw NullclineException.invalid("A neighbour graph needs k of at least 1, not " + k + ".");
        }
    }
}
