// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

/** The file on disk is not the one that was loaded or saved last; nothing was overwritten. */
public final class ChangedOnDiskException extends ExperimentFileException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message sentence for the user
     * @param cause   for the log, or null
     */
    public ChangedOnDiskException(String message, Throwable cause) {
        super(message, cause);
    }
}
