// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import java.util.Locale;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.comparison.similarity.AffineRegression;
import org.nullcline.comparison.similarity.AffineRegression.Average;
import org.nullcline.compute.linalg.Matrix;

/** The coefficient of determination of the best affine map from the first value to the second. */
public final class AffineMetric extends SampleMetric {

    @Override
    double compare(Matrix first, Matrix second, Parameters parameters) {
        Average average = Average.valueOf(parameters.text("average").toUpperCase(Locale.ROOT));
        return AffineRegression.r2(second, AffineRegression.fit(first, second).predict(first), average);
    }
}
