// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.transport.TransportPlan;
import org.nullcline.compute.transport.Wasserstein;
import org.nullcline.marble.geometry.Work;

/**
 * Distances between conditions: how far the points of one embedding must be moved to become those of another (Wasserstein distance of order 1,
 * solved exactly).
 *
 * @param matrix condition × condition
 * @param clusters what the points were reduced to; null when all points were compared
 * @param histograms condition × cluster, each of sum 1; null without clusters
 * @param plans for each pair (i, j) with i &lt; j, in the order (0, 1), (0, 2) … (1, 2) …, the mass moved from cluster to cluster; empty without
 *        clusters
 */
public record ConditionDistances(double[][] matrix, KMeans clusters, double[][] histograms, List<Matrix> plans) {

    /** Largest cost matrix for which all points are compared. */
    private static final long MOST_COSTS = 25_000_000;

    /** Throws with a sentence when conditions of these sizes are too large to compare point by point. */
    public static void requireComparable(List<String> names, int[] sizes) {
        int largest = -1;
        int second = -1;
        for (int i = 0; i < sizes.length; i++) {
            if (largest < 0 || sizes[i] > sizes[largest]) {
                second = largest;
                largest = i;
            } else if (second < 0 || sizes[i] > sizes[second]) {
                second = i;
            }
        }
        if (second >= 0 && (long) sizes[largest] * sizes[second] > MOST_COSTS) {
            throw NullclineException.invalid("'" + names.get(largest) + "' and '" + names.get(second) + "' have " + sizes[largest] + " and " + sizes[second]
                    + " points, too many to compare all with all; compare histograms over clusters instead (clusters=50 is usual), or use a larger spacing.");
        }
    }

    /** Compares all points with all points. */
    public static ConditionDistances exact(List<double[][]> conditions, Work work) {
        int n = conditions.size();
        double[][] matrix = new double[n][n];
        List<Matrix> points = conditions.stream().map(Matrix::of).toList();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = Wasserstein.distance(points.get(i), points.get(j), 1, work.progress()::check);
                matrix[j][i] = matrix[i][j];
            }
        }
        return new ConditionDistances(matrix, null, null, List.of());
    }

    /**
     * Compares how often the conditions visit the clusters of all points together; the cost of moving is the distance of the centroids.
     *
     * @param clusters number of clusters
     * @param seed of the clustering
     */
    public static ConditionDistances ofHistograms(List<double[][]> conditions, int clusters, long seed, Work work) {
        double[][] all = conditions.stream().flatMap(Arrays::stream).toArray(double[][]::new);
        KMeans means = KMeans.of(all, clusters, seed, work);
        int n = conditions.size();
        double[][] histograms = new double[n][clusters];
        int at = 0;
        for (int i = 0; i < n; i++) {
            int size = conditions.get(i).length;
            for (int p = 0; p < size; p++) {
                histograms[i][means.assignment()[at++]] += 1.0 / size;
            }
        }
        Matrix centroids = Matrix.of(means.centroids());
        Matrix costs = Wasserstein.costs(centroids, centroids, 1);
        double[][] matrix = new double[n][n];
        List<Matrix> plans = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                TransportPlan plan = TransportPlan.optimal(histograms[i], histograms[j], costs, work.progress()::check);
                matrix[i][j] = Math.max(0, plan.cost());
                matrix[j][i] = matrix[i][j];
                plans.add(plan.dense(clusters, clusters));
            }
        }
        return new ConditionDistances(matrix, means, histograms, List.copyOf(plans));
    }
}
