// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

/** A sweep axis cannot be expanded to values. The message is one sentence for the user that names the axis. */
public final class SweepException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message sentence for the user
     */
    public SweepException(String message) {
        super(message);
    }
}
