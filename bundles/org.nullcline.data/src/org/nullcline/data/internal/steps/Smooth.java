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
import org.nullcline.api.value.Trials;
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
        Activity activity = Activity.of(value);
        Recording recording = activity.recording();
        double width = recording.binWidth();
        boolean seconds = parameters.text("unit").equals("s");
        if (seconds && Double.isNaN(width)) {
            throw NullclineException.input("The bin width of this recording is not known; give sigma in bins (unit=bins), or set binWidth in load-recording.");
        }
        double sigma = seconds ? parameters.real("sigma") / width : parameters.real("sigma");
        double[] kernel = kernel(sigma);
        boolean causal = parameters.flag("causal");
        boolean perSecond = recording.signal() == Signal.COUNTS && !Double.isNaN(width);
        double[] smooth = new double[activity.values().length];
        Trials trials = recording.trials();
        for (int trial = 0; trial < trials.count(); trial++) {
            context.progress().check();
            smooth(activity, (int) trials.offsets()[trial], (int) trials.offsets()[trial + 1], kernel, causal, smooth);
        }
        if (perSecond) {
            for (int i = 0; i < smooth.length; i++) {
                smooth[i] /= width;
            }
        }
        Signal signal = perSecond || recording.signal() == Signal.RATES ? Signal.RATES : Signal.CONTINUOUS;
        String unit = signal == Signal.RATES ? "spikes/s" : value.named(Recording.ACTIVITY).unit();
        return Map.of("recording", activity.replaced(smooth, signal, unit).build());
    }

    /** exp(−k² / 2σ²) for k = 0, 1, … */
    private static double[] kernel(double sigma) {
        double[] kernel = new double[(int) Math.ceil(REACH * sigma) + 1];
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = StrictMath.exp(-0.5 * (k / sigma) * (k / sigma));
        }
        return kernel;
    }

    private static void smooth(Activity activity, int from, int to, double[] kernel, boolean causal, double[] smooth) {
        int channels = activity.channels();
        for (int row = from; row < to; row++) {
            int first = Math.max(from, row - kernel.length + 1);
            int last = causal ? row : Math.min(to - 1, row + kernel.length - 1);
            double total = 0;
            for (int other = first; other <= last; other++) {
                double weight = kernel[Math.abs(other - row)];
                total += weight;
                for (int c = 0; c < channels; c++) {
                    smooth[row * channels + c] += weight * activity.values()[other * channels + c];
                }
            }
            for (int c = 0; c < channels; c++) {
                smooth[row * channels + c] /= total;
            }
        }
    }
}
