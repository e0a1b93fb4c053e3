// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.internal.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table of numbers, with one column of texts allowed per name that says so.
 *
 * @param header names of the columns; empty where the file has none
 * @param columns numbers by column; for a column of texts the index into its {@code texts}
 * @param texts by column: the different texts in order of appearance, or null for a column of numbers
 * @param rows number of rows
 */
record CsvTable(List<String> header, double[][] columns, List<List<String>> texts, int rows) {

    private static final int MAX_COLUMNS = 100_000;
    private static final int MAX_LINE = 64 << 20;
    private static final Set<String> NOT_A_NUMBER = Set.of("", "nan", "na", "n/a", "null");
    /** Names of columns whose cells may be words. */
    static final Set<String> WORDS = Set.of("label", "condition", "direction", "target", "split");

    static CsvTable read(Budget budget) {
        try {
            budget.wholeFile();
            try (BufferedReader in = Files.newBufferedReader(budget.file(), StandardCharsets.UTF_8)) {
                return new Reader(budget).read(in);
            }
        } catch (CharacterCodingException e) {
            throw budget.refuse("this is not a text file in UTF-8; save it as UTF-8 text.", e);
        } catch (IOException e) {
            throw budget.refuse("the file cannot be read: " + e.getMessage(), e);
        }
    }

    /** Index of the first column with one of these names (upper and lower case are the same), −1 for none. */
    int column(String... names) {
        for (int i = 0; i < header.size(); i++) {
            if (Arrays.asList(names).contains(header.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    /** Collects the rows of one file. */
    private static final class Reader {

        private final Budget budget;
        private char delimiter;
        private List<String> header = List.of();
        private double[][] columns;
        private List<List<String>> texts;
        private int rows;

        Reader(Budget budget) {
            this.budget = budget;
        }

        CsvTable read(BufferedReader in) throws IOException {
            int lineNumber = 0;
            for (String line = line(in); line != null; line = line(in)) {
                lineNumber++;
                String text = lineNumber == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                if (columns == null) {
                    begin(text, lineNumber);
                } else {
                    row(cells(text, lineNumber), lineNumber);
                }
            }
            if (rows == 0) {
                throw budget.refuse("the table has no rows of numbers.");
            }
            for (int c = 0; c < columns.length; c++) {
                columns[c] = Arrays.copyOf(columns[c], rows);
            }
            return new CsvTable(header, columns, texts, rows);
        }

        private static String line(BufferedReader in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '\n') {
                    return line.toString();
                }
                if (c == '\r') {
                    continue;
                }
                if (line.length() == MAX_LINE) {
                    throw new IOException("a line is longer than " + MAX_LINE + " characters.");
                }
                line.append((char) c);
            }
            return line.isEmpty() ? null : line.toString();
        }

        private void begin(String line, int lineNumber) {
            delimiter = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(',') < 0 && line.indexOf(';') >= 0 ? ';' : ',';
            List<String> cells = cells(line, lineNumber);
            if (cells.size() > MAX_COLUMNS) {
                throw budget.refuse("the table has " + cells.size() + " columns; at most " + MAX_COLUMNS + " are read.");
            }
            columns = new double[cells.size()][16];
            texts = new ArrayList<>(Collections.nCopies(cells.size(), null));
            if (cells.stream().anyMatch(cell -> Double.isNaN(parse(cell)) && !NOT_A_NUMBER.contains(cell.toLowerCase(Locale.ROOT)))) {
                header = List.copyOf(cells);
                for (int c = 0; c < cells.size(); c++) {
                    if (WORDS.contains(cells.get(c).toLowerCase(Locale.ROOT))) {
                        texts.set(c, new ArrayList<>());
                    }
                }
            } else {
                row(cells, lineNumber);
            }
        }

        private void row(List<String> cells, int lineNumber) {
            if (cells.size() != columns.length) {
                throw budget.refuse("line " + lineNumber + " has " + cells.size() + " cells where the first line has " + columns.length + ".");
            }
            for (int c = 0; c < columns.length; c++) {
                if (rows == columns[c].length) {
                    columns[c] = Arrays.copyOf(columns[c], 2 * rows);
                }
                columns[c][rows] = texts.get(c) == null ? number(cells.get(c), c, lineNumber) : word(cells.get(c), texts.get(c));
            }
            rows++;
        }

        private static double word(String cell, List<String> known) {
            int index = known.indexOf(cell);
            if (index < 0) {
                known.add(cell);
                return known.size() - 1;
            }
            return index;
        }

        private double number(String cell, int column, int lineNumber) {
            double value = parse(cell);
            if (Double.isNaN(value) && !NOT_A_NUMBER.contains(cell.toLowerCase(Locale.ROOT))) {
                String name = header.isEmpty() ? Integer.toString(column + 1) : "'" + header.get(column) + "'";
                throw budget.refuse("line " + lineNumber + ", column " + name + " holds '" + abbreviated(cell)
                        + "', which is no number; numbers look like -1.5e3, words may stand in columns named "
                        + String.join(", ", WORDS.stream().sorted().toList()) + ".");
            }
            return value;
        }

        private static double parse(String cell) {
            if (cell.isEmpty() || !(Character.isDigit(cell.charAt(cell.length() - 1)) || cell.endsWith("."))) {
                return switch (cell.toLowerCase(Locale.ROOT)) {
                    case "inf", "infinity", "+inf" -> Double.POSITIVE_INFINITY;
                    case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                    case "true" -> 1;
                    case "false" -> 0;
                    default -> Double.NaN;
                };
            }
            try {
                return Double.parseDouble(cell);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        private List<String> cells(String line, int lineNumber) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"') {
                    if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                        cell.append('"');
                        i++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (c == delimiter && !quoted) {
                    cells.add(cell.toString().strip());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            if (quoted) {
                throw budget.refuse("line " + lineNumber + " has an opening quotation mark without its end.");
            }
            cells.add(cell.toString().strip());
            return cells;
        }

        private static String abbreviated(String cell) {
            return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
        }
    }
}
