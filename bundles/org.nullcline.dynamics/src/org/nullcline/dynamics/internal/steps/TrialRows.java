// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.internal.steps;

import java.util.Arrays;

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
}
