// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.kernel;

import org.nd4j.linalg.api.buffer.DataType;

/** The number format in which a tape computes: 32-bit for training, 64-bit for analysis and for checking gradients. */
public enum Precision {
    /** IEEE binary32. */
    FLOAT(DataType.FLOAT),
    /** IEEE binary64. */
    DOUBLE(DataType.DOUBLE);

    private final DataType dataType;

    Precision(DataType dataType) {
        this.dataType = dataType;
    }

    /** The ND4J type of arrays that hold such numbers. */
    public DataType dataType() {
        return dataType;
    }

    /** {@code value} as this format can hold it. */
    public double round(double value) {
        return this == FLOAT ? (float) value : value;
    }
}
