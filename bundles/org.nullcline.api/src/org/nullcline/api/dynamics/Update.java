// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.dynamics;

/** What the output of a vector field means. */
public enum Update {
    /** The derivative of the state, to be integrated by a solver. */
    DERIVATIVE,
    /** The state of the next time bin. */
    NEXT_STATE;

    /** From the XML attribute: {@code derivative} or {@code next}. */
    public static Update parse(String text) {
        return switch (text) {
            case "derivative" -> DERIVATIVE;
            case "next" -> NEXT_STATE;
            default -> throw new IllegalArgumentException("'" + text + "' is no update; use derivative or next.");
        };
    }
}
