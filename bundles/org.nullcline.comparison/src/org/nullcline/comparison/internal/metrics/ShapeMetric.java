// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.comparison.shape.ShapeDistance;
import org.nullcline.comparison.shape.ShapeDistance.Alignment;
import org.nullcline.compute.linalg.Matrix;

/** Procrustes and permutation distances. */
public final class ShapeMetric extends SampleMetric {

    @Override
    Matrix prepare(Matrix samples, Parameters parameters) {
        return distance(parameters).prepare(samples);
    }

    @Override
    double compare(Matrix first, Matrix second, Parameters parameters) {
        return distance(parameters).between(first, second);
    }

    private ShapeDistance distance(Parameters parameters) {
        boolean angular = parameters.text("distance").equals("angular");
        return id().equals("permutation") ? new ShapeDistance(Alignment.PERMUTATION, angular, 1, parameters.flag("center"))
                : new ShapeDistance(Alignment.ORTHOGONAL, angular, parameters.real("alpha"), parameters.flag("center"));
    }
}
