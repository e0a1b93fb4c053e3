// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.task;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.nullcline.compute.random.RandomStream;

/**
 * Generation of sine waves (Sussillo &amp; Barak 2013, doi 10.1162/NECO_a_00409): a constant input chooses one of several frequencies, the output
 * must be a sine wave of that frequency. Conditions are the frequencies. An output is right in a bin where it errs by less than {@value #TOLERANCE}.
 *
 * @param frequencies how many, from 1 to 4 cycles per trial
 * @param bins of a trial
 */
public record SineGeneration(int frequencies, int bins) implements Task {

    private static final double TOLERANCE = 0.3;
    private static final double LOWEST = 1;
    private static final double HIGHEST = 4;

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public List<String> conditions() {
        return IntStream.range(0, frequencies).mapToObj(k -> String.format(Locale.ROOT, "%.3g cycles", cycles(k))).toList();
    }

    private double cycles(int k) {
        return frequencies == 1 ? LOWEST : LOWEST + (HIGHEST - LOWEST) * k / (frequencies - 1);
    }

    @Override
    public Trial draw(RandomStream random) {
        int condition = random.below(frequencies);
        float[] input = new float[bins];
        float[] target = new float[bins];
        for (int t = 0; t < bins; t++) {
            input[t] = (condition + 1f) / frequencies;
            target[t] = (float) StrictMath.sin(2 * Math.PI * cycles(condition) * t / bins);
        }
        return new Trial(input, target, Task.weights(bins, 0, bins), condition);
    }

    @Override
    public double correct(Trial trial, double[] output) {
        int right = 0;
        for (int t = 0; t < bins; t++) {
            right += Math.abs(output[t] - trial.target()[t]) < TOLERANCE ? 1 : 0;
        }
        return (double) right / bins;
    }

    @Override
    public String summary() {
        return "sine generation";
    }
}
