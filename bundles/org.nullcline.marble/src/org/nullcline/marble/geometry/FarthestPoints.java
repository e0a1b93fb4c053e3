// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;

import org.nullcline.api.NullclineException;

/**
 * Farthest-point sampling (Gonzalez 1985, doi 10.1016/0304-3975(85)90224-5): each next point is the one farthest from all chosen so far, so
 * that the sample covers the cloud evenly.
 *
 * <p>Exact, with a k-d tree that keeps the largest remaining distance of each node: a new point visits only nodes that it can be nearer to
 * than all points before. Ties go to the smaller index.
 *
 * @param indices the chosen points in the order of their choice
 * @param radii radii[m] is the largest distance of any point to the first m + 1 chosen ones
 * @param diameter largest distance of two points of the cloud
 */
public record FarthestPoints(int[] indices, double[] radii, double diameter) {

    /**
     * Chooses points until the largest remaining distance, divided by the diameter of the cloud, falls below {@code spacing}.
     *
     * @param spacing fraction of the diameter, in (0, 1]
     * @param start index of the first point
     */
    public static FarthestPoints sample(PointCloud points, double spacing, int start, Work work) {
        if (!(spacing > 0 && spacing <= 1)) {
            throw NullclineException.invalid("The spacing must lie above 0 and at most at 1 (a fraction of the diameter), not at " + spacing + ".");
        }
        if (start < 0 || start >= points.count()) {
            throw NullclineException.invalid("The start " + start + " is no index of the " + points.count() + " points of '" + points.name() + "'.");
        }
        return new Sampler(points).run(spacing, start, work);
    }

    /** The chosen points in ascending order. */
    public int[] sorted() {
        int[] sorted = indices.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static final class Sampler {

        private final PointCloud points;
        private final KdTree tree;
        /** Squared distance to the chosen points, in the order of the leaves. */
        private final double[] remaining;
        /** The largest of {@link #remaining} in each node and the smallest index that attains it. */
        private final double[] most;
        private final int[] farthest;

        Sampler(PointCloud points) {
            this.points = points;
            tree = new KdTree(points);
            remaining = new double[points.count()];
            most = new double[tree.nodes()];
            farthest = new int[tree.nodes()];
            Arrays.fill(remaining, Double.POSITIVE_INFINITY);
            Arrays.fill(most, Double.POSITIVE_INFINITY);
        }

        FarthestPoints run(double spacing, int start, Work work) {
            double diameter = Math.sqrt(new Diameter(tree).squared(work));
            int[] chosen = new int[16];
            double[] radii = new double[16];
            int count = 0;
            int next = start;
            while (true) {
                if (count == chosen.length) {
                    chosen = Arrays.copyOf(chosen, 2 * count);
                    radii = Arrays.copyOf(radii, 2 * count);
                }
                chosen[count] = next;
                update(0, next);
                radii[count] = Math.sqrt(most[0]);
                count++;
                // The test also ends the loop when every point is chosen: the distance is then 0.
                if (radii[count - 1] < spacing * diameter || most[0] == 0) {
                    break;
                }
                next = farthest[0];
                if (count % 64 == 0) {
                    work.progress().check();
                }
            }
            return new FarthestPoints(Arrays.copyOf(chosen, count), Arrays.copyOf(radii, count), diameter);
        }

        private void update(int node, int point) {
            int at = point * points.dimension();
            if (tree.squaredToBox(points.coordinates(), at, node) >= most[node]) {
                return;
            }
            if (tree.leaf(node)) {
                most[node] = -1;
                for (int i = tree.from[node]; i < tree.to[node]; i++) {
                    remaining[i] = Math.min(remaining[i], tree.squaredTo(points.coordinates(), at, i));
                    if (remaining[i] > most[node] || remaining[i] == most[node] && tree.order[i] < farthest[node]) {
                        most[node] = remaining[i];
                        farthest[node] = tree.order[i];
                    }
                }
                return;
            }
            int a = tree.left[node];
            int b = tree.right[node];
            update(a, point);
            update(b, point);
            int better = most[a] > most[b] || most[a] == most[b] && farthest[a] < farthest[b] ? a : b;
            most[node] = most[better];
            farthest[node] = farthest[better];
        }
    }
}
