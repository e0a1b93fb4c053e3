// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;

/**
 * How the numbers of a dataset are stored.
 *
 * @param budget for messages
 * @param name of the array
 * @param type in which they are held in memory
 * @param size bytes of each
 * @param floating whether they are floating-point numbers
 * @param signed whether whole numbers have a sign
 * @param order of the bytes
 */
record Hdf5Encoding(Budget budget, String name, DataType type, int size, boolean floating, boolean signed, ByteOrder order) {

    /** The encoding of a dataset, if it is one of the usual ones. */
    static Hdf5Encoding of(Budget budget, String name, Dataset dataset) {
        return switch (dataset.getDataType()) {
            case FixedPoint fixed -> whole(budget, name, fixed, false);
            case EnumDataType e when e.getBaseType() instanceof FixedPoint base -> whole(budget, name, base, Hdf5Elements.bool(e));
            case FloatingPoint floating -> real(budget, name, floating);
            default -> throw budget.refuse("the array '" + name + "' holds elements of type " + Hdf5Elements.typeName(dataset.getDataType())
                    + ", which are no numbers; choose a numeric array.");
        };
    }

    private static Hdf5Encoding whole(Budget budget, String name, FixedPoint type, boolean bool) {
        int size = type.getSize();
        if (size != 1 && size != 2 && size != 4 && size != 8 || type.getBitPrecision() != 8 * size || type.getBitOffset() != 0) {
            throw budget.refuse("the array '" + name + "' holds whole numbers of an unusual layout; save it as int32 or float64.");
        }
        DataType held = bool ? DataType.BOOL : switch (size) {
            case 1 -> type.isSigned() ? DataType.INT8 : DataType.UINT8;
            case 2 -> type.isSigned() ? DataType.INT16 : DataType.INT32;
            case 4 -> type.isSigned() ? DataType.INT32 : DataType.INT64;
            default -> DataType.INT64;
        };
        return new Hdf5Encoding(budget, name, held, size, false, type.isSigned(), type.getByteOrder());
    }

    private static Hdf5Encoding real(Budget budget, String name, FloatingPoint type) {
        int size = type.getSize();
        int mantissa = type.getMantissaSize();
        if (!(size == 8 && mantissa == 52 || size == 4 && mantissa == 23 || size == 2 && mantissa == 10)) {
            throw budget.refuse("the array '" + name + "' holds floating-point numbers of an unusual layout; save it as float32 or float64.");
        }
        return new Hdf5Encoding(budget, name, size == 8 ? DataType.DOUBLE : DataType.FLOAT, size, true, true, type.getByteOrder());
    }

    /** Elements as an array. */
    INDArray array(ByteBuffer bytes, int count, long... shape) {
        ByteBuffer in = bytes.order(order);
        if (floating) {
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = real(in, i);
            }
            return Elements.real(values, type, shape);
        }
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = whole(in, i);
        }
        return Elements.whole(values, type, shape);
    }

    /** An element as a double; {@code in} has the right order of bytes. */
    double number(ByteBuffer in, int i) {
        return floating ? real(in, i) : type == DataType.BOOL && whole(in, i) != 0 ? 1 : whole(in, i);
    }

    private double real(ByteBuffer in, int i) {
        return switch (size) {
            case 8 -> in.getDouble(8 * i);
            case 4 -> in.getFloat(4 * i);
            default -> Float.float16ToFloat(in.getShort(2 * i));
        };
    }

    private long whole(ByteBuffer in, int i) {
        long value = switch (size) {
            case 1 -> signed ? in.get(i) : in.get(i) & 0xff;
            case 2 -> signed ? in.getShort(2 * i) : in.getShort(2 * i) & 0xffff;
            case 4 -> signed ? in.getInt(4 * i) : in.getInt(4 * i) & 0xffffffffL;
            default -> in.getLong(8 * i);
        };
        if (size == 8 && !signed && value < 0) {
            throw budget.refuse("the array '" + name + "' holds a number above 2^63, which cannot be represented; save it as float64.");
        }
        return value;
    }
}
