// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;

/**
 * The bytes of the elements of one dataset, or of those within a range of one axis. The library finds where they lie; they are put together here,
 * so that nothing is allocated that was not checked.
 */
final class Hdf5Bytes {

    private static final long MAX_CHUNK_BYTES = 1L << 30;
    private static final long MAX_CHUNK_WASTE = 256L << 20;
    private static final int MAX_CHUNKS = 4_000_000;

    private final Budget budget;
    private final String name;
    private final Dataset dataset;
    private final int size;
    private final long[] shape;
    private final long[] begin;
    private final long[] end;

    /**
     * All elements of a dataset.
     *
     * @param size bytes of an element
     */
    Hdf5Bytes(Budget budget, String name, Dataset dataset, int size) {
        this.budget = budget;
        this.name = name;
        this.dataset = dataset;
        this.size = size;
        shape = dataset.getDimensionsAsLong();
        begin = new long[shape.length];
        end = shape.clone();
    }

    /** Only the entries {@code from} to {@code to} (exclusive) of an axis. */
    Hdf5Bytes within(int axis, long from, long to) {
        begin[axis] = from;
        end[axis] = to;
        return this;
    }

    /** Sizes of what is read. */
    long[] part() {
        long[] part = end.clone();
        Arrays.setAll(part, axis -> end[axis] - begin[axis]);
        return part;
    }

    /** The bytes in the order of the file; at least one element. */
    ByteBuffer read() {
        long needed = Arrays.stream(part()).reduce(size, Math::multiplyExact);
        if (needed > Integer.MAX_VALUE - 64) {
            throw budget.refuse("the array '" + name + "' has " + needed + " bytes, more than can be read at once; cut it into smaller arrays.");
        }
        if (dataset.getStorageInBytes() == 0) {
            throw budget.refuse("the array '" + name + "' was declared but its values were never written.");
        }
        long whole = Arrays.stream(shape).reduce(size, Math::multiplyExact);
        if (dataset instanceof ChunkedDataset chunked) {
            budget.ratio(name, dataset.getStorageInBytes(), whole);
            return chunks(chunked, (int) needed, whole);
        }
        if (dataset.getStorageInBytes() < whole) {
            throw budget.refuse("the array '" + name + "' declares " + whole + " bytes but holds " + dataset.getStorageInBytes()
                    + "; the file is damaged.");
        }
        if (needed < whole && dataset instanceof ContiguousDataset contiguous) {
            return runs(contiguous, (int) needed);
        }
        ByteBuffer buffer = ((DatasetBase) dataset).getDataBuffer();
        if (buffer.remaining() < needed) {
            throw budget.refuse("the array '" + name + "' ends after " + buffer.remaining() + " of " + needed + " bytes; the file is cut off.");
        }
        return buffer.slice(buffer.position(), (int) needed);
    }

    /** The axis of which only a part is read. */
    private int axis() {
        int axis = 0;
        while (axis < shape.length - 1 && end[axis] - begin[axis] == shape[axis]) {
            axis++;
        }
        return axis;
    }

    /** One run of bytes for each index of the axes before the one of which a part is read. */
    private ByteBuffer runs(ContiguousDataset contiguous, int needed) {
        int axis = axis();
        long entry = size;
        for (int behind = axis + 1; behind < shape.length; behind++) {
            entry *= shape[behind];
        }
        int run = Math.toIntExact((end[axis] - begin[axis]) * entry);
        ByteBuffer bytes = ByteBuffer.allocate(needed);
        try (FileChannel channel = FileChannel.open(budget.file(), StandardOpenOption.READ)) {
            long at = contiguous.getHdfFile().getUserBlockSize() + contiguous.getDataAddress() + begin[axis] * entry;
            for (; bytes.position() < needed; at += shape[axis] * entry) {
                read(channel, at, bytes.limit(bytes.position() + run));
            }
            return bytes.flip();
        } catch (IOException e) {
            throw budget.refuse(Budget.reason(e), e);
        }
    }

