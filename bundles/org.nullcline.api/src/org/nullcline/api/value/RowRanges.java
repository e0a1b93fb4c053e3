// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Ranges of the first axis of another array, one after the other; nothing is loaded before it is asked for. */
final class RowRanges implements ArrayData {

    private final ArrayData source;
    private final long[] from;
    /** Where each range begins here, and the number of all rows. */
    private final long[] begin;

    RowRanges(ArrayData source, long[] from, long[] to) {
        this.source = source;
        this.from = from.clone();
        begin = new long[from.length + 1];
        for (int i = 0; i < from.length; i++) {
            Objects.checkFromToIndex(from[i], to[i], source.shape()[0]);
            begin[i + 1] = begin[i] + to[i] - from[i];
        }
    }

    @Override
    public long[] shape() {
        long[] shape = source.shape().clone();
        shape[0] = begin[from.length];
        return shape;
    }

    @Override
    public DataType type() {
        return source.type();
    }

    @Override
    public INDArray all() {
        return slice(0, begin[from.length]);
    }

    @Override
    public INDArray slice(long first, long last) {
        List<INDArray> parts = new ArrayList<>();
        visit(first, last, (a, b) -> parts.add(source.slice(a, b)));
        return parts.isEmpty() ? source.slice(0, 0) : parts.size() == 1 ? parts.getFirst() : Nd4j.concat(0, parts.toArray(INDArray[]::new));
    }

    @Override
    public float[] floats(long first, long last) {
        float[] all = new float[Math.toIntExact((last - first) * source.width())];
        int[] at = {0};
        visit(first, last, (a, b) -> {
            float[] part = source.floats(a, b);
            System.arraycopy(part, 0, all, at[0], part.length);
            at[0] += part.length;
        });
        return all;
    }

    @Override
    public double[] doubles(long first, long last) {
        double[] all = new double[Math.toIntExact((last - first) * source.width())];
        int[] at = {0};
        visit(first, last, (a, b) -> {
            double[] part = source.doubles(a, b);
            System.arraycopy(part, 0, all, at[0], part.length);
            at[0] += part.length;
        });
        return all;
    }

    private interface Range {
        void take(long from, long to);
    }

    private void visit(long first, long last, Range range) {
        Objects.checkFromToIndex(first, last, begin[from.length]);
        int i = Arrays.binarySearch(begin, first);
        i = i < 0 ? -i - 2 : i;
        for (long row = first; row < last; i++) {
            long end = Math.min(last, begin[i + 1]);
            if (end > row) {
                range.take(from[i] + row - begin[i], from[i] + end - begin[i]);
                row = end;
            }
        }
    }
}
