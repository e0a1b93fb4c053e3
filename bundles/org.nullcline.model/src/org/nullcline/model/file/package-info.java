// SPDX-License-Identifier: EPL-2.0
/**
 * Experiments on disk. Loading accepts nothing but one experiment within a finite budget and opens no other location. Saving serialises
 * in memory, loads that again, writes beside the target, and renames; the former content stays as a numbered backup
 * ({@code .NAME.~1~} is the newest of five). Unsaved work goes to {@code .NAME.autosave}.
 */
package org.nullcline.model.file;
