// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.internal.xml;

/**
 * What an experiment file may ask for at most. An experiment of a thousand steps needs less than a hundredth of this.
 *
 * @param bytes      size of the file
 * @param depth      nesting of elements
 * @param attributes attributes of one element
 * @param characters length of one attribute or text
 */
public record XmlBudget(long bytes, int depth, int attributes, int characters) {
    /** Generous for people, finite for attackers. */
    public static final XmlBudget DEFAULT = new XmlBudget(32L << 20, 200, 500, 1 << 20);
}
