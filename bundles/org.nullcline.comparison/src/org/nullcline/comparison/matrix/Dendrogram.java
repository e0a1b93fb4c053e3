// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A tree of merged clusters (agglomerative hierarchical clustering).
 *
 * @param leaves number of things
 * @param merges in order of height; merge k makes the cluster number leaves + k
 */
public record Dendrogram(int leaves, List<Merge> merges) {

    /** How the distance to a merged cluster follows from those to its parts. */
    public enum Linkage {
        /** The smallest distance. */
        SINGLE,
        /** The largest distance. */
        COMPLETE,
        /** The mean distance over all pairs of members. */
        AVERAGE,
        /** The growth of the sum of squares, for Euclidean distances (Ward 1963). */
        WARD
    }

    /**
     * Two clusters that become one.
     *
     * @param first the cluster with the smaller number
     * @param second the other one
     * @param height distance at which they merge
     * @param size members afterwards
     */
    public record Merge(int first, int second, double height, int size) {
    }

    /** Copies the merges. */
    public Dendrogram {
        merges = List.copyOf(merges);
    }

    /** Clusters by chains of nearest neighbours, which finds the same tree as the greedy algorithm for these linkages in O(n²). */
    public static Dendrogram of(Dissimilarities dissimilarities, Linkage linkage) {
        int n = dissimilarities.size();
        double[][] d = new double[n][];
        for (int i = 0; i < n; i++) {
            d[i] = dissimilarities.values()[i].clone();
        }
        int[] size = new int[n];
        Arrays.fill(size, 1);
        boolean[] gone = new boolean[n];
        List<double[]> pairs = new ArrayList<>();
        int[] chain = new int[n];
        int length = 0;
        while (pairs.size() < n - 1) {
            if (length == 0) {
                int first = 0;
                while (gone[first]) {
                    first++;
                }
                chain[length++] = first;
            }
            int a = chain[length - 1];
            int previous = length > 1 ? chain[length - 2] : -1;
            int b = previous;
            for (int j = 0; j < n; j++) {
                if (!gone[j] && j != a && (b < 0 || d[a][j] < d[a][b])) {
                    b = j;
                }
            }
            if (b != previous) {
                chain[length++] = b;
                continue;
            }
            length -= 2;
            pairs.add(new double[] {a, b, d[a][b]});
            for (int k = 0; k < n; k++) {
                if (!gone[k] && k != a && k != b) {
                    d[b][k] = updated(linkage, d[a][k], d[b][k], d[a][b], size[a], size[b], size[k]);
                    d[k][b] = d[b][k];
                }
            }
            size[b] += size[a];
            gone[a] = true;
        }
        return ordered(n, pairs);
    }

    private static double updated(Linkage linkage, double ak, double bk, double ab, int a, int b, int k) {
        return switch (linkage) {
            case SINGLE -> Math.min(ak, bk);
            case COMPLETE -> Math.max(ak, bk);
            case AVERAGE -> (a * ak + b * bk) / (a + b);
            case WARD -> Math.sqrt(((a + k) * ak * ak + (b + k) * bk * bk - k * ab * ab) / (a + b + k));
        };
    }

    /** Sorts merges by height and numbers the clusters that they make. */
    private static Dendrogram ordered(int n, List<double[]> pairs) {
        pairs.sort(Comparator.comparingDouble(pair -> pair[2]));
        int[] cluster = new int[n];
        int[] size = new int[2 * n];
        Arrays.setAll(cluster, i -> i);
        Arrays.fill(size, 0, n, 1);
        int[] root = new int[n];
        Arrays.setAll(root, i -> i);
        List<Merge> merges = new ArrayList<>();
        for (double[] pair : pairs) {
            int a = find(root, (int) pair[0]);
            int b = find(root, (int) pair[1]);
            int made = n + merges.size();
            size[made] = size[cluster[a]] + size[cluster[b]];
            merges.add(new Merge(Math.min(cluster[a], cluster[b]), Math.max(cluster[a], cluster[b]), pair[2], size[made]));
            root[a] = b;
            cluster[b] = made;
        }
        return new Dendrogram(n, merges);
    }

    private static int find(int[] root, int i) {
        int at = i;
        while (root[at] != at) {
            at = root[at];
        }
        return at;
    }

    /** The leaves from left to right, such that no branches cross. */
    public int[] order() {
        List<Integer> order = new ArrayList<>();
        if (leaves == 1) {
            order.add(0);
        } else if (leaves > 1) {
            visit(leaves + merges.size() - 1, order);
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private void visit(int cluster, List<Integer> order) {
        List<Integer> open = new ArrayList<>(List.of(cluster));
        while (!open.isEmpty()) {
            int at = open.removeLast();
            if (at < leaves) {
                order.add(at);
            } else {
                open.add(merges.get(at - leaves).second());
                open.add(merges.get(at - leaves).first());
            }
        }
    }

    /** The cluster of each leaf when the tree is cut into {@code clusters} parts; numbered by their first leaf. */
    public int[] cut(int clusters) {
        int[] parent = new int[leaves + merges.size()];
        Arrays.setAll(parent, i -> i);
        for (int k = 0; k < leaves - Math.max(1, Math.min(clusters, leaves)); k++) {
            parent[merges.get(k).first()] = leaves + k;
            parent[merges.get(k).second()] = leaves + k;
        }
        int[] number = new int[parent.length];
        Arrays.fill(number, -1);
        int[] labels = new int[leaves];
        int next = 0;
        for (int i = 0; i < leaves; i++) {
            int top = find(parent, i);
            if (number[top] < 0) {
                number[top] = next++;
            }
            labels[i] = number[top];
        }
        return labels;
    }
}
