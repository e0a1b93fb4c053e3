// SPDX-License-Identifier: EPL-2.0
package org.nullcline.testkit;

/**
 * The outcome of one check.
 *
 * @param contribution id of the contribution
 * @param property what was checked, in a few words
 * @param passed whether it holds
 * @param detail the evidence: the largest deviation, or the input on which it fails
 */
public record Finding(String contribution, String property, boolean passed, String detail) {

    @Override
    public String toString() {
        return (passed ? "holds  " : "FAILS  ") + contribution + ": " + property + " (" + detail + ")";
    }
}
