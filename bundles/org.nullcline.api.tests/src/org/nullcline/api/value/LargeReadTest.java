// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.api.NullclineException;
import org.nullcline.compute.array.Npy;

class LargeReadTest {

    @TempDir
    Path folder;

    /** A file with holes that declares more numbers than this process can hold; its last row holds 1, 2, 3. */
    private ArrayData larger() throws IOException {
        long rows = Runtime.getRuntime().maxMemory() / Double.BYTES / 3;
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        Npy.writeHeader(header, DataType.DOUBLE, new long[] {rows, 3});
        Path file = folder.resolve("large.npy");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(header.toByteArray());
            out.seek(header.size() + 8 * 3 * (rows - 1));
            out.write(ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN).putDouble(1).putDouble(2).putDouble(3).array());
        }
        return ArrayData.of(file);
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeItIsReadAndItsPartsAreRead() throws IOException {
        ArrayData data = larger();
        long rows = data.shape()[0];
        NullclineException refused = assertThrows(NullclineException.class, data::all);
        assertEquals(NullclineException.Kind.TASK, refused.kind());
        assertTrue(refused.getMessage().matches("Having [0-9]+ numbers of large.npy \\([0-9]+ × 3\\) in memory needs about [0-9]+ MB at once, but this process may use"
                + " [0-9]+ MB; give it more with --memory, or make it smaller first: .*\\."), refused.getMessage());
        assertThrows(NullclineException.class, () -> data.slice(1, rows));
        assertArrayEquals(new double[] {1, 2, 3}, data.doubles(rows - 1, rows));
        assertArrayEquals(new float[] {1, 2, 3}, data.floats(rows - 1, rows));
        assertArrayEquals(new double[] {0, 0, 0, 1, 2, 3}, ArrayData.ranges(data, new long[] {0, rows - 1}, new long[] {1, rows}).doubles(0, 2));
    }

    @Test
    void partsFollowOneAnotherWithoutGaps() throws IOException {
        ArrayData data = larger();
        AtomicLong next = new AtomicLong(5);
        long end = 5 + 3 * ArrayData.PART / 3;
        data.eachPart(5, end, (from, values) -> {
            assertEquals(next.get(), from);
            assertTrue(values.length <= ArrayData.PART);
            next.addAndGet(values.length / 3);
        });
        assertEquals(end, next.get());
    }
}
