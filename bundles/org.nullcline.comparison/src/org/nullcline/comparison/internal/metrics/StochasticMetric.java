// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import java.util.List;

import org.nullcline.api.contribution.Described;
import org.nullcline.api.contribution.Descriptor;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.internal.values.Conditions;
import org.nullcline.comparison.shape.StochasticShape;
import org.nullcline.compute.linalg.Matrix;

/** Shape distances between noisy responses. */
public final class StochasticMetric implements Metric, Described {

    private boolean gaussian;

    @Override
    public void describe(Descriptor descriptor) {
        gaussian = descriptor.shortId().equals("gaussian-stochastic");
    }

    @Override
    public Value prepare(Value value, Parameters parameters, StepContext context) {
        return Conditions.pack(Conditions.of(value, parameters.integer("window")));
    }

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        List<Matrix> x = Conditions.unpack(first);
        List<Matrix> y = Conditions.unpack(second);
        return gaussian ? StochasticShape.gaussian(x, y, parameters.real("alpha")) : StochasticShape.energy(x, y);
    }
}
