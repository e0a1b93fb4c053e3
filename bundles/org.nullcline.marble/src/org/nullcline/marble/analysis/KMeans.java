// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.marble.geometry.Work;

/**
 * Lloyd's algorithm with k-means++ starts (Arthur and Vassilvitskii 2007): the best of a few runs. Clusters are numbered along a chain in which
 * each is followed by the nearest one that is left, so that near clusters have near numbers.
 *
 * @param centroids cluster × dimension
 * @param assignment cluster of each point
 * @param inertia sum of squared distances to the centroids
 */
public record KMeans(double[][] centroids, int[] assignment, double inertia) {

    private static final int RUNS = 5;
    private static final int ITERATIONS = 300;
    private static final int BLOCK = 4096;

    /**
     * Clusters points.
     *
     * @param points point × dimension
     * @param k number of clusters
     * @param seed of the starts
     */
    public static KMeans of(double[][] points, int k, long seed, Work work) {
        if (k < 1 || k > points.length) {
            throw NullclineException.invalid("Between 1 and " + points.length + " clusters can be made of " + points.length + " points, not " + k + ".");
        }
        RandomStream random = RandomStream.of(seed);
        KMeans best = run(points, k, random.child("k-means", 0), work);
        for (int run = 1; run < RUNS; run++) {
            KMeans next = run(points, k, random.child("k-means", run), work);
            best = next.inertia < best.inertia ? next : best;
        }
        return best.chained();
    }

    private static KMeans run(double[][] points, int k, RandomStream random, Work work) {
        double[][] centroids = start(points, k, random);
        int[] assignment = new int[points.length];
        double[] squared = new double[points.length];
        double inertia = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[][] current = centroids;
            work.blocks(points.length, BLOCK, (from, to) -> {
                for (int i = from; i < to; i++) {
                    assignment[i] = nearest(current, points[i]);
                    squared[i] = squaredDistance(current[assignment[i]], points[i]);
                }
            });
            double sum = Arrays.stream(squared).sum();
            if (!(sum < inertia)) {
                break;
            }
            inertia = sum;
            centroids = means(points, assignment, squared, k);
        }
        return new KMeans(centroids, assignment.clone(), inertia);
    }

    /** k-means++: each next centre is a point drawn in proportion to its squared distance to the centres so far. */
    private static double[][] start(double[][] points, int k, RandomStream random) {
        double[][] centroids = new double[k][];
        double[] squared = new double[points.length];
        Arrays.fill(squared, Double.POSITIVE_INFINITY);
        centroids[0] = points[random.below(points.length)].clone();
        for (int c = 1; c < k; c++) {
            double total = 0;
            for (int i = 0; i < points.length; i++) {
                squared[i] = Math.min(squared[i], squaredDistance(points[i], centroids[c - 1]));
                total += squared[i];
            }
            double target = random.uniform() * total;
            int chosen = 0;
            for (double sum = squared[0]; sum < target && chosen < points.length - 1; sum += squared[chosen]) {
                chosen++;
            }
            centroids[c] = points[chosen].clone();
        }
        return centroids;
    }

    private static double[][] means(double[][] points, int[] assignment, double[] squared, int k) {
        int d = points[0].length;
        double[][] means = new double[k][d];
        int[] sizes = new int[k];
        for (int i = 0; i < points.length; i++) {
            sizes[assignment[i]]++;
            for (int c = 0; c < d; c++) {
                means[assignment[i]][c] += points[i][c];
            }
        }
        for (int c = 0; c < k; c++) {
            if (sizes[c] == 0) {
                // An empty cluster starts anew at the point that is served worst.
                int worst = 0;
                for (int i = 1; i < points.length; i++) {
                    worst = squared[i] > squared[worst] ? i : worst;
                }
                squared[worst] = 0;
                means[c] = points[worst].clone();
            } else {
                for (int j = 0; j < d; j++) {
                    means[c][j] /= sizes[c];
                }
            }
        }
        return means;
    }

    private static int nearest(double[][] centroids, double[] point) {
        int best = 0;
        double distance = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centroids.length; c++) {
            double squared = squaredDistance(centroids[c], point);
            if (squared < distance) {
                distance = squared;
                best = c;
            }
        }
        return best;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private KMeans chained() {
        int k = centroids.length;
        int[] number = new int[k];
        Arrays.fill(number, -1);
        double[][] ordered = new double[k][];
        int at = 0;
        for (int next = 0; next < k; next++) {
            number[at] = next;
            ordered[next] = centroids[at];
            int nearest = -1;
            for (int c = 0; c < k; c++) {
                if (number[c] < 0 && (nearest < 0 || squaredDistance(centroids[at], centroids[c]) < squaredDistance(centroids[at], centroids[nearest]))) {
                    nearest = c;
                }
            }
            at = nearest;
        }
        return new KMeans(ordered, Arrays.stream(assignment).map(c -> number[c]).toArray(), inertia);
    }
}
