// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.exceptions.HdfException;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;

/**
 * Reads the numbers of one dataset. The library finds the bytes; unpacking and decoding happen here, so that no chunk can inflate beyond its
 * declared size and nothing is allocated that was not checked.
 */
final class Hdf5Elements {

    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;
    private static final int FLETCHER32 = 3;
    private static final long MAX_CHUNK_BYTES = 1L << 30;
    private static final long MAX_CHUNK_WASTE = 256L << 20;
    private static final int MAX_CHUNKS = 4_000_000;

    private final Budget budget;
    private final String name;
    private final Dataset dataset;
    /** The part of the first axis that is read. */
    private long from;
    private long to;

    Hdf5Elements(Budget budget, String name, Dataset dataset) {
        this.budget = budget;
        this.name = name;
        this.dataset = dataset;
        to = dataset.getDimensionsAsLong().length == 0 ? 1 : dataset.getDimensionsAsLong()[0];
    }

    /** The type of the array that {@link #read} gives. */
    static DataType type(Budget budget, String name, Dataset dataset) {
        return switch (dataset.getDataType()) {
            case FixedPoint fixed -> wholeType(fixed);
            case EnumDataType e when e.getBaseType() instanceof FixedPoint base -> bool(e) ? DataType.BOOL : wholeType(base);
            case FloatingPoint floating -> floating.getSize() == 8 ? DataType.DOUBLE : DataType.FLOAT;
            default -> throw budget.refuse("the array '" + name + "' holds elements of type " + typeName(dataset.getDataType())
                    + ", which are no numbers; choose a numeric array.");
        };
    }

    /** The entries {@code from} to {@code to} (exclusive) of the first axis. */
    INDArray read(long first, long last) {
        from = first;
        to = last;
        return read();
    }

    /** Sizes of the part that is read. */
    private long[] shape() {
        long[] shape = dataset.getDimensionsAsLong();
        if (shape.length > 0) {
            shape[0] = to - from;
        }
        return shape;
    }

    /** The element type for people, and whether {@link #read} can decode it. */
    static String typeName(io.jhdf.object.datatype.DataType type) {
        return switch (type) {
            case FixedPoint fixed -> (fixed.isSigned() ? "int" : "uint") + 8 * fixed.getSize();
            case FloatingPoint floating -> "float" + 8 * floating.getSize();
            case EnumDataType enumeration -> bool(enumeration) ? "bool" : "enum";
            default -> type.getClass().getSimpleName().replaceAll("Data|Type", "").toLowerCase(Locale.ROOT);
        };
    }

    static boolean numeric(io.jhdf.object.datatype.DataType type) {
        return type instanceof FixedPoint || type instanceof FloatingPoint || type instanceof EnumDataType;
    }

    private static boolean bool(EnumDataType type) {
        return type.getEnumMapping().size() == 2 && type.getEnumMapping().containsValue("FALSE") && type.getEnumMapping().containsValue("TRUE");
    }

    /** All elements in the order and shape of the file. */
    INDArray read() {
        io.jhdf.object.datatype.DataType type = dataset.getDataType();
        long[] shape = shape();
        int length = budget.elements(name, shape, Math.max(8, type.getSize()));
        return switch (type) {
            case FixedPoint fixed -> whole(fixed, wholeType(fixed), shape, length);
            case EnumDataType e when e.getBaseType() instanceof FixedPoint base -> whole(base, bool(e) ? DataType.BOOL : wholeType(base), shape, length);
            case FloatingPoint floating -> real(floating, shape, length);
            default -> throw budget.refuse("the array '" + name + "' holds elements of type " + typeName(type)
                    + ", which are no numbers; choose a numeric array.");
        };
    }

    private static DataType wholeType(FixedPoint type) {
        return switch (type.getSize()) {
            case 1 -> type.isSigned() ? DataType.INT8 : DataType.UINT8;
            case 2 -> type.isSigned() ? DataType.INT16 : DataType.INT32;
            case 4 -> type.isSigned() ? DataType.INT32 : DataType.INT64;
            default -> DataType.INT64;
        };
    }

    private INDArray whole(FixedPoint type, DataType target, long[] shape, int length) {
        int size = type.getSize();
        if (size != 1 && size != 2 && size != 4 && size != 8 || type.getBitPrecision() != 8 * size || type.getBitOffset() != 0) {
            throw budget.refuse("the array '" + name + "' holds whole numbers of an unusual layout; save it as int32 or float64.");
        }
        if (length == 0) {
            return Nd4j.create(target, shape);
        }
        ByteBuffer in = bytes(length, size).order(type.getByteOrder());
        long[] values = new long[length];
        for (int i = 0; i < length; i++) {
            values[i] = switch (size) {
                case 1 -> type.isSigned() ? in.get(i) : in.get(i) & 0xff;
                case 2 -> type.isSigned() ? in.getShort(2 * i) : in.getShort(2 * i) & 0xffff;
                case 4 -> type.isSigned() ? in.getInt(4 * i) : in.getInt(4 * i) & 0xffffffffL;
                default -> in.getLong(8 * i);
            };
            if (size == 8 && !type.isSigned() && values[i] < 0) {
                throw budget.refuse("the array '" + name + "' holds a number above 2^63, which cannot be represented; save it as float64.");
            }
        }
        return Elements.whole(values, target, shape);
    }

