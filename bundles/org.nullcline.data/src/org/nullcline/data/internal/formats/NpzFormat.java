// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nullcline.api.format.ArrayFile;
import org.nullcline.api.format.ArrayInfo;
import org.nullcline.api.format.Format;
import org.nullcline.api.value.ArrayData;
import org.nullcline.api.value.NamedArray;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;
import org.nullcline.compute.array.Npy;

/**
 * NumPy's archive of named arrays, stored or deflated.
 *
 * <p>A value is written as the archive of its folder: {@code numpy.load} finds each array by name and ignores the index, which lets this
 * format read back the kind, axes and attributes.
 */
public final class NpzFormat implements Format {

    private static final String SUFFIX = ".npy";
    /** The first time that an archive can state; a fixed one keeps the bytes of equal values equal. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    @Override
    public boolean recognises(Path file, byte[] beginning) {
        return beginning.length >= 4 && beginning[0] == 'P' && beginning[1] == 'K' && (beginning[2] == 3 || beginning[2] == 5)
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".npz");
    }

    @Override
    public ArrayFile open(Path file, long budgetBytes) {
        Budget budget = new Budget(file, budgetBytes);
        ZipFile zip = openZip(budget);
        try {
            return new Opened(budget, zip, entries(budget, zip));
        } catch (RuntimeException e) {
            try {
                zip.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private static ZipFile openZip(Budget budget) {
        try {
            return new ZipFile(budget.file().toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw budget.refuse("this is not a readable .npz archive; save it again with numpy.savez.", e);
        }
    }

    private static Map<String, ZipEntry> entries(Budget budget, ZipFile zip) {
        if (zip.size() > Budget.MAX_NODES) {
            throw budget.refuse("the archive holds " + zip.size() + " entries; at most " + Budget.MAX_NODES + " are read.");
        }
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        zip.stream().filter(e -> e.getName().endsWith(SUFFIX)).forEach(entry -> {
            String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
            if (entries.put(name, entry) != null) {
                throw budget.refuse("the archive holds two arrays named '" + name + "'; it is damaged.");
            }
        });
        return entries;
    }

    @Override
    public void write(Value value, Path file) throws IOException {
        Path folder = Files.createTempDirectory("nullcline-npz");
        try {
            ValueFolder.write(value, folder);
            AtomicFile.write(file, path -> {
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path)); Stream<Path> parts = Files.list(folder)) {
                    for (Path part : parts.sorted().toList()) {
                        addEntry(zip, part);
                    }
                }
            });
        } finally {
            AtomicFile.delete(folder);
        }
    }

    private static void addEntry(ZipOutputStream zip, Path part) throws IOException {
        ZipEntry entry = new ZipEntry(part.getFileName().toString());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        Files.copy(part, zip);
        zip.closeEntry();
    }

    private record Opened(Budget budget, ZipFile zip, Map<String, ZipEntry> entries) implements ArrayFile {

        @Override
        public List<ArrayInfo> arrays() {
            List<ArrayInfo> infos = new ArrayList<>();
            entries.forEach((name, entry) -> {
                try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
                    Npy.Header header = Npy.readHeader(in);
                    infos.add(new ArrayInfo(name, header.type(), header.shape()));
                } catch (IOException | IllegalArgumentException e) {
                    infos.add(new ArrayInfo(name, "unreadable", new long[0]));
                }
            });
            return infos;
        }

        @Override
        public INDArray read(String name) {
            ZipEntry entry = entries.get(name);
            if (entry == null) {
                throw budget.missing(name, entries.keySet());
            }
            budget.ratio(name, entry.getCompressedSize(), entry.getSize());
            try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
                return Npy.read(in, entry.getSize(), budget.bytes());
            } catch (IOException | IllegalArgumentException e) {
                throw budget.refuse("the array '" + name + "' cannot be read: " + Budget.reason(e), e);
            }
        }

        /** The value whose folder this archive holds. Its index is unpacked to a temporary folder for the one reader of such indices. */
        @Override
        public Optional<Value> value() {
            ZipEntry index = zip.getEntry(ValueFolder.INDEX);
            if (index == null) {
                return Optional.empty();
            }
            budget.ratio(ValueFolder.INDEX, index.getCompressedSize(), index.getSize());
            try {
                return Optional.of(readValue(index));
            } catch (IOException | IllegalArgumentException e) {
                throw budget.refuse("its index cannot be read: " + Budget.reason(e), e);
            }
        }

        private Value readValue(ZipEntry index) throws IOException {
            Path folder = Files.createTempDirectory("nullcline-npz");
            try {
                unpack(index, folder.resolve(ValueFolder.INDEX), budget.inflatable(index.getCompressedSize()));
                for (Map.Entry<String, ZipEntry> entry : entries.entrySet()) {
                    if (entry.getKey().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,119}")) {
                        unpack(entry.getValue(), folder.resolve(entry.getKey() + SUFFIX), 1 << 16);
                    }
                }
                Value described = ValueFolder.read(folder);
                Value.Builder loaded = Value.of(described.kind());
                described.attributes().forEach(loaded::attribute);
                for (NamedArray array : described.arrays().values()) {
                    loaded.array(new NamedArray(array.name(), array.axes(), array.unit(), ArrayData.of(read(array.name()))));
                }
                return loaded.build();
            } finally {
                AtomicFile.delete(folder);
            }
        }

        /** Copies at most {@code limit} bytes of an entry: all of the index, the header of an array. */
        private void unpack(ZipEntry entry, Path target, long limit) throws IOException {
            try (InputStream in = zip.getInputStream(entry); OutputStream out = Files.newOutputStream(target)) {
                out.write(in.readNBytes((int) Math.min(limit, 1 << 24)));
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
