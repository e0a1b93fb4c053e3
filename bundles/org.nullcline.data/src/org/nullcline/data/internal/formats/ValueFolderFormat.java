// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.NullclineException;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.format.Format;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.data.inputs.LargeArrays;

/** The folder in which results are kept: an index and one {@code .npy} per array. The folder or its index may be named. */
public final class ValueFolderFormat implements Format {

    @Override
    public boolean recognises(Path file, byte[] beginning) {
        return Files.isRegularFile(folder(file).resolve(ValueFolder.INDEX));
    }

    private static Path folder(Path file) {
        boolean index = file.getFileName() != null && file.getFileName().toString().equals(ValueFolder.INDEX);
        Path parent = file.toAbsolutePath().getParent();
        return index && parent != null ? parent : file;
    }

    @Override
    public ArrayFile open(Path file, long budgetBytes) {
        return new Opened(new Budget(file, budgetBytes), ValueFolder.read(folder(file)));
    }

    @Override
    public void write(Value value, Path file) throws IOException {
        if (Files.exists(file) && !emptyFolder(file)) {
            throw NullclineException.invalid(file + " exists already; choose another folder or remove it first.");
        }
        AtomicFile.writeFolder(file, folder -> ValueFolder.write(value, folder));
    }

    private static boolean emptyFolder(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return false;
        }
        try (Stream<Path> content = Files.list(file)) {
            return content.findAny().isEmpty();
        }
    }

    private record Opened(Budget budget, Value folder) implements ArrayFile {

        @Override
        public List<ArrayInfo> arrays() {
            return folder.arrays().values().stream()
                    .map(a -> new ArrayInfo(a.name(), a.data().type().name().toLowerCase(Locale.ROOT), a.data().shape())).toList();
        }

        @Override
        public INDArray read(String name) {
            NamedArray array = folder.find(name).orElseThrow(() -> budget.missing(name, folder.arrays().keySet()));
            budget.elements(name, array.data().shape(), 8);
            return array.data().all();
        }

        @Override
        public ArrayData data(String name) {
            return folder.find(name).map(NamedArray::data).filter(d -> LargeArrays.large(d.shape()[0] * d.width())).orElseGet(() -> ArrayData.of(read(name)));
        }

        @Override
        public Optional<Value> value() {
            return Optional.of(folder);
        }

        @Override
        public void close() {
            // arrays are opened one by one when they are read
        }
    }
}