    private INDArray real(FloatingPoint type, long[] shape, int length) {
        int size = type.getSize();
        int mantissa = type.getMantissaSize();
        if (!(size == 8 && mantissa == 52 || size == 4 && mantissa == 23 || size == 2 && mantissa == 10)) {
            throw budget.refuse("the array '" + name + "' holds floating-point numbers of an unusual layout; save it as float32 or float64.");
        }
        DataType target = size == 8 ? DataType.DOUBLE : DataType.FLOAT;
        if (length == 0) {
            return Nd4j.create(target, shape);
        }
        ByteBuffer in = bytes(length, size).order(type.getByteOrder());
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = switch (size) {
                case 8 -> in.getDouble(8 * i);
                case 4 -> in.getFloat(4 * i);
                default -> Float.float16ToFloat(in.getShort(2 * i));
            };
        }
        return Elements.real(values, target, shape);
    }

    private ByteBuffer bytes(int length, int size) {
        long needed = (long) length * size;
        if (needed > Integer.MAX_VALUE - 64) {
            throw budget.refuse("the array '" + name + "' has " + needed + " bytes, more than can be read at once; cut it into smaller arrays.");
        }
        if (dataset.getStorageInBytes() == 0) {
            throw budget.refuse("the array '" + name + "' was declared but its values were never written.");
        }
        long whole = Arrays.stream(dataset.getDimensionsAsLong()).reduce(size, Math::multiplyExact);
        if (dataset instanceof ChunkedDataset chunked) {
            budget.ratio(name, dataset.getStorageInBytes(), whole);
            return chunks(chunked, size, (int) needed, whole);
        }
        if (dataset.getStorageInBytes() < whole) {
            throw budget.refuse("the array '" + name + "' declares " + whole + " bytes but holds " + dataset.getStorageInBytes()
                    + "; the file is damaged.");
        }
        if (needed < whole && dataset instanceof ContiguousDataset contiguous) {
            return part(contiguous, whole / dataset.getDimensionsAsLong()[0] * from, (int) needed);
        }
        ByteBuffer buffer = ((DatasetBase) dataset).getDataBuffer();
        if (buffer.remaining() < needed) {
            throw budget.refuse("the array '" + name + "' ends after " + buffer.remaining() + " of " + needed + " bytes; the file is cut off.");
        }
        return buffer.slice(buffer.position(), (int) needed);
    }

    private ByteBuffer part(ContiguousDataset contiguous, long skipped, int needed) {
        ByteBuffer bytes = ByteBuffer.allocate(needed);
        try (FileChannel channel = FileChannel.open(budget.file(), StandardOpenOption.READ)) {
            long at = contiguous.getHdfFile().getUserBlockSize() + contiguous.getDataAddress() + skipped;
            while (bytes.hasRemaining()) {
                int count = channel.read(bytes, at);
                if (count < 0) {
                    throw budget.refuse("the array '" + name + "' ends after " + (skipped + bytes.position()) + " bytes; the file is cut off.");
                }
                at += count;
            }
            return bytes.flip();
        } catch (IOException e) {
            throw budget.refuse(Budget.reason(e), e);
        }
    }

    private ByteBuffer chunks(ChunkedDataset chunked, int size, int needed, long whole) {
        long[] shape = chunked.getDimensionsAsLong();
        int[] chunk = chunked.getChunkDimensions();
        long chunkBytes = size;
        long chunkCount = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            if (chunk[axis] <= 0 || chunkBytes > MAX_CHUNK_BYTES / chunk[axis]) {
                throw budget.refuse("the array '" + name + "' is stored in chunks of an impossible size; the file is damaged.");
            }
            chunkBytes *= chunk[axis];
            chunkCount *= (shape[axis] + chunk[axis] - 1) / chunk[axis];
            if (chunkCount > MAX_CHUNKS) {
                throw budget.refuse("the array '" + name + "' is stored in more than " + MAX_CHUNKS + " chunks; store it in larger ones.");
            }
        }
        if (chunkBytes > budget.bytes() || chunkBytes * chunkCount > MAX_CHUNK_WASTE + 16L * whole) {
            throw budget.refuse("the chunks of the array '" + name + "' are far larger than the array itself; store it in smaller ones.");
        }
        byte[] all = new byte[needed];
        int[] offset = new int[shape.length];
        offset[0] = Math.toIntExact(from / chunk[0] * chunk[0]);
        long chunksPerRow = chunkCount / ((shape[0] + chunk[0] - 1) / chunk[0]);
        long count = chunksPerRow * ((to + chunk[0] - 1) / chunk[0] - from / chunk[0]);
        int filled = 0;
        for (long i = 0; i < count; i++) {
            byte[] content = content(chunked, offset, (int) chunkBytes, size);
            if (content != null) {
                copy(content, chunk, offset, shape, size, all);
                filled++;
            } else if (dataset.getFillValue() instanceof Number fill && fill.doubleValue() != 0) {
                throw budget.refuse("a part of the array '" + name + "' was never written; write all of it.");
            }
            advance(offset, chunk, shape);
        }
        if (filled == 0 && count == chunkCount) {
            throw budget.refuse("none of the chunks of the array '" + name + "' can be found; the file is damaged.");
        }
        return ByteBuffer.wrap(all);
    }

    private static void advance(int[] offset, int[] chunk, long[] shape) {
        for (int axis = offset.length - 1; axis >= 0; axis--) {
            offset[axis] += chunk[axis];
            if (offset[axis] < shape[axis]) {
                return;
            }
            offset[axis] = 0;
        }
    }

    /** The unpacked bytes of a chunk, null for one that was never written (its elements are zero). */
    private byte[] content(ChunkedDataset chunked, int[] offset, int chunkBytes, int size) {
        ByteBuffer raw;
        try {
            raw = chunked.getRawChunkBuffer(offset);
        } catch (HdfException e) {
            if (e.getMessage() != null && e.getMessage().startsWith("No chunk")) {
                return null;
            }
            throw e;
        }
        byte[] bytes = new byte[raw.remaining()];
        raw.get(bytes);
        List<PipelineFilterWithData> filters = chunked.getFilters();
        for (int i = filters.size() - 1; i >= 0; i--) {
            bytes = switch (filters.get(i).getId()) {
                case DEFLATE -> inflate(bytes, chunkBytes + 4);
                case SHUFFLE -> unshuffle(bytes, size);
                case FLETCHER32 -> Arrays.copyOf(bytes, Math.max(0, bytes.length - 4));
                default -> throw budget.refuse("the array '" + name + "' is packed by the filter '" + filters.get(i).getName()
                        + "', which is not read; save it again with gzip compression.");
            };
        }
        if (bytes.length != chunkBytes) {
            throw budget.refuse("a chunk of the array '" + name + "' holds " + bytes.length + " bytes instead of " + chunkBytes + "; the file is damaged.");
        }
        return bytes;
    }

    private byte[] inflate(byte[] packed, int limit) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(limit, 1 << 16));
            byte[] part = new byte[1 << 13];
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 || out.size() + count > limit) {
                    throw budget.refuse("a compressed chunk of the array '" + name + "' is "
                            + (count == 0 ? "cut off" : "larger than declared") + "; the file is damaged.");
                }
                out.write(part, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw budget.refuse("a compressed chunk of the array '" + name + "' cannot be unpacked; the file is damaged.", e);
        } finally {
            inflater.end();
        }
    }

    /** Undoes HDF5's byte shuffle: all first bytes of the elements, then all second bytes, and so on. */
    private static byte[] unshuffle(byte[] shuffled, int size) {
        int count = shuffled.length / size;
        byte[] plain = shuffled.clone();
        for (int element = 0; element < count; element++) {
            for (int b = 0; b < size; b++) {
                plain[element * size + b] = shuffled[b * count + element];
            }
        }
        return plain;
    }

    /** Copies the part of a chunk that lies within what is read, row by row of the last axis. */
    private void copy(byte[] content, int[] chunk, int[] offset, long[] shape, int size, byte[] all) {
        int last = shape.length - 1;
        int run = (int) Math.min(chunk[last], shape[last] - offset[last]) * size;
        int[] at = new int[shape.length];
        at[0] = (int) Math.max(0, from - offset[0]);
        if (last == 0) {
            long end = Math.min(to, (long) offset[0] + chunk[0]);
            int first = offset[0] + at[0];
            System.arraycopy(content, at[0] * size, all, (int) ((first - from) * size), (int) ((end - first) * size));
            return;
        }
        while (offset[0] + at[0] < to) {
            long source = 0;
            long target = 0;
            for (int axis = 0; axis <= last; axis++) {
                source = source * chunk[axis] + at[axis];
                target = target * shape[axis] + offset[axis] + at[axis] - (axis == 0 ? from : 0);
            }
            System.arraycopy(content, (int) (source * size), all, (int) (target * size), run);
            int axis = last - 1;
            while (axis >= 0 && (++at[axis] == chunk[axis] || offset[axis] + at[axis] >= shape[axis])) {
                at[axis--] = 0;
            }
            if (axis < 0) {
                return;
            }
        }
    }
}
