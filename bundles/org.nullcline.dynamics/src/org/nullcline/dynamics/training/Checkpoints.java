// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.training;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Value;
import org.nullcline.api.value.ValueFolder;

/**
 * Checkpoints of a training in a folder that survives a kill. Each is a value in a folder of its own that appears whole or not at all: written
 * beside, flushed to the disk, then renamed. The newest two are kept.
 */
final class Checkpoints {

    private static final String PREFIX = "epoch-";
    private static final String TEMPORARY = "writing-";
    private static final int KEPT = 2;

    private final Path folder;
    private final Consumer<String> notes;

    Checkpoints(Path folder, Consumer<String> notes) {
        this.folder = folder;
        this.notes = notes;
    }

    /** Stores the state after {@code epoch} epochs. */
    void write(int epoch, Value state) {
        Path beside = folder.resolve(TEMPORARY + epoch);
        Path target = folder.resolve(name(epoch));
        try {
            Files.createDirectories(folder);
            delete(beside);
            Files.createDirectory(beside);
            ValueFolder.write(state, beside);
            flush(beside);
            delete(target);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            flushDirectory(folder);
            List<Path> all = newestFirst();
            for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
                delete(old);
            }
        } catch (IOException e) {
            throw NullclineException.infrastructure("The checkpoint " + target + " cannot be written: " + e.getMessage() + "; free some space and run"
                    + " again, training goes on from the last checkpoint.", e);
        }
    }

    /** The newest readable state that belongs to the given settings. */
    Optional<Value> newest(String settings) {
        try {
            for (Path candidate : newestFirst()) {
                try {
                    Value state = ValueFolder.read(candidate);
                    if (state.text(TrainingState.SETTINGS, "").equals(settings)) {
                        return Optional.of(state);
                    }
                    notes.accept("The checkpoint " + candidate.getFileName() + " belongs to other settings or data and is left aside.");
                } catch (NullclineException e) {
                    notes.accept("The checkpoint " + candidate.getFileName() + " is damaged and is left aside.");
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw NullclineException.infrastructure("The checkpoints in " + folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private static String name(int epoch) {
        return PREFIX + String.format("%09d", epoch);
    }

    private List<Path> newestFirst() throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, PREFIX + "*")) {
                stream.forEach(found::add);
            }
        }
        found.sort(Comparator.comparing((Path p) -> p.getFileName().toString()).reversed());
        return found;
    }

    private static void flush(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        flushDirectory(directory);
    }

    /** Makes a rename durable, on systems that let a directory be opened. */
    private static void flushDirectory(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
