// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

/**
 * One axis of an array.
 *
 * @param name such as {@code time}, {@code channel}, {@code trial}, {@code state}
 * @param unit of the axis (for example {@code s} per index step when the axis is regular); empty where there is none
 */
public record Axis(String name, String unit) {

    /** An axis without unit. */
    public static Axis of(String name) {
        return new Axis(name, "");
    }
}
