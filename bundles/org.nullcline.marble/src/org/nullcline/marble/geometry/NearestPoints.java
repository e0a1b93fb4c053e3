// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

/** Finds the nearest points of a cloud to any place. Safe for use by several threads. */
public final class NearestPoints {

    private final PointCloud points;
    private final KdTree tree;

    /** An index over a cloud. */
    public NearestPoints(PointCloud points) {
        this.points = points;
        tree = new KdTree(points);
    }

    /**
     * The {@code k} points nearest to a place, nearest first; ties go to the smaller index.
     *
     * @param place coordinates
     */
    public int[] nearest(float[] place, int k) {
        if (place.length != points.dimension()) {
            throw new IllegalArgumentException("A place with " + place.length + " coordinates has no neighbours among points of dimension "
                    + points.dimension() + ".");
        }
        NearestQueue queue = new NearestQueue(Math.min(k, points.count()));
        tree.nearest(place, 0, queue);
        int[] nearest = new int[queue.size()];
        for (int r = 0; r < nearest.length; r++) {
            nearest[r] = queue.index(r);
        }
        return nearest;
    }
}
