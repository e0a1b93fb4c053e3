// SPDX-License-Identifier: EPL-2.0
package org.nullcline.marble.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nullcline.api.NullclineException;
import org.nullcline.marble.geometry.Work;

/**
 * Consistency of embeddings across animals or sessions: R² of a linear map from one to another, after both were averaged over what they share
 * (as in Schneider, Lee and Mathis 2023, doi 10.1038/s41586-023-06031-6).
 */
public final class Consistency {

    private Consistency() {
    }

    /**
     * An embedding whose points are labelled by what they share with other embeddings, for example condition and time within the trial.
     *
     * @param name of the animal or session
     * @param points point × dimension
     * @param key of each point; points with the same key are averaged
     */
    public record Session(String name, double[][] points, String[] key) {
    }

    /**
     * R² of the linear fit (with bias) from each session to each other, averaged over the dimensions of the target.
     *
     * @return entry (i, j): from session i to session j; 1 on the diagonal
     */
    public static double[][] matrix(List<Session> sessions) {
        if (sessions.size() < 2) {
            throw NullclineException.input("Consistency compares at least two embeddings; connect another one.");
        }
        List<Map<String, double[]>> averaged = sessions.stream().map(Consistency::average).toList();
        int n = sessions.size();
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = i == j ? 1 : fit(sessions.get(i), averaged.get(i), sessions.get(j), averaged.get(j));
            }
        }
        return matrix;
    }

    /** How many combinations two sessions share: what their linear maps are fitted to. */
    public static int shared(Session a, Session b) {
        Set<String> keys = new HashSet<>(Arrays.asList(a.key()));
        keys.retainAll(new HashSet<>(Arrays.asList(b.key())));
        return keys.size();
    }

    /** R² that a linear map (with bias) from {@code dimension} dimensions reaches on average where nothing goes together: d / (n − 1). */
    public static double byChance(int dimension, int shared) {
        return Math.min(1, dimension / (shared - 1.0));
    }

    private static Map<String, double[]> average(Session session) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < session.points().length; i++) {
            double[] point = session.points()[i];
            double[] sum = sums.computeIfAbsent(session.key()[i], k -> new double[point.length]);
            for (int d = 0; d < sum.length; d++) {
                sum[d] += point[d];
            }
            counts.merge(session.key()[i], 1, Integer::sum);
        }
        sums.forEach((key, sum) -> {
            for (int d = 0; d < sum.length; d++) {
                sum[d] /= counts.get(key);
            }
        });
        return sums;
    }

    private static double fit(Session fromSession, Map<String, double[]> from, Session toSession, Map<String, double[]> to) {
        List<double[]> x = new ArrayList<>();
        List<double[]> y = new ArrayList<>();
        from.forEach((key, point) -> {
            if (to.containsKey(key)) {
                x.add(point);
                y.add(to.get(key));
            }
        });
        int dimension = fromSession.points()[0].length;
        if (x.size() <= dimension + 1) {
            throw NullclineException.input("'" + fromSession.name() + "' and '" + toSession.name() + "' share only " + x.size()
                    + " combinations of condition and time, too few for a linear fit in " + dimension
                    + " dimensions; give both the same condition names and trials that are aligned in time.");
        }
        double[][] points = x.toArray(double[][]::new);
        double[][] targets = y.toArray(double[][]::new);
        double[][] predicted = new Regressor.Linear().fit(points, targets).predict(points, Work.ALONE);
        return Arrays.stream(Determination.perColumn(targets, predicted)).average().orElse(Double.NaN);
    }
}
