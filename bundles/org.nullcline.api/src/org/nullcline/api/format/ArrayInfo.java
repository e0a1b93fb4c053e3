// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.format;

/**
 * An array in a file, before it is loaded.
 *
 * @param name path or variable name within the file
 * @param type element type as the file calls it
 * @param shape sizes of the axes
 */
public record ArrayInfo(String name, String type, long[] shape) {
}
