// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.task;

import java.util.List;

import org.nullcline.compute.random.RandomStream;

/**
 * Delayed match to sample (Miyashita 1988; in networks of low rank Dubreuil et al. 2022, doi 10.1038/s41593-022-01088-4): one of two stimuli is
 * shown, then after a delay one of the two again. The output must be +1 afterwards if both were the same and −1 otherwise. Each stimulus has an
 * input channel of its own.
 *
 * <p>A trial is fixation, sample, delay, test, response. The delay varies by the jitter; the response begins when the test ends and lasts to the
 * end of the trial. Conditions: AA, AB, BA, BB. A trial is right if the output's mean over the response has the wanted sign.
 *
 * @param fixation bins before the sample
 * @param stimulus bins of sample and of test
 * @param delay mean bins of the delay
 * @param jitter largest difference of a delay from the mean
 * @param response bins of the response after the longest delay
 */
public record DelayedMatch(int fixation, int stimulus, int delay, int jitter, int response) implements Task {

    private static final List<String> CONDITIONS = List.of("AA", "AB", "BA", "BB");

    @Override
    public int inputs() {
        return 2;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public int bins() {
        return fixation + 2 * stimulus + delay + jitter + response;
    }

    @Override
    public List<String> conditions() {
        return CONDITIONS;
    }

    /** Whether sample and test of a condition are the same. */
    public static boolean match(int condition) {
        return condition == 0 || condition == 3;
    }

    @Override
    public Trial draw(RandomStream random) {
        int condition = random.below(CONDITIONS.size());
        return trial(condition, 1, delay - jitter + random.below(2 * jitter + 1));
    }

    /**
     * A given trial.
     *
     * @param condition index into {@link #conditions}
     * @param gain amplitude of the stimuli; the task is trained at 1
     * @param bins of this trial's delay
     */
    public Trial trial(int condition, double gain, int bins) {
        float[] input = new float[bins() * 2];
        int test = fixation + stimulus + bins;
        for (int t = 0; t < stimulus; t++) {
            input[(fixation + t) * 2 + condition / 2] = (float) gain;
            input[(test + t) * 2 + condition % 2] = (float) gain;
        }
        float[] target = new float[bins()];
        int from = test + stimulus;
        for (int t = from; t < target.length; t++) {
            target[t] = match(condition) ? 1 : -1;
        }
        return new Trial(input, target, Task.weights(target.length, from, target.length), condition);
    }

    /** The output's mean over the response. */
    public static double answer(Trial trial, double[] output) {
        double mean = 0;
        for (int t = 0; t < output.length; t++) {
            mean += trial.weight()[t] * output[t];
        }
        return mean;
    }

    @Override
    public double correct(Trial trial, double[] output) {
        return answer(trial, output) > 0 == match(trial.condition()) ? 1 : 0;
    }

    @Override
    public String summary() {
        return "delayed match to sample";
    }
}
