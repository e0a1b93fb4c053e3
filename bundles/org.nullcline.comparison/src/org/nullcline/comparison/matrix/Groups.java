// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.matrix;

import java.util.Arrays;

import org.nullcline.api.step.Progress;
import org.nullcline.compute.random.RandomStream;

/** How well distances tell given groups apart. Groups are numbered from 0. */
public final class Groups {

    private Groups() {
    }

    /**
     * The silhouette of each thing (Rousseeuw 1987): (b − a) / max(a, b), a its mean distance to its own group, b to the nearest other one; 0 for
     * the only member of a group.
     */
    public static double[] silhouettes(double[][] d, int[] group) {
        int n = d.length;
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        int[] members = new int[groups];
        for (int g : group) {
            members[g]++;
        }
        double[] silhouettes = new double[n];
        for (int i = 0; i < n; i++) {
            double[] sum = new double[groups];
            for (int j = 0; j < n; j++) {
                sum[group[j]] += j == i ? 0 : d[i][j];
            }
            double own = sum[group[i]] / (members[group[i]] - 1);
            double other = Double.POSITIVE_INFINITY;
            for (int g = 0; g < groups; g++) {
                if (g != group[i] && members[g] > 0) {
                    other = Math.min(other, sum[g] / members[g]);
                }
            }
            boolean defined = members[group[i]] > 1 && other < Double.POSITIVE_INFINITY && Math.max(own, other) > 0;
            silhouettes[i] = defined ? (other - own) / Math.max(own, other) : 0;
        }
        return silhouettes;
    }

    /** The mean silhouette. */
    public static double silhouette(double[][] d, int[] group) {
        return Arrays.stream(silhouettes(d, group)).average().orElse(Double.NaN);
    }

    /**
     * The fraction of things whose group is that of the majority of their k nearest others (leave-one-out). Ties between groups go to the one whose
     * members among the neighbours are closer on average.
     */
    public static double nearestNeighbourAccuracy(double[][] d, int[] group, int k) {
        int n = d.length;
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        int right = 0;
        for (int i = 0; i < n; i++) {
            int self = i;
            Integer[] order = new Integer[n - 1];
            for (int j = 0; j < n - 1; j++) {
                order[j] = j < i ? j : j + 1;
            }
            Arrays.sort(order, (x, y) -> Double.compare(d[self][x], d[self][y]));
            int[] votes = new int[groups];
            double[] distance = new double[groups];
            for (int j = 0; j < Math.min(k, n - 1); j++) {
                votes[group[order[j]]]++;
                distance[group[order[j]]] += d[i][order[j]];
            }
            int best = 0;
            for (int g = 1; g < groups; g++) {
                if (votes[g] > votes[best] || votes[g] == votes[best] && votes[g] > 0 && distance[g] < distance[best]) {
                    best = g;
                }
            }
            right += best == group[i] ? 1 : 0;
        }
        return right / (double) n;
    }

    /** Anderson's pseudo-F (2001): variance between groups over variance within, from the distances alone. */
    public static double pseudoF(double[][] d, int[] group) {
        int n = d.length;
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        int[] members = new int[groups];
        for (int g : group) {
            members[g]++;
        }
        double total = 0;
        double within = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double square = d[i][j] * d[i][j];
                total += square / n;
                within += group[i] == group[j] ? square / members[group[i]] : 0;
            }
        }
        int used = (int) Arrays.stream(members).filter(m -> m > 0).count();
        return (total - within) / (used - 1) / (within / (n - used));
    }

    /** The mean distance within groups and between groups. */
    public static double[] means(double[][] d, int[] group) {
        double[] sum = new double[2];
        int[] count = new int[2];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < i; j++) {
                int which = group[i] == group[j] ? 0 : 1;
                sum[which] += d[i][j];
                count[which]++;
            }
        }
        return new double[] {sum[0] / count[0], sum[1] / count[1]};
    }

    /** The fraction of random relabellings (the given one included) with a pseudo-F at least as large: a PERMANOVA p-value. */
    public static double permutationP(double[][] d, int[] group, int permutations, RandomStream random, Progress progress) {
        double observed = pseudoF(d, group);
        int atLeast = 1;
        for (int r = 0; r < permutations; r++) {
            progress.check();
            int[] order = random.child("permutation", r).permutation(group.length);
            int[] shuffled = new int[group.length];
            for (int i = 0; i < order.length; i++) {
                shuffled[i] = group[order[i]];
            }
            // Rounding must not turn an equal arrangement into a smaller one.
            atLeast += pseudoF(d, shuffled) >= observed * (1 - 1e-12) ? 1 : 0;
        }
        return atLeast / (permutations + 1.0);
    }
}
