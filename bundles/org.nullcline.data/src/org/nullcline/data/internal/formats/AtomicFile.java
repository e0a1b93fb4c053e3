// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes files and folders that appear whole or not at all. */
final class AtomicFile {

    /** Writes to the given path. */
    interface Writer {
        void write(Path path) throws IOException;
    }

    private AtomicFile() {
    }

    /** Lets {@code writer} fill a temporary file beside {@code target}, then moves it there. */
    static void write(Path target, Writer writer) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path temporary = Files.createTempFile(absolute.getParent(), "." + absolute.getFileName(), ".part");
        try {
            writer.write(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            move(temporary, absolute);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Lets {@code writer} fill a temporary folder beside {@code target}, which must not exist or be empty, then moves it there. */
    static void writeFolder(Path target, Writer writer) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path temporary = Files.createTempDirectory(absolute.getParent(), "." + absolute.getFileName());
        try {
            writer.write(temporary);
            Files.deleteIfExists(absolute);
            move(temporary, absolute);
        } finally {
            delete(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes a folder with all that is in it; nothing happens when it is gone already. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> content;
        try (Stream<Path> walk = Files.walk(folder)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : content) {
            Files.deleteIfExists(path);
        }
    }
}
