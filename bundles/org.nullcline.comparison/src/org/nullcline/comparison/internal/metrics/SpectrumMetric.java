// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.dsa.SpectrumDistance;
import org.nullcline.comparison.internal.values.Operators;

/** The Wasserstein distance between the spectra of square matrices. */
public final class SpectrumMetric implements Metric {

    @Override
    public Value prepare(Value value, Parameters parameters, StepContext context) {
        return value.kind().equals(Kinds.OPERATOR) ? value : Operators.of(Operators.matrix(value)).build();
    }

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        SpectrumDistance distance = new SpectrumDistance(parameters.integer("order"), parameters.flag("squared"), parameters.flag("padded"));
        return distance.between(Operators.spectrum(first), Operators.spectrum(second));
    }
}
