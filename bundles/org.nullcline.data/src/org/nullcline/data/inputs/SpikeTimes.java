// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.inputs;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/**
 * A view of a value of kind {@value #KIND}: when each unit fired, before bins are chosen.
 *
 * <p>Arrays: {@value #TIMES} (spike; seconds, unit after unit), {@value #UNITS} (unit + 1; offsets into the times), optionally
 * {@value #INTERVALS} (trial × 2: start and stop in seconds), {@value #TRIAL_LABELS} (trial; index into the attribute {@code labels}), and
 * behaviour as pairs {@code behaviour.NAME} (sample × dimension) with {@code times.NAME} (sample; seconds).
 *
 * @param value the value itself
 */
public record SpikeTimes(Value value) {

    /** The kind. */
    public static final String KIND = "spike-times";
    /** spike. */
    public static final String TIMES = "times";
    /** unit + 1. */
    public static final String UNITS = "units";
    /** trial × 2. */
    public static final String INTERVALS = "trial.intervals";
    /** trial; also the attribute {@code labels}. */
    public static final String TRIAL_LABELS = "trial.labels";
    /** What the names of behaviour begin with. */
    public static final String BEHAVIOUR = "behaviour.";
    /** What the names of the times of behaviour begin with. */
    public static final String SAMPLED = "times.";

    /** The view of a value, checked. */
    public static SpikeTimes of(Value value) {
        value.require(KIND).named(TIMES);
        value.named(UNITS);
        return new SpikeTimes(value);
    }

    /** Starts spike times: {@code times} in seconds, unit after unit; unit u fired at {@code times[offsets[u]] … times[offsets[u + 1] - 1]}. */
    public static Value.Builder builder(double[] times, long[] offsets) {
        return Value.of(KIND).array(TIMES, "s", NdArrays.of(times, times.length), "spike").array(UNITS, "", NdArrays.of(offsets, offsets.length), "offset");
    }

    /** Number of units. */
    public int units() {
        return value.named(UNITS).size(0) - 1;
    }

    /** All times in seconds, unit after unit. */
    public double[] times() {
        return NdArrays.doubles(value.array(TIMES));
    }

    /** Offsets of the units into the times. */
    public long[] offsets() {
        return NdArrays.longs(value.array(UNITS));
    }

    /** Start and stop of each trial in seconds, empty when there are no trials. */
    public double[][] intervals() {
        INDArray intervals = value.find(INTERVALS).map(a -> a.data().all()).orElse(null);
        return intervals == null ? new double[0][] : NdArrays.rows(intervals);
    }

    /** Names of the behaviour that comes along, without prefix. */
    public List<String> behaviours() {
        return value.arrays().values().stream().map(NamedArray::name).filter(n -> n.startsWith(BEHAVIOUR) && value.has(SAMPLED + n.substring(BEHAVIOUR.length())))
                .map(n -> n.substring(BEHAVIOUR.length())).toList();
    }
}
