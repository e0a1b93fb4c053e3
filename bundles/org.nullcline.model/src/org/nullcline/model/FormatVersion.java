// SPDX-License-Identifier: EPL-2.0
package org.nullcline.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Version of the file format of experiments.
 * <p>
 * The minor number grows when something is added that an older program may ignore (it keeps what it does not know). The major number
 * grows when an older program would misunderstand the file; then there is a {@linkplain org.nullcline.model.migration.Migration
 * migration} for it.
 *
 * <h2>History</h2>
 * <ul>
 * <li>1.0 — the first format.</li>
 * <li>1.1 — expectations; names for the points of a zip.</li>
 * </ul>
 *
 * @param major at least 1
 * @param minor at least 0
 */
public record FormatVersion(int major, int minor) implements Comparable<FormatVersion> {
    /** The format that this program writes. */
    public static final FormatVersion CURRENT = new FormatVersion(1, 1);

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,4})\\.(0|[1-9][0-9]{0,4})");

    /**
     * Reads a version.
     *
     * @param text major.minor, may be null
     * @return the version, or empty when the text is none
     */
    public static Optional<FormatVersion> parse(String text) {
        var matcher = TEXT.matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(new FormatVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(FormatVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
