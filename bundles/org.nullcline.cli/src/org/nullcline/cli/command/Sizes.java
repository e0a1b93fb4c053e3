// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.command;

import java.util.Locale;

/** Sizes of files for people. */
final class Sizes {

    private Sizes() {
    }

    static String text(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        double size = bytes;
        int unit = 0;
        while (size >= 1000 && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", size, units[unit]);
    }
}
