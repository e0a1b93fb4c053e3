// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.array;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * NumPy's {@code .npy} format, versions 1 to 3, read and written without any native code.
 *
 * <p>Source: NumPy Enhancement Proposal 1. Reading accepts booleans, signed and unsigned integers and floats of either byte order, in C or
 * Fortran order; object arrays (pickles) and structured types are refused. The declared size is checked before anything is allocated.
 */
public final class Npy {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_HEADER = 1 << 16;
    private static final int CHUNK = 1 << 16;
    private static final Pattern HEADER = Pattern.compile(
            "\\{\\s*'descr':\\s*'(?<descr>[^']*)'\\s*,\\s*'fortran_order':\\s*(?<fortran>True|False)\\s*,\\s*'shape':\\s*\\((?<shape>[0-9,\\sL]*)\\)\\s*,?\\s*\\}\\s*");
    private static final Pattern DESCR = Pattern.compile("(?<order>[<>|=])(?<type>[biuf])(?<size>[1248])");

    private Npy() {
    }

    /**
     * What a file declares about its array.
     *
     * @param type NumPy's type code without byte order, such as {@code f8}
     * @param littleEndian byte order of the elements
     * @param fortran whether the first axis varies fastest
     * @param shape sizes of the axes; empty for a scalar
     * @param headerBytes bytes before the first element
     */
    public record Header(String type, boolean littleEndian, boolean fortran, long[] shape, int headerBytes) {

        /** Bytes of one element. */
        public int elementBytes() {
            return type.charAt(1) - '0';
        }

        /** Number of elements. */
        public long length() {
            long length = 1;
            for (long size : shape) {
                length = Math.multiplyExact(length, size);
            }
            return length;
        }

        /** The ND4J type that holds the elements without loss. */
        public DataType dataType() {
            return switch (type) {
                case "b1" -> DataType.BOOL;
                case "f4", "f2" -> DataType.FLOAT;
                case "f8" -> DataType.DOUBLE;
                case "i1" -> DataType.INT8;
                case "i2" -> DataType.INT16;
                case "i4", "u2" -> DataType.INT32;
                case "u1" -> DataType.UINT8;
                default -> DataType.INT64;
            };
        }
    }

    /**
     * Reads the header and leaves the stream at the first element.
     *
     * @throws IOException with a sentence for the user when this is no {@code .npy} file or holds what cannot be read safely
     */
    public static Header readHeader(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] magic = data.readNBytes(MAGIC.length + 2);
        if (magic.length < MAGIC.length + 2 || !Arrays.equals(magic, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("This is not an .npy file: it does not begin with NumPy's signature.");
        }
        int version = magic[MAGIC.length];
        int lengthBytes = version == 1 ? 2 : 4;
        if (version < 1 || version > 3) {
            throw new IOException("Version " + version + " of the .npy format is not known; save the array again with numpy.save.");
        }
        byte[] lengthField = data.readNBytes(lengthBytes);
        if (lengthField.length < lengthBytes) {
            throw new IOException("The .npy header is cut off.");
        }
        ByteBuffer length = ByteBuffer.wrap(lengthField).order(ByteOrder.LITTLE_ENDIAN);
        long headerLength = lengthBytes == 2 ? length.getShort() & 0xffff : length.getInt() & 0xffffffffL;
        if (headerLength > MAX_HEADER) {
            throw new IOException("The .npy header claims " + headerLength + " bytes; no plain array needs that.");
        }
        byte[] text = data.readNBytes((int) headerLength);
        if (text.length < headerLength) {
            throw new IOException("The .npy header is cut off.");
        }
        return parse(new String(text, StandardCharsets.UTF_8), MAGIC.length + 2 + lengthBytes + (int) headerLength);
    }

