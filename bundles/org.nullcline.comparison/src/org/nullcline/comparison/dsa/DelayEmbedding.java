// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.dsa;

import org.nullcline.api.NullclineException;
import org.nullcline.compute.linalg.Matrix;

/**
 * The delay embedding of time × channels: row t is [x(t + (d−1)τ), x(t + (d−2)τ), …, x(t)], the newest block first.
 *
 * @param delays number d of blocks, at least 1
 * @param interval distance τ of the blocks in time bins, at least 1
 */
public record DelayEmbedding(int delays, int interval) {

    /** Checks both numbers. */
    public DelayEmbedding {
        if (delays < 1 || interval < 1) {
            throw NullclineException.invalid("A delay embedding needs at least one delay and an interval of at least one time bin, not " + delays + " and "
                    + interval + ".");
        }
    }

    /** Time bins that the first row needs beyond its own: (d−1)τ. */
    public int span() {
        return Math.multiplyExact(delays - 1, interval);
    }

    /** Rows of the embedding of {@code length} time bins; not positive when there are too few. */
    public int rows(int length) {
        return length - span();
    }

    /**
     * Embeds one trial.
     *
     * @param trial time × channels
     * @return (time − span) × (delays · channels)
     */
    public Matrix of(Matrix trial) {
        int n = trial.columns();
        Matrix embedded = new Matrix(requireRows(trial.rows(), 0), Math.multiplyExact(delays, n));
        fill(trial, embedded, 0);
        return embedded;
    }

    /** Writes the embedding of {@code trial} into {@code target} from row {@code row} on. */
    void fill(Matrix trial, Matrix target, int row) {
        int n = trial.columns();
        int rows = rows(trial.rows());
        for (int t = 0; t < rows; t++) {
            for (int i = 0; i < delays; i++) {
                System.arraycopy(trial.data(), (t + (delays - 1 - i) * interval) * n, target.data(), (row + t) * target.columns() + i * n, n);
            }
        }
    }

    /** The number of rows of trial {@code trial} with {@code length} bins; throws with a sentence when there are none. */
    public int requireRows(int length, int trial) {
        if (rows(length) < 1) {
            throw NullclineException.input("Trial " + trial + " has " + length + " time bins, but " + delays + " delays at an interval of " + interval
                    + " need at least " + (span() + 1) + "; use fewer delays, a shorter interval or longer trials.");
        }
        return rows(length);
    }
}
