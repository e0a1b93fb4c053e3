// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Map;

import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Value;

/** Spike counts from firing rates that were counts divided by the bin width: count = rate × bin width, which must be whole. */
public final class RatesToCounts implements Step {

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value value = inputs.one("recording");
        Activity activity = Activity.of(value);
        Recording recording = activity.recording();
        if (recording.signal() != Signal.RATES) {
            throw NullclineException.input("This recording holds " + recording.signal().text() + ", not rates; there is nothing to convert.");
        }
        double width = parameters.has("binWidth") ? parameters.real("binWidth") : recording.binWidth();
        if (Double.isNaN(width)) {
            throw NullclineException.input("The bin width is not known, so rates cannot become counts; set binWidth.");
        }
        double tolerance = parameters.real("tolerance");
        double[] counts = new double[activity.values().length];
        for (int i = 0; i < counts.length; i++) {
            double exact = activity.values()[i] * width;
            counts[i] = Math.rint(exact);
            if (Math.abs(exact - counts[i]) > tolerance * Math.max(1, counts[i]) || counts[i] < 0) {
                throw NullclineException.input("The rate " + activity.values()[i] + " spikes/s in time bin " + i / activity.channels() + ", channel "
                        + i % activity.channels() + " would be " + exact + " spikes in a bin of " + width
                        + " s, which is no whole number; the bin width is wrong, or the rates were smoothed.");
            }
        }
        return Map.of("recording", activity.replaced(counts, Signal.COUNTS, "spikes/bin").attribute(Recording.BIN_WIDTH, width).build());
    }
}
