// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.analysis;

import java.util.List;

/**
 * A curve of fixed points over one parameter.
 *
 * @param points in their order along the curve
 */
public record Branch(List<Point> points) {

    /** Copies the points. */
    public Branch {
        points = List.copyOf(points);
    }

    /**
     * A fixed point.
     *
     * @param parameter value of the parameter
     * @param fixed the point with its linearisation
     */
    public record Point(double parameter, FixedPoint fixed) {
    }

    /** What happens to fixed points at a special one. */
    public enum Event {
        /** Two fixed points meet and vanish: saddle-node. */
        FOLD("fold"),
        /** Another branch crosses: transcritical or pitchfork. */
        BRANCH_POINT("branch point"),
        /** A pair of eigenvalues of a flow crosses the imaginary axis, and a periodic orbit begins. */
        HOPF("Hopf"),
        /** An eigenvalue of a map passes −1. */
        PERIOD_DOUBLING("period doubling"),
        /** A pair of eigenvalues of a map crosses the unit circle, and an invariant circle begins. */
        NEIMARK_SACKER("Neimark–Sacker");

        private final String text;

        Event(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    /**
     * A special point.
     *
     * @param event what happens
     * @param branch number of the branch that it was found on
     * @param point where
     * @param frequency of the oscillation that begins, in cycles per unit of time (per iteration for a map); NaN where none does
     */
    public record Special(Event event, int branch, Point point, double frequency) {
    }
}
