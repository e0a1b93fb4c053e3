// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.format;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.Value;

/** An open file of named arrays. Failures are {@link org.nullcline.api.NullclineException}s of kind INPUT. */
public interface ArrayFile extends Closeable {

    /** What the file holds, in its own order; loads no elements. */
    List<ArrayInfo> arrays();

    /** One array in C order with the axes as the file's own users see them (MATLAB's column-major arrays keep their axis order). */
    INDArray read(String name);

    /**
     * As {@link #read}, but formats that can leave a large array on the disk do so; its parts are then read when they are asked for, also after
     * this file was closed.
     */
    default ArrayData data(String name) {
        return ArrayData.of(read(name));
    }

    /** A matrix with its axes exchanged that stays on the disk; empty for formats and arrays where that cannot be done. */
    default Optional<ArrayData> turned(String name) {
        return Optional.empty();
    }

    /** The value that the whole file is, for formats that say what their arrays mean (a recording in NWB, a folder value). */
    default Optional<Value> value() {
        return Optional.empty();
    }
}
