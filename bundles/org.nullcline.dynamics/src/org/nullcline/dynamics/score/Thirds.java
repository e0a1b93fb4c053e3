// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.nullcline.api.value.Trials;
import org.nullcline.compute.linalg.Matrix;

/**
 * Early, middle and late bins of trials: thirds of each trial, the first two rounded up (of 70 bins: 24, 24 and 22).
 *
 * @param trials where the trials lie
 * @param chosen trials that the matrices hold, one after the other
 */
public record Thirds(Trials trials, int[] chosen) {

    /** A third of each trial. */
    public enum Part {
        /** The first bins. */
        EARLY,
        /** The bins between. */
        MIDDLE,
        /** The last bins. */
        LATE;

        /** The name in tables. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The rows of a part. */
    public Matrix of(Matrix all, Part part) {
        List<double[]> rows = new ArrayList<>();
        int at = 0;
        for (int trial : chosen) {
            int length = trials.length(trial);
            int third = (length + 2) / 3;
            int from = Math.min(length, third * part.ordinal());
            int to = Math.min(length, from + third);
            for (int t = from; t < to; t++) {
                rows.add(all.row(at + t));
            }
            at += length;
        }
        return rows.isEmpty() ? new Matrix(0, all.columns()) : Matrix.of(rows.toArray(double[][]::new));
    }
}
