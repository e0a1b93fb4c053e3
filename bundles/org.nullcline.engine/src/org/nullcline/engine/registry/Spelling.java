// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
public final class Spelling {

    private Spelling() {
    }

    /** Up to three of the known names that are nearest to what was typed, nearest first; empty when nothing is near. */
    public static List<String> nearest(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        record Candidate(String name, int distance) {
        }
        int limit = Math.max(2, wanted.length() / 3);
        return known.stream().distinct()
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance <= limit || wanted.length() > 2 && c.name.toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(3).map(Candidate::name).toList();
    }

    /** {@code "; did you mean A or B?"} or nothing, to end a sentence with. */
    public static String hint(String typed, Collection<String> known) {
        List<String> near = nearest(typed, known);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    /** Edit distance (insertions, deletions, replacements). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
