// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.compute.array.NdArrays;
import org.nullcline.data.Steps;
import org.nullcline.data.inputs.Inputs;

/** Files that claim more than they hold, lead elsewhere or round in circles. The HDF5 files beside this class were written with h5py 3.7. */
class HostileFilesTest {

    private static final long BUDGET = 64L << 20;

    @TempDir
    Path folder;

    private Path resource(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = HostileFilesTest.class.getResourceAsStream(name)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    private static ArrayFile open(Path file) {
        return new Inputs(Steps.CONTRIBUTIONS, BUDGET).open(file);
    }

    private static String refused(Runnable work) {
        NullclineException e = assertThrows(NullclineException.class, work::run);
        assertEquals(NullclineException.Kind.INPUT, e.kind());
        return e.getMessage();
    }

    private static List<String> names(ArrayFile file) {
        return file.arrays().stream().map(ArrayInfo::name).toList();
    }

    @Test
    void linksWithinAFileAreFollowedAndOthersAreNot() throws IOException {
        try (ArrayFile file = open(resource("links.h5"))) {
            assertEquals(List.of("a/x", "soft"), names(file));
            assertArrayEquals(new double[] {0, 1, 2}, NdArrays.doubles(file.read("soft")));
            assertTrue(refused(() -> file.read("outside")).contains("another file"));
        }
    }

    @Test
    void virtualDatasetsAreRefused() throws IOException {
        Path file = resource("virtual.h5");
        String sentence = refused(() -> open(file));
        assertTrue(sentence.contains("Virtual storage is not supported"), sentence);
    }

    @Test
    void chunksAreUnpackedByUsAndOnlyByKnownFilters() throws IOException {
        try (ArrayFile file = open(resource("chunks.h5"))) {
            double[] packed = new double[60];
            Arrays.setAll(packed, i -> i);
            assertArrayEquals(packed, NdArrays.doubles(file.read("packed")));
            double[] part = NdArrays.doubles(file.read("part"));
            assertEquals(7, part[0]);
            assertEquals(0, part[5]);
            assertEquals(DataType.BOOL, file.read("truth").dataType());
            assertArrayEquals(new double[] {1.5, -2}, NdArrays.doubles(file.read("half")));
            assertEquals(0, file.read("none").length());
        }
    }

    @ParameterizedTest
    @CsvSource({"lzf, gzip", "unwritten, larger than", "filled, never written", "text, no numbers", "huge, 2^63", "complex, no numbers", "missing, packed"})
    void datasetsThatCannotBeReadAreRefusedWithTheReason(String array, String reason) throws IOException {
        try (ArrayFile file = open(resource("chunks.h5"))) {
            String sentence = refused(() -> file.read(array));
            assertTrue(sentence.contains(reason), sentence);
        }
    }

    @Test
    void nwb1IsRefusedByItsVersion() throws IOException {
        Path file = resource("version1.nwb");
        String sentence = refused(() -> open(file));
        assertTrue(sentence.contains("NWB-1.0.6") && sentence.contains("NWB 2"), sentence);
    }

    @Test
    void matlab73ShowsAxesStructsAndCellsAsMatlabDoes() throws IOException {
        try (ArrayFile file = open(resource("v73.mat"))) {
            assertEquals(List.of("empty", "mask", "rates", "st.dt", "trials{1}", "trials{2}"), names(file));
            assertArrayEquals(new long[] {2, 3, 4}, file.read("rates").shape());
            // element (2, 3, 4) of MATLAB is the last one on disk
            assertEquals(23, file.read("rates").getDouble(1, 2, 3));
            assertEquals(0.02, file.read("st.dt").getDouble(0));
            assertArrayEquals(new long[] {3, 2}, file.read("trials{1}").shape());
            assertEquals(DataType.BOOL, file.read("mask").dataType());
            assertEquals(0, file.read("empty").length());
        }
        List<Inputs.NamedInput> trials = new Inputs(Steps.CONTRIBUTIONS).arrays(folder.resolve("v73.mat") + "#trials*");
        assertEquals(2, trials.size());
    }

    @Test
    void anArrayLargerThanTheBudgetIsNeverAllocated() throws IOException {
        Path file = folder.resolve("large.npy");
        byte[] header = npyHeader("(100000, 100000, 100)");
        Files.write(file, header);
        try (ArrayFile opened = open(file)) {
            String sentence = refused(() -> opened.read("large"));
            assertTrue(sentence.contains("cut off or damaged"), sentence);
        }
    }

    private static byte[] npyHeader(String shape) {
        byte[] text = ("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + text.length).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1)
                .put((byte) 0).putShort((short) text.length).put(text).array();
    }

    @Test
    void archivesThatInflateBeyondTheBudgetAreRefused() throws IOException {
        Path file = folder.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("zeros.npy"));
            zip.write(npyHeader("(12500000,)"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 95; i++) {
                zip.write(zeros);
            }
            zip.write(zeros, 0, 100_000_000 - 95 * zeros.length);
        }
        assertTrue(Files.size(file) < 200_000, "the bomb is small");
        try (ArrayFile opened = open(file)) {
            String sentence = refused(() -> opened.read("zeros"));
            assertTrue(sentence.contains("allowed"), sentence);
        }
    }

    @Test
    void compressedMatlabVariablesThatInflateBeyondTheBudgetAreRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                deflater.write(zeros);
            }
        }
        ByteBuffer file = ByteBuffer.allocate(136 + packed.size()).order(ByteOrder.LITTLE_ENDIAN);
        file.position(124);
        file.putShort((short) 0x0100).put((byte) 'I').put((byte) 'M').putInt(15).putInt(packed.size()).put(packed.toByteArray());
        Path path = folder.resolve("bomb.mat");
        Files.write(path, file.array());
        String sentence = refused(() -> open(path));
        assertTrue(sentence.contains("unpacked"), sentence);
    }

    @Test
    void unknownContentIsRefusedWithWhatCanBeRead() throws IOException {
        Path file = folder.resolve("notes.docx");
        Files.writeString(file, "hello");
        String sentence = refused(() -> open(file));
        assertTrue(sentence.contains(".npy") && sentence.contains("notes.docx"), sentence);
        assertTrue(refused(() -> open(folder.resolve("absent.npy"))).contains("no such file"));
    }

    @ParameterizedTest
    @CsvSource({"'a,b\n1,2\n3', cells", "'a,b\n1,x', no number", "'a,b', no rows", "'trial,x\n1,1\n2,1\n1,1', stand together",
        "'trial,time,x\n1,0,1\n1,1,1\n1,3,1', evenly spaced"})
    void tablesThatMakeNoSenseAreRefusedByTheirLine(String content, String reason) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, content);
        String sentence = refused(() -> {
            try (ArrayFile opened = open(file)) {
                opened.value();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertTrue(sentence.contains(reason), sentence);
        assertFalse(sentence.contains("Exception"), sentence);
    }
}
