// SPDX-License-Identifier: EPL-2.0
package org.nullcline.compute.linalg;

/** A matrix that cannot be factorised or solved with; the message says why in one sentence. */
public final class LinearAlgebraException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /** A failure with its sentence. */
    public LinearAlgebraException(String sentence) {
        super(sentence);
    }
}
