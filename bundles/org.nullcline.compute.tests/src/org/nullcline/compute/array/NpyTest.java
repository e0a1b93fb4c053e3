// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class NpyTest {

    private static byte[] write(INDArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, array);
        return out.toByteArray();
    }

    private static byte[] file(String header, int dataBytes) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[10 + text.length + dataBytes];
        System.arraycopy(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, (byte) (text.length >> 8)}, 0, bytes, 0, 10);
        System.arraycopy(text, 0, bytes, 10, text.length);
        return bytes;
    }

    private static INDArray read(byte[] bytes) throws IOException {
        return Npy.read(new ByteArrayInputStream(bytes), bytes.length, 1 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOUBLE", "FLOAT", "LONG", "INT", "SHORT", "BYTE", "UBYTE", "BOOL"})
    void everyTypeSurvivesWritingAndReading(String type) throws IOException {
        INDArray array = NdArrays.of(new double[] {0, 1, 2, 3, 4, 5}, 2, 1, 3).castTo(DataType.valueOf(type));
        byte[] bytes = write(array);
        assertEquals(0, (bytes.length - 6 * array.dataType().width()) % 64, "NumPy aligns the data to 64 bytes");
        INDArray read = read(bytes);
        assertEquals(array.dataType(), read.dataType());
        assertArrayEquals(array.shape(), read.shape());
        assertArrayEquals(NdArrays.doubles(array), NdArrays.doubles(read));
    }

    @Test
    void fortranOrderAndBigEndianGiveTheSameArray() throws IOException {
        byte[] bytes = file("{'descr': '>i2', 'fortran_order': True, 'shape': (2, 3), }", 12);
        for (int i = 0; i < 6; i++) {
            bytes[bytes.length - 12 + 2 * i + 1] = (byte) i;
        }
        assertArrayEquals(new double[] {0, 2, 4, 1, 3, 5}, NdArrays.doubles(read(bytes)), "column by column in the file, row by row in memory");
    }

    @Test
    void viewsAndTransposesAreWrittenInCOrder() throws IOException {
        INDArray matrix = NdArrays.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
        assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6}, NdArrays.doubles(read(write(matrix.transpose()))));
        assertArrayEquals(new double[] {4, 5, 6}, NdArrays.doubles(read(write(matrix.getRow(1)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'descr': '|O', 'fortran_order': False, 'shape': (2,), }", "{'descr': '<f8', 'fortran_order': False, 'shape': (300000, 200000), }",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (9223372036854775807, 9), }", "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (2,), }",
            "{'descr': '<c16', 'fortran_order': False, 'shape': (2,), }", "not a header", "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }"})
    void whatCannotBeReadSafelyIsRefusedWithASentence(String header) {
        IOException refused = assertThrows(IOException.class, () -> read(file(header, 48)));
        assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
    }

    @Test
    void damagedFilesAreRefusedAndNeverCrash() throws IOException {
        byte[] good = write(NdArrays.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = Arrays.copyOf(good, i % 2 == 0 ? good.length : random.nextInt(good.length));
            for (int flips = 0; flips < 3 && bytes.length > 0; flips++) {
                bytes[random.nextInt(Math.min(bytes.length, 90))] = (byte) random.nextInt(256);
            }
            try {
                assertTrue(read(bytes).length() <= 48);
            } catch (IOException refused) {
                assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
            }
        }
    }

    @Test
    void anArrayBeyondTheBudgetIsRefusedBeforeAllocation() throws IOException {
        byte[] bytes = write(NdArrays.of(new double[1000], 1000));
        IOException refused = assertThrows(IOException.class, () -> Npy.read(new ByteArrayInputStream(bytes), bytes.length, 7999));
        assertTrue(refused.getMessage().contains("8000"), refused.getMessage());
    }
}
