// SPDX-License-Identifier: EPL-2.0
package org.nullcline.api.value;

import java.util.Locale;

/** What the numbers of a recording are. */
public enum Signal {
    /** Spike counts per time bin: whole numbers ≥ 0. */
    COUNTS,
    /** Firing rates in spikes per second. */
    RATES,
    /** Any continuous signal (calcium, LFP, latents). */
    CONTINUOUS;

    /** The name as it is stored and typed. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
