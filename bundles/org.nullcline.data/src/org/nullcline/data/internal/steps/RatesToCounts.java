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
        Activity activity = Activity.of(value, context.progress());
        Recording recording = activity.recording();
        if (recording.signal() != Signal.RATES) {
            throw NullclineException.input("This recording holds " + recording.signal().text() + ", not rates; there is nothing to convert.");
        }
        double width = parameters.has("binWidth") ? parameters.real("binWidth") : recording.binWidth();
        if (Double.isNaN(width)) {
            throw NullclineException.input("The bin width is not known, so rates cannot become counts; set binWidth.");
        }
        double tolerance = parameters.real("tolerance");
        activity.data().eachPart(0, activity.recording().trials().total(), (first, rates) -> {
            context.progress().check();
            requireWhole(rates, first, activity.channels(), width, tolerance);
        });
        return Map.of("recording", activity.changed(Signal.COUNTS, "spikes/bin", (rate, c) -> Math.rint(rate * width))
                .attribute(Recording.BIN_WIDTH, width).build());
    }

    private static void requireWhole(double[] rates, long first, int channels, double width, double tolerance) {
        for (int i = 0; i < rates.length; i++) {
            double exact = rates[i] * width;
            double count = Math.rint(exact);
            if (!(Math.abs(exact - count) <= tolerance * Math.max(1, count)) || count < 0) {
                throw NullclineException.input("The rate " + rates[i] + " spikes/s in time bin " + (first + i / channels) + ", channel " + i % channels
                        + " would be " + exact + " spikes in a bin of " + width
                        + " s, which is no whole number; the bin width is wrong, or the rates were smoothed.");
            }
        }
    }
}
