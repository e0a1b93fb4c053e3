// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

import java.io.IOException;

/** An experiment file could not be read or written. The message is one sentence for the user: what, where, what to do. */
public class ExperimentFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message sentence for the user
     * @param cause   for the log, or null
     */
    public ExperimentFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
