// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.compute.linalg.Matrix;
import org.nullcline.compute.transport.Assignment;

/**
 * True fixed points, carried into the space of a model by an affine map, matched one to one with the points of the model so that the total
 * distance is least. Eigenvalues of a matched pair are matched in the same way.
 *
 * @param pairs matched pairs, by true point
 * @param mapped true points in the model's space, point × dimension
 * @param trueCount number of true points
 * @param modelCount number of points of the model
 */
public record FixedPointMatch(List<Pair> pairs, Matrix mapped, int trueCount, int modelCount) {

    /** A fixed point with its eigenvalues over one time bin, n × 2. */
    public record Point(double[] state, double[][] eigenvalues) {
    }

    /**
     * A matched pair.
     *
     * @param truth index of the true point
     * @param model index of the model's point
     * @param distance in the model's space
     * @param relativeDistance the same in units of the spread of the mapped true states
     * @param eigenvalueError root mean square distance of matched eigenvalues, over the smaller number of them
     * @param trueModulus largest modulus of the true eigenvalues
     * @param modelModulus largest modulus of the model's eigenvalues
     */
    public record Pair(int truth, int model, double distance, double relativeDistance, double eigenvalueError, double trueModulus,
            double modelModulus) {
    }

    /**
     * Matches.
     *
     * @param map from true to model states
     * @param spread a typical size in the model's space
     */
    public static FixedPointMatch of(List<Point> truth, List<Point> model, AffineMap map, double spread) {
        Matrix mapped = new Matrix(truth.size(), map.offset().length);
        for (int i = 0; i < truth.size(); i++) {
            System.arraycopy(map.apply(truth.get(i).state()), 0, mapped.data(), i * mapped.columns(), mapped.columns());
        }
        int[] modelOf = matched(truth.size(), model.size(), (i, j) -> distance(mapped.row(i), model.get(j).state()));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < modelOf.length; i++) {
            if (modelOf[i] >= 0) {
                Point m = model.get(modelOf[i]);
                double distance = distance(mapped.row(i), m.state());
                pairs.add(new Pair(i, modelOf[i], distance, distance / spread, spectralError(truth.get(i).eigenvalues(), m.eigenvalues()),
                        modulus(truth.get(i).eigenvalues()), modulus(m.eigenvalues())));
            }
        }
        return new FixedPointMatch(pairs, mapped, truth.size(), model.size());
    }

    /** Root mean square distance of states from their mean: samples × dimension. */
    public static double spread(Matrix states) {
        return states.centreColumns().norm() / Math.sqrt(states.rows());
    }

    /** For each true point the index of its partner, −1 for none. */
    public long[] matchOfEach() {
        long[] match = new long[trueCount];
        Arrays.fill(match, -1);
        pairs.forEach(pair -> match[pair.truth()] = pair.model());
        return match;
    }

    /** Root mean square distance of optimally matched eigenvalues; the most of the smaller spectrum counts. */
    public static double spectralError(double[][] a, double[][] b) {
        int[] partner = matched(a.length, b.length, (i, j) -> square(a[i][0] - b[j][0]) + square(a[i][1] - b[j][1]));
        double sum = 0;
        int count = 0;
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] >= 0) {
                sum += square(a[i][0] - b[partner[i]][0]) + square(a[i][1] - b[partner[i]][1]);
                count++;
            }
        }
        return count == 0 ? Double.NaN : Math.sqrt(sum / count);
    }

    private interface Cost {
        double of(int i, int j);
    }

    /** The column of each row at least cost, −1 for rows that get none. */
    private static int[] matched(int rows, int columns, Cost cost) {
        int[] partner = new int[rows];
        Arrays.fill(partner, -1);
        if (rows == 0 || columns == 0) {
            return partner;
        }
        boolean transposed = rows > columns;
        Matrix costs = new Matrix(Math.min(rows, columns), Math.max(rows, columns));
        for (int i = 0; i < costs.rows(); i++) {
            for (int j = 0; j < costs.columns(); j++) {
                costs.set(i, j, transposed ? cost.of(j, i) : cost.of(i, j));
            }
        }
        int[] column = Assignment.minimise(costs).columnOf();
        for (int i = 0; i < column.length; i++) {
            if (transposed) {
                partner[column[i]] = i;
            } else {
                partner[i] = column[i];
            }
        }
        return partner;
    }

    private static double modulus(double[][] eigenvalues) {
        return Arrays.stream(eigenvalues).mapToDouble(l -> Math.hypot(l[0], l[1])).max().orElse(Double.NaN);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += square(a[d] - b[d]);
        }
        return Math.sqrt(sum);
    }

    private static double square(double x) {
        return x * x;
    }
}
