// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.util.Locale;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;

/** The numbers of one dataset. */
final class Hdf5Elements {

    private Hdf5Elements() {
    }

    /** The element type for people. */
    static String typeName(io.jhdf.object.datatype.DataType type) {
        return switch (type) {
            case FixedPoint fixed -> (fixed.isSigned() ? "int" : "uint") + 8 * fixed.getSize();
            case FloatingPoint floating -> "float" + 8 * floating.getSize();
            case EnumDataType enumeration -> bool(enumeration) ? "bool" : "enum";
            default -> type.getClass().getSimpleName().replaceAll("Data|Type", "").toLowerCase(Locale.ROOT);
        };
    }

    /** Whether elements are numbers that can be decoded. */
    static boolean numeric(io.jhdf.object.datatype.DataType type) {
        return type instanceof FixedPoint || type instanceof FloatingPoint || type instanceof EnumDataType;
    }

    static boolean bool(EnumDataType type) {
        return type.getEnumMapping().size() == 2 && type.getEnumMapping().containsValue("FALSE") && type.getEnumMapping().containsValue("TRUE");
    }

    /** All elements in the order and shape of the file. */
    static INDArray read(Budget budget, String name, Dataset dataset) {
        long[] shape = dataset.getDimensionsAsLong();
        int count = budget.elements(name, shape, Math.max(8, dataset.getDataType().getSize()));
        Hdf5Encoding encoding = Hdf5Encoding.of(budget, name, dataset);
        return count == 0 ? Nd4j.create(encoding.type(), shape)
                : encoding.array(new Hdf5Bytes(budget, name, dataset, encoding.size()).read(), count, shape);
    }
}
