// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.svg;

import java.util.List;
import java.util.Locale;

import org.nullcline.api.figure.Panel.HeatMap;
import org.nullcline.reporting.drawing.ColourMap;
import org.nullcline.reporting.drawing.HeatMapColours;
import org.nullcline.reporting.drawing.Palette;
import org.nullcline.reporting.drawing.Ticks;

/** Draws a matrix of colours with its labels and colour scale. */
final class HeatMapSvg {

    private static final int MAX_CELLS = 20_000;
    private static final double SCALE_WIDTH = 64;
    /** Width of a character of a label. */
    private static final double LABEL = 5.6;
    private static final int MANY = 16;
    private static final int LONG = 16;

    private HeatMapSvg() {
    }

    /** Whether labels would be cut or left out in a panel of usual width. */
    static boolean needsRoom(HeatMap map) {
        return Math.max(map.rowLabels().size(), map.columnLabels().size()) > MANY || longest(map.rowLabels()) > LONG || longest(map.columnLabels()) > LONG;
    }

    private static int longest(List<String> labels) {
        return labels.stream().mapToInt(String::length).max().orElse(0);
    }

    static double height(HeatMap map, double width) {
        boolean square = map.values().length > 0 && map.values().length == map.values()[0].length;
        return square ? width - 30 : 300;
    }

    static void draw(SvgText out, HeatMap map, Frame frame) {
        int rows = map.values().length;
        int columns = rows == 0 ? 0 : map.values()[0].length;
        if (rows == 0 || columns == 0) {
            out.label(frame.centreX(), frame.centreY(), "middle", 12, "no values", "");
            return;
        }
        double left = 16 + LABEL * longest(map.rowLabels());
        double bottom = 14 + 0.75 * LABEL * longest(map.columnLabels());
        Frame area = frame.inset(Math.min(left, frame.width() / 3), 4, SCALE_WIDTH, Math.min(bottom, frame.height() / 3));
        HeatMapColours colours = HeatMapColours.of(map);
        int rowStride = stride(rows, columns);
        double cellWidth = area.width() / columns;
        double cellHeight = area.height() / rows;
        for (int i = 0; i < rows; i += rowStride) {
            for (int j = 0; j < columns; j += rowStride) {
                double value = map.values()[i][j];
                if (!Double.isFinite(value)) {
                    continue;
                }
                int rgb = colours.rgb(value);
                double spanRows = Math.min(rowStride, rows - i);
                double spanColumns = Math.min(rowStride, columns - j);
                out.rectangle(area.x() + j * cellWidth, area.y() + i * cellHeight, cellWidth * spanColumns + 0.3, cellHeight * spanRows + 0.3,
                        "fill=\"" + Palette.hexOf(rgb) + "\"");
                if (map.showValues() && rows <= 14 && columns <= 14) {
                    out.label(area.x() + (j + 0.5) * cellWidth, area.y() + (i + 0.5) * cellHeight + 3.5, "middle", Math.min(11, cellWidth / 3.4),
                            short3(value), "fill=\"" + (ColourMap.isLight(rgb) ? "#000" : "#fff") + "\"");
                }
            }
        }
        labels(out, map, frame, area, cellWidth, cellHeight);
        scale(out, map, colours, new Frame(area.right() + 12, area.y(), 12, area.height()));
    }

    private static int stride(int rows, int columns) {
        int stride = 1;
        while ((long) (rows / stride) * (columns / stride) > MAX_CELLS) {
            stride++;
        }
        return stride;
    }

    private static String short3(double value) {
        if (Math.abs(value) < 1e-3 && value != 0) {
            return String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-");
        }
        String text = Ticks.number(Math.round(value * 1000) / 1000.0);
        return text.startsWith("0.") ? text.substring(1) : text.startsWith("-0.") ? "-" + text.substring(2) : text;
    }

    private static void labels(SvgText out, HeatMap map, Frame frame, Frame area, double cellWidth, double cellHeight) {
        int rowStep = Math.max(1, (int) Math.ceil(11 / cellHeight));
        for (int i = 0; i < map.rowLabels().size(); i += rowStep) {
            out.label(area.x() - 5, area.y() + (i + 0.5) * cellHeight + 3.5, "end", 10.5,
                    SvgText.fitted(map.rowLabels().get(i), (int) ((area.x() - frame.x() - 6) / LABEL)), "");
        }
        if (longest(map.columnLabels()) * LABEL < cellWidth) {
            for (int j = 0; j < map.columnLabels().size(); j++) {
                out.label(area.x() + (j + 0.5) * cellWidth, area.bottom() + 14, "middle", 10.5, map.columnLabels().get(j), "");
            }
            return;
        }
        // Slanted labels stand closer to each other than their columns.
        int columnStep = Math.max(1, (int) Math.ceil(15 / cellWidth));
        int most = (int) ((frame.bottom() - area.bottom() - 8) / (0.72 * LABEL));
        for (int j = 0; j < map.columnLabels().size(); j += columnStep) {
            out.raw("<text transform=\"translate(" + SvgText.number(area.x() + (j + 0.5) * cellWidth + 3) + " " + SvgText.number(area.bottom() + 8)
                    + ") rotate(-45)\" text-anchor=\"end\" font-size=\"10.5\">" + SvgText.escape(SvgText.fitted(map.columnLabels().get(j), most)) + "</text>\n");
        }
    }

    private static void scale(SvgText out, HeatMap map, HeatMapColours colours, Frame bar) {
        int steps = 32;
        for (int i = 0; i < steps; i++) {
            double value = colours.min() + (i + 0.5) / steps * (colours.max() - colours.min());
            out.rectangle(bar.x(), bar.bottom() - (i + 1) * bar.height() / steps, bar.width(), bar.height() / steps + 0.3,
                    "fill=\"" + Palette.hexOf(colours.rgb(value)) + "\"");
        }
        Ticks ticks = Ticks.linear(colours.min(), colours.max(), 4);
        for (int i = 0; i < ticks.positions().length; i++) {
            double at = bar.bottom() - (ticks.positions()[i] - colours.min()) / (colours.max() - colours.min()) * bar.height();
            out.label(bar.right() + 4, at + 3.5, "start", 10, ticks.labels().get(i), "");
        }
        out.verticalLabel(bar.right() + 36, bar.centreY(), 10.5, map.legend());
    }
}
