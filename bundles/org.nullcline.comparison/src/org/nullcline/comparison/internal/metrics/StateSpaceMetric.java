// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.comparison.attractor.StateSpaceDivergence;
import org.nullcline.compute.linalg.Matrix;

/** The divergence between the places that two systems visit. */
public final class StateSpaceMetric extends SampleMetric {

    @Override
    double compare(Matrix first, Matrix second, Parameters parameters) {
        StateSpaceDivergence divergence = new StateSpaceDivergence(parameters.integer("bins"), parameters.real("smoothing"));
        return switch (parameters.text("density")) {
            case "histogram" -> divergence.byHistogram(first, second);
            case "mixture" -> StateSpaceDivergence.byMixture(first, second);
            default -> divergence.between(first, second);
        };
    }
}
