// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.comparison.similarity.KernelAlignment;
import org.nullcline.compute.linalg.Matrix;

/** Centred kernel alignment. */
public final class KernelMetric extends SampleMetric {

    @Override
    double compare(Matrix first, Matrix second, Parameters parameters) {
        double similarity = parameters.text("kernel").equals("rbf") ? KernelAlignment.gaussian(first, second) : KernelAlignment.linear(first, second);
        return parameters.flag("arccos") ? Math.acos(Math.max(-1, Math.min(1, similarity))) : similarity;
    }
}
