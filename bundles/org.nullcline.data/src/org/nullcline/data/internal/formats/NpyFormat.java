// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.format.Format;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.compute.array.Npy;
import org.nullcline.data.inputs.LargeArrays;

/** One NumPy array per file. The array is named after the file. */
public final class NpyFormat implements Format {

    private static final byte[] MAGIC = "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1);

    @Override
    public boolean recognises(Path file, byte[] beginning) {
        return beginning.length >= MAGIC.length && Arrays.equals(beginning, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    @Override
    public ArrayFile open(Path file, long budgetBytes) {
        Budget budget = new Budget(file, budgetBytes);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new Opened(budget, Npy.readHeader(in));
        } catch (IOException e) {
            throw budget.refuse(Budget.reason(e), e);
        }
    }

    @Override
    public void write(Value value, Path file) throws IOException {
        NamedArray array = MainArray.of(value, file);
        AtomicFile.write(file, path -> {
            try (OutputStream out = Files.newOutputStream(path)) {
                Npy.write(out, array.data().all(), array.data().shape());
            }
        });
    }

    /** The name of a file without its last suffix. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private record Opened(Budget budget, Npy.Header header) implements ArrayFile {

        @Override
        public List<ArrayInfo> arrays() {
            return List.of(new ArrayInfo(stem(budget.file()), header.type(), header.shape()));
        }

        @Override
        public INDArray read(String name) {
            if (!name.equals(stem(budget.file()))) {
                throw budget.missing(name, List.of(stem(budget.file())));
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(budget.file()))) {
                return Npy.read(in, Files.size(budget.file()), budget.bytes());
            } catch (IOException e) {
                throw budget.refuse(Budget.reason(e), e);
            }
        }

        @Override
        public ArrayData data(String name) {
            if (header.fortran() || header.shape().length == 0 || !LargeArrays.large(header.length()) || !name.equals(stem(budget.file()))) {
                return ArrayFile.super.data(name);
            }
            try {
                long bytes = Files.size(budget.file()) - header.headerBytes();
                if (bytes != header.length() * header.elementBytes()) {
                    throw budget.refuse("it declares " + header.length() * header.elementBytes() + " bytes of data but holds " + bytes
                            + "; it is cut off or damaged.");
                }
                return ArrayData.of(budget.file());
            } catch (IOException e) {
                throw budget.refuse(Budget.reason(e), e);
            }
        }

        @Override
        public void close() {
            // the file is open only while it is read
        }
    }
}
