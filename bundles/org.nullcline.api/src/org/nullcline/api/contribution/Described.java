// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.contribution;

/** A contributed class that serves several contributions and wants to know which one it was made for. */
public interface Described {

    /** Called once, right after construction and before any other use. */
    void describe(Descriptor descriptor);
}
