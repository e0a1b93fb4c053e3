// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.migration;

/** A file of an older format cannot be lifted to the present one. The message is a sentence for the user. */
public final class MigrationException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message sentence for the user
     */
    public MigrationException(String message) {
        super(message);
    }

    /**
     * Creates the exception.
     *
     * @param message sentence for the user
     * @param cause   for the log
     */
    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
