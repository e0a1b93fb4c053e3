// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.compute.array.NdArrays;

/**
 * How trials of possibly different lengths lie in one array: all time bins of trial 0, then those of trial 1, and so on.
 *
 * <p>The array {@value #ARRAY} of a value holds the offsets (trials + 1): trial i occupies the rows {@code offsets[i]} to
 * {@code offsets[i + 1]} of every array whose first axis is {@code time}.
 */
public record Trials(long[] offsets) {

    /** Name of the array of offsets. */
    public static final String ARRAY = "trials";

    /** Checks that the offsets begin with 0 and never fall. */
    public Trials {
        if (offsets.length == 0 || offsets[0] != 0) {
            throw NullclineException.input("The trial offsets must begin with 0.");
        }
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] < offsets[i - 1]) {
                throw NullclineException.input("The trial offsets fall from " + offsets[i - 1] + " to " + offsets[i] + " at trial " + (i - 1) + ".");
            }
        }
    }

    /** {@code count} trials of {@code length} time bins each. */
    public static Trials equal(int count, int length) {
        long[] offsets = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            offsets[i] = (long) i * length;
        }
        return new Trials(offsets);
    }

    /** Trials of the given lengths. */
    public static Trials ofLengths(List<Integer> lengths) {
        long[] offsets = new long[lengths.size() + 1];
        for (int i = 0; i < lengths.size(); i++) {
            offsets[i + 1] = offsets[i] + lengths.get(i);
        }
        return new Trials(offsets);
    }

    /** The trials of a value; one single trial if the value does not divide its time axis. */
    public static Trials of(Value value, long totalBins) {
        Trials trials = value.find(ARRAY).map(a -> new Trials(NdArrays.longs(a.data().all()))).orElseGet(() -> new Trials(new long[] {0, totalBins}));
        if (trials.total() != totalBins) {
            throw NullclineException.input("The trials cover " + trials.total() + " time bins but the arrays have " + totalBins + ".");
        }
        return trials;
    }

    /** Number of trials. */
    public int count() {
        return offsets.length - 1;
    }

    /** Time bins of trial {@code trial}. */
    public int length(int trial) {
        return Math.toIntExact(offsets[trial + 1] - offsets[trial]);
    }

    /** All time bins. */
    public long total() {
        return offsets[offsets.length - 1];
    }

    /** Whether all trials have the same length. */
    public boolean equalLengths() {
        for (int i = 1; i < count(); i++) {
            if (length(i) != length(0)) {
                return false;
            }
        }
        return true;
    }

    /** The rows of trial {@code trial} of an array whose first axis is time. */
    public INDArray slice(NamedArray array, int trial) {
        return array.data().slice(offsets[trial], offsets[trial + 1]);
    }

    /** The offsets as the array to store. */
    public NamedArray toArray() {
        return NamedArray.of(ARRAY, "", NdArrays.of(offsets, offsets.length), "offset");
    }
}
