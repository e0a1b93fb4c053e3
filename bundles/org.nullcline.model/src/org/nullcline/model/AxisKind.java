// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import java.util.Locale;
import java.util.Optional;

/** The kinds of sweep axes that this program knows. The file holds the name, so that kinds of later versions survive. */
public enum AxisKind {
    /** Given values. */
    LIST,
    /** Evenly spaced numbers. */
    RANGE,
    /** Numbers with a constant ratio. */
    LOG,
    /** Numbers drawn at random, the same ones for the same seed. */
    RANDOM,
    /** Several axes of equal length that vary together. */
    ZIP;

    /** The name in the file. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind with this name.
     *
     * @param text as in the file
     * @return the kind, or empty when this program does not know it
     */
    public static Optional<AxisKind> of(String text) {
        for (var kind : values()) {
            if (kind.text().equals(text)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
