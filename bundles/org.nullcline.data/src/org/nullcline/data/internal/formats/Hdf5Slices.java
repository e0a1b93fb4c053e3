// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.nio.ByteBuffer;
import java.util.Objects;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.value.ArrayData;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;

/**
 * A large dataset that stays in its file, which is opened for every part that is read. Chunks are unpacked in bands of rows, and the last band is
 * kept, because parts that follow one another mostly lie in the same chunks; a band takes a small share of the memory, however high the chunks are.
 */
final class Hdf5Slices implements ArrayData {

    /** Elements that a band holds at least where the memory allows: twice as many as are gone through at a time. */
    private static final long LEAST = 2 * PART;
    /** The share of the largest array in memory that a band may take. */
    private static final long SHARE = 4;

    private final Budget budget;
    private final String path;
    private final Hdf5Encoding encoding;
    private final long[] shape;
    private final boolean reversed;
    private final long rows;
    private Band kept = new Band(0, 0, ByteBuffer.allocate(0));

    private record Band(long from, long to, ByteBuffer bytes) {
    }

    /**
     * A dataset of at least one axis.
     *
     * @param reversed whether the axes come in the opposite order of those of the file, as MATLAB has them
     */
    Hdf5Slices(Budget budget, String path, Dataset dataset, boolean reversed) {
        this.budget = budget;
        this.path = path;
        this.reversed = reversed;
        encoding = Hdf5Encoding.of(budget, path, dataset);
        shape = reversed ? Elements.reversed(dataset.getDimensionsAsLong()) : dataset.getDimensionsAsLong();
        int axis = axis();
        long chunk = dataset instanceof ChunkedDataset chunked ? chunked.getChunkDimensions()[axis] : reversed ? 1 : 0;
        rows = rows(budget.bytes(), chunk, width(), encoding.size());
    }

    /**
     * Rows of a band: of whole chunks if they are not too high.
     *
     * @param memory bytes of the largest array in memory
     * @param chunk rows of a chunk; 0 where rows are next to one another in the file, so that no bands are needed
     * @param width elements of a row
     * @param size bytes of an element
     */
    static long rows(long memory, long chunk, long width, int size) {
        if (chunk <= 0) {
            return 0;
        }
        long most = Math.max(1, Math.min(memory / SHARE, Integer.MAX_VALUE - 64) / Math.max(1, width * size));
        long wanted = (Math.max(1, LEAST / Math.max(1, width)) + chunk - 1) / chunk * chunk;
        return wanted <= most ? wanted : most < chunk ? most : most / chunk * chunk;
    }

    /** The axis of the file along which parts are cut. */
    private int axis() {
        return reversed ? shape.length - 1 : 0;
    }

    @Override
    public long[] shape() {
        return shape.clone();
    }

    @Override
    public DataType type() {
        return encoding.type();
    }

    @Override
    public INDArray all() {
        return slice(0, shape[0]);
    }

    @Override
    public INDArray slice(long from, long to) {
        long[] part = part(from, to);
        int count = budget.elements(path, part, Math.max(8, encoding.size()));
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(count, encoding.size()));
        each(from, to, (band, first, last) -> bytes.put(band.slice(first, last - first)));
        return encoding.array(bytes.flip(), count, part);
    }

    @Override
    public float[] floats(long from, long to) {
        if (type() == DataType.INT64) {
            return ArrayData.super.floats(from, to);
        }
        float[] floats = new float[budget.elements(path, part(from, to), Float.BYTES)];
        int[] at = {0};
        each(from, to, (band, first, last) -> {
            for (int i = first / encoding.size(); i < last / encoding.size(); i++) {
                floats[at[0]++] = (float) encoding.number(band, i);
            }
        });
        return floats;
    }

    @Override
    public double[] doubles(long from, long to) {
        double[] doubles = new double[budget.elements(path, part(from, to), Double.BYTES)];
        int[] at = {0};
        each(from, to, (band, first, last) -> {
            for (int i = first / encoding.size(); i < last / encoding.size(); i++) {
                doubles[at[0]++] = encoding.number(band, i);
            }
        });
        return doubles;
    }

    private long[] part(long from, long to) {
        Objects.checkFromToIndex(from, to, shape[0]);
        long[] part = shape();
        part[0] = to - from;
        return part;
    }

    /** Takes the bytes of some rows within a band. */
    @FunctionalInterface
    private interface Rows {
        void take(ByteBuffer band, int first, int last);
    }

    private void each(long from, long to, Rows taker) {
        long row = width() * encoding.size();
        for (long at = from; at < to;) {
            Band band = rows == 0 ? read(from, to) : band(at);
            long end = Math.min(to, band.to);
            taker.take(band.bytes, Math.toIntExact((at - band.from) * row), Math.toIntExact((end - band.from) * row));
            at = end;
        }
    }

    /** The band that a row lies in. */
    private synchronized Band band(long row) {
        if (row < kept.from || row >= kept.to) {
            // Let go of the old one first: both together would take twice the memory.
            kept = new Band(0, 0, ByteBuffer.allocate(0));
            kept = read(row / rows * rows, Math.min(shape[0], (row / rows + 1) * rows));
        }
        return kept;
    }

    private Band read(long from, long to) {
        try (Hdf5Tree tree = Hdf5Tree.open(budget)) {
            Dataset dataset = tree.dataset(path).orElseThrow(() -> tree.missing(path));
            return tree.guarded(() -> {
                Hdf5Bytes part = new Hdf5Bytes(budget, path, dataset, encoding.size()).within(axis(), from, to);
                ByteBuffer bytes = part.read();
                return new Band(from, to, (reversed ? turned(bytes, part.part()) : bytes).order(encoding.order()));
            });
        }
    }

    /** The elements of an array with the axes in the opposite order. */
    private ByteBuffer turned(ByteBuffer bytes, long[] sizes) {
        int size = encoding.size();
        int[] strides = new int[sizes.length];
        int stride = size;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride = Math.toIntExact(stride * sizes[axis]);
        }
        byte[] in = new byte[stride];
        bytes.get(in);
        byte[] out = new byte[stride];
        long[] index = new long[sizes.length];
        int source = 0;
        for (int target = 0; target < out.length; target += size) {
            System.arraycopy(in, source, out, target, size);
            int axis = 0;
            while (axis < sizes.length && ++index[axis] == sizes[axis]) {
                source -= (int) (sizes[axis] - 1) * strides[axis];
                index[axis++] = 0;
            }
            source += axis < sizes.length ? strides[axis] : 0;
        }
        return ByteBuffer.wrap(out);
    }
}
