// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.steps;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nullcline.compute.array.NdArrays;

/** Copies rows (entries of the first axis) of arrays. */
final class Rows {

    private Rows() {
    }

    /** The given rows in the given order, of the same element type. */
    static INDArray gather(INDArray array, int[] rows) {
        long[] shape = array.shape().clone();
        long width = 1;
        for (int axis = 1; axis < shape.length; axis++) {
            width *= shape[axis];
        }
        shape[0] = rows.length;
        if (rows.length == 0 || width == 0) {
            return Nd4j.create(array.dataType(), shape);
        }
        int w = Math.toIntExact(width);
        if (array.dataType().isFPType()) {
            double[] source = NdArrays.doubles(array);
            double[] target = new double[Math.multiplyExact(rows.length, w)];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(source, rows[i] * w, target, i * w, w);
            }
            return typed(NdArrays.of(target, shape), array.dataType());
        }
        long[] source = NdArrays.longs(array);
        long[] target = new long[Math.multiplyExact(rows.length, w)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(source, rows[i] * w, target, i * w, w);
        }
        return typed(NdArrays.of(target, shape), array.dataType());
    }

    /** The given columns (entries of axis {@code axis}) in the given order. */
    static INDArray gather(INDArray array, int axis, int[] entries) {
        if (axis == 0) {
            return gather(array, entries);
        }
        INDArray turned = array.swapAxes(0, axis).dup('c');
        return gather(turned, entries).swapAxes(0, axis).dup('c');
    }

    private static INDArray typed(INDArray array, DataType type) {
        return array.dataType() == type ? array : array.castTo(type);
    }
}
