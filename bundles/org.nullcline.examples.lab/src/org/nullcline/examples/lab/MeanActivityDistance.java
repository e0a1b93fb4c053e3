// SPDX-License-Identifier: EPL-2.0
package org.nullcline.examples.lab;

import org.nullcline.api.NullclineException;
import org.nullcline.api.metric.Metric;
import org.nullcline.api.parameter.Parameters;
import org.nullcline.api.step.StepContext;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Euclidean distance between the mean activities of two recordings of the same channels. */
public final class MeanActivityDistance implements Metric {

    private static final String MEAN = "mean";

    /** The mean of each channel over all time bins, needed once per recording. */
    @Override
    public Value prepare(Value value, Parameters parameters, StepContext context) {
        Recording recording = Recording.of(value);
        return Value.of(Kinds.MATRIX).array(MEAN, "", recording.activity().mean(0), "channel").build();
    }

    @Override
    public double compare(Value first, Value second, Parameters parameters) {
        double[] a = NdArrays.doubles(first.array(MEAN));
        double[] b = NdArrays.doubles(second.array(MEAN));
        if (a.length != b.length) {
            throw NullclineException.input("Mean activities of " + a.length + " and " + b.length
                    + " channels cannot be compared; choose recordings of the same channels.");
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
