// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.Arrays;

import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Recording;

/**
 * Brings each channel to mean 0 and variance 1 over the training trials, for likelihoods that assume unit variance.
 *
 * @param mean of each channel
 * @param deviation standard deviation of each channel
 */
public record Standardisation(double[] mean, double[] deviation) {

    /** Leaves everything as it is. */
    public static Standardisation none(int channels) {
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        return new Standardisation(new double[channels], ones);
    }

    /** Means and standard deviations over the given trials; a channel without variance has deviation 0. */
    public static Standardisation of(Recording recording, int[] trials) {
        int channels = recording.channels();
        double[] mean = new double[channels];
        double[] deviation = new double[channels];
        ArrayData data = recording.value().named(Recording.ACTIVITY).data();
        long count = Arrays.stream(trials).mapToLong(recording.trials()::length).sum();
        for (int trial : trials) {
            data.eachPart(recording.trials().offsets()[trial], recording.trials().offsets()[trial + 1], (from, activity) -> {
                for (int i = 0; i < activity.length; i++) {
                    mean[i % channels] += activity[i] / count;
                }
            });
        }
        for (int trial : trials) {
            data.eachPart(recording.trials().offsets()[trial], recording.trials().offsets()[trial + 1], (from, activity) -> {
                for (int i = 0; i < activity.length; i++) {
                    double d = activity[i] - mean[i % channels];
                    deviation[i % channels] += d * d / count;
                }
            });
        }
        return new Standardisation(mean, Arrays.stream(deviation).map(Math::sqrt).toArray());
    }

    /** Standardises time × channel in place; channels without variance are centred only. */
    void apply(float[] values) {
        int channels = mean.length;
        for (int i = 0; i < values.length; i++) {
            double deviation = this.deviation[i % channels];
            values[i] = (float) ((values[i] - mean[i % channels]) / (deviation > 0 ? deviation : 1));
        }
    }

    /** Undoes {@link #apply} for one value of a channel. */
    double restore(int channel, double value) {
        return value * (deviation[channel] > 0 ? deviation[channel] : 1) + mean[channel];
    }
}
