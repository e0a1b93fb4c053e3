// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

import java.util.Arrays;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.linalg.Solve;
import org.nullcline.marble.geometry.NearestPoints;
import org.nullcline.marble.geometry.PointCloud;
import org.nullcline.marble.geometry.Work;

/** Predicts behaviour from points of an embedding. */
public sealed interface Regressor {

    /** What was learned: predictions for new points, point × target. */
    interface Fitted {

        /** Predictions for points × dimension. */
        double[][] predict(double[][] points, Work work);
    }

    /**
     * Learns from examples.
     *
     * @param points example × dimension
     * @param targets example × target
     */
    Fitted fit(double[][] points, double[][] targets);

    /** Optimal linear estimation: y = x B + c by ordinary least squares. */
    record Linear() implements Regressor {

        @Override
        public Fitted fit(double[][] points, double[][] targets) {
            Matrix b = Solve.leastSquares(Matrix.of(withOnes(points)), Matrix.of(targets));
            return (x, work) -> Matrix.of(withOnes(x)).times(b).toRows();
        }

        private static double[][] withOnes(double[][] points) {
            double[][] extended = new double[points.length][];
            for (int i = 0; i < points.length; i++) {
                extended[i] = Arrays.copyOf(points[i], points[i].length + 1);
                extended[i][points[i].length] = 1;
            }
            return extended;
        }
    }

    /**
     * The mean of the k nearest examples.
     *
     * @param k number of neighbours
     * @param cosine compare directions instead of places
     */
    record Nearest(int k, boolean cosine) implements Regressor {

        /** Checks the number. */
        public Nearest {
            if (k < 1) {
                throw NullclineException.invalid("Decoding by neighbours needs at least one neighbour, not " + k + ".");
            }
        }

        @Override
        public Fitted fit(double[][] points, double[][] targets) {
            if (points.length < k) {
                throw NullclineException.input("Decoding by " + k + " neighbours needs at least as many examples, but there are " + points.length + ".");
            }
            NearestPoints index = new NearestPoints(PointCloud.of("embedding", prepared(points)));
            return (x, work) -> {
                double[][] queries = prepared(x);
                double[][] predicted = new double[x.length][targets[0].length];
                work.blocks(x.length, 256, (from, to) -> {
                    float[] place = new float[points[0].length];
                    for (int i = from; i < to; i++) {
                        for (int d = 0; d < place.length; d++) {
                            place[d] = (float) queries[i][d];
                        }
                        for (int neighbour : index.nearest(place, k)) {
                            for (int t = 0; t < predicted[i].length; t++) {
                                predicted[i][t] += targets[neighbour][t] / k;
                            }
                        }
                    }
                });
                return predicted;
            };
        }

        /** On the unit sphere the order of Euclidean distances is that of angles. */
        private double[][] prepared(double[][] points) {
            if (!cosine) {
                return points;
            }
            double[][] unit = new double[points.length][];
            for (int i = 0; i < points.length; i++) {
                double square = 0;
                for (double v : points[i]) {
                    square += v * v;
                }
                double scale = square > 0 ? 1 / Math.sqrt(square) : 0;
                unit[i] = points[i].clone();
                for (int d = 0; d < unit[i].length; d++) {
                    unit[i][d] *= scale;
                }
            }
            return unit;
        }
    }
}
