// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.nio.ByteBuffer;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Decodes the elements of MATLAB arrays; the axes keep MATLAB's order. */
final class Mat5Decoder {

    private final Budget budget;

    Mat5Decoder(Budget budget) {
        this.budget = budget;
    }

    INDArray decode(String name, MatNode node) {
        return switch (node) {
            case MatNode.Numeric numeric -> numeric(name, numeric);
            case MatNode.Sparse sparse -> sparse(name, sparse);
            case MatNode.Cell cell -> throw budget.refuse("'" + name + "' is a cell array; choose one of its elements, such as " + name + "{1}, or all by "
                    + name + "{*.");
            case MatNode.Struct struct -> throw budget.refuse("'" + name + "' is a struct; choose one of its fields"
                    + (struct.elements().isEmpty() || struct.elements().getFirst().isEmpty() ? "."
                            : ", such as " + name + "." + struct.elements().getFirst().keySet().iterator().next() + "."));
            case MatNode.Unreadable unreadable -> throw budget.refuse("'" + name + "' cannot be read: " + unreadable.reason() + ".");
        };
    }

    private INDArray numeric(String name, MatNode.Numeric array) {
        int length = budget.elements(name, array.shape(), 8);
        int available = count(name, array.real());
        if (available != length) {
            throw budget.refuse("the array '" + name + "' declares " + Budget.shapeText(array.shape()) + " elements but holds " + available
                    + "; the file is damaged.");
        }
        long[] stored = Elements.reversed(array.shape());
        DataType type = type(array.className());
        if (type == DataType.DOUBLE || type == DataType.FLOAT) {
            return Elements.reverseAxes(Elements.real(reals(array.real(), length), type, stored));
        }
        return Elements.reverseAxes(Elements.whole(wholes(name, array.real(), length), type, stored));
    }

    private INDArray sparse(String name, MatNode.Sparse matrix) {
        if (matrix.shape().length != 2) {
            throw budget.refuse("the sparse matrix '" + name + "' has " + matrix.shape().length + " axes; the file is damaged.");
        }
        int length = budget.elements(name, matrix.shape(), 8);
        int rows = (int) matrix.shape()[0];
        int columns = (int) matrix.shape()[1];
        long[] starts = wholes(name, matrix.columnStarts(), count(name, matrix.columnStarts()));
        long[] rowIndex = wholes(name, matrix.rows(), count(name, matrix.rows()));
        double[] values = reals(matrix.real(), count(name, matrix.real()));
        double[] dense = new double[length];
        if (starts.length <= columns) {
            throw budget.refuse("the sparse matrix '" + name + "' lacks columns; the file is damaged.");
        }
        for (int column = 0; column < columns; column++) {
            for (long i = starts[column]; i < starts[column + 1]; i++) {
                if (i < 0 || i >= rowIndex.length || i >= values.length || rowIndex[(int) i] < 0 || rowIndex[(int) i] >= rows) {
                    throw budget.refuse("the sparse matrix '" + name + "' refers to elements that are not there; the file is damaged.");
                }
                dense[(int) rowIndex[(int) i] * columns + column] = values[(int) i];
            }
        }
        return Elements.real(dense, DataType.DOUBLE, matrix.shape());
    }

    /** The ND4J type that holds the elements of a MATLAB class without loss; characters become their UTF-16 codes. */
    static DataType type(String className) {
        return switch (className) {
            case "single" -> DataType.FLOAT;
            case "int8" -> DataType.INT8;
            case "uint8" -> DataType.UINT8;
            case "int16" -> DataType.INT16;
            case "uint16", "char", "int32" -> DataType.INT32;
            case "uint32", "int64", "uint64" -> DataType.INT64;
            case "logical" -> DataType.BOOL;
            default -> DataType.DOUBLE;
        };
    }

    private int count(String name, MatNode.Data data) {
        return data.bytes().remaining() / bytes(name, data.type());
    }

    private int bytes(String name, int type) {
        return switch (type) {
            case Mat5Parser.MI_INT8, Mat5Parser.MI_UINT8, Mat5Parser.MI_UTF8 -> 1;
            case Mat5Parser.MI_INT16, Mat5Parser.MI_UINT16, Mat5Parser.MI_UTF16 -> 2;
            case Mat5Parser.MI_INT32, Mat5Parser.MI_UINT32, Mat5Parser.MI_SINGLE -> 4;
            case Mat5Parser.MI_DOUBLE, Mat5Parser.MI_INT64, Mat5Parser.MI_UINT64 -> 8;
            default -> throw budget.refuse("the array '" + name + "' has the unknown storage type " + type + "; the file is damaged.");
        };
    }

    private static double[] reals(MatNode.Data data, int length) {
        ByteBuffer in = data.bytes();
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = switch (data.type()) {
                case Mat5Parser.MI_DOUBLE -> in.getDouble(8 * i);
                case Mat5Parser.MI_SINGLE -> in.getFloat(4 * i);
                case Mat5Parser.MI_UINT64 -> unsigned(in.getLong(8 * i));
                default -> whole(data, i);
            };
        }
        return values;
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1 | value & 1) * 2.0;
    }

    private long[] wholes(String name, MatNode.Data data, int length) {
        long[] values = new long[length];
        for (int i = 0; i < length; i++) {
            values[i] = whole(data, i);
            if (values[i] < 0 && data.type() == Mat5Parser.MI_UINT64) {
                throw budget.refuse("the array '" + name + "' holds a number above 2^63, which cannot be represented; save it as double.");
            }
        }
        return values;
    }

    private static long whole(MatNode.Data data, int i) {
        ByteBuffer in = data.bytes();
        return switch (data.type()) {
            case Mat5Parser.MI_INT8 -> in.get(i);
            case Mat5Parser.MI_UINT8, Mat5Parser.MI_UTF8 -> in.get(i) & 0xff;
            case Mat5Parser.MI_INT16 -> in.getShort(2 * i);
            case Mat5Parser.MI_UINT16, Mat5Parser.MI_UTF16 -> in.getShort(2 * i) & 0xffff;
            case Mat5Parser.MI_INT32 -> in.getInt(4 * i);
            case Mat5Parser.MI_UINT32 -> in.getInt(4 * i) & 0xffffffffL;
            case Mat5Parser.MI_SINGLE -> (long) in.getFloat(4 * i);
            case Mat5Parser.MI_DOUBLE -> (long) in.getDouble(8 * i);
            default -> in.getLong(8 * i);
        };
    }
}
