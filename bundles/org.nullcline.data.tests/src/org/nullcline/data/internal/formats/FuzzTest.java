// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.compute.random.RandomStream;
import org.nullcline.data.Shared;
import org.nullcline.data.Steps;
import org.nullcline.data.inputs.Inputs;

/** Damaged and hostile files: whatever the bytes are, a reader answers with arrays or with a sentence. */
class FuzzTest {

    /** More of them: -Dnullcline.fuzz=10000. */
    private static final int MUTATIONS = Integer.getInteger("nullcline.fuzz", 160);
    private static final long BUDGET = 16L << 20;
    /** Far beyond what any of these small files can take; only an endless loop gets there. */
    private static final Duration ENDLESS = Duration.ofSeconds(60);
    private static final long[] EXTREMES = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, 0x7fffL, 0xffffL, 1L << 32, 1L << 40};

    @TempDir
    Path folder;

    static Stream<Path> files() throws IOException {
        try (Stream<Path> golden = Files.list(Shared.golden("formats"))) {
            return Stream.concat(golden.filter(f -> !f.toString().endsWith(".json")).sorted().toList().stream(),
                    Stream.of(Shared.data("nwb_simple_example.nwb")));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void damagedFilesAreReadOrRefusedWithASentence(Path original) throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        Path damaged = folder.resolve(original.getFileName().toString());
        for (int i = 0; i < MUTATIONS; i++) {
            RandomStream random = RandomStream.of(Integer.getInteger("nullcline.fuzz.seed", 1)).child(original.getFileName().toString(), i);
            Files.write(damaged, mutate(bytes, random));
            int mutation = i;
            assertTimeoutPreemptively(ENDLESS, () -> readAll(damaged, mutation));
        }
    }

    private static void readAll(Path file, int mutation) {
        try (ArrayFile opened = new Inputs(Steps.CONTRIBUTIONS, BUDGET).open(file)) {
            for (ArrayInfo info : opened.arrays()) {
                expectSentence(file, mutation, () -> opened.read(info.name()));
            }
            expectSentence(file, mutation, opened::value);
        } catch (NullclineException e) {
            checkSentence(file, mutation, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail("mutation " + mutation + " of " + file.getFileName() + " escapes as " + e, e);
        }
    }

    private static void expectSentence(Path file, int mutation, Runnable work) {
        try {
            work.run();
        } catch (NullclineException e) {
            checkSentence(file, mutation, e);
        }
    }

    private static void checkSentence(Path file, int mutation, NullclineException e) {
        assertTrue(e.getMessage().contains(file.getFileName().toString()) && e.kind() == NullclineException.Kind.INPUT,
                "mutation " + mutation + " of " + file.getFileName() + ": " + e.getMessage());
        assertFalse(e.getMessage().contains("null"), "mutation " + mutation + ": " + e.getMessage());
    }

    private static byte[] mutate(byte[] original, RandomStream random) {
        byte[] bytes = original.clone();
        switch (random.below(6)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.below(bytes.length));
            }
            case 1 -> {
                int from = random.below(bytes.length);
                Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.below(64)), (byte) (random.below(2) == 0 ? 0 : 0xff));
            }
            case 2 -> {
                int from = random.below(bytes.length);
                int to = random.below(bytes.length);
                System.arraycopy(original, from, bytes, to, Math.min(1 + random.below(128), bytes.length - Math.max(from, to)));
            }
            case 3 -> {
                ByteBuffer buffer = ByteBuffer.wrap(bytes).order(random.below(2) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
                long extreme = EXTREMES[random.below(EXTREMES.length)];
                if (bytes.length >= 8) {
                    buffer.putLong(random.below(bytes.length - 7), extreme);
                }
            }
            case 4 -> {
                ByteBuffer buffer = ByteBuffer.wrap(bytes).order(random.below(2) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
                if (bytes.length >= 4) {
                    buffer.putInt(random.below(bytes.length - 3), (int) EXTREMES[random.below(EXTREMES.length)]);
                }
            }
            default -> {
                for (int k = 0; k <= random.below(8); k++) {
                    bytes[random.below(bytes.length)] = (byte) random.nextInt();
                }
            }
        }
        return bytes;
    }
}
