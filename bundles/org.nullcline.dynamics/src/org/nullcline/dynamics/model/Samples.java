// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.model;

import java.util.List;

import org.nullcline.api.value.ArrayData;

/** Numbers in time, time × column, of which a training reads a few trials at a time. */
interface Samples {

    /** Copies the rows {@code from} to {@code to} (exclusive) into {@code target}, beginning at element {@code at}. */
    void read(long from, long to, float[] target, int at);

    /** All rows in C order where they are in memory, otherwise null. */
    default float[] whole() {
        return null;
    }

    /** Bytes of memory that these numbers occupy all the time. */
    default long bytes() {
        return whole() == null ? 0 : (long) Float.BYTES * whole().length;
    }

    /** Numbers in memory, in C order. */
    static Samples of(float[] values, int columns) {
        return new Samples() {
            @Override
            public void read(long from, long to, float[] target, int at) {
                int begin = Math.toIntExact(from * columns);
                System.arraycopy(values, begin, target, at, Math.toIntExact(to * columns) - begin);
            }

            @Override
            public float[] whole() {
                return values;
            }
        };
    }

    /** Numbers that are read when they are needed, standardised on the way. */
    static Samples onDisk(ArrayData data, Standardisation standard) {
        return (from, to, target, at) -> {
            float[] values = data.floats(from, to);
            standard.apply(values);
            System.arraycopy(values, 0, target, at, values.length);
        };
    }

    /** Columns of several arrays side by side, read when they are needed. */
    static Samples beside(List<ArrayData> sources, int[] widths, int width) {
        return (from, to, target, at) -> {
            int column = at;
            for (int k = 0; k < widths.length; k++) {
                float[] values = sources.get(k).floats(from, to);
                for (int t = 0; t < to - from; t++) {
                    System.arraycopy(values, t * widths[k], target, column + t * width, widths[k]);
                }
                column += widths[k];
            }
        };
    }
}
