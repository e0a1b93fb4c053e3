// SPDX-License-Identifier: EPL-2.0
package org.nullcline.reporting.svg;

import org.nullcline.api.figure.Series;
import org.nullcline.reporting.drawing.Palette;

/** Point markers, legend keys and colours. */
final class Marks {

    private Marks() {
    }

    static String colour(int index) {
        return index < 0 ? "currentColor" : Palette.hex(index);
    }

    static void draw(SvgText out, Series.Marker marker, double x, double y, double size, String colour, double opacity) {
        double r = size / 2;
        String fill = "fill=\"" + colour + "\" fill-opacity=\"" + SvgText.number(opacity) + "\"";
        switch (marker) {
            case DISC -> out.raw("<circle cx=\"" + SvgText.number(x) + "\" cy=\"" + SvgText.number(y) + "\" r=\"" + SvgText.number(r) + "\" " + fill + "/>\n");
            case CIRCLE -> out.raw("<circle cx=\"" + SvgText.number(x) + "\" cy=\"" + SvgText.number(y) + "\" r=\"" + SvgText.number(r)
                    + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.4\"/>\n");
            case SQUARE -> out.rectangle(x - r, y - r, size, size, fill);
            case DIAMOND -> polygon(out, fill, x, y - r * 1.2, x + r * 1.2, y, x, y + r * 1.2, x - r * 1.2, y);
            case TRIANGLE -> polygon(out, fill, x, y - r * 1.1, x + r, y + r * 0.8, x - r, y + r * 0.8);
            case CROSS -> {
                String stroke = "stroke=\"" + colour + "\" stroke-width=\"1.6\"";
                out.line(x - r, y - r, x + r, y + r, stroke).line(x - r, y + r, x + r, y - r, stroke);
            }
        }
    }

    private static void polygon(SvgText out, String fill, double... coordinates) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < coordinates.length; i += 2) {
            points.append(i == 0 ? "" : " ").append(SvgText.number(coordinates[i])).append(',').append(SvgText.number(coordinates[i + 1]));
        }
        out.raw("<polygon points=\"" + points + "\" " + fill + "/>\n");
    }

    static void key(SvgText out, Series series, double left, double centre) {
        String colour = colour(series.colour());
        switch (series) {
            case Series.Points points -> draw(out, points.marker(), left + 11, centre, Math.clamp(points.size(), 5, 9), colour, 1);
            case Series.Band band -> out.rectangle(left + 2, centre - 4, 18, 8, "fill=\"" + colour + "\" fill-opacity=\"0.25\"");
            case Series.Bars bars -> out.rectangle(left + 2, centre - 4, 18, 8, "fill=\"" + colour + "\" fill-opacity=\"0.8\"");
            case Series.Line line -> out.line(left + 2, centre, left + 20, centre, "stroke=\"" + colour + "\" stroke-width=\"2\""
                    + (line.dashed() ? " stroke-dasharray=\"5 4\"" : ""));
            case Series.Arrows arrows -> out.line(left + 2, centre, left + 20, centre, "stroke=\"" + colour + "\" stroke-width=\"1\"");
            case Series.Reference reference -> out.line(left + 2, centre, left + 20, centre, "stroke=\"" + colour + "\" stroke-dasharray=\"4 3\"");
        }
    }
}
