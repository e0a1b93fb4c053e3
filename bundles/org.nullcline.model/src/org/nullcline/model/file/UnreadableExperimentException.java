// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

/** The content is not an experiment that this program can accept: damaged, too large, or asking for something outside the file. */
public final class UnreadableExperimentException extends ExperimentFileException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message sentence for the user
     * @param cause   for the log, or null
     */
    public UnreadableExperimentException(String message, Throwable cause) {
        super(message, cause);
    }
}
