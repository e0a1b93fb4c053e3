// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was said about the points of a sweep, in few lines. */
final class Sentences {

    private static final int MOST = 12;
    private static final int MOST_NAMES = 6;

    private Sentences() {
    }

    /**
     * What was said of all points once, what was said of some with their names. Where that takes too many lines, sentences that differ in their numbers
     * only share one.
     *
     * @param said names of points by sentence
     * @param points how many there are
     */
    static List<String> lines(Map<String, List<String>> said, int points) {
        List<String> lines = new ArrayList<>();
        if (said.size() <= MOST) {
            said.forEach((sentence, where) -> lines.add(where.size() == points ? sentence : names(where) + ": " + sentence));
            return lines;
        }
        Map<String, Map<String, List<String>>> alike = new LinkedHashMap<>();
        said.forEach((sentence, where) -> alike.computeIfAbsent(sentence.replaceAll("[0-9]+([.][0-9]+)?(E-?[0-9]+)?", "#"), s -> new LinkedHashMap<>())
                .put(sentence, where));
        for (Map<String, List<String>> group : alike.values()) {
            Map.Entry<String, List<String>> first = group.entrySet().iterator().next();
            int others = group.values().stream().mapToInt(List::size).sum() - first.getValue().size();
            lines.add((first.getValue().size() == points ? "" : names(first.getValue()) + ": ") + first.getKey()
                    + (others == 0 ? "" : " (" + others + (others == 1 ? " more time" : " more times") + " with other numbers.)"));
        }
        int more = lines.size() - MOST;
        if (more > 0) {
            lines.subList(MOST, lines.size()).clear();
            lines.add("… and " + more + " more remarks, with the results in the store.");
        }
        return lines;
    }

    private static String names(List<String> where) {
        return where.size() <= MOST_NAMES ? String.join("; ", where)
                : String.join("; ", where.subList(0, MOST_NAMES)) + " and " + (where.size() - MOST_NAMES) + " more";
    }
}
