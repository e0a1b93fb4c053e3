// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.compute.array.Npy;

class ArrayDataWriteTest {

    private static byte[] whole(INDArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, array);
        return out.toByteArray();
    }

    private static byte[] written(ArrayData data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        data.write(out);
        return out.toByteArray();
    }

    /** Elements that may only be asked for in parts. */
    private record InParts(INDArray array) implements ArrayData {

        @Override
        public long[] shape() {
            return array.shape();
        }

        @Override
        public DataType type() {
            return array.dataType();
        }

        @Override
        public INDArray all() {
            throw new AssertionError("asked for as a whole");
        }

        @Override
        public INDArray slice(long from, long to) {
            assertTrue((to - from) * width() <= PART, "too many at once");
            return ArrayData.of(array).slice(from, to);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE", "LONG", "UBYTE"})
    void aLargeArrayIsWrittenInPartsAsItIsWrittenAsAWhole(DataType type) throws IOException {
        // Neither a multiple of the rows of a part nor a power of two.
        double[] values = new double[3 * 500_009];
        Arrays.setAll(values, i -> i % 199);
        INDArray array = NdArrays.of(values, 500_009, 3).castTo(type);
        assertArrayEquals(whole(array), written(new InParts(array)));
    }

    @Test
    void smallEmptyAndSingleNumbersAreWrittenAsTheyAre() throws IOException {
        for (INDArray array : new INDArray[] {Nd4j.arange(24).reshape(2, 3, 4), Nd4j.scalar(5.0), NdArrays.of(new float[0], 0)}) {
            assertArrayEquals(whole(array), written(ArrayData.of(array)));
        }
    }
}
