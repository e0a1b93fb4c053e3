// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.attractor;

import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.transport.Assignment;
import org.nullcline.compute.transport.Wasserstein;

/**
 * How different the fixed points of two systems are, whatever the coordinates: points are matched one to one by their linearised dynamics, and a
 * point without partner costs as much as the worst match (the OSPA metric of Schuhmacher, Vo and Vo 2008, doi:10.1109/TSP.2008.920469, of order 2).
 *
 * @param byIndex compare points by their number of unstable directions alone (equal: 0, different: the cutoff) instead of by their spectra (W₂)
 * @param cutoff largest difference that counts, above 0
 */
public record FixedPointDistance(boolean byIndex, double cutoff) {

    /**
     * A fixed point.
     *
     * @param eigenvalues eigenvalue × (real, imaginary)
     * @param unstable number of unstable directions
     */
    public record Point(Matrix eigenvalues, int unstable) {
    }

    /** Checks the cutoff. */
    public FixedPointDistance {
        if (!(cutoff > 0)) {
            throw NullclineException.invalid("The cutoff must be above 0, but is " + cutoff + ".");
        }
    }

    /** √((min Σ min(c, d)² + c² · unmatched) / number of points in the larger set); 0 for two empty sets. */
    public double between(List<Point> first, List<Point> second) {
        List<Point> fewer = first.size() <= second.size() ? first : second;
        List<Point> more = fewer == first ? second : first;
        if (more.isEmpty()) {
            return 0;
        }
        double matched = 0;
        if (!fewer.isEmpty()) {
            Matrix cost = new Matrix(fewer.size(), more.size());
            for (int i = 0; i < fewer.size(); i++) {
                for (int j = 0; j < more.size(); j++) {
                    double d = Math.min(cutoff, difference(fewer.get(i), more.get(j)));
                    cost.set(i, j, d * d);
                }
            }
            matched = Assignment.minimise(cost).cost();
        }
        double unmatched = cutoff * cutoff * (more.size() - fewer.size());
        return Math.sqrt((Math.max(0, matched) + unmatched) / more.size());
    }

    private double difference(Point first, Point second) {
        if (byIndex) {
            return first.unstable == second.unstable ? 0 : cutoff;
        }
        return Wasserstein.distance(first.eigenvalues, second.eigenvalues, 2);
    }
}
