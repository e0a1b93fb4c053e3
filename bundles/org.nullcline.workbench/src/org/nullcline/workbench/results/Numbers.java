// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.results;

import java.util.Locale;

/** Numbers in tables for people; exports have all digits. */
final class Numbers {

    private Numbers() {
    }

    static String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        var size = Math.abs(value);
        return value == Math.rint(value) && size < 1e7 ? Long.toString((long) value)
                : size < 1e-3 || size >= 1e5 ? String.format(Locale.ROOT, "%.3e", value) : String.format(Locale.ROOT, "%.4f", value);
    }
}
