// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

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
        Activity activity = Activity.of(inputs.one("recording"));
        int[] rows = activity.rows(parameters.text("from"));
        double[] means = activity.means(rows);
        double[] deviations = activity.deviations(rows, means);
        int[] constant = IntStream.range(0, activity.channels()).filter(c -> !(deviations[c] > 1e-12 * Math.abs(means[c]))).toArray();
        if (constant.length > 0) {
            throw NullclineException.input("The channels " + Notes.indices(constant)
                    + " never change in the trials that the deviation is taken from, so they cannot be z-scored; drop them with select-channels.");
        }
        int channels = activity.channels();
        double[] scored = new double[activity.values().length];
        for (int i = 0; i < scored.length; i++) {
            scored[i] = (activity.values()[i] - means[i % channels]) / deviations[i % channels];
        }
        return Map.of("recording", activity.replaced(scored, Signal.CONTINUOUS, "").build());
    }
}
