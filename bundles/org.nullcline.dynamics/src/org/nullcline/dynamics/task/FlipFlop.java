// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.task;

import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.compute.random.RandomStream;

/**
 * The n-bit flip-flop (Sussillo &amp; Barak 2013, doi 10.1162/NECO_a_00409): every input channel brings rare pulses of +1 and −1, every output
 * shows the sign of the last pulse of its channel. All channels get a pulse in the first bin, so the wanted output is defined from there on.
 *
 * <p>The condition of a trial is the memory at its end, such as {@code +-+}. An output is right in a bin where it has the sign of the memory.
 *
 * @param bits channels, 1 to 10
 * @param pulseProbability of a pulse per bin and channel
 * @param bins of a trial
 */
public record FlipFlop(int bits, double pulseProbability, int bins) implements Task {

    /** Largest number of bits. */
    public static final int MOST_BITS = 10;

    @Override
    public int inputs() {
        return bits;
    }

    @Override
    public int outputs() {
        return bits;
    }

    @Override
    public List<String> conditions() {
        return IntStream.range(0, 1 << bits).mapToObj(this::name).toList();
    }

    private String name(int memory) {
        StringBuilder name = new StringBuilder();
        for (int b = 0; b < bits; b++) {
            name.append((memory >> b & 1) == 1 ? '+' : '-');
        }
        return name.toString();
    }

    @Override
    public Trial draw(RandomStream random) {
        float[] input = new float[bins * bits];
        float[] target = new float[bins * bits];
        float[] memory = new float[bits];
        for (int t = 0; t < bins; t++) {
            for (int b = 0; b < bits; b++) {
                if (t == 0 || random.uniform() < pulseProbability) {
                    memory[b] = random.below(2) == 1 ? 1 : -1;
                    input[t * bits + b] = memory[b];
                }
                target[t * bits + b] = memory[b];
            }
        }
        int condition = 0;
        for (int b = 0; b < bits; b++) {
            condition |= memory[b] > 0 ? 1 << b : 0;
        }
        return new Trial(input, target, Task.weights(bins, 0, bins), condition);
    }

    @Override
    public double correct(Trial trial, double[] output) {
        int right = 0;
        for (int i = 0; i < output.length; i++) {
            right += output[i] * trial.target()[i] > 0 ? 1 : 0;
        }
        return (double) right / output.length;
    }

    @Override
    public String summary() {
        return bits + "-bit flip-flop";
    }
}
