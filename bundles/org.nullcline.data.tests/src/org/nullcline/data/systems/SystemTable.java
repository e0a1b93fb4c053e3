// SPDX-License-Identifier: EPL-2.0
package org.nullcline.data.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nullcline.data.Shared;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The published table of chaotic systems (Gilpin 2021): parameters, initial states and statistics by id. */
final class SystemTable {

    private static final Map<String, SystemTable> ROWS = read();

    final String name;
    private final Map<String, String> cells;

    private SystemTable(String name, Map<String, String> cells) {
        this.name = name;
        this.cells = cells;
    }

    static Map<String, SystemTable> rows() {
        return ROWS;
    }

    String cell(String column) {
        return cells.get(column);
    }

    double[] list(String column) {
        return flatten(JsonParser.parseString(cells.get(column)));
    }

    JsonObject parameters() {
        return JsonParser.parseString(cells.get("parameters")).getAsJsonObject();
    }

    static double[] flatten(JsonElement element) {
        List<Double> values = new ArrayList<>();
        flatten(element, values);
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void flatten(JsonElement element, List<Double> into) {
        if (element instanceof JsonArray array) {
            array.forEach(e -> flatten(e, into));
        } else {
            into.add(element.getAsDouble());
        }
    }

    private static Map<String, SystemTable> read() {
        try {
            List<String> lines = Files.readAllLines(Shared.golden("dysts/systems.csv"));
            List<String> header = cells(lines.getFirst());
            Map<String, SystemTable> rows = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.put(id(cells.getFirst()), new SystemTable(cells.getFirst(), row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code CamelCase} names as ids: lower case with hyphens, acronyms and numbers kept together with the word before them. */
    private static String id(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2").replaceAll("(\\d)([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
