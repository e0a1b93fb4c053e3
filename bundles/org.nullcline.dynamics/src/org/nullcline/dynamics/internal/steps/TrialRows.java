// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Arrays;

import org.nullcline.api.step.Progress;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.compute.linalg.Matrix;

/** Rows of arrays whose first axis is time, for some trials one after the other. */
final class TrialRows {

    private TrialRows() {
    }

    /** time × columns of the given trials. */
    static Matrix of(NamedArray array, Trials trials, int[] chosen) {
        int columns = array.axes().size() == 1 ? 1 : array.size(1);
        double[] rows = new double[Math.toIntExact(Arrays.stream(chosen).mapToLong(trials::length).sum() * columns)];
        int at = 0;
        for (int trial : chosen) {
            double[] own = array.data().doubles(trials.offsets()[trial], trials.offsets()[trial + 1]);
            System.arraycopy(own, 0, rows, at, own.length);
            at += own.length;
        }
        return new Matrix(columns == 0 ? 0 : rows.length / columns, columns, rows);
    }

    /** The same for an array of a recording; null where it has none. */
    static Matrix find(Recording recording, String name, int[] chosen) {
        return recording.aligned(name).map(array -> of(array, recording.trials(), chosen)).orElse(null);
    }

    /** Takes one row of two arrays; the row of the first begins at {@code at} in {@code values}, that of the second at {@code otherAt}. */
    @FunctionalInterface
    interface Pairs {
        void take(int bin, int length, double[] values, int at, double[] other, int otherAt);
    }

    /** Goes through the rows of some trials of two arrays, a few at a time: bin {@code bin} of a trial of {@code length} bins. */
    static void each(NamedArray array, NamedArray other, Trials trials, int[] chosen, Progress progress, Pairs pairs) {
        int columns = (int) array.data().width();
        int otherColumns = (int) other.data().width();
        int step = (int) Math.max(1, ArrayData.PART / Math.max(1, Math.max(columns, otherColumns)));
        for (int trial : chosen) {
            int length = trials.length(trial);
            for (int bin = 0; bin < length; bin += step) {
                progress.check();
                int rows = Math.min(step, length - bin);
                long from = trials.offsets()[trial] + bin;
                double[] values = array.data().doubles(from, from + rows);
                double[] others = other.data().doubles(from, from + rows);
                for (int row = 0; row < rows; row++) {
                    pairs.take(bin + row, length, values, row * columns, others, row * otherColumns);
                }
            }
        }
    }
}
