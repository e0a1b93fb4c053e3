// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Axis;
import org.nullcline.api.value.Kinds;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Recording;
import org.nullcline.api.value.Trials;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/** Counts by a formula with a period of five bins, which nobody may ask for more than a few of: a recording of the given size that takes no memory. */
final class CountsByFormula implements ArrayData {

    private static final long MOST = 4 << 20;
    private final long[] shape;

    CountsByFormula(long... shape) {
        this.shape = shape;
    }

    static double count(long row, long column) {
        return Math.floorMod(row * 7 + column * 3 + row * column, 5L);
    }

    /** A recording of 5 ms bins. */
    static Value recording(Trials trials, int channels) {
        return Value.of(Kinds.RECORDING).array(new NamedArray(Recording.ACTIVITY, List.of(Axis.of("time"), Axis.of("channel")), "spikes/bin",
                new CountsByFormula(trials.total(), channels))).array(trials.toArray()).attribute(Recording.SIGNAL, "counts")
                .attribute(Recording.BIN_WIDTH, 0.005).build();
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public DataType type() {
        return DataType.FLOAT;
    }

    @Override
    public INDArray all() {
        return slice(0, shape[0]);
    }

    @Override
    public INDArray slice(long from, long to) {
        assertTrue((to - from) * shape[1] <= MOST, () -> "rows " + from + " to " + to + " were asked for in one go");
        float[] values = new float[(int) ((to - from) * shape[1])];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) count(from + i / shape[1], i % shape[1]);
        }
        return NdArrays.of(values, to - from, shape[1]);
    }
}
