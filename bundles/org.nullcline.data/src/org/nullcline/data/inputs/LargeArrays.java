// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.inputs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoublePredicate;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nullcline.api.value.ArrayData;
import org.nullcline.compute.array.NdArrays;

/** Arrays that are too large to be in memory as a whole: computed or read in parts, when the parts are asked for. */
public final class LargeArrays {

    /** The share of the memory of this process that an array of doubles may take before it is handled in parts. */
    private static final long SHARE = 16;

    private LargeArrays() {
    }

    /** Whether an array with so many elements is handled in parts. Results never depend on it. */
    public static boolean large(long elements) {
        return elements > Runtime.getRuntime().maxMemory() / SHARE / Double.BYTES;
    }

    /** The array itself, or in memory where it is not large. */
    public static ArrayData settled(ArrayData data) {
        return large(data.shape()[0] * data.width()) ? data : ArrayData.of(data.all());
    }

    /** Whether all elements are as wanted. */
    public static boolean all(ArrayData data, DoublePredicate wanted) {
        boolean[] all = {true};
        data.eachPart(0, data.shape()[0], (from, values) -> all[0] = all[0] && Arrays.stream(values).allMatch(wanted));
        return all[0];
    }

    /** Computes rows {@code from} to {@code to} (exclusive) in C order. */
    @FunctionalInterface
    public interface Rows {
        /** The rows. */
        double[] compute(long from, long to);
    }

    /** An array whose rows are computed when they are asked for. */
    public static ArrayData computed(DataType type, long[] shape, Rows rows) {
        return new Computed(type, shape, rows);
    }

    private record Computed(DataType type, long[] sizes, Rows rows) implements ArrayData {

        @Override
        public long[] shape() {
            return sizes.clone();
        }

        @Override
        public INDArray all() {
            return slice(0, sizes[0]);
        }

        @Override
        public INDArray slice(long from, long to) {
            Objects.checkFromToIndex(from, to, sizes[0]);
            long[] part = sizes.clone();
            part[0] = to - from;
            return NdArrays.of(rows.compute(from, to), part).castTo(type);
        }

        @Override
        public float[] floats(long from, long to) {
            double[] values = rows.compute(from, to);
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
            }
            return floats;
        }

        @Override
        public double[] doubles(long from, long to) {
            return type == DataType.DOUBLE ? rows.compute(from, to) : ArrayData.super.doubles(from, to);
        }
    }

    /**
     * Arrays as time × channel, one below the other: reals, with the first two axes of a 3-D array (trials × time × channels) as one.
     *
     * @param sources of rank 2 or 3, with equally many channels
     */
    public static ArrayData stacked(List<ArrayData> sources) {
        List<ArrayData> flat = sources.stream().map(Flat::new).map(ArrayData.class::cast).toList();
        return flat.size() == 1 ? flat.getFirst() : new Below(flat);
    }

    /** The type in which real numbers of a type are held without loss. */
    private static DataType real(DataType type) {
        return switch (type) {
            case FLOAT, BOOL, BYTE, UBYTE, SHORT -> DataType.FLOAT;
            default -> DataType.DOUBLE;
        };
    }

    private record Flat(ArrayData source) implements ArrayData {

        private long inner() {
            return source.shape().length == 3 ? source.shape()[1] : 1;
        }

        @Override
        public long[] shape() {
            long[] shape = source.shape();
            return new long[] {shape[0] * inner(), shape[shape.length - 1]};
        }

        @Override
        public DataType type() {
            return real(source.type());
        }

        @Override
        public INDArray all() {
            return slice(0, shape()[0]);
        }

        @Override
        public INDArray slice(long from, long to) {
            long columns = shape()[1];
            long first = from / inner();
            INDArray part = Reals.of(source.slice(first, (to + inner() - 1) / inner()));
            if (from == to) {
                return Nd4j.create(type(), 0, columns);
            }
            INDArray rows = part.reshape('c', part.length() / columns, columns);
            long skipped = from - first * inner();
            return skipped == 0 && rows.size(0) == to - from ? rows : ArrayData.of(rows).slice(skipped, skipped + to - from);
        }

        @Override
        public float[] floats(long from, long to) {
            if (inner() > 1) {
                return ArrayData.super.floats(from, to);
            }
            return source.floats(from, to);
        }

        @Override
        public double[] doubles(long from, long to) {
            return inner() > 1 ? ArrayData.super.doubles(from, to) : source.doubles(from, to);
        }
    }

    private record Below(List<ArrayData> sources) implements ArrayData {

        @Override
        public long[] shape() {
            return new long[] {sources.stream().mapToLong(s -> s.shape()[0]).sum(), sources.getFirst().shape()[1]};
        }

        @Override
        public DataType type() {
            return sources.stream().map(ArrayData::type).distinct().count() == 1 ? sources.getFirst().type() : DataType.DOUBLE;
        }

        @Override
        public INDArray all() {
            return slice(0, shape()[0]);
        }

        @Override
        public INDArray slice(long from, long to) {
            List<INDArray> parts = new ArrayList<>();
            long begin = 0;
            for (ArrayData source : sources) {
                long end = begin + source.shape()[0];
                if (from < end && to > begin) {
                    parts.add(source.slice(Math.max(from, begin) - begin, Math.min(to, end) - begin).castTo(type()));
                }
                begin = end;
            }
            return parts.isEmpty() ? Nd4j.create(type(), 0, shape()[1]) : parts.size() == 1 ? parts.getFirst()
                    : Nd4j.concat(0, parts.toArray(INDArray[]::new));
        }
    }
}
