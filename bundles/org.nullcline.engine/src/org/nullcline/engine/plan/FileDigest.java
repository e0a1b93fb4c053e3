// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.plan;

/**
 * A file that a task reads, known by its content.
 *
 * @param path absolute path where it was when the plan was made
 * @param selector what stands behind {@code #}; empty for the whole file
 * @param suffix lower-case file name extension, which helps to choose the format
 * @param sha256 of the content, or of names and contents for a folder
 * @param bytes size
 */
public record FileDigest(String path, String selector, String suffix, String sha256, long bytes) {
}
