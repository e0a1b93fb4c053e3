// SPDX-License-Identifier: EPL-2.0
package org.nullcline.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * A long table of scores in few rows: mean ± standard deviation over the repeats of each condition, or least, median and greatest of all points where
 * nothing was repeated.
 *
 * @param columns headings, the first one empty
 * @param rows names with their texts
 */
record ScoreSummary(List<String> columns, List<List<String>> rows) {

    /**
     * Sums a table up.
     *
     * @param repeats axes whose points repeat a condition
     * @param number how numbers are written
     */
    static ScoreSummary of(ScoreTable table, Set<String> repeats, DoubleFunction<String> number) {
        Map<String, List<double[]>> byCondition = new LinkedHashMap<>();
        for (ScoreTable.Row row : table.rows()) {
            Map<String, String> condition = new TreeMap<>(row.point());
            condition.keySet().removeAll(repeats);
            List<String> names = new ArrayList<>(condition.values());
            if (!row.label().isEmpty()) {
                names.add(row.label());
            }
            byCondition.computeIfAbsent(names.isEmpty() ? "all" : String.join(", ", names), c -> new ArrayList<>()).add(row.values());
        }
        List<String> columns = new ArrayList<>(List.of(""));
        columns.addAll(table.columns());
        List<List<String>> rows = new ArrayList<>();
        if (byCondition.size() < table.rows().size()) {
            columns.add("n");
            byCondition.forEach((name, values) -> rows.add(means(name, values, table.columns().size(), number)));
        } else {
            for (String what : List.of("least", "median", "greatest")) {
                List<String> cells = new ArrayList<>(List.of(what));
                for (int c = 0; c < table.columns().size(); c++) {
                    cells.add(number.apply(order(column(table.rows().stream().map(ScoreTable.Row::values).toList(), c), what)));
                }
                rows.add(cells);
            }
        }
        return new ScoreSummary(columns, rows);
    }

    private static List<String> means(String name, List<double[]> values, int columns, DoubleFunction<String> number) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (int c = 0; c < columns; c++) {
            double[] finite = column(values, c);
            double mean = Arrays.stream(finite).average().orElse(Double.NaN);
            double squares = Arrays.stream(finite).map(v -> (v - mean) * (v - mean)).sum();
            cells.add(number.apply(mean) + (finite.length > 1 ? " ± " + number.apply(Math.sqrt(squares / (finite.length - 1))) : ""));
        }
        cells.add(Integer.toString(values.size()));
        return cells;
    }

    private static double[] column(List<double[]> values, int column) {
        return values.stream().mapToDouble(row -> row[column]).filter(Double::isFinite).sorted().toArray();
    }

    private static double order(double[] sorted, String what) {
        int n = sorted.length;
        if (n == 0) {
            return Double.NaN;
        }
        return switch (what) {
            case "least" -> sorted[0];
            case "greatest" -> sorted[n - 1];
            default -> (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        };
    }
}
