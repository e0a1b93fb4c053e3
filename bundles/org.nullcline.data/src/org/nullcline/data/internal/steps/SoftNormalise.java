// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.List;
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
        Activity activity = Activity.of(inputs.one("recording"), context.progress());
        List<Activity.Range> rows = activity.rows(parameters.text("from"));
        double[][] extremes = activity.extremes(rows);
        double[] means = activity.means(rows);
        boolean centre = parameters.flag("centre");
        double constant = parameters.real("constant");
        return Map.of("recording", activity.changed(Signal.CONTINUOUS, "", (value, c) ->
                (centre ? value - means[c] : value) / (extremes[1][c] - extremes[0][c] + constant)).build());
    }
}
