// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.csv;

import java.util.List;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.Panel;
import org.nullcline.api.figure.Series;

/**
 * The numbers behind a figure as comma-separated text: one block per panel, one line per mark, full double precision.
 *
 * <p>Cells that a spreadsheet would take for a formula are prefixed with an apostrophe.
 */
public final class FigureNumbers {

    private FigureNumbers() {
    }

    /** All plotted numbers of a figure. */
    public static String csv(Figure figure) {
        StringBuilder out = new StringBuilder();
        for (Panel panel : figure.panels()) {
            out.append("# ").append(oneLine(panel.title().isEmpty() ? figure.title() : panel.title())).append('\n');
            switch (panel) {
                case Panel.Plot plot -> plot(out, plot);
                case Panel.HeatMap map -> heatMap(out, map);
                case Panel.Space space -> space(out, space);
                case Panel.Table table -> {
                    out.append(join(table.columns()));
                    table.rows().forEach(row -> out.append(join(row)));
                }
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static void plot(StringBuilder out, Panel.Plot plot) {
        out.append("series,").append(cell(plot.x().label())).append(',').append(cell(plot.y().label())).append(",extra1,extra2\n");
        for (Series series : plot.series()) {
            String name = cell(series.name());
            switch (series) {
                case Series.Line s -> rows(out, name, s.x(), s.y());
                case Series.Points s -> rows(out, name, s.x(), s.y());
                case Series.Band s -> rows(out, name, s.x(), s.low(), s.high());
                case Series.Bars s -> {
                    if (s.error() == null) {
                        rows(out, name, s.x(), s.height());
                    } else {
                        rows(out, name, s.x(), s.height(), s.error());
                    }
                }
                case Series.Arrows s -> rows(out, name, s.x(), s.y(), s.dx(), s.dy());
                case Series.Reference s -> out.append(name).append(',').append(s.vertical() ? s.at() + "," : "," + s.at()).append('\n');
            }
        }
    }

    private static void rows(StringBuilder out, String name, double[]... columns) {
        for (int i = 0; i < columns[0].length; i++) {
            out.append(name);
            for (double[] column : columns) {
                out.append(',').append(column[i]);
            }
            out.append('\n');
        }
    }

    private static void heatMap(StringBuilder out, Panel.HeatMap map) {
        if (!map.columnLabels().isEmpty()) {
            out.append(',').append(join(map.columnLabels()));
        }
        for (int i = 0; i < map.values().length; i++) {
            out.append(i < map.rowLabels().size() ? cell(map.rowLabels().get(i)) : Integer.toString(i));
            for (double value : map.values()[i]) {
                out.append(',').append(value);
            }
            out.append('\n');
        }
    }

    private static void space(StringBuilder out, Panel.Space space) {
        out.append("series,part,").append(join(space.axes()));
        int part = 0;
        for (Panel.Curve curve : space.curves()) {
            for (double[] p : curve.points()) {
                out.append(cell(curve.name())).append(',').append(part).append(',').append(p[0]).append(',').append(p[1]).append(',').append(p[2]).append('\n');
            }
            part++;
        }
        for (Panel.Cloud cloud : space.points()) {
            for (double[] p : cloud.points()) {
                out.append(cell(cloud.name())).append(',').append(part).append(',').append(p[0]).append(',').append(p[1]).append(',').append(p[2]).append('\n');
            }
            part++;
        }
    }

    private static String join(List<String> cells) {
        return String.join(",", cells.stream().map(FigureNumbers::cell).toList()) + "\n";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r].*|-[^0-9.].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\n\\r].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
