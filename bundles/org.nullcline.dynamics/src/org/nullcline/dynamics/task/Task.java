// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.task;

import java.util.List;

import org.nullcline.compute.random.RandomStream;

/** A task with trials of one length: inputs in every bin, wanted outputs in those bins that count. */
public sealed interface Task permits FlipFlop, DelayedMatch, Integration, SineGeneration {

    /**
     * One trial.
     *
     * @param input bin × input in C order
     * @param target bin × output in C order
     * @param weight of every bin in the loss; they add up to 1
     * @param condition index into {@link Task#conditions}
     */
    record Trial(float[] input, float[] target, float[] weight, int condition) {
    }

    /** Columns of the input. */
    int inputs();

    /** Columns of the output. */
    int outputs();

    /** Bins of a trial. */
    int bins();

    /** Names of the conditions that a trial may belong to. */
    List<String> conditions();

    /** Draws a trial. */
    Trial draw(RandomStream random);

    /**
     * How much of what counts in a trial is right, from 0 to 1.
     *
     * @param output bin × output in C order
     */
    double correct(Trial trial, double[] output);

    /** One line for people. */
    String summary();

    /** Equal weights for the bins {@code from} … {@code to} − 1 of a trial. */
    static float[] weights(int bins, int from, int to) {
        float[] weights = new float[bins];
        for (int t = from; t < to; t++) {
            weights[t] = 1f / (to - from);
        }
        return weights;
    }
}
