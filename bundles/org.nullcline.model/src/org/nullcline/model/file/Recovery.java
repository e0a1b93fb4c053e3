// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model.file;

import java.time.Instant;

import org.nullcline.model.Experiment;

/**
 * Work that was saved automatically and never by the user, for example because the computer went down.
 *
 * @param experiment what the autosave holds
 * @param saved      when it was written
 */
public record Recovery(Experiment experiment, Instant saved) {
}
