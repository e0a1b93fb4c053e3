// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import java.util.Locale;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.comparison.shape.ShapeDistance;
import org.nullcline.comparison.similarity.Correlation;
import org.nullcline.comparison.similarity.DissimilarityMatrix;
import org.nullcline.compute.linalg.Matrix;

/** Representational similarity analysis: the correlation of two matrices of dissimilarities between samples. */
public final class RsaMetric extends SampleMetric {

    @Override
    Matrix prepare(Matrix samples, Parameters parameters) {
        double[] pairs = parameters.text("dissimilarity").equals("correlation") ? DissimilarityMatrix.correlation(samples)
                : DissimilarityMatrix.euclidean(samples);
        return new Matrix(pairs.length, 1, Correlation.valueOf(parameters.text("correlation").toUpperCase(Locale.ROOT)).prepare(pairs));
    }

    @Override
    double compare(Matrix first, Matrix second, Parameters parameters) {
        ShapeDistance.requireSameSamples(first, second);
        double correlation = Correlation.PEARSON.ofPrepared(first.data(), second.data());
        if (Double.isNaN(correlation)) {
            throw NullclineException.input("All dissimilarities between samples are equal, so that they correlate with nothing.");
        }
        return correlation;
    }
}
