// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The elements of an array, in memory or still on disk. */
public interface ArrayData {

    /** Sizes of the axes. */
    long[] shape();

    /** Type of the elements. */
    DataType type();

    /** The whole array in C order. Callers must not change it. */
    INDArray all();

    /** The entries {@code from} (inclusive) to {@code to} (exclusive) of the first axis, without loading the rest. */
    INDArray slice(long from, long to);

    /** Elements that are in memory. */
    static ArrayData of(INDArray array) {
        return new InMemoryArray(array);
    }
}
