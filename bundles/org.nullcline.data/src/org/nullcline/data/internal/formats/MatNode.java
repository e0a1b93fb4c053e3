// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** A MATLAB variable or a part of one, not yet decoded. */
sealed interface MatNode {

    /**
     * Raw elements as they are stored, which may be narrower than the class of the array.
     *
     * @param type storage type (mi…)
     * @param bytes the elements
     */
    record Data(int type, ByteBuffer bytes) {
    }

    /**
     * An array of numbers, characters or truth values, column-major.
     *
     * @param className MATLAB's name of the class
     * @param shape sizes of the axes
     * @param real the elements, or the non-zero ones of a sparse matrix
     */
    record Numeric(String className, long[] shape, Data real) implements MatNode {
    }

    /**
     * A sparse matrix in compressed columns.
     *
     * @param rows row of each non-zero element
     * @param columnStarts index of the first element of each column, and of the end
     * @param real the non-zero elements
     */
    record Sparse(long[] shape, Data rows, Data columnStarts, Data real) implements MatNode {
    }

    /** A cell array; its elements in column-major order. */
    record Cell(long[] shape, List<MatNode> elements) implements MatNode {
    }

    /** A struct array; the fields of each element in column-major order. */
    record Struct(long[] shape, List<Map<String, MatNode>> elements) implements MatNode {
    }

    /** What is there but cannot be read, and why. */
    record Unreadable(String className, long[] shape, String reason) implements MatNode {
    }
}
