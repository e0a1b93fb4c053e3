// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.compute.diff.Tape;
import org.nullcline.compute.diff.Var;

/**
 * What a sequential autoencoder reads of one recording: observations and external inputs of all trials. Small recordings are held in memory,
 * large ones are read from the disk batch by batch.
 */
public final class TrialData {

    /** Rows that are looked at in one go where a whole recording is read through. */
    private static final long BLOCK = 1 << 20;
    /** The share of the memory of this process that the numbers of one recording may take before they stay on the disk. */
    private static final long SHARE = 16;

    private final Trials trials;
    private final int channels;
    private final Samples observed;
    private final int inputSize;
    private final Samples inputs;
    private final boolean equal;

    /**
     * Data in memory.
     *
     * @param trials where the trials lie
     * @param channels of the observations
     * @param observed time × channel in C order, standardised where the likelihood asks for it
     * @param inputSize columns of the inputs, 0 for none
     * @param inputs time × input in C order
     */
    public TrialData(Trials trials, int channels, float[] observed, int inputSize, float[] inputs) {
        this(trials, channels, Samples.of(observed, channels), inputSize, Samples.of(inputs, inputSize));
    }

    private TrialData(Trials trials, int channels, Samples observed, int inputSize, Samples inputs) {
        this.trials = trials;
        this.channels = channels;
        this.observed = observed;
        this.inputSize = inputSize;
        this.inputs = inputs;
        equal = trials.equalLengths();
    }

    /**
     * The data of a recording, in memory where it takes little of it.
     *
     * @param standard how to standardise the observations
     * @param inputNames names of arrays aligned in time that drive the dynamics
     */
    public static TrialData of(Recording recording, Standardisation standard, List<String> inputNames) {
        return of(recording, standard, inputNames, Runtime.getRuntime().maxMemory() / SHARE);
    }

    /**
     * The data of a recording.
     *
     * @param mostBytes observations and inputs that are larger than this together stay on the disk
     */
    public static TrialData of(Recording recording, Standardisation standard, List<String> inputNames, long mostBytes) {
        Trials trials = recording.trials();
        ArrayData activity = recording.value().named(Recording.ACTIVITY).data();
        requireFinite(activity, trials.total(), recording.channels());
        List<NamedArray> sources = new ArrayList<>();
        int[] widths = new int[inputNames.size()];
        for (String name : inputNames) {
            NamedArray source = recording.aligned(name).orElseThrow(() -> NullclineException.invalid("The recording has no array '" + name
                    + "' aligned in time to use as input; it has " + String.join(", ", recording.alignedNames()) + "."));
            widths[sources.size()] = source.axes().size() == 1 ? 1 : source.size(1);
            sources.add(source);
        }
        int width = Arrays.stream(widths).sum();
        Samples observed = Samples.onDisk(activity, standard);
        Samples inputs = Samples.beside(sources.stream().map(NamedArray::data).toList(), widths, width);
        long numbers = trials.total() * (recording.channels() + width);
        if (Float.BYTES * numbers <= mostBytes) {
            observed = inMemory(observed, trials.total(), recording.channels());
            inputs = inMemory(inputs, trials.total(), width);
        }
        return new TrialData(trials, recording.channels(), observed, width, inputs);
    }

    private static Samples inMemory(Samples samples, long rows, int columns) {
        float[] values = new float[Math.toIntExact(rows * columns)];
        if (columns > 0) {
            long block = Math.max(1, BLOCK / columns);
            for (long from = 0; from < rows; from += block) {
                samples.read(from, Math.min(rows, from + block), values, Math.toIntExact(from * columns));
            }
        }
        return Samples.of(values, columns);
    }

    private static void requireFinite(ArrayData activity, long rows, int channels) {
        long block = Math.max(1, BLOCK / Math.max(1, channels));
        for (long from = 0; from < rows; from += block) {
            float[] values = activity.floats(from, Math.min(rows, from + block));
            for (int i = 0; i < values.length; i++) {
                if (!Float.isFinite(values[i])) {
                    throw NullclineException.input("The recording has a value that is not finite, in channel " + i % channels + " at time bin "
                            + (from + i / channels) + " (all trials counted through); repair or remove that trial.");
                }
            }
        }
    }

