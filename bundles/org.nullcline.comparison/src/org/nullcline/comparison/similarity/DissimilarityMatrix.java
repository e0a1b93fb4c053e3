// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.similarity;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;

/** Representational dissimilarity matrices in condensed form: pairs (0,1), (0,2), …, (1,2), … of samples. */
public final class DissimilarityMatrix {

    private DissimilarityMatrix() {
    }

    /** Euclidean distances. */
    public static double[] euclidean(Matrix x) {
        double[] pairs = new double[pairs(x)];
        int n = x.columns();
        int k = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = i + 1; j < x.rows(); j++) {
                double sum = 0;
                for (int c = 0; c < n; c++) {
                    double difference = x.data()[i * n + c] - x.data()[j * n + c];
                    sum += difference * difference;
                }
                pairs[k++] = Math.sqrt(sum);
            }
        }
        return pairs;
    }

    /** 1 − Pearson correlation of the population patterns. */
    public static double[] correlation(Matrix x) {
        Matrix patterns = x.transpose().centreColumns().transpose();
        int n = patterns.columns();
        double[] norm = new double[patterns.rows()];
        for (int i = 0; i < norm.length; i++) {
            for (int c = 0; c < n; c++) {
                norm[i] += patterns.get(i, c) * patterns.get(i, c);
            }
            norm[i] = Math.sqrt(norm[i]);
            if (norm[i] == 0) {
                throw NullclineException.input("The pattern of sample " + i + " is the same in all channels, so that it correlates with nothing; use euclidean "
                        + "dissimilarities.");
            }
        }
        Matrix products = patterns.timesTranspose(patterns);
        double[] pairs = new double[pairs(x)];
        int k = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = i + 1; j < x.rows(); j++) {
                pairs[k++] = 1 - products.get(i, j) / (norm[i] * norm[j]);
            }
        }
        return pairs;
    }

    private static int pairs(Matrix x) {
        long pairs = x.rows() * (x.rows() - 1L) / 2;
        if (pairs > 200_000_000) {
            throw NullclineException.input("All pairs of " + x.rows() + " samples do not fit into memory; average or subsample them first.");
        }
        return (int) pairs;
    }
}
