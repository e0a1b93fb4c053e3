// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.matrix;

import org.nullcline.api.NullclineException;
import org.nullcline.api.step.Progress;
import org.nullcline.comparison.similarity.Correlation;
import org.nullcline.compute.random.RandomStream;

/**
 * Mantel's test (1967): whether two matrices of distances between the same things go together.
 *
 * @param correlation between the distances of all pairs
 * @param p fraction of joint relabellings of one matrix, the given one included, with a correlation at least as large
 */
public record Mantel(double correlation, double p) {

    /** Tests two matrices in the same order of things. */
    public static Mantel test(double[][] first, double[][] second, Correlation kind, int permutations, RandomStream random, Progress progress) {
        int n = first.length;
        if (n != second.length || n < 3) {
            throw NullclineException.input("Mantel's test needs two matrices of the same three or more things, not of " + n + " and " + second.length + ".");
        }
        double[] x = kind.prepare(pairs(first, null));
        double observed = kind.ofPrepared(x, kind.prepare(pairs(second, null)));
        int atLeast = 1;
        for (int r = 0; r < permutations; r++) {
            progress.check();
            double permuted = kind.ofPrepared(x, kind.prepare(pairs(second, random.child("mantel", r).permutation(n))));
            atLeast += permuted >= observed - 1e-12 ? 1 : 0;
        }
        return new Mantel(observed, atLeast / (permutations + 1.0));
    }

    private static double[] pairs(double[][] d, int[] order) {
        int n = d.length;
        double[] pairs = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                pairs[k++] = order == null ? d[i][j] : d[order[i]][order[j]];
            }
        }
        return pairs;
    }
}
