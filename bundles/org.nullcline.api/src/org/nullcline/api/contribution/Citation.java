// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.contribution;

/**
 * The source to cite when a contribution is used.
 *
 * @param doi digital object identifier without {@code https://doi.org/}; empty when there is none
 * @param text title or full reference
 */
public record Citation(String doi, String text) {
}
