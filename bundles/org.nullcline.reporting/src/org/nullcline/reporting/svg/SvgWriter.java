// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.svg;

import org.nullcline.api.figure.Figure;
import org.nullcline.api.figure.Panel;

/** Draws figures as Scalable Vector Graphics 1.1. Text stays text; the foreground is {@code currentColor}, so that a page may be light or dark. */
public final class SvgWriter {

    private static final double PANEL_WIDTH = 380;
    private static final double PANEL_HEIGHT = 300;
    private static final double GAP = 14;
    /** Names that fit below a panel of usual width. */
    private static final int MANY_NAMES = 32;

    private SvgWriter() {
    }

    /** The figure as an {@code <svg>} element for a page that sets colours itself. */
    public static String inline(Figure figure) {
        return svg(figure, "");
    }

    /** The figure as a complete file with black on white. */
    public static String file(Figure figure) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(figure, " style=\"color:#222;background:#fff\"");
    }

    private static String svg(Figure figure, String style) {
        int columns = Math.min(figure.columns(), Math.max(1, figure.panels().size()));
        int rows = (figure.panels().size() + columns - 1) / columns;
        double panelWidth = columns == 1 ? figure.panels().stream().mapToDouble(SvgWriter::width).max().orElse(PANEL_WIDTH) : PANEL_WIDTH;
        double[] heights = new double[rows];
        for (int i = 0; i < figure.panels().size(); i++) {
            heights[i / columns] = Math.max(heights[i / columns], height(figure.panels().get(i), panelWidth));
        }
        double width = columns * panelWidth + (columns - 1) * GAP;
        double height = (rows - 1) * GAP;
        for (double row : heights) {
            height += row;
        }
        SvgText out = new SvgText();
        out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + SvgText.number(width) + "\" height=\"" + SvgText.number(height) + "\" viewBox=\"0 0 "
                + SvgText.number(width) + " " + SvgText.number(height) + "\" font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" fill=\"currentColor\""
                + style + " role=\"img\" aria-label=\"" + SvgText.escape(figure.title()) + "\">\n");
        double top = 0;
        for (int i = 0; i < figure.panels().size(); i++) {
            double left = i % columns * (panelWidth + GAP);
            draw(out, figure.panels().get(i), new Frame(left, top, panelWidth, heights[i / columns]), figure.id() + "-" + i);
            if (i % columns == columns - 1) {
                top += heights[i / columns] + GAP;
            }
        }
        return out.raw("</svg>\n").toString();
    }

    /** Whether a figure takes the width of a page rather than half of it. */
    public static boolean wide(Figure figure) {
        return Math.min(figure.columns(), figure.panels().size()) > 1 || figure.panels().stream().anyMatch(panel -> width(panel) > PANEL_WIDTH);
    }

    /** Of a panel that stands alone: many things, or things with long names, need room. */
    private static double width(Panel panel) {
        return switch (panel) {
            case Panel.HeatMap map -> HeatMapSvg.needsRoom(map) ? 1.5 * PANEL_WIDTH : PANEL_WIDTH;
            case Panel.Plot plot -> plot.x().names().size() > MANY_NAMES ? 2 * PANEL_WIDTH : PANEL_WIDTH;
            default -> PANEL_WIDTH;
        };
    }

    private static double height(Panel panel, double width) {
        return switch (panel) {
            case Panel.Table table -> TableSvg.height(table);
            case Panel.HeatMap map -> HeatMapSvg.height(map, width);
            case Panel.Space space -> PANEL_HEIGHT + 40;
            case Panel.Plot plot -> PANEL_HEIGHT + PlotSvg.nameRoom(plot);
        };
    }

    private static void draw(SvgText out, Panel panel, Frame frame, String id) {
        if (!panel.title().isEmpty()) {
            out.label(frame.centreX(), frame.y() + 15, "middle", 13, panel.title(), "font-weight=\"600\"");
        }
        Frame body = frame.inset(0, panel.title().isEmpty() ? 6 : 24, 0, 0);
        switch (panel) {
            case Panel.Plot plot -> new PlotSvg(out, plot, body, id).draw();
            case Panel.HeatMap map -> HeatMapSvg.draw(out, map, body);
            case Panel.Space space -> SpaceSvg.draw(out, space, body);
            case Panel.Table table -> TableSvg.draw(out, table, body);
        }
    }
}
