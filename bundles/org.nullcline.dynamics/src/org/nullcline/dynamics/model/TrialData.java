// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;

/**
 * What a sequential autoencoder reads, in memory: observations and external inputs of all trials.
 *
 * @param trials where the trials lie
 * @param channels of the observations
 * @param observed time × channel in C order, standardised where the likelihood asks for it
 * @param inputSize columns of the inputs, 0 for none
 * @param inputs time × input in C order
 */
public record TrialData(Trials trials, int channels, float[] observed, int inputSize, float[] inputs) {

    private static final long LARGEST = 1L << 30;

    /**
     * The data of a recording.
     *
     * @param standard how to standardise the observations
     * @param inputNames names of arrays aligned in time that drive the dynamics
     */
    public static TrialData of(Recording recording, Standardisation standard, List<String> inputNames) {
        if (recording.trials().total() * recording.channels() > LARGEST) {
            throw NullclineException.input("The recording has " + recording.trials().total() * recording.channels() + " numbers, more than the " + LARGEST
                    + " that a fit can hold; use fewer trials, fewer channels or larger bins.");
        }
        float[] observed = NdArrays.floats(recording.activity());
        for (int i = 0; i < observed.length; i++) {
            if (!Float.isFinite(observed[i])) {
                throw NullclineException.input("The recording has a value that is not finite, in channel " + i % recording.channels() + " at time bin "
                        + i / recording.channels() + " (all trials counted through); repair or remove that trial.");
            }
        }
        standard.apply(observed);
        List<NamedArray> sources = new ArrayList<>();
        int width = 0;
        for (String name : inputNames) {
            NamedArray source = recording.aligned(name).orElseThrow(() -> NullclineException.invalid("The recording has no array '" + name
                    + "' aligned in time to use as input; it has " + String.join(", ", recording.alignedNames()) + "."));
            sources.add(source);
            width += columns(source);
        }
        int bins = Math.toIntExact(recording.trials().total());
        float[] inputs = new float[Math.multiplyExact(bins, width)];
        int column = 0;
        for (NamedArray source : sources) {
            float[] values = NdArrays.floats(source.data().all());
            int own = columns(source);
            for (int t = 0; t < bins; t++) {
                System.arraycopy(values, t * own, inputs, t * width + column, own);
            }
            column += own;
        }
        return new TrialData(recording.trials(), recording.channels(), observed, width, inputs);
    }

    private static int columns(NamedArray array) {
        return array.axes().size() == 1 ? 1 : array.size(1);
    }

    /** The longest of the given trials, in bins. */
    public int longest(int[] chosen) {
        return Arrays.stream(chosen).map(trials::length).max().orElse(0);
    }

    /** Mean number of bins per trial, none counted beyond {@code most}. */
    public double meanBins(int[] chosen, int most) {
        return Arrays.stream(chosen).map(i -> Math.min(most, trials.length(i))).average().orElse(0);
    }

    /** The given trials, longer ones first, otherwise in their order. */
    public int[] longestFirst(int[] chosen) {
        return trials.equalLengths() ? chosen
                : Arrays.stream(chosen).boxed().sorted((a, b) -> Integer.compare(trials.length(b), trials.length(a))).mapToInt(Integer::intValue).toArray();
    }

    /** Observations of some trials, longer ones first, as one matrix per bin that holds the trials that last so long. */
    public List<Var> observed(Tape tape, int[] chosen) {
        return sequence(tape, chosen, observed, channels);
    }

    /** Inputs in the same form; null for autonomous dynamics. */
    public List<Var> inputs(Tape tape, int[] chosen) {
        return inputSize == 0 ? null : sequence(tape, chosen, inputs, inputSize);
    }

    private List<Var> sequence(Tape tape, int[] chosen, float[] data, int width) {
        int bins = trials.length(chosen[0]);
        if (trials.equalLengths()) {
            return tape.sequence(data, chosen, bins, width);
        }
        List<Var> sequence = new ArrayList<>(bins);
        int rows = chosen.length;
        for (int t = 0; t < bins; t++) {
            while (trials.length(chosen[rows - 1]) <= t) {
                rows--;
            }
            float[] values = new float[rows * width];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(data, Math.toIntExact(trials.offsets()[chosen[row]] + t) * width, values, row * width, width);
            }
            sequence.add(tape.constant(rows, width, values));
        }
        return sequence;
    }
}
