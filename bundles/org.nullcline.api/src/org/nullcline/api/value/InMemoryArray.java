// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.util.Arrays;
import java.util.Objects;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Array elements in memory. */
final class InMemoryArray implements ArrayData {

    private final INDArray array;

    InMemoryArray(INDArray array) {
        this.array = array;
    }

    @Override
    public long[] shape() {
        return array.isEmpty() && array.rank() == 0 ? new long[] {0} : array.shape();
    }

    @Override
    public DataType type() {
        return array.dataType();
    }

    @Override
    public INDArray all() {
        return array;
    }

    @Override
    public INDArray slice(long from, long to) {
        Objects.checkFromToIndex(from, to, shape()[0]);
        if (from == to) {
            long[] none = shape().clone();
            none[0] = 0;
            return Nd4j.create(array.dataType(), none);
        }
        INDArrayIndex[] index = new INDArrayIndex[array.rank()];
        Arrays.fill(index, NDArrayIndex.all());
        index[0] = NDArrayIndex.interval(from, to);
        long[] shape = array.shape().clone();
        shape[0] = to - from;
        return array.get(index).dup('c').reshape('c', shape);
    }
}
