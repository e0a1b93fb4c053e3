// SPDX-License-Identifier: EPL-2.0
package org.nullcline.comparison.internal.values;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final Pattern FINER = Pattern.compile("^([^\\s,;]+)");
    private static final Pattern USUAL = Pattern.compile("^([^\\s\\[0-9,;]+)");

    /**
     * Reads groups off names.
     *
     * @param things the names
     * @param how a list of one group per thing, separated by commas; or a regular expression whose first bracket matches the group within the name;
     *            or empty for the name up to its first blank, comma, bracket or digit, and up to its first blank or comma where the former is the same
     *            for all
     */
    public static GroupNames read(List<String> things, String how) {
        if (how.contains(",")) {
            return listed(things, how);
        }
        GroupNames groups = matched(things, how.isBlank() ? USUAL : pattern(how), how);
        if (how.isBlank() && groups.names().size() == 1) {
            GroupNames finer = matched(things, FINER, how);
            return finer.names().size() < things.size() ? finer : groups;
        }
        return groups;
    }

    private static GroupNames listed(List<String> things, String how) {
        List<String> found = Arrays.stream(how.split(",", -1)).map(String::strip).toList();
        if (found.size() != things.size()) {
            throw NullclineException.invalid("The parameter 'groups' lists " + found.size() + " groups for " + things.size() + " things.");
        }
        return of(found);
    }

    private static GroupNames matched(List<String> things, Pattern pattern, String how) {
        List<String> found = new ArrayList<>();
        for (String thing : things) {
            Matcher matcher = pattern.matcher(thing);
            if (matcher.find()) {
                found.add(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
            } else if (how.isBlank()) {
                found.add(thing);
            } else {
                throw NullclineException.invalid("The expression '" + how + "' of the parameter 'groups' does not match the name '" + thing + "'.");
            }
        }
        return of(found);
    }

    private static GroupNames of(List<String> found) {
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
