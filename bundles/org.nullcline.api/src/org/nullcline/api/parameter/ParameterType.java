// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.parameter;

/** The types that a declared parameter can have; the lower-case name is what the XML says. */
public enum ParameterType {
    /** A whole number. */
    INTEGER,
    /** A floating-point number, {@code inf} and {@code -inf} included; never NaN. */
    REAL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Any text. */
    TEXT,
    /** One of the declared choices. */
    CHOICE,
    /** A file with an optional {@code #selector}; its content takes part in the key of the result. */
    FILE,
    /** Whole numbers, separated by commas. */
    INTEGERS,
    /** Floating-point numbers, separated by commas. */
    REALS,
    /** A contribution to another extension point, whose own parameters follow as {@code name.parameter}. */
    CONTRIBUTION
}
