// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** The few things that saving does to a disk, each of which may fail half-way. Tests put failures here. */
interface FileOperations {
    /** The real disk. */
    FileOperations DISK = new FileOperations() {
    };

    /** Creates a new file with this content and returns when the device has it. */
    default void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** Puts a file in the place of another in one step. */
    default void replace(Path from, Path to) throws IOException {
        for (var attempt = 1;; attempt++) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AccessDeniedException e) {
                // On Windows a virus scanner or an indexer may hold the target for a moment.
                if (attempt == 10) {
                    throw e;
                }
                pause(50L * attempt);
            }
        }
    }

    /** Makes a rename durable where the platform can do so. */
    default void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Gives a new file the permissions and the group of the file that it will replace. */
    default void likeness(Path model, Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            var attributes = Files.readAttributes(model, PosixFileAttributes.class);
            if (!attributes.group().equals(view.readAttributes().group())) {
                view.setGroup(attributes.group());
            }
            view.setPermissions(attributes.permissions());
        }
    }

    /** Deletes a file if it is there. */
    default void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private static void pause(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Saving was interrupted.", e);
        }
    }
}
