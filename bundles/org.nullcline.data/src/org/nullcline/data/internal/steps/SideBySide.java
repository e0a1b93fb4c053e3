// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import java.util.List;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.value.ArrayData;
import org.nullcline.compute.array.NdArrays;

/**
 * Columns of matrices with the same rows, one beside the other, put together when they are asked for.
 *
 * @param type of the elements, a real one
 * @param parts from left to right
 */
record SideBySide(DataType type, List<Columns> parts) implements ArrayData {

    /**
     * Some columns of a matrix.
     *
     * @param source rows × columns
     * @param chosen its columns that count, in their new order
     */
    record Columns(ArrayData source, int[] chosen) {

        static Columns all(ArrayData source) {
            return new Columns(source, IntStream.range(0, (int) source.width()).toArray());
        }
    }

    @Override
    public long[] shape() {
        return new long[] {parts.getFirst().source().shape()[0], parts.stream().mapToInt(p -> p.chosen().length).sum()};
    }

    @Override
    public INDArray all() {
        return slice(0, shape()[0]);
    }

    @Override
    public INDArray slice(long from, long to) {
        return NdArrays.of(doubles(from, to), to - from, shape()[1]).castTo(type);
    }

    @Override
    public float[] floats(long from, long to) {
        float[] floats = new float[Math.toIntExact((to - from) * shape()[1])];
        int begin = 0;
        for (Columns part : parts) {
            float[] rows = part.source().floats(from, to);
            for (int row = 0; row < to - from; row++) {
                for (int k = 0; k < part.chosen().length; k++) {
                    floats[row * (int) shape()[1] + begin + k] = rows[row * (int) part.source().width() + part.chosen()[k]];
                }
            }
            begin += part.chosen().length;
        }
        return floats;
    }

    @Override
    public double[] doubles(long from, long to) {
        int columns = (int) shape()[1];
        double[] doubles = new double[Math.toIntExact((to - from) * columns)];
        int begin = 0;
        for (Columns part : parts) {
            double[] rows = part.source().doubles(from, to);
            int width = (int) part.source().width();
            for (int row = 0; row < to - from; row++) {
                for (int k = 0; k < part.chosen().length; k++) {
                    doubles[row * columns + begin + k] = rows[row * width + part.chosen()[k]];
                }
            }
            begin += part.chosen().length;
        }
        return doubles;
    }
}
