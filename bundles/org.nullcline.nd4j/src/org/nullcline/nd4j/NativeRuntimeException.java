// SPDX-License-Identifier: EPL-2.0
package org.nullcline.nd4j;

/** The native numerical libraries cannot be used on this machine; the message says why and what to do. */
public final class NativeRuntimeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NativeRuntimeException(String message, Throwable cause) {
        super(message, cause);
    }
}
