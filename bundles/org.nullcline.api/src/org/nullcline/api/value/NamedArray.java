// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array with a name, named axes and a unit.
 *
 * @param name unique within its value: letters, digits, dot, hyphen and underscore
 * @param axes one per dimension
 * @param unit of the elements, empty where there is none
 * @param data the elements
 */
public record NamedArray(String name, List<Axis> axes, String unit, ArrayData data) {

    /** Checks the name and that there is one axis per dimension. */
    public NamedArray {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,119}")) {
            throw new IllegalArgumentException("'" + name + "' is no name for an array; use letters, digits, dot, hyphen and underscore.");
        }
        if (axes.size() != data.shape().length) {
            throw new IllegalArgumentException("The array '" + name + "' of shape " + Arrays.toString(data.shape()) + " needs one axis per dimension, not "
                    + axes.size() + ".");
        }
        axes = List.copyOf(axes);
    }

    /** An array in memory whose axes have no unit. */
    public static NamedArray of(String name, String unit, INDArray array, String... axes) {
        return new NamedArray(name, Arrays.stream(axes).map(Axis::of).toList(), unit, ArrayData.of(array));
    }

    /** Size of axis {@code axis}. */
    public int size(int axis) {
        return Math.toIntExact(data.shape()[axis]);
    }
}
