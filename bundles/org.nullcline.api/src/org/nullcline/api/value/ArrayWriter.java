// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.api.NullclineException;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.array.Npy;

/**
 * Collects the rows of a large float matrix, in any order and from any number of threads: in memory while the matrix is small beside the memory
 * of this process, otherwise in a file of the task's own folder ({@link org.nullcline.api.step.StepContext#checkpoints}), from which it is stored
 * without ever being in memory as a whole. Closing one that was not finished removes its file.
 */
public final class ArrayWriter implements AutoCloseable {

    /** The share of this process's memory that a matrix may take. */
    private static final long SHARE = 16;

    private final long[] shape;
    private final int columns;
    private final float[] memory;
    private final Path file;
    private final FileChannel channel;
    private final long begin;
    private boolean finished;

    private ArrayWriter(long rows, int columns) {
        this.columns = columns;
        file = null;
        channel = null;
        begin = 0;
        memory = new float[Math.toIntExact(rows * columns)];
        shape = new long[] {rows, columns};
    }

    private ArrayWriter(long rows, int columns, Path file) throws IOException {
        this.columns = columns;
        this.file = file;
        memory = null;
        shape = new long[] {rows, columns};
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            OutputStream out = Channels.newOutputStream(channel);
            Npy.writeHeader(out, DataType.FLOAT, shape);
            begin = channel.position();
            if (rows * columns > 0) {
                channel.write(ByteBuffer.allocate(1), begin + rows * columns * Float.BYTES - 1);
            }
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /**
     * Begins a matrix of zeros.
     *
     * @param folder where a large one is collected
     * @param name of the file in it, without suffix
     */
    public static ArrayWriter create(Path folder, String name, long rows, int columns) {
        return create(folder, name, rows, columns, Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** As above, with the largest number of bytes that are kept in memory. */
    public static ArrayWriter create(Path folder, String name, long rows, int columns, long mostBytes) {
        boolean small = Float.BYTES * rows * columns <= mostBytes;
        try {
            if (!small) {
                Files.createDirectories(folder);
            }
            return small ? new ArrayWriter(rows, columns) : new ArrayWriter(rows, columns, folder.resolve(name + ".npy"));
        } catch (IOException e) {
            throw failure(folder.resolve(name + ".npy"), e);
        }
    }

    /** Sets the rows from {@code row} on; {@code values} holds whole rows in C order. Different threads may write different rows. */
    public void write(long row, float[] values) {
        if (memory != null) {
            System.arraycopy(values, 0, memory, Math.toIntExact(row * columns), values.length);
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        try {
            long at = begin + row * columns * Float.BYTES;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** The matrix; nothing may be written any more. */
    public ArrayData finish() {
        if (memory != null) {
            return ArrayData.of(NdArrays.of(memory, shape));
        }
        try {
            channel.close();
            finished = true;
            return ArrayData.of(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Closes the file; one that was not finished disappears, because it holds but a part. */
    @Override
    public void close() {
        if (channel == null || finished) {
            return;
        }
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static NullclineException failure(Path file, IOException e) {
        return NullclineException.infrastructure("The intermediate file " + file + " cannot be written: " + e.getMessage() + "; free some space and run again.", e);
    }
}
