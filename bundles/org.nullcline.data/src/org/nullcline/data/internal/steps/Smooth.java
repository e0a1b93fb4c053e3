// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

import org.nullcline.api.MemoryNeed;
import org.nullcline.api.NullclineException;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.Step;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.step.StepInputs;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Signal;
import org.nullcline.api.value.Value;

/**
 * Gaussian smoothing in time, within each trial. At the edges the kernel is cut and normalised again, so that constants stay constant.
 *
 * <p>Counts become rates in spikes per second where the bin width is known, otherwise a continuous signal in spikes per bin.
 */
public final class Smooth implements Step {

    /** Where the kernel ends, in standard deviations: exp(−8) = 3e-4 of its top. */
    private static final double REACH = 4;

    @Override
    public Map<String, Value> run(StepInputs inputs, Parameters parameters, StepContext context) {
        Value value = inputs.one("recording");
        Activity activity = Activity.of(value, context.progress());
        Recording recording = activity.recording();
        double width = recording.binWidth();
        boolean seconds = parameters.text("unit").equals("s");
        if (seconds && Double.isNaN(width)) {
            throw NullclineException.input("The bin width of this recording is not known; give sigma in bins (unit=bins), or set binWidth in load-recording.");
        }
        double sigma = seconds ? parameters.real("sigma") / width : parameters.real("sigma");
        int longest = IntStream.range(0, recording.trials().count()).map(recording.trials()::length).max().orElse(0);
        int reach = (int) Math.min(Math.ceil(REACH * sigma), Math.max(0, longest - 1));
        requireMemory(recording, reach, longest);
        double[] kernel = kernel(sigma, reach);
        boolean causal = parameters.flag("causal");
        boolean perSecond = recording.signal() == Signal.COUNTS && !Double.isNaN(width);
        Signal signal = perSecond || recording.signal() == Signal.RATES ? Signal.RATES : Signal.CONTINUOUS;
        String unit = signal == Signal.RATES ? "spikes/s" : value.named(Recording.ACTIVITY).unit();
        return Map.of("recording", activity.replaced(activity.channels(), signal, unit, (from, to) -> {
            double[] smooth = smooth(activity, from, to, kernel, causal);
            for (int i = 0; perSecond && i < smooth.length; i++) {
                smooth[i] /= width;
            }
            return smooth;
        }).build());
    }

    /** Around every part of a recording as many rows as the kernel reaches must be in memory, but never more than the trial has. */
    private static void requireMemory(Recording recording, int reach, int longest) {
        MemoryNeed.require("smooth: a kernel that reaches over " + reach + " time bins to each side", 2.0 * Double.BYTES * recording.channels()
                * Math.min(longest, 2L * reach), "lower sigma, make wider bins first, or select fewer channels");
    }

    /** exp(−k² / 2σ²) for k = 0, 1, …, reach */
    private static double[] kernel(double sigma, int reach) {
        double[] kernel = new double[reach + 1];
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = StrictMath.exp(-0.5 * (k / sigma) * (k / sigma));
        }
        return kernel;
    }

    /** Rows {@code from} to {@code to} (exclusive), which may belong to several trials. */
    private static double[] smooth(Activity activity, long from, long to, double[] kernel, boolean causal) {
        long[] offsets = activity.recording().trials().offsets();
        double[] smooth = new double[Math.toIntExact((to - from) * activity.channels())];
        int trial = Arrays.binarySearch(offsets, from);
        trial = trial < 0 ? -trial - 2 : trial;
        for (long row = from; row < to; trial++) {
            long end = Math.min(to, offsets[trial + 1]);
            if (end > row) {
                activity.progress().check();
                smooth(activity, new Activity.Range(offsets[trial], offsets[trial + 1]), new Activity.Range(row, end), kernel, causal, smooth,
                        (int) (row - from) * activity.channels());
                row = end;
            }
        }
        return smooth;
    }

    /** Rows of one trial. */
    private static void smooth(Activity activity, Activity.Range trial, Activity.Range wanted, double[] kernel, boolean causal, double[] smooth, int at) {
        int channels = activity.channels();
        int reach = kernel.length - 1;
        long begin = Math.max(trial.from(), wanted.from() - reach);
        double[] values = activity.data().doubles(begin, causal ? wanted.to() : Math.min(trial.to(), wanted.to() + reach));
        for (long row = wanted.from(); row < wanted.to(); row++) {
            long first = Math.max(trial.from(), row - reach);
            long last = causal ? row : Math.min(trial.to() - 1, row + reach);
            double total = 0;
            int target = at + (int) (row - wanted.from()) * channels;
            for (long other = first; other <= last; other++) {
                double weight = kernel[(int) Math.abs(other - row)];
                total += weight;
                int source = (int) (other - begin) * channels;
                for (int c = 0; c < channels; c++) {
                    smooth[target + c] += weight * values[source + c];
                }
            }
            for (int c = 0; c < channels; c++) {
                smooth[target + c] /= total;
            }
        }
    }
}
