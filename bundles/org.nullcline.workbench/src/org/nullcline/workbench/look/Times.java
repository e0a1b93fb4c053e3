// SPDX-License-Identifier: EPL-2.0
package org.nullcline.workbench.look;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Times as people read them. */
public final class Times {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Times() {
    }

    /** When something began, short for today. */
    public static String since(String isoInstant) {
        try {
            var time = Instant.parse(isoInstant).atZone(ZoneId.systemDefault());
            return (time.toLocalDate().equals(LocalDate.now()) ? TODAY : EARLIER).format(time);
        } catch (DateTimeParseException e) {
            return isoInstant;
        }
    }

    /** Hours, minutes and seconds of a moment. */
    public static String exact(Instant moment) {
        return EXACT.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** A duration in seconds, empty where it is unknown. */
    public static String span(double seconds) {
        if (Double.isNaN(seconds)) {
            return "";
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        var whole = Math.round(seconds);
        return whole < 3600 ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole / 60 % 60);
    }
}
