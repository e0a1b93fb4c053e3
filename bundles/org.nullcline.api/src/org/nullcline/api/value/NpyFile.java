// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.MemoryNeed;
import org.nullcline.api.NullclineException;
import org.nullcline.compute.array.Npy;

/** Array elements in an {@code .npy} file, loaded when asked for. */
final class NpyFile implements ArrayData {

    private static final long BUDGET_BYTES = 16L << 30;
    /** An array in memory and what is made of it. */
    private static final double COPIES = 1.5;

    private final Path file;
    private final Npy.Header header;

    NpyFile(Path file, Npy.Header header) {
        this.file = file;
        this.header = header;
    }

    @Override
    public long[] shape() {
        return header.shape().clone();
    }

    @Override
    public DataType type() {
        return header.dataType();
    }

    @Override
    public INDArray all() {
        requireMemory(header.length());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Npy.read(in, Files.size(file), BUDGET_BYTES);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public INDArray slice(long from, long to) {
        long[] shape = shape();
        Objects.checkFromToIndex(from, to, shape[0]);
        if (header.fortran()) {
            return ArrayData.of(all()).slice(from, to);
        }
        requireMemory((to - from) * width());
        shape[0] = to - from;
        try (InputStream in = at(from)) {
            return Npy.decode(in, header, shape);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public float[] floats(long from, long to) {
        if (header.fortran() || !Npy.decodesFloats(header)) {
            return ArrayData.super.floats(from, to);
        }
        Objects.checkFromToIndex(from, to, header.shape()[0]);
        try (InputStream in = at(from)) {
            requireMemory((to - from) * width());
            return Npy.decodeFloats(in, header, Math.toIntExact((to - from) * width()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public double[] doubles(long from, long to) {
        if (header.fortran() || !header.type().equals("f8")) {
            return ArrayData.super.doubles(from, to);
        }
        Objects.checkFromToIndex(from, to, header.shape()[0]);
        try (InputStream in = at(from)) {
            requireMemory((to - from) * width());
            return Npy.decodeDoubles(in, header, Math.toIntExact((to - from) * width()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The file from an entry of the first axis on. */
    private InputStream at(long entry) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            channel.position(header.headerBytes() + entry * width() * header.elementBytes());
            return Channels.newInputStream(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void requireMemory(long elements) {
        MemoryNeed.require("Having " + elements + " numbers of " + file.getFileName() + " ("
                + Arrays.stream(header.shape()).mapToObj(Long::toString).collect(Collectors.joining(" × ")) + ") in memory", COPIES * header.elementBytes() * elements,
                "make it smaller first: wider bins, fewer channels, fewer or shorter trials");
    }

    private NullclineException unreadable(IOException e) {
        return NullclineException.input(file + " cannot be read: " + e.getMessage(), e);
    }
}