    private static Header parse(String text, int headerBytes) throws IOException {
        Matcher header = HEADER.matcher(text);
        if (!header.matches()) {
            throw new IOException("The .npy file does not describe a plain array (structured types are not read); save one plain array per file.");
        }
        Matcher descr = DESCR.matcher(header.group("descr"));
        if (!descr.matches()) {
            String hint = header.group("descr").endsWith("O") ? "Python objects (pickles) are refused because reading them runs code"
                    : "this type is not read";
            throw new IOException("The .npy file has element type '" + header.group("descr") + "'; " + hint
                    + ". Save the data as a numeric array, for example with numpy.save(file, array.astype('float64')).");
        }
        String type = descr.group("type") + descr.group("size");
        if (type.equals("b2") || type.equals("b4") || type.equals("b8") || type.equals("f1")) {
            throw new IOException("The .npy file has the unknown element type '" + header.group("descr") + "'.");
        }
        boolean little = !descr.group("order").equals(">");
        String shapeText = header.group("shape").replace("L", "").strip();
        long[] shape;
        try {
            shape = shapeText.isEmpty() ? new long[0]
                    : Arrays.stream(shapeText.split(",")).map(String::strip).filter(s -> !s.isEmpty()).mapToLong(Long::parseLong).toArray();
            if (shape.length > 32) {
                throw new IOException("The .npy file declares " + shape.length + " axes; at most 32 are read.");
            }
            Header parsed = new Header(type, little, header.group("fortran").equals("True"), shape, headerBytes);
            Math.multiplyExact(parsed.length(), parsed.elementBytes());
            return parsed;
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IOException("The .npy file declares the impossible shape (" + shapeText + ").", e);
        }
    }

    /**
     * Reads one array.
     *
     * @param in a stream at the beginning of an {@code .npy} file
     * @param availableBytes bytes that follow, header included, or -1 when not known; a different declared size is refused before allocation
     * @param budgetBytes the largest array, in bytes, that may be allocated
     * @return an array in C order with the file's shape
     */
    public static INDArray read(InputStream in, long availableBytes, long budgetBytes) throws IOException {
        Header header = readHeader(in);
        long bytes = header.length() * header.elementBytes();
        if (availableBytes >= 0 && bytes != availableBytes - header.headerBytes()) {
            throw new IOException("The .npy file declares " + shapeText(header.shape()) + " = " + bytes + " bytes of data but holds "
                    + (availableBytes - header.headerBytes()) + "; it is cut off or damaged.");
        }
        requireBudget(header, budgetBytes);
        INDArray array = decode(in, header, header.shape());
        if (in.read() >= 0) {
            throw new IOException("The .npy file holds more data than its header declares; it is damaged.");
        }
        return array;
    }

    /** Refuses an array that would not fit in {@code budgetBytes} or that cannot be addressed. */
    public static void requireBudget(Header header, long budgetBytes) throws IOException {
        long memory = header.length() * Math.max(header.elementBytes(), 4);
        if (memory > budgetBytes || header.length() > Integer.MAX_VALUE - 16) {
            throw new IOException("The array " + shapeText(header.shape()) + " needs " + memory + " bytes at once, more than the " + budgetBytes
                    + " allowed; cut it into smaller files, or give the process more memory.");
        }
    }

    /** Decodes {@code shape} elements from the current position of the stream; {@code shape} may be a part of the first axis. */
    public static INDArray decode(InputStream in, Header header, long[] shape) throws IOException {
        long product = 1;
        for (long size : shape) {
            product *= size;
        }
        int length = Math.toIntExact(product);
        if (length == 0) {
            return Nd4j.create(header.dataType(), shape);
        }
        if (header.type().equals("f4") && !header.fortran()) {
            return NdArrays.of(decodeFloats(in, header, length), shape);
        }
        ByteOrder order = header.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        boolean integer = header.dataType() != DataType.DOUBLE && header.dataType() != DataType.FLOAT;
        double[] real = integer ? null : new double[length];
        long[] whole = integer ? new long[length] : null;
        int size = header.elementBytes();
        byte[] chunk = new byte[CHUNK * size];
        for (int done = 0; done < length;) {
            int count = Math.min(CHUNK, length - done);
            if (in.readNBytes(chunk, 0, count * size) < count * size) {
                throw new IOException("The .npy file ends after " + done + " of " + length + " elements; it is cut off.");
            }
            ByteBuffer buffer = ByteBuffer.wrap(chunk).order(order);
            for (int i = 0; i < count; i++) {
                if (integer) {
                    whole[done + i] = wholeAt(buffer, i * size, header.type());
                } else {
                    real[done + i] = realAt(buffer, i * size, header.type());
                }
            }
            done += count;
        }
        long[] stored = header.fortran() ? reversed(shape) : shape;
        INDArray array = integer ? NdArrays.of(whole, stored).castTo(header.dataType()) : NdArrays.of(real, stored).castTo(header.dataType());
        if (!header.fortran() || shape.length < 2) {
            return array;
        }
        int[] axes = new int[shape.length];
        Arrays.setAll(axes, i -> shape.length - 1 - i);
        return array.permute(axes).dup('c');
    }

