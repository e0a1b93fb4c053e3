// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

/**
 * A k-d tree whose nodes know the tight box of their points (Bentley 1975; boxes as in Omohundro 1989), so that searches in data of low
 * intrinsic dimension stay short even in many ambient dimensions. Built in O(n log n), memory O(n).
 */
final class KdTree {

    private static final int LEAF = 16;

    final int dimension;
    /** The points in the order of the leaves. */
    final int[] order;
    /** Coordinates in the order of the leaves. */
    final float[] sorted;
    /** Range of {@link #order} that each node covers. */
    final int[] from;
    final int[] to;
    /** Children; −1 for leaves. */
    final int[] left;
    final int[] right;
    /** Corners of each node's box, node × dimension. */
    final float[] low;
    final float[] high;
    private int nodes;

    KdTree(PointCloud points) {
        int n = points.count();
        dimension = points.dimension();
        order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        int capacity = 2 * (n / (LEAF / 2) + 1);
        from = new int[capacity];
        to = new int[capacity];
        left = new int[capacity];
        right = new int[capacity];
        low = new float[capacity * dimension];
        high = new float[capacity * dimension];
        build(points.coordinates(), 0, n);
        sorted = new float[n * dimension];
        for (int i = 0; i < n; i++) {
            System.arraycopy(points.coordinates(), order[i] * dimension, sorted, i * dimension, dimension);
        }
    }

    int nodes() {
        return nodes;
    }

    boolean leaf(int node) {
        return left[node] < 0;
    }

    private int build(float[] x, int begin, int end) {
        int node = nodes++;
        from[node] = begin;
        to[node] = end;
        int widest = box(x, node);
        if (end - begin <= LEAF) {
            left[node] = -1;
            right[node] = -1;
        } else {
            int middle = (begin + end) >>> 1;
            select(x, widest, begin, end - 1, middle);
            left[node] = build(x, begin, middle);
            right[node] = build(x, middle, end);
        }
        return node;
    }

    private int box(float[] x, int node) {
        int widest = 0;
        float width = -1;
        for (int d = 0; d < dimension; d++) {
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            for (int i = from[node]; i < to[node]; i++) {
                float v = x[order[i] * dimension + d];
                min = Math.min(min, v);
                max = Math.max(max, v);
            }
            low[node * dimension + d] = min;
            high[node * dimension + d] = max;
            if (max - min > width) {
                width = max - min;
                widest = d;
            }
        }
        return widest;
    }

    /** Hoare's selection: afterwards nothing before {@code k} is larger in coordinate {@code d} than anything from {@code k} on. */
    private void select(float[] x, int d, int begin, int end, int k) {
        int lo = begin;
        int hi = end;
        while (lo < hi) {
            int pivot = order[(lo + hi) >>> 1];
            int i = lo;
            int j = hi;
            while (i <= j) {
                while (before(x, d, order[i], pivot)) {
                    i++;
                }
                while (before(x, d, pivot, order[j])) {
                    j--;
                }
                if (i <= j) {
                    int swap = order[i];
                    order[i++] = order[j];
                    order[j--] = swap;
                }
            }
            if (k <= j) {
                hi = j;
            } else if (k >= i) {
                lo = i;
            } else {
                return;
            }
        }
    }

    /** Coordinates first, indices among equals: a strict order, so that many equal coordinates still split in halves. */
    private boolean before(float[] x, int d, int a, int b) {
        float u = x[a * dimension + d];
        float v = x[b * dimension + d];
        return u < v || u == v && a < b;
    }

    /** Squared distance from a point to the box of a node, 0 inside. */
    double squaredToBox(float[] x, int at, int node) {
        double sum = 0;
        int corner = node * dimension;
        for (int d = 0; d < dimension; d++) {
            float v = x[at + d];
            double out = v < low[corner + d] ? (double) low[corner + d] - v : v > high[corner + d] ? (double) v - high[corner + d] : 0;
            sum += out * out;
        }
        return sum;
    }

    /** Squared distance between a point and the point in leaf position {@code i}. */
    double squaredTo(float[] x, int at, int i) {
        double sum = 0;
        int b = i * dimension;
        for (int d = 0; d < dimension; d++) {
            double difference = (double) x[at + d] - sorted[b + d];
            sum += difference * difference;
        }
        return sum;
    }

    /** Collects the nearest points to the point at {@code x[at…]}, itself included if it is one of the tree's. */
    void nearest(float[] x, int at, NearestQueue queue) {
        queue.clear();
        nearest(0, squaredToBox(x, at, 0), x, at, queue);
    }

    private void nearest(int node, double toBox, float[] x, int at, NearestQueue queue) {
        if (toBox > queue.bound()) {
            return;
        }
        if (leaf(node)) {
            for (int i = from[node]; i < to[node]; i++) {
                queue.offer(order[i], squaredTo(x, at, i));
            }
            return;
        }
        double toLeft = squaredToBox(x, at, left[node]);
        double toRight = squaredToBox(x, at, right[node]);
        if (toLeft <= toRight) {
            nearest(left[node], toLeft, x, at, queue);
            nearest(right[node], toRight, x, at, queue);
        } else {
            nearest(right[node], toRight, x, at, queue);
            nearest(left[node], toLeft, x, at, queue);
        }
    }
}
