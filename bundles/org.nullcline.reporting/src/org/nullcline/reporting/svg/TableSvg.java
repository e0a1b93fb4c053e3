// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.svg;

import java.util.List;

import org.nullcline.api.figure.Panel.Table;

/** Draws a table of text. */
final class TableSvg {

    private static final double ROW = 18;

    private TableSvg() {
    }

    static double height(Table table) {
        return 40 + ROW * (table.rows().size() + 1);
    }

    static void draw(SvgText out, Table table, Frame frame) {
        int columns = Math.max(1, table.columns().size());
        double width = frame.width() / columns;
        double y = frame.y() + 14;
        row(out, table.columns(), frame, width, y, "font-weight=\"600\"");
        out.line(frame.x(), y + 5, frame.right(), y + 5, "stroke=\"currentColor\"");
        for (List<String> cells : table.rows()) {
            y += ROW;
            row(out, cells, frame, width, y, "");
        }
    }

    private static void row(SvgText out, List<String> cells, Frame frame, double width, double y, String style) {
        for (int i = 0; i < cells.size(); i++) {
            boolean first = i == 0;
            out.label(first ? frame.x() + 2 : frame.x() + (i + 1) * width - 4, y, first ? "start" : "end", 11, cells.get(i), style);
        }
    }
}