    private void read(FileChannel channel, long begins, ByteBuffer bytes) throws IOException {
        long at = begins;
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes, at);
            if (count < 0) {
                throw budget.refuse("the array '" + name + "' ends before its last element; the file is cut off.");
            }
            at += count;
        }
    }

    /** Bytes of an unpacked chunk, if its size is possible and fits into memory with what unpacking takes. */
    private int chunkBytes(int[] chunk, long whole) {
        long bytes = size;
        long count = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            if (chunk[axis] <= 0 || bytes > MAX_CHUNK_BYTES / chunk[axis]) {
                throw budget.refuse("the array '" + name + "' is stored in chunks of an impossible size; the file is damaged.");
            }
            bytes *= chunk[axis];
            count *= (shape[axis] + chunk[axis] - 1) / chunk[axis];
            if (count > MAX_CHUNKS) {
                throw budget.refuse("the array '" + name + "' is stored in more than " + MAX_CHUNKS + " chunks; store it in larger ones.");
            }
        }
        if (bytes * count > MAX_CHUNK_WASTE + 16L * whole) {
            throw budget.refuse("the chunks of the array '" + name + "' are far larger than the array itself; store it in smaller ones.");
        }
        if (bytes > budget.bytes() / 2) {
            throw budget.refuse("the array '" + name + "' is stored in chunks of " + (bytes >> 20) + " MB (" + Budget.shapeText(Arrays.stream(chunk).asLongStream()
                    .toArray()) + "), of which not even one can be unpacked in memory; store it in smaller ones or give the process more memory.");
        }
        return (int) bytes;
    }

    private ByteBuffer chunks(ChunkedDataset chunked, int needed, long whole) {
        int[] size = chunked.getChunkDimensions();
        Hdf5Chunk chunk = new Hdf5Chunk(budget, name, chunked, chunkBytes(size, whole), this.size);
        byte[] all = new byte[needed];
        int[] offset = new int[shape.length];
        Arrays.setAll(offset, axis -> Math.toIntExact(begin[axis] / size[axis] * size[axis]));
        int[] first = offset.clone();
        boolean filled = false;
        do {
            byte[] content = chunk.content(offset);
            if (content != null) {
                copy(content, size, offset, all);
                filled = true;
            } else if (dataset.getFillValue() instanceof Number fill && fill.doubleValue() != 0) {
                throw budget.refuse("a part of the array '" + name + "' was never written; write all of it.");
            }
        } while (advance(offset, size, first));
        if (!filled && Arrays.equals(part(), shape)) {
            throw budget.refuse("none of the chunks of the array '" + name + "' can be found; the file is damaged.");
        }
        return ByteBuffer.wrap(all);
    }

    private boolean advance(int[] offset, int[] chunk, int[] first) {
        for (int axis = offset.length - 1; axis >= 0; axis--) {
            offset[axis] += chunk[axis];
            if (offset[axis] < end[axis]) {
                return true;
            }
            offset[axis] = first[axis];
        }
        return false;
    }

    /** Copies the part of a chunk that lies within what is read, row by row of the last axis. */
    private void copy(byte[] content, int[] chunk, int[] offset, byte[] all) {
        int last = shape.length - 1;
        int[] low = new int[shape.length];
        int[] high = new int[shape.length];
        for (int axis = 0; axis <= last; axis++) {
            low[axis] = (int) Math.max(0, begin[axis] - offset[axis]);
            high[axis] = (int) Math.min(chunk[axis], end[axis] - offset[axis]);
        }
        int run = (high[last] - low[last]) * size;
        int[] at = low.clone();
        int axis;
        do {
            long source = 0;
            long target = 0;
            for (axis = 0; axis <= last; axis++) {
                source = source * chunk[axis] + at[axis];
                target = target * (end[axis] - begin[axis]) + offset[axis] + at[axis] - begin[axis];
            }
            System.arraycopy(content, (int) (source * size), all, (int) (target * size), run);
            axis = last - 1;
            while (axis >= 0 && ++at[axis] == high[axis]) {
                at[axis] = low[axis];
                axis--;
            }
        } while (axis >= 0);
    }
}
