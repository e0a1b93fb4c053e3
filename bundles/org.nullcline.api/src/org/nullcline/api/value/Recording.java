// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;

/**
 * A view of a value of kind {@link Kinds#RECORDING}.
 *
 * <p>Arrays: {@value #ACTIVITY} (time × channel, all trials one after the other), {@value Trials#ARRAY} (offsets), and optionally
 * {@value #LABELS} (trial; index into the attribute of that name, −1 for none), {@value #SPLIT} (trial; ordinals of {@link Split}) and any
 * array whose first axis is {@code time}: behaviour such as {@code behaviour.velocity}, ground truth of simulations
 * ({@value #TRUE_RATES} in spikes per bin, {@value #TRUE_LATENTS}).
 *
 * @param value the value itself
 * @param trials where the trials lie
 */
public record Recording(Value value, Trials trials) {

    /** time × channel. */
    public static final String ACTIVITY = "activity";
    /** trial; also the attribute with the names of the labels. */
    public static final String LABELS = "labels";
    /** trial. */
    public static final String SPLIT = "split";
    /** time × channel, spikes per bin. */
    public static final String TRUE_RATES = "truth.rates";
    /** time × state. */
    public static final String TRUE_LATENTS = "truth.latents";
    /** Attribute: seconds per time bin. */
    public static final String BIN_WIDTH = "binWidth";
    /** Attribute: {@link Signal#text()}. */
    public static final String SIGNAL = "signal";

    /** The view of a value, checked. */
    public static Recording of(Value value) {
        NamedArray activity = value.require(Kinds.RECORDING).named(ACTIVITY);
        return new Recording(value, Trials.of(value, activity.size(0)));
    }

    /**
     * Starts a recording.
     *
     * @param activity time × channel
     * @param trials where the trials lie
     * @param signal what the numbers are
     * @param binWidth seconds per time bin; NaN where it is not known
     */
    public static Value.Builder builder(INDArray activity, Trials trials, Signal signal, double binWidth) {
        Value.Builder builder = Value.of(Kinds.RECORDING).array(ACTIVITY, switch (signal) {
            case COUNTS -> "spikes/bin";
            case RATES -> "spikes/s";
            case CONTINUOUS -> "";
        }, activity, "time", "channel").array(trials.toArray()).attribute(SIGNAL, signal.text());
        return Double.isNaN(binWidth) ? builder : builder.attribute(BIN_WIDTH, binWidth);
    }

    /** Number of channels (neurons). */
    public int channels() {
        return value.named(ACTIVITY).size(1);
    }

    /** Activity of all trials, time × channel. */
    public INDArray activity() {
        return value.array(ACTIVITY);
    }

    /** Activity of one trial, time × channel, without loading the others. */
    public INDArray activity(int trial) {
        return trials.slice(value.named(ACTIVITY), trial);
    }

    /** What the numbers are. */
    public Signal signal() {
        return Signal.valueOf(value.text(SIGNAL, Signal.CONTINUOUS.text()).toUpperCase(Locale.ROOT));
    }

    /** Seconds per time bin, NaN where it is not known. */
    public double binWidth() {
        return value.number(BIN_WIDTH, Double.NaN);
    }

    /** An array with first axis {@code time} other than the activity. */
    public Optional<NamedArray> aligned(String array) {
        return value.find(array).filter(a -> a.axes().getFirst().name().equals("time"));
    }

    /** Names of all arrays with first axis {@code time}, the activity included. */
    public List<String> alignedNames() {
        return value.arrays().values().stream().filter(a -> a.axes().getFirst().name().equals("time")).map(NamedArray::name).toList();
    }

    /** Label index of each trial, −1 for none. */
    public int[] labels() {
        return perTrial(LABELS, -1);
    }

    /** Names of the labels. */
    public List<String> labelNames() {
        return value.texts(LABELS);
    }

    /** Split of each trial; all TRAIN when the recording was never split. */
    public Split[] splits() {
        int[] ordinals = perTrial(SPLIT, 0);
        Split[] splits = new Split[ordinals.length];
        for (int i = 0; i < splits.length; i++) {
            splits[i] = Split.values()[ordinals[i]];
        }
        return splits;
    }

    /** Indices of the trials of a split, ascending. */
    public int[] trialsOf(Split split) {
        Split[] splits = splits();
        return IntStream.range(0, splits.length).filter(i -> splits[i] == split).toArray();
    }

    private int[] perTrial(String array, int otherwise) {
        int[] values = new int[trials.count()];
        long[] stored = value.find(array).map(a -> NdArrays.longs(a.data().all())).orElse(null);
        for (int i = 0; i < values.length; i++) {
            values[i] = stored == null ? otherwise : Math.toIntExact(stored[i]);
        }
        return values;
    }
}
