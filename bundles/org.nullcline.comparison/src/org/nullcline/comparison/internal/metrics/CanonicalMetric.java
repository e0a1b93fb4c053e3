// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.comparison.similarity.CanonicalCorrelation;
import org.nullcline.compute.linalg.Matrix;

/** Mean canonical correlation, after truncation for SVCCA, weighted by projections for PWCCA. */
public final class CanonicalMetric extends SampleMetric {

    @Override
    double compare(Matrix first, Matrix second, Parameters parameters) {
        return switch (id()) {
            case "svcca" -> CanonicalCorrelation.between(first, second, parameters.real("variance")).mean();
            case "pwcca" -> CanonicalCorrelation.of(first, second).projectionWeighted();
            default -> CanonicalCorrelation.of(first, second).mean();
        };
    }
}