    /** Whether {@link #decodeFloats} reads arrays of this type. */
    public static boolean decodesFloats(Header header) {
        return switch (header.type()) {
            case "f4", "f8", "i1", "u1", "i2", "i4", "b1" -> true;
            default -> false;
        };
    }

    /** The next {@code length} elements of a stream as floats, for the types of {@link #decodesFloats}; much faster than {@link #decode}. */
    public static float[] decodeFloats(InputStream in, Header header, int length) throws IOException {
        float[] values = new float[length];
        int size = header.elementBytes();
        byte[] chunk = new byte[Math.min(CHUNK, length) * size];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(header.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (int done = 0; done < length;) {
            int count = Math.min(CHUNK, length - done);
            if (in.readNBytes(chunk, 0, count * size) < count * size) {
                throw new IOException("The .npy file ends after " + done + " of " + length + " elements; it is cut off.");
            }
            switch (header.type()) {
                case "f4" -> buffer.asFloatBuffer().get(values, done, count);
                case "f8" -> {
                    for (int i = 0; i < count; i++) {
                        values[done + i] = (float) buffer.getDouble(8 * i);
                    }
                }
                case "i4" -> {
                    for (int i = 0; i < count; i++) {
                        values[done + i] = buffer.getInt(4 * i);
                    }
                }
                case "i2" -> {
                    for (int i = 0; i < count; i++) {
                        values[done + i] = buffer.getShort(2 * i);
                    }
                }
                case "i1" -> {
                    for (int i = 0; i < count; i++) {
                        values[done + i] = chunk[i];
                    }
                }
                case "b1" -> {
                    for (int i = 0; i < count; i++) {
                        values[done + i] = chunk[i] == 0 ? 0 : 1;
                    }
                }
                default -> {
                    for (int i = 0; i < count; i++) {
                        values[done + i] = chunk[i] & 0xff;
                    }
                }
            }
            done += count;
        }
        return values;
    }

    /** The next {@code length} elements of a stream of type {@code f8} as doubles; much faster than {@link #decode}. */
    public static double[] decodeDoubles(InputStream in, Header header, int length) throws IOException {
        double[] values = new double[length];
        byte[] chunk = new byte[Math.min(CHUNK, length) * Double.BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(header.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (int done = 0; done < length;) {
            int count = Math.min(CHUNK, length - done);
            if (in.readNBytes(chunk, 0, count * Double.BYTES) < count * Double.BYTES) {
                throw new IOException("The .npy file ends after " + done + " of " + length + " elements; it is cut off.");
            }
            buffer.asDoubleBuffer().get(values, done, count);
            done += count;
        }
        return values;
    }

    private static long wholeAt(ByteBuffer buffer, int at, String type) throws IOException {
        return switch (type) {
            case "b1" -> buffer.get(at) != 0 ? 1 : 0;
            case "i1" -> buffer.get(at);
            case "u1" -> buffer.get(at) & 0xff;
            case "i2" -> buffer.getShort(at);
            case "u2" -> buffer.getShort(at) & 0xffff;
            case "i4" -> buffer.getInt(at);
            case "u4" -> buffer.getInt(at) & 0xffffffffL;
            default -> {
                long value = buffer.getLong(at);
                if (value < 0 && type.equals("u8")) {
                    throw new IOException("The .npy file holds an unsigned 64-bit number above 2^63, which cannot be represented; save it as float64.");
                }
                yield value;
            }
        };
    }

    private static double realAt(ByteBuffer buffer, int at, String type) {
        return switch (type) {
            case "f2" -> Float.float16ToFloat(buffer.getShort(at));
            case "f4" -> buffer.getFloat(at);
            default -> buffer.getDouble(at);
        };
    }

    /** Writes {@code array} little-endian in C order, format version 1.0, so that {@code numpy.load} opens it. The stream stays open. */
    public static void write(OutputStream out, INDArray array) throws IOException {
        write(out, array, array.isEmpty() ? new long[] {0} : array.shape());
    }

    /** As {@link #write(OutputStream, INDArray)} with an explicit shape, which an empty ND4J array does not know itself. */
    public static void write(OutputStream out, INDArray array, long[] shape) throws IOException {
        writeHeader(out, array.dataType(), shape);
        writeElements(out, array);
    }

    /** Writes what stands before the elements; {@link #writeElements} must follow until all of {@code shape} is written. */
    public static void writeHeader(OutputStream out, DataType type, long[] shape) throws IOException {
        String dict = "{'descr': '" + descr(type) + "', 'fortran_order': False, 'shape': " + shapeText(shape) + ", }";
        int unpadded = MAGIC.length + 4 + dict.length() + 1;
        String padded = dict + " ".repeat((64 - unpadded % 64) % 64) + "\n";
        ByteBuffer header = ByteBuffer.allocate(MAGIC.length + 4 + padded.length());
        header.put(MAGIC).put(new byte[] {1, 0, (byte) padded.length(), (byte) (padded.length() >> 8)}).put(padded.getBytes(StandardCharsets.US_ASCII));
        out.write(header.array());
        out.flush();
    }

    private static String descr(DataType type) throws IOException {
        return switch (type) {
            case DOUBLE -> "<f8";
            case FLOAT -> "<f4";
            case LONG -> "<i8";
            case INT -> "<i4";
            case SHORT -> "<i2";
            case BYTE -> "|i1";
            case UBYTE -> "|u1";
            case BOOL -> "|b1";
            default -> throw new IOException("Arrays of type " + type + " are not written as .npy.");
        };
    }

    /** Writes elements in C order, little-endian. The stream stays open. */
    public static void writeElements(OutputStream out, INDArray array) throws IOException {
        String descr = descr(array.dataType());
        BufferedOutputStream buffered = new BufferedOutputStream(out, CHUNK);
        int size = descr.charAt(2) - '0';
        ByteBuffer element = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        if (array.dataType() == DataType.FLOAT) {
            writeElements(buffered, NdArrays.floats(array));
        } else if (descr.charAt(1) == 'f') {
            writeElements(buffered, NdArrays.doubles(array));
        } else {
            for (long value : NdArrays.longs(array)) {
                element.putLong(0, value);
                buffered.write(element.array(), 0, size);
            }
        }
        buffered.flush();
    }

    /** Writes floats, little-endian. The stream stays open. */
    public static void writeElements(OutputStream out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * Math.min(CHUNK, Math.max(1, values.length))).order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < values.length;) {
            int count = Math.min(CHUNK, values.length - done);
            bytes.asFloatBuffer().put(values, done, count);
            out.write(bytes.array(), 0, Float.BYTES * count);
            done += count;
        }
        out.flush();
    }

    /** Writes doubles, little-endian. The stream stays open. */
    public static void writeElements(OutputStream out, double[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * Math.min(CHUNK, Math.max(1, values.length))).order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < values.length;) {
            int count = Math.min(CHUNK, values.length - done);
            bytes.asDoubleBuffer().put(values, done, count);
            out.write(bytes.array(), 0, Double.BYTES * count);
            done += count;
        }
        out.flush();
    }

    private static String shapeText(long[] shape) {
        String joined = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, shape.length == 1 ? "(%s,)" : "(%s)", joined);
    }

    private static long[] reversed(long[] shape) {
        long[] reversed = new long[shape.length];
        Arrays.setAll(reversed, i -> shape[shape.length - 1 - i]);
        return reversed;
    }
}
