// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.metrics;

import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.value.Value;
import org.nullcline.comparison.attractor.PowerSpectrumError;
import org.nullcline.comparison.internal.values.Inputs;

/** The distance between power spectra. */
public final class PowerSpectrumMetric implements Metric {

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        return new PowerSpectrumError(parameters.real("smoothing")).between(Inputs.trials(first), Inputs.trials(second));
    }
}
