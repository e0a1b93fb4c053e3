// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Replaces the content of a file so that at every instant, whatever fails, the file is either the old one or the new one.
 * <p>
 * The new content goes to a temporary file in the same folder and to the device, then takes the place of the old one in a single rename.
 * Before that the old content is kept as a numbered backup: {@code .name.~1~} is the newest of {@value #BACKUPS}.
 */
final class DurableFile {
    /** Number of previous contents that are kept. */
    static final int BACKUPS = 5;

    private final Path file;
    private final FileOperations disk;

    DurableFile(Path file, FileOperations disk) {
        this.file = file;
        this.disk = disk;
    }

    /** What must hold right before the rename. */
    @FunctionalInterface
    interface Condition {
        void check() throws IOException;
    }

    void replace(byte[] content, boolean backup, Condition condition) throws IOException {
        // A link is followed, so that the file it names changes and not the link.
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var temporary = beside(target, UUID.randomUUID() + ".tmp");
        try {
            disk.write(temporary, content);
            if (Files.exists(target)) {
                disk.likeness(target, temporary);
                if (backup) {
                    backUp(target);
                }
            }
            condition.check();
            disk.replace(temporary, target);
        } catch (IOException e) {
            discard(temporary, e);
            throw e;
        }
        disk.syncFolder(target.getParent());
    }

    private void backUp(Path target) throws IOException {
        var copy = beside(target, UUID.randomUUID() + ".tmp");
        try {
            disk.write(copy, Files.readAllBytes(target));
            disk.likeness(target, copy);
            for (var number = BACKUPS - 1; number >= 1; number--) {
                if (Files.exists(backup(target, number))) {
                    disk.replace(backup(target, number), backup(target, number + 1));
                }
            }
            disk.replace(copy, backup(target, 1));
        } catch (IOException e) {
            discard(copy, e);
            throw e;
        }
    }

    private void discard(Path temporary, IOException reason) {
        try {
            disk.delete(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    static Path backup(Path target, int number) {
        return beside(target, "~" + number + "~");
    }

    static Path beside(Path target, String suffix) {
        return target.resolveSibling("." + target.getFileName() + "." + suffix);
    }

    /** SHA-256 of some content, as text. */
    static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
