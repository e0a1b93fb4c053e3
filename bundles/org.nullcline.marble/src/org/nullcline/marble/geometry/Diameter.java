// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

/** The exact largest distance of two points, by a search over pairs of tree nodes that drops pairs whose boxes cannot beat the best so far. */
final class Diameter {

    private final KdTree tree;
    private double best;
    private long visits;

    Diameter(KdTree tree) {
        this.tree = tree;
    }

    /** The squared diameter. */
    double squared(Work work) {
        sweep();
        search(0, 0, work);
        return best;
    }

    /** A first guess: from a point to the farthest one, a few times over. */
    private void sweep() {
        int at = 0;
        for (int round = 0; round < 4; round++) {
            int farthest = at;
            double distance = -1;
            for (int i = 0; i < tree.order.length; i++) {
                double squared = tree.squaredTo(tree.sorted, at * tree.dimension, i);
                if (squared > distance) {
                    distance = squared;
                    farthest = i;
                }
            }
            best = Math.max(best, distance);
            at = farthest;
        }
    }

    private void search(int a, int b, Work work) {
        if (bound(a, b) <= best) {
            return;
        }
        if ((++visits & 0xFFFF) == 0) {
            work.progress().check();
        }
        boolean splitA = !tree.leaf(a) && (tree.leaf(b) || tree.to[a] - tree.from[a] >= tree.to[b] - tree.from[b]);
        if (tree.leaf(a) && tree.leaf(b)) {
            for (int i = tree.from[a]; i < tree.to[a]; i++) {
                for (int j = tree.from[b]; j < tree.to[b]; j++) {
                    best = Math.max(best, tree.squaredTo(tree.sorted, i * tree.dimension, j));
                }
            }
        } else if (a == b) {
            search(tree.left[a], tree.right[a], work);
            search(tree.left[a], tree.left[a], work);
            search(tree.right[a], tree.right[a], work);
        } else if (splitA) {
            both(tree.left[a], tree.right[a], b, work);
        } else {
            both(tree.left[b], tree.right[b], a, work);
        }
    }

    /** Searches the more promising pair first. */
    private void both(int one, int two, int other, Work work) {
        boolean order = bound(one, other) >= bound(two, other);
        search(order ? one : two, other, work);
        search(order ? two : one, other, work);
    }

    /** The largest squared distance that points of the two boxes can have. */
    private double bound(int a, int b) {
        double sum = 0;
        for (int d = 0; d < tree.dimension; d++) {
            int i = a * tree.dimension + d;
            int j = b * tree.dimension + d;
            double reach = Math.max((double) tree.high[i] - tree.low[j], (double) tree.high[j] - tree.low[i]);
            sum += reach * reach;
        }
        return sum;
    }
}
