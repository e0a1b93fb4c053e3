// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.matrix;

import java.util.Arrays;

import org.nullcline.api.step.Progress;

/** Orders things so that neighbours are close: a short path through all of them. */
public final class Seriation {

    private Seriation() {
    }

    /**
     * The order along a short open path: from the tree of average linkage, improved by turning and moving segments (2-opt and or-opt) until nothing
     * helps.
     */
    public static int[] order(Dissimilarities dissimilarities, Progress progress) {
        int[] order = Dendrogram.of(dissimilarities, Dendrogram.Linkage.AVERAGE).order();
        double[][] d = dissimilarities.values();
        boolean better = true;
        while (better) {
            progress.check();
            better = turnSegments(order, d) | moveSegments(order, d);
        }
        return order;
    }

    /** The length of an open path. */
    public static double length(int[] order, double[][] d) {
        double sum = 0;
        for (int i = 1; i < order.length; i++) {
            sum += d[order[i - 1]][order[i]];
        }
        return sum;
    }

    private static boolean turnSegments(int[] order, double[][] d) {
        boolean better = false;
        int n = order.length;
        for (int i = 0; i < n - 1; i++) {
            for (int j = i + 1; j < n; j++) {
                double gain = edge(order, d, i - 1, i) + edge(order, d, j, j + 1) - (i > 0 ? d[order[i - 1]][order[j]] : 0)
                        - (j + 1 < n ? d[order[i]][order[j + 1]] : 0);
                if (gain > 1e-12) {
                    for (int a = i, b = j; a < b; a++, b--) {
                        int swap = order[a];
                        order[a] = order[b];
                        order[b] = swap;
                    }
                    better = true;
                }
            }
        }
        return better;
    }

    private static boolean moveSegments(int[] order, double[][] d) {
        boolean better = false;
        int n = order.length;
        for (int length = 1; length <= Math.min(3, n - 2); length++) {
            for (int i = 0; i + length <= n; i++) {
                double before = length(order, d);
                int[] segment = Arrays.copyOfRange(order, i, i + length);
                int[] rest = new int[n - length];
                System.arraycopy(order, 0, rest, 0, i);
                System.arraycopy(order, i + length, rest, i, n - i - length);
                int[] best = null;
                for (int at = 0; at <= rest.length; at++) {
                    int[] candidate = new int[n];
                    System.arraycopy(rest, 0, candidate, 0, at);
                    System.arraycopy(segment, 0, candidate, at, length);
                    System.arraycopy(rest, at, candidate, at + length, rest.length - at);
                    double after = length(candidate, d);
                    if (after < before - 1e-12) {
                        before = after;
                        best = candidate;
                    }
                }
                if (best != null) {
                    System.arraycopy(best, 0, order, 0, n);
                    better = true;
                }
            }
        }
        return better;
    }

    private static double edge(int[] order, double[][] d, int i, int j) {
        return i < 0 || j >= order.length ? 0 : d[order[i]][order[j]];
    }
}
