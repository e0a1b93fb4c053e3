// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

/** The file was written in a newer major format than this program knows. */
public final class NewerFormatException extends ExperimentFileException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message sentence for the user
     * @param cause   for the log, or null
     */
    public NewerFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
