// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.transport;

import java.util.Arrays;

import org.nullcline.compute.linalg.Matrix;

/**
 * The cheapest way to give each row a column of its own (linear assignment), by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987).
 *
 * @param columnOf the column of each row
 * @param cost the sum of the chosen costs
 */
public record Assignment(int[] columnOf, double cost) {

    /**
     * Solves exactly in at most O(rows² · columns) operations.
     *
     * @param cost rows × columns with rows ≤ columns, finite
     */
    public static Assignment minimise(Matrix cost) {
        return minimise(cost, () -> { });
    }

    /** As {@link #minimise(Matrix)}, calling {@code check} between augmentations so that long work can be stopped by an exception. */
    public static Assignment minimise(Matrix cost, Runnable check) {
        int n = cost.rows();
        int m = cost.columns();
        if (n > m) {
            throw new IllegalArgumentException(n + " rows cannot each have a column of their own among " + m + ".");
        }
        Masses.requireFinite(cost);
        AugmentingPaths paths = new AugmentingPaths(cost);
        paths.start();
        for (int row = 0; row < n; row++) {
            if (paths.columnOf[row] < 0) {
                check.run();
                paths.augment(row);
            }
        }
        double sum = 0;
        for (int row = 0; row < n; row++) {
            sum += cost.get(row, paths.columnOf[row]);
        }
        return new Assignment(paths.columnOf, sum);
    }

    /** The most valuable assignment, for a matrix of values instead of costs. */
    public static Assignment maximise(Matrix value) {
        Assignment best = minimise(value.times(-1));
        return new Assignment(best.columnOf, -best.cost);
    }

    /** The duals u, v keep c_ij − u_i − v_j ≥ 0 with equality on matched pairs; each augmentation is one run of Dijkstra on these reduced costs. */
    private static final class AugmentingPaths {

        private final int n;
        private final int m;
        private final double[] c;
        private final double[] u;
        private final double[] v;
        private final int[] columnOf;
        private final int[] rowOf;
        private final double[] distance;
        private final int[] previousRow;
        private final int[] order;

        AugmentingPaths(Matrix cost) {
            n = cost.rows();
            m = cost.columns();
            c = cost.data();
            u = new double[n];
            v = new double[m];
            columnOf = new int[n];
            rowOf = new int[m];
            distance = new double[m];
            previousRow = new int[m];
            order = new int[m];
            Arrays.fill(columnOf, -1);
            Arrays.fill(rowOf, -1);
        }

        /** Feasible duals from the minima of columns (square problems only) and rows, and the pairs that are tight already. */
        void start() {
            if (n == m) {
                Arrays.fill(v, Double.POSITIVE_INFINITY);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < m; j++) {
                        v[j] = Math.min(v[j], c[i * m + j]);
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                int best = -1;
                double least = Double.POSITIVE_INFINITY;
                for (int j = 0; j < m; j++) {
                    double reduced = c[i * m + j] - v[j];
                    if (reduced < least || reduced == least && rowOf[best] >= 0 && rowOf[j] < 0) {
                        least = reduced;
                        best = j;
                    }
                }
                u[i] = least;
                if (rowOf[best] < 0) {
                    rowOf[best] = i;
                    columnOf[i] = best;
                }
            }
        }

        void augment(int start) {
            for (int j = 0; j < m; j++) {
                order[j] = j;
                previousRow[j] = start;
                distance[j] = c[start * m + j] - u[start] - v[j];
            }
            int settled = 0;
            int end = -1;
            while (end < 0) {
                int at = settled;
                for (int k = settled + 1; k < m; k++) {
                    double difference = distance[order[k]] - distance[order[at]];
                    if (difference < 0 || difference == 0 && rowOf[order[k]] < 0 && rowOf[order[at]] >= 0) {
                        at = k;
                    }
                }
                int column = order[at];
                order[at] = order[settled];
                order[settled++] = column;
                if (rowOf[column] < 0) {
                    end = column;
                } else {
                    relax(rowOf[column], distance[column], settled);
                }
            }
            updateDuals(start, settled - 1, distance[end]);
            flip(start, end);
        }

        private void relax(int row, double base, int settled) {
            double offset = base - u[row];
            for (int k = settled; k < m; k++) {
                int j = order[k];
                double through = offset + c[row * m + j] - v[j];
                if (through < distance[j]) {
                    distance[j] = through;
                    previousRow[j] = row;
                }
            }
        }

        private void updateDuals(int start, int settled, double length) {
            u[start] += length;
            for (int k = 0; k < settled; k++) {
                int j = order[k];
                double gain = length - distance[j];
                v[j] -= gain;
                u[rowOf[j]] += gain;
            }
        }

        private void flip(int start, int end) {
            int column = end;
            int row;
            do {
                row = previousRow[column];
                rowOf[column] = row;
                int next = columnOf[row];
                columnOf[row] = column;
                column = next;
            } while (row != start);
        }
    }
}
