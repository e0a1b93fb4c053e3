// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.util.Objects;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.value.ArrayData;

import io.jhdf.api.Dataset;

/** A large dataset that stays in its file, which is opened for every part that is read. */
record Hdf5Slices(Budget budget, String path, long[] sizes, DataType type) implements ArrayData {

    static ArrayData of(Budget budget, String path, Dataset dataset) {
        return new Hdf5Slices(budget, path, dataset.getDimensionsAsLong(), Hdf5Elements.type(budget, path, dataset));
    }

    @Override
    public long[] shape() {
        return sizes.clone();
    }

    @Override
    public INDArray all() {
        return slice(0, sizes[0]);
    }

    @Override
    public INDArray slice(long from, long to) {
        Objects.checkFromToIndex(from, to, sizes[0]);
        try (Hdf5Tree tree = Hdf5Tree.open(budget)) {
            Dataset dataset = tree.dataset(path).orElseThrow(() -> tree.missing(path));
            return tree.guarded(() -> new Hdf5Elements(budget, path, dataset).read(from, to));
        }
    }
}
