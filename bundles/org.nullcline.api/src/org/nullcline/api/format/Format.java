// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.format;

import java.io.IOException;
import java.nio.file.Path;

import org.nullcline.api.NullclineException;
import org.nullcline.api.value.Value;

/**
 * A file format, as an extension. The declared {@code suffixes} choose candidates; {@link #recognises} decides by content.
 *
 * <p>Files are hostile: a reader checks declared sizes against real ones and against {@code budgetBytes} before it allocates, and follows no
 * reference out of the file.
 */
public interface Format {

    /** Whether a file that begins with these bytes (up to 4096) is of this format. */
    boolean recognises(Path file, byte[] beginning);

    /**
     * Opens a file for reading.
     *
     * @param budgetBytes largest array that may be allocated
     * @throws NullclineException of kind INPUT with one sentence: what is wrong, where, what to do
     */
    ArrayFile open(Path file, long budgetBytes);

    /** Writes a value; the file appears whole or not at all. Formats that only read throw with a sentence. */
    default void write(Value value, Path file) throws IOException {
        throw NullclineException.invalid("Files like " + file.getFileName() + " can be read but not written; choose another format.");
    }
}
