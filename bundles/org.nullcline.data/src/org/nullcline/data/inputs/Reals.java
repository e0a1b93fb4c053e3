// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.inputs;

import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays of real numbers, so that arithmetic on a recording never is that of bytes or integers. */
public final class Reals {

    private Reals() {
    }

    /** The same numbers as reals: float where it holds the type without loss, otherwise double. */
    public static INDArray of(INDArray array) {
        return switch (array.dataType()) {
            case DOUBLE, FLOAT -> array;
            case BOOL, BYTE, UBYTE, SHORT -> array.castTo(DataType.FLOAT);
            default -> array.castTo(DataType.DOUBLE);
        };
    }

    /** Arrays one below the other; of type double when their types differ. */
    public static INDArray stack(List<INDArray> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        boolean same = parts.stream().map(INDArray::dataType).distinct().count() == 1;
        return Nd4j.concat(0, parts.stream().map(p -> same ? p : p.castTo(DataType.DOUBLE)).toArray(INDArray[]::new));
    }
}
