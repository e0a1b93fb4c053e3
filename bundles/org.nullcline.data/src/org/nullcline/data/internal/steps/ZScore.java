// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Value;

/** Subtracts the mean of each channel and divides by its standard deviation (population), both from the training trials or from all. */
public final class ZScore implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Activity activity = Activity.of(inputs.one("recording"), context.progress());
        List<Activity.Range> rows = activity.rows(parameters.text("from"));
        double[] means = activity.means(rows);
        double[] deviations = activity.deviations(rows, means);
        int[] constant = IntStream.range(0, activity.channels()).filter(c -> !(deviations[c] > 1e-12 * Math.abs(means[c]))).toArray();
        if (constant.length > 0) {
            throw NullclineException.input("The channels " + Notes.indices(constant)
                    + " never change in the trials that the deviation is taken from, so they cannot be z-scored; drop them with select-channels.");
        }
        return Map.of("recording", activity.changed(Signal.CONTINUOUS, "", (value, c) -> (value - means[c]) / deviations[c]).build());
    }
}
