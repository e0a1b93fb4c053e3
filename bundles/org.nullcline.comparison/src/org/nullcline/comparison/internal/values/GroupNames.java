// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.values;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.nullcline.api.NullclineException;

/**
 * Groups of named things, numbered from 0 in the order of their first member.
 *
 * @param names of the groups
 * @param of the group of each thing
 */
public record GroupNames(List<String> names, int[] of) {

    private static final Pattern USUAL = Pattern.compile("^([^\\s\\[0-9,;]+)");

    /**
     * Reads groups off names.
     *
     * @param things the names
     * @param how a list of one group per thing, separated by commas; or a regular expression whose first bracket matches the group within the name;
     *            or empty for the name up to its first blank, comma, bracket or digit
     */
    public static GroupNames read(List<String> things, String how) {
        List<String> found = new ArrayList<>();
        if (how.contains(",")) {
            for (String group : how.split(",", -1)) {
                found.add(group.strip());
            }
            if (found.size() != things.size()) {
                throw NullclineException.invalid("The parameter 'groups' lists " + found.size() + " groups for " + things.size() + " things.");
            }
        } else {
            Pattern pattern = how.isBlank() ? USUAL : pattern(how);
            for (String thing : things) {
                Matcher matcher = pattern.matcher(thing);
                if (!matcher.find()) {
                    if (!how.isBlank()) {
                        throw NullclineException.invalid("The expression '" + how + "' of the parameter 'groups' does not match the name '" + thing + "'.");
                    }
                    found.add(thing);
                } else {
                    found.add(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
                }
            }
        }
        List<String> names = found.stream().distinct().toList();
        return new GroupNames(names, found.stream().mapToInt(names::indexOf).toArray());
    }

    private static Pattern pattern(String how) {
        try {
            return Pattern.compile(how);
        } catch (PatternSyntaxException e) {
            throw NullclineException.invalid("The parameter 'groups' is no regular expression: " + e.getDescription() + " at character " + e.getIndex() + ".");
        }
    }
}
