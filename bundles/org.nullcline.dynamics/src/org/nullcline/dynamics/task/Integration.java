// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.task;

import java.util.List;

import org.nullcline.compute.random.RandomStream;

/**
 * Integration of noisy evidence: the input is a constant drift under white noise, the output must be its sum so far. The sum of the drift over the
 * whole trial is one of four, which is the condition. A trial is right if the last output has the sign of the last sum.
 *
 * @param noise standard deviation of the sum of the noise over a trial
 * @param bins of a trial
 */
public record Integration(double noise, int bins) implements Task {

    private static final double[] DRIFTS = {-1, -0.5, 0.5, 1};

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
        return List.of("−1", "−0.5", "+0.5", "+1");
    }

    @Override
    public Trial draw(RandomStream random) {
        int condition = random.below(DRIFTS.length);
        // The input is scaled so that its bins are of order 1; the target is the sum in units of the drift.
        double scale = Math.sqrt(bins);
        float[] input = new float[bins];
        float[] target = new float[bins];
        double sum = 0;
        for (int t = 0; t < bins; t++) {
            double evidence = DRIFTS[condition] / bins + noise / scale * random.normal();
            sum += evidence;
            input[t] = (float) (evidence * scale);
            target[t] = (float) sum;
        }
        return new Trial(input, target, Task.weights(bins, 0, bins), condition);
    }

    @Override
    public double correct(Trial trial, double[] output) {
        return output[bins - 1] * trial.target()[bins - 1] > 0 ? 1 : 0;
    }

    @Override
    public String summary() {
        return "integration";
    }
}
