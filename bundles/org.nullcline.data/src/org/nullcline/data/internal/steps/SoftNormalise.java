// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Map;

import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Value;

/**
 * Divides each channel by its range plus a constant, so that strong channels get a range near 1 and weak ones stay weak (Churchland et al.
 * 2012).
 */
public final class SoftNormalise implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Activity activity = Activity.of(inputs.one("recording"));
        int[] rows = activity.rows(parameters.text("from"));
        double[][] extremes = activity.extremes(rows);
        double[] means = activity.means(rows);
        int channels = activity.channels();
        double[] normalised = new double[activity.values().length];
        for (int i = 0; i < normalised.length; i++) {
            int c = i % channels;
            double centred = parameters.flag("centre") ? activity.values()[i] - means[c] : activity.values()[i];
            normalised[i] = centred / (extremes[1][c] - extremes[0][c] + parameters.real("constant"));
        }
        return Map.of("recording", activity.replaced(normalised, Signal.CONTINUOUS, "").build());
    }
}
