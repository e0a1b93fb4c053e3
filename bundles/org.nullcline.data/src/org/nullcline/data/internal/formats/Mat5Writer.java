// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.NdArrays;

/**
 * Writes values as MAT-files of level 5: one variable per array (dots and hyphens of the names become underscores), texts and numbers among
 * the attributes as char arrays and scalars. Axes keep their order; trials of equal length become the first axis.
 */
final class Mat5Writer {

    private static final int LIMIT = Integer.MAX_VALUE - 4096;
    private static final int CHAR_CLASS = 4;
    private static final int DOUBLE_CLASS = 6;

    private record Layout(int classCode, int flags, int type, int size) {
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    byte[] encode(Value value) {
        byte[] header = new byte[128];
        Arrays.fill(header, 0, 124, (byte) ' ');
        byte[] text = ("MATLAB 5.0 MAT-file, written by Nullcline, kind: " + value.kind()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, header, 0, Math.min(text.length, 116));
        header[124] = 0;
        header[125] = 1;
        header[126] = 'I';
        header[127] = 'M';
        out.writeBytes(header);
        for (NamedArray array : value.arrays().values()) {
            variable(MainArray.byTrial(value, array));
        }
        for (Map.Entry<String, Object> attribute : value.attributes().entrySet()) {
            if (attribute.getValue() instanceof String content && !value.has(attribute.getKey())) {
                matrix(variableName(attribute.getKey()), CHAR_CLASS, 0, new long[] {1, content.length()}, Mat5Parser.MI_UINT16, utf16(content));
            } else if (attribute.getValue() instanceof Number number && !value.has(attribute.getKey())) {
                matrix(variableName(attribute.getKey()), DOUBLE_CLASS, 0, new long[] {1, 1}, Mat5Parser.MI_DOUBLE,
                        buffer(8).putDouble(number.doubleValue()).array());
            }
        }
        return out.toByteArray();
    }

    private void variable(NamedArray array) {
        INDArray data = array.data().all();
        long[] shape = matlabShape(array.data().shape());
        if (data.length() * 8 > LIMIT - out.size()) {
            throw NullclineException.invalid("The array '" + array.name() + "' is too large for a MAT-file of level 5; write to .h5 instead.");
        }
        INDArray columnMajor = Elements.reverseAxes(data);
        DataType type = data.dataType();
        switch (type) {
            case DOUBLE, FLOAT -> reals(array.name(), columnMajor, type == DataType.DOUBLE, shape);
            default -> wholes(array.name(), columnMajor, shape);
        }
    }

    private void reals(String name, INDArray columnMajor, boolean wide, long[] shape) {
        double[] values = NdArrays.doubles(columnMajor);
        ByteBuffer bytes = buffer(values.length * (wide ? 8 : 4));
        for (double v : values) {
            if (wide) {
                bytes.putDouble(v);
            } else {
                bytes.putFloat((float) v);
            }
        }
        matrix(variableName(name), wide ? DOUBLE_CLASS : 7, 0, shape, wide ? Mat5Parser.MI_DOUBLE : Mat5Parser.MI_SINGLE, bytes.array());
    }

    private void wholes(String name, INDArray columnMajor, long[] shape) {
        long[] values = columnMajor.isEmpty() ? new long[0] : NdArrays.longs(columnMajor);
        Layout layout = switch (columnMajor.dataType()) {
            case BOOL -> new Layout(9, 0x0200, Mat5Parser.MI_UINT8, 1);
            case UBYTE -> new Layout(9, 0, Mat5Parser.MI_UINT8, 1);
            case BYTE -> new Layout(8, 0, Mat5Parser.MI_INT8, 1);
            case SHORT -> new Layout(10, 0, Mat5Parser.MI_INT16, 2);
            case INT -> new Layout(12, 0, Mat5Parser.MI_INT32, 4);
            default -> new Layout(14, 0, Mat5Parser.MI_INT64, 8);
        };
        ByteBuffer bytes = buffer(values.length * layout.size());
        for (long v : values) {
            switch (layout.size()) {
                case 1 -> bytes.put((byte) v);
                case 2 -> bytes.putShort((short) v);
                case 4 -> bytes.putInt((int) v);
                default -> bytes.putLong(v);
            }
        }
        matrix(variableName(name), layout.classCode(), layout.flags(), shape, layout.type(), bytes.array());
    }

    private void matrix(String name, int classCode, int flags, long[] shape, int type, byte[] data) {
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        int size = 16 + 8 + padded(4 * shape.length) + 8 + padded(nameBytes.length) + 8 + padded(data.length);
        out.writeBytes(buffer(8).putInt(Mat5Parser.MI_MATRIX).putInt(size).array());
        element(Mat5Parser.MI_UINT32, buffer(8).putInt(classCode | flags).putInt(0).array());
        ByteBuffer sizes = buffer(4 * shape.length);
        for (long axis : shape) {
            sizes.putInt(Math.toIntExact(axis));
        }
        element(Mat5Parser.MI_INT32, sizes.array());
        element(Mat5Parser.MI_INT8, nameBytes);
        element(type, data);
    }

    private void element(int type, byte[] data) {
        out.writeBytes(buffer(8).putInt(type).putInt(data.length).array());
        out.writeBytes(data);
        out.writeBytes(new byte[padded(data.length) - data.length]);
    }

    /** MATLAB arrays have at least two axes; a vector becomes a column. */
    private static long[] matlabShape(long[] shape) {
        return switch (shape.length) {
            case 0 -> new long[] {1, 1};
            case 1 -> new long[] {shape[0], 1};
            default -> shape;
        };
    }

    /** A MATLAB identifier: letters, digits and underscores, at most 63, beginning with a letter. */
    private static String variableName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        String lettered = Character.isLetter(plain.charAt(0)) ? plain : "x" + plain;
        return lettered.substring(0, Math.min(63, lettered.length()));
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int padded(int size) {
        return (size + 7) & ~7;
    }
}
