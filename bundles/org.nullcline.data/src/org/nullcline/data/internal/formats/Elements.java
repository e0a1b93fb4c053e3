// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.util.Arrays;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nullcline.compute.array.NdArrays;

/** Makes arrays of decoded elements. */
final class Elements {

    private Elements() {
    }

    /** Real elements in C order, narrowed to {@code type}. */
    static INDArray real(double[] values, DataType type, long... shape) {
        INDArray array = NdArrays.of(values, shape);
        return type == DataType.DOUBLE ? array : array.castTo(type);
    }

    /** Whole elements in C order, narrowed to {@code type}. */
    static INDArray whole(long[] values, DataType type, long... shape) {
        if (values.length == 0) {
            return Nd4j.create(type, shape);
        }
        INDArray array = NdArrays.of(values, shape);
        return type == DataType.INT64 ? array : array.castTo(type);
    }

    /** An array whose axes come in the opposite order (column-major data read as rows), turned round and in C order. */
    static INDArray reverseAxes(INDArray array) {
        if (array.rank() < 2) {
            return array;
        }
        if (array.isEmpty()) {
            return Nd4j.create(array.dataType(), reversed(array.shape()));
        }
        int[] axes = new int[array.rank()];
        Arrays.setAll(axes, i -> axes.length - 1 - i);
        return array.permute(axes).dup('c');
    }

    /** The sizes in the opposite order. */
    static long[] reversed(long[] shape) {
        long[] reversed = new long[shape.length];
        Arrays.setAll(reversed, i -> shape[shape.length - 1 - i]);
        return reversed;
    }
}
