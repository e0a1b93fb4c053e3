// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.geometry;

import java.util.Arrays;

/** The principal directions of a few points of a cloud around their mean. One instance belongs to one thread. */
final class LocalSvd {

    private static final double NEGLIGIBLE = 1e-7;

    private final PointCloud points;
    private final int ambient;
    private SmallSvd svd;
    private int size;
    private double[] centred = new double[0];
    /** Direction by direction. */
    private double[] directions = new double[0];
    private int count;

    LocalSvd(PointCloud points) {
        this.points = points;
        ambient = points.dimension();
    }

    /** Decomposes the points with these indices: as many directions as there are ambient dimensions or points, whichever is less. */
    void decompose(int[] members) {
        if (members.length != size || svd == null) {
            size = members.length;
            count = Math.min(ambient, size);
            svd = new SmallSvd(Math.max(ambient, size), count);
            centred = new double[size * ambient];
            directions = new double[count * ambient];
        }
        centre(members);
        if (ambient <= size) {
            // Columns are coordinates: the rotations themselves are the directions.
            for (int d = 0; d < ambient; d++) {
                for (int p = 0; p < size; p++) {
                    svd.a[d * size + p] = centred[p * ambient + d];
                }
            }
            svd.decompose();
            System.arraycopy(svd.v, 0, directions, 0, ambient * ambient);
        } else {
            // Columns are points: orthogonalised, they are the directions times their singular values.
            System.arraycopy(centred, 0, svd.a, 0, size * ambient);
            svd.decompose();
            for (int q = 0; q < count; q++) {
                double scale = svd.values[q] > 0 ? 1 / svd.values[q] : 0;
                for (int d = 0; d < ambient; d++) {
                    directions[q * ambient + d] = scale * svd.a[q * ambient + d];
                }
            }
        }
    }

    private void centre(int[] members) {
        for (int d = 0; d < ambient; d++) {
            double mean = 0;
            for (int member : members) {
                mean += points.get(member, d);
            }
            mean /= size;
            for (int p = 0; p < size; p++) {
                centred[p * ambient + d] = points.get(members[p], d) - mean;
            }
        }
    }

    double[] values() {
        return Arrays.copyOf(svd.values, count);
    }

    /** Number of directions whose singular value is not negligible beside the largest. */
    int rank() {
        int rank = 0;
        while (rank < count && svd.values[rank] > NEGLIGIBLE * svd.values[0]) {
            rank++;
        }
        return rank;
    }

    double direction(int q, int d) {
        return directions[q * ambient + d];
    }

    /** +1 or −1 such that the points are skewed towards the direction; for symmetric neighbourhoods the largest component is made positive. */
    double orientation(int q, double symmetric) {
        double skew = 0;
        double scale = 0;
        for (int p = 0; p < size; p++) {
            double along = 0;
            for (int d = 0; d < ambient; d++) {
                along += centred[p * ambient + d] * directions[q * ambient + d];
            }
            skew += along * along * along;
            scale += Math.abs(along * along * along);
        }
        if (Math.abs(skew) > symmetric * scale) {
            return Math.signum(skew);
        }
        int largest = 0;
        for (int d = 1; d < ambient; d++) {
            if (Math.abs(directions[q * ambient + d]) > Math.abs(directions[q * ambient + largest])) {
                largest = d;
            }
        }
        return directions[q * ambient + largest] < 0 ? -1 : 1;
    }
}
