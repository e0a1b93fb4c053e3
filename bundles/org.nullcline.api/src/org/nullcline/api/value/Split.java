// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

/** What a trial is used for. Stored as its ordinal. */
public enum Split {
    /** To fit. */
    TRAIN,
    /** To choose and stop. */
    VALIDATION,
    /** To report. */
    TEST
}
