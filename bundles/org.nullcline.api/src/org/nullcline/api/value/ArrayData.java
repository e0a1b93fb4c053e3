// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.array.Npy;

/** The elements of an array, in memory or still on disk. */
public interface ArrayData {

    /** Elements that are in memory at a time where an array is gone through. */
    long PART = 1L << 20;

    /** Sizes of the axes. */
    long[] shape();

    /** Type of the elements. */
    DataType type();

    /** The whole array in C order. Callers must not change it. */
    INDArray all();

    /** The entries {@code from} (inclusive) to {@code to} (exclusive) of the first axis, without loading the rest. */
    INDArray slice(long from, long to);

    /** As {@link #slice}, as floats in C order. */
    default float[] floats(long from, long to) {
        return NdArrays.floats(slice(from, to));
    }

    /** As {@link #slice}, as doubles in C order. */
    default double[] doubles(long from, long to) {
        if (type() != DataType.FLOAT) {
            return NdArrays.doubles(slice(from, to));
        }
        float[] floats = floats(from, to);
        double[] doubles = new double[floats.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    /** Elements that are in memory. */
    static ArrayData of(INDArray array) {
        return new InMemoryArray(array);
    }

    /**
     * Elements of an {@code .npy} file, loaded when they are asked for.
     *
     * @throws IOException when the file cannot be read or holds no plain array
     */
    static ArrayData of(Path npy) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(npy))) {
            return new NpyFile(npy, Npy.readHeader(in));
        }
    }

    /**
     * Ranges of the first axis of another array, one after the other, loaded when they are asked for.
     *
     * @param from first entry of each range
     * @param to entry behind the last of each range
     */
    static ArrayData ranges(ArrayData source, long[] from, long[] to) {
        return new RowRanges(source, from, to);
    }

    /** Takes a few entries of the first axis. */
    @FunctionalInterface
    interface Part {
        /** Entries from {@code from} on, as doubles in C order. */
        void take(long from, double[] values);
    }

    /** Goes through the entries {@code from} (inclusive) to {@code to} (exclusive) of the first axis in order, a few at a time. */
    default void eachPart(long from, long to, Part part) {
        long step = Math.max(1, PART / Math.max(1, width()));
        for (long at = from; at < to; at += step) {
            part.take(at, doubles(at, Math.min(to, at + step)));
        }
    }

    /**
     * Writes the array as {@code .npy}, little-endian in C order, a few entries of the first axis at a time where it is large, so that it need not fit
     * into memory. The stream stays open.
     */
    default void write(OutputStream out) throws IOException {
        long[] shape = shape();
        long width = Math.max(1, width());
        if (shape.length == 0 || shape[0] * width <= PART) {
            Npy.write(out, all(), shape);
            return;
        }
        Npy.writeHeader(out, type(), shape);
        long step = Math.max(1, PART / width);
        for (long from = 0; from < shape[0]; from += step) {
            long to = Math.min(shape[0], from + step);
            switch (type()) {
                case FLOAT -> Npy.writeElements(out, floats(from, to));
                case DOUBLE -> Npy.writeElements(out, doubles(from, to));
                default -> Npy.writeElements(out, slice(from, to));
            }
        }
    }

    /** Elements per entry of the first axis: the product of the other axes. */
    default long width() {
        long width = 1;
        for (int axis = 1; axis < shape().length; axis++) {
            width *= shape()[axis];
        }
        return width;
    }
}
