// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.network;

import org.nullcline.api.NullclineException;
import org.nullcline.marble.geometry.GeodesicNeighbourhoods.Ties;
import org.nullcline.marble.geometry.GraphRule;

/**
 * How the manifold of a condition is approximated from its points.
 *
 * @param rule which points are neighbours
 * @param k neighbours that the size of tangent neighbourhoods refers to
 * @param spacing farthest-point sampling to this fraction of the diameter; 0 keeps all points
 * @param parts what to do with a graph that is not connected
 * @param frames global axes, or a tangent frame at each point
 * @param geodesicFactor size of tangent neighbourhoods as a multiple of k
 * @param explainedVariance variance that the dimension of the manifold must explain, see
 *        {@link org.nullcline.marble.geometry.TangentFrames#manifoldDimension}
 * @param ties which of equally near points belong to a tangent neighbourhood
 */
public record ManifoldSettings(GraphRule rule, int k, double spacing, Parts parts, Frames frames, double geodesicFactor, double explainedVariance,
        Ties ties) {

    /** What to do with a neighbour graph that falls into parts. */
    public enum Parts {
        /** Leave out the points of small parts if they are less than {@value #OUTLIERS_PERCENT} % of all, refuse it otherwise. */
        OUTLIERS,
        /** Refuse it. */
        REFUSE,
        /** Keep the points of the largest part. */
        LARGEST,
        /** Keep all parts; points of different parts know nothing of each other's neighbourhood. */
        KEEP;

        /** Points that may be left out as outliers, in per cent. */
        public static final int OUTLIERS_PERCENT = 1;
    }

    /** In which axes vectors and derivatives are expressed. */
    public enum Frames {
        /** The axes of the ambient space. */
        GLOBAL,
        /** A tangent frame of the points around each point, with parallel transport between neighbours. */
        LOCAL,
        /** A tangent frame at each point that follows the vector field, with parallel transport between neighbours. */
        FLOW
    }

    /** Checks the numbers. */
    public ManifoldSettings {
        if (!(spacing >= 0 && spacing < 1)) {
            throw NullclineException.invalid("The spacing must be 0 (keep all points) or a fraction of the diameter below 1, not " + spacing + ".");
        }
        if (!(geodesicFactor > 0) || Double.isInfinite(geodesicFactor)) {
            throw NullclineException.invalid("geodesicFactor must be positive, not " + geodesicFactor + "; 1.5 is usual.");
        }
    }

    /** Points of a tangent neighbourhood besides its centre. */
    public int neighbourhoodSize() {
        return (int) (k * geodesicFactor);
    }
}
