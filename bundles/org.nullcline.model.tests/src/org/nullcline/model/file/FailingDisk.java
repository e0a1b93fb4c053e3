// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A disk that works until it has written some bytes or done some operations, and from then on fails, as after a power cut. */
final class FailingDisk implements FileOperations {
    private long bytesLeft;
    private int operationsLeft;
    private boolean dead;

    private FailingDisk(long bytes, int operations) {
        bytesLeft = bytes;
        operationsLeft = operations;
    }

    static FailingDisk afterBytes(long bytes) {
        return new FailingDisk(bytes, Integer.MAX_VALUE);
    }

    static FailingDisk afterOperations(int operations) {
        return new FailingDisk(Long.MAX_VALUE, operations);
    }

    boolean failed() {
        return dead;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        operation();
        if (bytesLeft < content.length) {
            dead = true;
            Files.write(file, Arrays.copyOf(content, (int) bytesLeft));
            throw new IOException("no space left");
        }
        bytesLeft -= content.length;
        FileOperations.super.write(file, content);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        operation();
        FileOperations.super.replace(from, to);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        operation();
        FileOperations.super.syncFolder(folder);
    }

    @Override
    public void likeness(Path model, Path file) throws IOException {
        operation();
        FileOperations.super.likeness(model, file);
    }

    @Override
    public void delete(Path file) throws IOException {
        operation();
        FileOperations.super.delete(file);
    }

    private void operation() throws IOException {
        if (dead || operationsLeft-- == 0) {
            dead = true;
            throw new IOException("the disk is gone");
        }
    }
}