    /** Where the trials lie. */
    public Trials trials() {
        return trials;
    }

    /** Channels of the observations. */
    public int channels() {
        return channels;
    }

    /** Columns of the inputs, 0 for none. */
    public int inputSize() {
        return inputSize;
    }

    /** Whether the numbers are in memory. */
    public boolean inMemory() {
        return observed.whole() != null;
    }

    /** Bytes of memory that the numbers take all the time. */
    public long bytes() {
        return observed.bytes() + inputs.bytes();
    }

    /** Observations of one trial, standardised, time × channel in C order. */
    public float[] observed(int trial) {
        return numbers(observed, channels, trial);
    }

    /** Inputs of one trial, time × input in C order. */
    public float[] inputs(int trial) {
        return numbers(inputs, inputSize, trial);
    }

    private float[] numbers(Samples samples, int width, int trial) {
        float[] values = new float[Math.multiplyExact(trials.length(trial), width)];
        if (values.length > 0) {
            samples.read(trials.offsets()[trial], trials.offsets()[trial + 1], values, 0);
        }
        return values;
    }

    /** The longest of the given trials, in bins. */
    public int longest(int[] chosen) {
        return Arrays.stream(chosen).map(trials::length).max().orElse(0);
    }

    /** The given trials, longer ones first, otherwise in their order. */
    public int[] longestFirst(int[] chosen) {
        return equal ? chosen
                : Arrays.stream(chosen).boxed().sorted((a, b) -> Integer.compare(trials.length(b), trials.length(a))).mapToInt(Integer::intValue).toArray();
    }

    /** Observations of some trials, longer ones first, as one matrix per bin that holds the trials that last so long. */
    public List<Var> observed(Tape tape, int[] chosen) {
        return sequence(tape, chosen, observed, channels);
    }

    /** The first bins of some trials that have as many, in the same form; nothing more is read. */
    public List<Var> beginnings(Tape tape, int[] chosen, int bins) {
        return beginnings(tape, chosen, bins, observed, channels);
    }

    /** The same of the inputs; null for autonomous dynamics. */
    public List<Var> inputBeginnings(Tape tape, int[] chosen, int bins) {
        return inputSize == 0 ? null : beginnings(tape, chosen, bins, inputs, inputSize);
    }

    private List<Var> beginnings(Tape tape, int[] chosen, int bins, Samples samples, int width) {
        float[] rows = new float[chosen.length * bins * width];
        for (int row = 0; row < chosen.length; row++) {
            long from = trials.offsets()[chosen[row]];
            samples.read(from, from + bins, rows, row * bins * width);
        }
        return tape.sequence(rows, IntStream.range(0, chosen.length).toArray(), bins, width);
    }

    /** Inputs in the same form; null for autonomous dynamics. */
    public List<Var> inputs(Tape tape, int[] chosen) {
        return inputSize == 0 ? null : sequence(tape, chosen, inputs, inputSize);
    }

    private List<Var> sequence(Tape tape, int[] chosen, Samples samples, int width) {
        int bins = trials.length(chosen[0]);
        if (equal && samples.whole() != null) {
            return tape.sequence(samples.whole(), chosen, bins, width);
        }
        float[][] rows = new float[chosen.length][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = numbers(samples, width, chosen[row]);
        }
        List<Var> sequence = new ArrayList<>(bins);
        int active = chosen.length;
        for (int t = 0; t < bins; t++) {
            while (trials.length(chosen[active - 1]) <= t) {
                active--;
            }
            float[] values = new float[active * width];
            for (int row = 0; row < active; row++) {
                System.arraycopy(rows[row], t * width, values, row * width, width);
            }
            sequence.add(tape.constant(active, width, values));
        }
        return sequence;
    }
}
