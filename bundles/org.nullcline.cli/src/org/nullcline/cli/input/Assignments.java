// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nullcline.api.NullclineException;

/** {@code name=value} texts of the command line. */
public final class Assignments {

    private Assignments() {
    }

    /**
     * Splits at the first equals sign.
     *
     * @throws NullclineException of kind INVALID for a text without one
     */
    public static Map<String, String> parse(String option, List<String> texts) {
        Map<String, String> assignments = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw NullclineException.invalid(option + " " + text + " sets nothing; write " + option + " NAME=VALUE.");
            }
            assignments.put(text.substring(0, equals).strip(), text.substring(equals + 1));
        }
        return assignments;
    }
}
