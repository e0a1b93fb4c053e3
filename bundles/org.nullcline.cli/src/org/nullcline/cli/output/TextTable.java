// SPDX-License-Identifier: EPL-2.0
package org.nullcline.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in plain text; columns of numbers are aligned to the right. */
public final class TextTable {

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings. */
    public TextTable(String... headings) {
        this.headings = List.of(headings);
    }

    /** A table with these headings. */
    public TextTable(List<String> headings) {
        this.headings = List.copyOf(headings);
    }

    /** Adds a row with a cell per heading. */
    public TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Adds a row with a cell per heading. */
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /** A number for people: four significant digits, a dash where there is none. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        return size >= 1e5 || size < 1e-3 ? String.format(Locale.ROOT, "%.3e", value)
                : String.format(Locale.ROOT, "%." + Math.max(0, 3 - (int) Math.floor(Math.log10(size))) + "f", value);
    }

    /** The lines of the table. */
    public List<String> lines() {
        int[] widths = new int[headings.size()];
        boolean[] right = new boolean[headings.size()];
        for (int c = 0; c < widths.length; c++) {
            int column = c;
            widths[c] = rows.stream().mapToInt(r -> length(r.get(column))).reduce(length(headings.get(c)), Math::max);
            right[c] = !rows.isEmpty() && rows.stream().allMatch(r -> r.get(column).matches("[-+]?[0-9].*|–|"));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, widths, right));
        StringBuilder rule = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            rule.append("─".repeat(widths[c])).append(c < widths.length - 1 ? "  " : "");
        }
        lines.add(rule.toString());
        rows.forEach(row -> lines.add(line(row, widths, right)));
        return lines;
    }

    private static String line(List<String> cells, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String pad = " ".repeat(widths[c] - length(cells.get(c)));
            line.append(right[c] ? pad + cells.get(c) : c == widths.length - 1 ? cells.get(c) : cells.get(c) + pad).append(c < widths.length - 1 ? "  " : "");
        }
        return line.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
