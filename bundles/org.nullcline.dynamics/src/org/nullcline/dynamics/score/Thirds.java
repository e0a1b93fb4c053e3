// SPDX-License-Identifier: EPL-2.0
package org.nullcline.dynamics.score;

import java.util.Locale;

/** Early, middle and late bins of trials: thirds of each trial, the first two rounded up (of 70 bins: 24, 24 and 22). */
public enum Thirds {
    /** The first bins. */
    EARLY,
    /** The bins between. */
    MIDDLE,
    /** The last bins. */
    LATE;

    /** The name in tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The third that a bin (counted from 0) of a trial of so many bins belongs to. */
    public static Thirds of(int bin, int length) {
        return values()[bin / ((length + 2) / 3)];
    }
}
